"""Does the reconciliation list every figure with its status, whatever the filters, and warn where it must?"""

from collections import Counter

import pandas as pd
import pytest

from dashboard.content.charts import StackedBars
from dashboard.content.data_table import Row
from dashboard.content.view import NotOffered, Scene
from dashboard.disclosure.policy import INTERNAL
from dashboard.domain.codebook import Word
from dashboard.domain.selection import Selection
from dashboard.domain.switches import Choice
from dashboard.exhibits.exhibit import Exhibit
from dashboard.opening import open_publication
from dashboard.publication import Publication
from dashboard.text.numbers import count
from dashboard.text.words import capital
from dashboard.views.survey.reconciliation.view import STATUS, VIEW
from tests.support.exhibits import composed, opened, plain, shown
from tests.support.retold import retold
from tests.support.stores import REFERENCE, tables


def reconciled(search: str = "") -> Exhibit:
    return shown("rapprochement", search)


def bars(search: str = "") -> StackedBars:
    chart = reconciled(search).content.chart
    assert isinstance(chart, StackedBars)
    return chart


def row(label: str, exhibit: Exhibit) -> Row:
    return next(row for row in exhibit.content.data_table.rows if row.labels[1] == label)


def test_every_figure_is_listed(publication: Publication) -> None:
    exhibit = reconciled()
    assert (
        len(exhibit.content.data_table.rows) == len(publication.vocabulary.codebook.figures) == 349
    )
    population = row("Bénéficiaires du partenariat depuis 2012-2013", exhibit)
    assert population.labels == ("Texte, bénéficiaires", population.labels[1], count(1044))
    assert population.measures == (1044, 0)
    assert population.remarks == ("personnes", "identique", "", "")
    assert (population.count, population.base) == (None, None)


@pytest.mark.parametrize(
    "choice", STATUS.choices(opened().vocabulary), ids=lambda choice: choice.value
)
def test_every_status_has_a_sentence_that_reads_one_of_its_figures(choice: Choice) -> None:
    content = reconciled(f"rapprochement.statut={choice.value}").content
    listed = {row.labels[1] for row in content.data_table.rows}
    assert not listed or any(f"« {label} »" in content.reading for label in listed)


def test_what_the_tables_cannot_give_is_read_with_its_status() -> None:
    content = reconciled("rapprochement.statut=hors-tables").content
    assert plain(content.reading) == (
        "« Part de demandeurs d'emploi parmi les auditeurs du Cnam en 2015-2016 », 24 % dans le bilan : "
        "hors des tables."
    )


def test_an_explained_gap_tells_why() -> None:
    exhibit = reconciled("rapprochement.statut=ecart-explique")
    assert len(exhibit.content.data_table.rows) == exhibit.content.base == 13
    asked = row("Bénéficiaires de la promotion 2013-2014 interrogés", exhibit)
    assert asked.labels[2] == "247"
    assert asked.measures == (245, -2)
    assert asked.remarks[-1].endswith("les tableaux d'inscription.")


@pytest.mark.parametrize(
    ("trait", "region", "label"),
    [
        ("femmes", "Bretagne", "Part de femmes"),
        ("cadres", "Poitou-Charentes", "Part ayant cotisé en tant que cadres"),
        ("age", "Pays de la Loire", "Âge moyen"),
    ],
)
def test_a_regional_tendency_is_described_as_the_view_of_profiles_describes_it(
    trait: str, region: str, label: str
) -> None:
    tendency = row(f"{label}, {region}, par rapport aux autres régions", reconciled())
    profiles = shown("profils-regionaux", f"profils-regionaux.mesure={trait}").content.data_table
    here = next(profile for profile in profiles.rows if profile.labels[0] == region)
    assert tendency.measures[0] == here.measures[-3]
    assert tendency.remarks[-1].casefold().startswith(here.labels[1])
    established = here.labels[1] == "écart établi"
    assert (tendency.remarks[1] == "de même sens, non concluant") is not established


def test_what_a_reader_has_to_know_stands_in_the_row() -> None:
    exhibit = reconciled()
    later = row("Inscriptions d'une année qui suit celle de la première inscription", exhibit)
    assert later.remarks[1] == "identique"
    assert "chaque année suivante y compte une inscription" in later.remarks[-1]
    budget = row("Budget du partenariat pour l'année civile 2017", exhibit)
    assert (budget.measures, budget.remarks[:2]) == ((1065000, 0), ("€", "identique"))
    new = [r for r in exhibit.content.data_table.rows if r.labels[1].startswith("Nouvelle")]
    assert [(r.labels[2], r.measures) for r in new] == [("3", (3, 0)), ("1", (1, 0))]


def test_a_dash_that_is_no_zero_says_so() -> None:
    exhibit = reconciled("rapprochement.statut=hors-tables")
    dash = row("DE de longue durée (DELD) sans mission d'intérim, promotion 2013-2014", exhibit)
    assert (dash.labels[2], dash.measures) == ("–", (None, None))
    assert dash.remarks[-1].startswith("Un tiret n'est pas un zéro")
    asked = row("Enquêtes auxquelles la promotion 2015-2016 a été invitée", reconciled())
    assert (asked.measures, asked.remarks[:2]) == ((2, 0), ("enquêtes", "identique"))


def test_filters_change_nothing() -> None:
    filtered = reconciled("promotion=2012-2013&genre=F")
    assert filtered.content == reconciled().content
    assert filtered.selection == "Toutes les promotions, toutes les régions"
    assert "Les filtres ne s'appliquent pas" in filtered.content.notes[0]


def test_no_gap_is_unexplained() -> None:
    exhibit = reconciled("rapprochement.statut=ecart")
    assert exhibit.empty
    assert exhibit.content.chart is None
    assert exhibit.content.nothing == "Aucun chiffre du bilan n'a ce statut."


def test_a_figure_that_the_tables_contradict_without_a_reason_is_a_gap(
    publication: Publication,
) -> None:
    first, *others = publication.vocabulary.codebook.figures
    another = first.model_copy(update={"value": 1050, "printed": "1 050"})
    elsewhere = retold(publication, figures=(another, *others))
    exhibit = composed("rapprochement", "rapprochement.statut=ecart", elsewhere)
    (gap,) = exhibit.content.data_table.rows
    assert (gap.measures, gap.remarks[1]) == ((1044, -6), "écart")


def test_bars_count_the_figures_of_each_status_in_each_part_of_the_study() -> None:
    listed = Counter(
        (part(r.labels[0]), r.remarks[1]) for r in reconciled().content.data_table.rows
    )
    chart = bars()
    drawn = {
        (name.plain, series.name): datum.value
        for series in chart.series
        for name, datum in zip(chart.categories, series.data, strict=True)
        if datum.value
    }
    assert sorted(drawn.values()) == sorted(listed.values())
    assert drawn["Annexes", "Écarts expliqués"] == listed["Annexes", "écart expliqué"] == 6
    assert drawn["Apports", "Identiques"] == listed["Apports", "identique"] == 4


def test_a_click_on_a_segment_lists_the_figures_of_its_status() -> None:
    (explained,) = (series for series in bars().series if series.name == "Écarts expliqués")
    (click,) = {datum.click for datum in explained.data}
    assert click.parameters(opened().vocabulary) == {"rapprochement.statut": "ecart-explique"}


def test_figures_that_are_in_no_table_are_drawn_as_absent() -> None:
    assert {s.name for s in bars().series if s.absent} == {"Hors des tables"}


def test_a_room_has_the_bars_without_the_tiles() -> None:
    assert [tile.value for tile in reconciled().content.tiles][3:5] == ["13", "0"]
    room = shown("rapprochement", medium="room").content
    assert room.tiles == ()
    assert room.chart == bars()


def test_without_a_list_it_says_so(publication: Publication) -> None:
    alone = composed("rapprochement", "", retold(publication, figures=())).content
    assert (alone.base, alone.chart) == (0, None)
    assert alone.nothing.startswith("Aucune liste de chiffres publiés")


def test_it_is_offered_where_figures_are_published(publication: Publication) -> None:
    study = publication.vocabulary.codebook.study
    unpublished = study.model_copy(update={"report": None})
    assert VIEW.missing(publication.vocabulary) == ()
    for fields in ({"figures": ()}, {"study": unpublished}):
        assert len(VIEW.missing(retold(publication, **fields).vocabulary)) == 1


@pytest.mark.parametrize(
    ("report", "title"),
    [
        (Word(singular="étude", feminine=True), "Rapprochement avec l'étude publiée"),
        (Word(singular="synthèse", feminine=True), "Rapprochement avec la synthèse publiée"),
        (Word(singular="rapport"), "Rapprochement avec le rapport publié"),
        (None, "Rapprochement avec le texte publié"),
    ],
)
def test_the_report_is_called_by_its_name(
    report: Word | None, title: str, publication: Publication
) -> None:
    study = publication.vocabulary.codebook.study.model_copy(update={"report": report})
    content = composed("rapprochement", "", retold(publication, study=study)).content
    assert content.title == title
    said = " ".join((content.reading, content.population, *content.notes, content.alternative))
    assert "bilan" not in said
    if report is not None:
        assert f" {report.singular}" in said.replace("l'", " ")


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ((), " face aux autres régions (vue « Profils des régions »)."),
        ((NotOffered("profils-regionaux", "Profils", ("…",)),), " face aux autres régions."),
    ],
)
def test_the_view_that_judges_regions_is_named_where_it_is_offered(
    missing: tuple[NotOffered, ...], said: str, publication: Publication
) -> None:
    scene = Scene(Selection(), {}, publication.vocabulary, not_offered=missing)
    tables = {name: publication.tabulate(query) for name, query in VIEW.ask(scene).items()}
    judged = [r for r in VIEW.tell(scene, tables).data_table.rows if "face aux" in r.remarks[-1]]
    assert judged
    assert all(said in plain(r.remarks[-1]) for r in judged)


def part(place: str) -> str:
    """Where a row stands, as the bars name it."""
    for kind, several in (("Annexe", "Annexes"), ("Figure", "Figures"), ("Tableau", "Tableaux")):
        if place.startswith(kind):
            return several
    return capital(place.removeprefix("Texte, ").partition(" (")[0])


@pytest.mark.parametrize(
    ("label", "reason"),
    [
        (
            "Bénéficiaires de la promotion 2016-2017, Alsace",
            "Les tables chargées n'ont pas la promotion 2016-2017.",
        ),
        (
            "Bénéficiaires inscrits en 2016-2017, toutes promotions",
            "Les tables chargées n'ont pas l'année universitaire 2016-2017.",
        ),
        (
            "Bénéficiaires de la promotion 2016-2017 inscrits en 2016-2017",
            "Les tables chargées n'ont pas la promotion 2016-2017 ni l'année universitaire 2016-2017.",
        ),
        (
            "Parmi eux, en contrat stable à T3",
            "Les tables chargées n'ont pas la vague T3 ni la promotion 2014-2015.",
        ),
        (
            "Bénéficiaires des promotions 2013-2014 et 2014-2015 dont le dernier contrat était stable",
            "Les tables chargées n'ont pas la promotion 2014-2015.",
        ),
    ],
)
def test_what_the_tables_are_without_is_named(
    label: str, reason: str, one_cohort: Publication
) -> None:
    found = composed("rapprochement", "", one_cohort).content.data_table.rows
    reasons = {plain(each.remarks[3]) for each in found if each.labels[1] == label}
    assert any(told.startswith(reason) for told in reasons), reasons


@pytest.fixture(scope="module")
def one_cohort(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """The people of 2013-2014 as they were known before T3."""
    folder = tables(tmp_path_factory.mktemp("one") / "cohort")
    people = pd.read_csv(folder / "beneficiaries.csv", dtype=str)
    kept = people[people["cohort"] == "2013-2014"]["beneficiary_id"]
    for path in folder.glob("*.csv"):
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
        table = table[table["beneficiary_id"].isin(kept)]
        if path.stem == "units":
            table = table[table["academic_year"] != "2016-2017"]
        if path.stem == "survey":
            table = table[table["wave"] != "T3"]
        table.to_csv(path, index=False)
    return open_publication(folder, REFERENCE, INTERNAL)
