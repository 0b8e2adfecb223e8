"""Are teaching teams told in the words of the study, whether or not it names some of them beside others?"""

from dashboard.content.charts.bars import GroupedBars
from dashboard.domain.codebook import Category, Variable, Word
from dashboard.views.training.teaching_teams.view import VIEW as TEAMS
from tests.support.exhibits import composed, opened, plain
from tests.support.retold import retold
from tests.support.vocabularies import VOCABULARY, another
from tests.views.training.told import NO_PATHWAY, STREAM, positions, told

TEAM, PATHWAY = map(VOCABULARY.variable, ("teaching_team", "pathway"))


def teams(*names: str, role: bool = False, unknown: bool = False) -> Variable:
    """Schools, of which the last gathers all others where it has that `role`."""
    listed = [Category(code=name, label=f"École {name}") for name in names]
    if role:
        listed[-1] = listed[-1].model_copy(update={"role": "other"})
    absent = Category(code="unknown", label="École inconnue", absence="unknown")
    return TEAM.model_copy(
        update={
            "label": "École",
            "heading": "Écoles",
            "short": None,
            "noun": Word(singular="école", plural="écoles", feminine=True),
            "categories": tuple(listed),
            "absences": (absent,) if unknown else (),
        }
    )


def test_teams_without_others_have_no_bar_together_and_the_largest_is_read() -> None:
    vocabulary = another(teams("nord", "sud"), without=NO_PATHWAY)
    content = told(TEAMS, vocabulary, units="teaching_team n\nnord 6\nsud 10")
    assert isinstance(content.chart, GroupedBars)
    assert [bar.plain for bar in content.chart.categories] == ["École nord", "École sud"]
    assert plain(content.reading) == (
        "Parmi les UE financées, 10 sur 16 (62,5 %) relèvent de l'école « École sud »."
    )
    assert (content.title, TEAMS.title_in(vocabulary)) == ("Écoles", "Écoles")
    assert content.data_table.key_names == ("école",)
    assert [row.labels for row in content.data_table.rows] == [("École nord",), ("École sud",)]


def test_one_named_team_beside_others_has_no_bar_together() -> None:
    vocabulary = another(teams("nord", "autres", role=True), without=NO_PATHWAY)
    content = told(TEAMS, vocabulary, units="teaching_team n\nnord 3\nautres 5")
    assert [row.labels for row in content.data_table.rows] == [("École nord",), ("École autres",)]


def test_named_teams_are_named_in_no_report_where_there_is_none() -> None:
    book = opened().vocabulary.codebook
    unpublished = retold(opened(), study=book.study.model_copy(update={"report": None}))
    reading = composed("equipes", "", unpublished).content.reading
    assert "relèvent des équipes nommées (« Innovation »," in plain(reading)
    assert "dans" not in reading


def test_units_of_an_unknown_team_are_in_no_share() -> None:
    units = """
    pathway teaching_team n
    long    nord          3
    long    sud           1
    long    unknown       2
    unknown nord          4
    unknown unknown       1
    """
    content = told(TEAMS, another(teams("nord", "sud", unknown=True), STREAM), units=units)
    assert content.base == 4
    assert content.population == "UE financées dont la filière et l'école sont connues"
    assert content.title == "Écoles, par filière"
    assert [row.share.base for row in content.data_table.rows if row.share] == [4, 4]
    apart = {row.labels: row.count for row in content.data_table.rows if row.base is None}
    assert apart == {
        ("Parcours inconnu", "École nord"): 4,
        ("Parcours inconnu", "École sud"): 0,
        ("Parcours inconnu", "École inconnue"): 1,
        ("Certifiante", "École inconnue"): 2,
        ("Courte", "École inconnue"): 0,
    }
    assert content.notes[:2] == (
        "Hors de la base, parcours inconnu : 5 UE.",
        "Hors de la base, école inconnue : 2 UE.",
    )


def test_pathways_and_teams_without_words_are_categories() -> None:
    bare = TEAM.model_copy(update={"noun": None, "short": None})
    vocabulary = another(bare, PATHWAY.model_copy(update={"noun": None}))
    assert positions(TEAMS, vocabulary) == ["Par parcours", "Toutes catégories"]
    content = told(TEAMS, vocabulary, units="pathway teaching_team n\ndegree computing 3")
    assert content.data_table.rows[0].labels[1] == "Les 4 catégories nommées"
