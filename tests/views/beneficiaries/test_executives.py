"""Are executives counted among those whose status is known, the others apart?"""

from dashboard.content.charts.bars import StackedBars
from dashboard.content.view import Scene
from dashboard.domain.codebook import Word
from dashboard.domain.selection import Selection
from dashboard.views.beneficiaries.executives import VIEW
from tests.support.exhibits import cells, content, percent, shown
from tests.support.released import released
from tests.support.vocabularies import VOCABULARY, another

NAME = "cadres"
SHARES = "cadres.valeurs=parts"
YES, UNKNOWN = "Ayant cotisé en tant que cadres", "Statut cadre inconnu"


def bars(search: str = "") -> StackedBars:
    chart = content(NAME, search).chart
    assert isinstance(chart, StackedBars)
    return chart


def test_shares_of_the_study() -> None:
    for search in ("", SHARES):
        shares = content(NAME, search)
        assert [percent(shares, cohort, YES) for cohort in ("2015-2016", "2016-2017")] == [25, 67]


def test_unknown_stands_apart() -> None:
    exhibit = shown(NAME)
    rows = cells(exhibit)
    assert exhibit.content.base == 1044
    assert rows["2013-2014", UNKNOWN].count == 245
    assert rows["2013-2014", UNKNOWN].base is None
    # Unknown is not zero: a cohort of whom nothing is known has no row of executives.
    assert ("2013-2014", YES) not in rows
    assert [series.name for series in bars().series if series.absent] == [UNKNOWN]
    assert exhibit.content.notes == (
        "« Statut cadre inconnu » : 480 bénéficiaires, qui ne sont comptés dans aucune part.",
    )


def test_in_shares_a_cohort_of_whom_nothing_is_known_has_no_bar() -> None:
    exhibit = shown(NAME, SHARES)
    assert exhibit.content.base == 564
    chart = bars(SHARES)
    assert chart.unit == "percent"
    assert [name.lines[0][0].text for name in chart.categories] == [
        "2015-2016",
        "2016-2017",
        "Ensemble",
    ]
    missing = "promotions 2012-2013, 2013-2014 et 2014-2015"
    assert f"Sans barre, faute d'information : {missing}." in exhibit.content.notes
    rows = {labels: row for labels, row in cells(exhibit).items() if labels[0] == "2013-2014"}
    assert [(labels, row.count, row.base) for labels, row in rows.items()] == [
        (("2013-2014", UNKNOWN), 245, None)
    ]


def test_a_category_is_named_so_that_it_can_stand_without_its_variable() -> None:
    names = [series.name for series in bars().series]
    assert names == [YES, "N'ayant pas cotisé en tant que cadres", UNKNOWN]


def test_reading() -> None:
    assert content(NAME).reading == (
        "La promotion 2016-2017 compte 67,0\u202f% de bénéficiaires ayant cotisé en tant que cadres : "
        "213 sur 318 bénéficiaires dont le statut cadre est connu."
    )
    # That something is not known is no finding.
    assert content(NAME, "promotion=2012-2013").reading == ""


def test_in_shares_each_cohort_tells_how_many_are_in_none() -> None:
    rows = content(NAME, SHARES).data_table.rows
    unknown = {r.labels[0]: (r.count, r.base) for r in rows if r.keys[1].code == "unknown"}
    assert unknown == {
        "2012-2013": (28, None),
        "2013-2014": (245, None),
        "2014-2015": (183, None),
        "2015-2016": (12, None),
        "2016-2017": (12, None),
        "Ensemble": (480, None),
    }


def test_nobody() -> None:
    assert shown(NAME, f"promotion=2012-2013&{SHARES}").empty
    assert shown(NAME, "promotion=2012-2013&region=bretagne").empty


def test_words_come_from_the_codebook() -> None:
    executive = VOCABULARY.variable("executive").model_copy(
        update={
            "label": "Encadrement",
            "heading": "",
            "noun": Word(singular="fonction", plural="fonctions", feminine=True),
        }
    )
    vocabulary = another(executive)
    scene = Scene(Selection(), {"cadres.valeurs": "parts"}, vocabulary)
    nobody = VIEW.tell(scene, {"executives": released("cohort executive n\n2013-2014 unknown 3")})
    assert VIEW.title_in(vocabulary) == "Encadrement"
    assert nobody.title == "Encadrement, selon la promotion"
    assert nobody.population == "bénéficiaires dont la fonction est connue"
    assert nobody.nothing == "La fonction n'est connue d'aucun bénéficiaire de cette sélection."
    assert nobody.data_table.key_names == ("promotion", "fonction")


def test_it_is_not_offered_where_it_is_not_known() -> None:
    assert VIEW.missing(another(without=("executive",)))
    assert not VIEW.missing(VOCABULARY)
