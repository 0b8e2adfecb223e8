"""Does the reconciliation list every figure with its status, whatever the filters, and warn where it must?"""

from collections import Counter

import pytest
from dash.development.base_component import Component

from dashboard.content.data_table import Row
from dashboard.content.page import OVERVIEW, SURVEY
from dashboard.domain.address import Address
from dashboard.exhibit import Exhibit, compose
from dashboard.outputs.csv import write_csv
from dashboard.publication import Publication
from dashboard.text.numbers import count
from dashboard.text.words import capital
from dashboard.views.registry import view_named
from dashboard.web.exhibit_card import card
from dashboard.web.state import parts_on, read
from dashboard.web.static_html import markup
from dashboard.web.study_gaps import warnings_on
from tests.support.exhibits import loosened


def shown(search: str, publication: Publication) -> Exhibit:
    return loosened(compose(view_named("rapprochement"), read(search, publication), publication))


def row(label: str, exhibit: Exhibit) -> Row:
    return next(row for row in exhibit.content.data_table.rows if row.labels[1] == label)


def test_every_figure_is_listed(publication: Publication) -> None:
    exhibit = shown("", publication)
    assert len(exhibit.content.data_table.rows) == len(publication.dataset_info.figures) == 313
    population = row("Bénéficiaires du partenariat depuis 2012-2013", exhibit)
    assert population.labels == ("Texte, bénéficiaires", population.labels[1], count(1044))
    assert population.measures == (1044, 0)
    assert population.texts == ("personnes", "identique", "", "")


def test_an_explained_gap_tells_why(publication: Publication) -> None:
    exhibit = shown("rapprochement.statut=ecart-explique", publication)
    assert len(exhibit.content.data_table.rows) == exhibit.content.base == 9
    asked = row("Bénéficiaires de la promotion 2013-2014 interrogés", exhibit)
    assert asked.labels[2] == "247"
    assert asked.measures == (245, -2)
    assert asked.texts[-1].endswith("les tableaux d'inscription.")


@pytest.mark.parametrize(
    ("trait", "region", "label"),
    [
        ("femmes", "Bretagne", "Part de femmes"),
        ("cadres", "Poitou-Charentes", "Part ayant cotisé en tant que cadres"),
        ("age", "Pays de la Loire", "Âge moyen"),
    ],
)
def test_a_regional_tendency_is_told_as_the_view_of_profiles_tells_it(
    trait: str, region: str, label: str, publication: Publication
) -> None:
    told = row(f"{label}, {region}, par rapport aux autres régions", shown("", publication))
    address = read(f"profils-regionaux.mesure={trait}", publication)
    profile = compose(view_named("profils-regionaux"), address, publication).content.data_table
    here = next(one for one in profile.rows if one.labels[0] == region)
    assert told.measures[0] == here.measures[-3]
    assert told.texts[-1].casefold().startswith(here.labels[1])
    established = here.labels[1] == "écart établi"
    assert (told.texts[1] == "de même sens, non concluant") is not established


def test_what_a_reader_has_to_know_stands_in_the_row(publication: Publication) -> None:
    exhibit = shown("", publication)
    later = row("Inscriptions d'une année qui suit celle de la première inscription", exhibit)
    assert later.texts[1] == "identique"
    assert "chaque année suivante y compte une inscription" in later.texts[-1]
    budget = row("Budget du partenariat pour l'année civile 2017", exhibit)
    assert (budget.measures, budget.texts[:2]) == ((1065000, 0), ("€", "identique"))
    new = [one for one in exhibit.content.data_table.rows if one.labels[1].startswith("Nouvelle")]
    assert [(one.labels[2], one.measures) for one in new] == [("3", (3, 0)), ("1", (1, 0))]


def test_filters_change_nothing(publication: Publication) -> None:
    filtered = shown("promotion=2012-2013&genre=F", publication)
    assert filtered.content == shown("", publication).content
    assert filtered.selection == "Toutes les promotions, toutes les régions"
    assert "Les filtres ne s'appliquent pas" in filtered.content.notes[0]


def test_no_gap_is_unexplained(publication: Publication) -> None:
    exhibit = shown("rapprochement.statut=ecart", publication)
    assert exhibit.empty
    assert exhibit.content.nothing == "Aucun chiffre du bilan n'a ce statut."
    assert warnings_on(OVERVIEW, publication) == []


@pytest.fixture
def elsewhere(publication: Publication) -> Publication:
    """The same tables, beside a study that prints another number of beneficiaries."""
    first, *others = publication.dataset_info.figures
    another = first.model_copy(update={"value": 1050, "printed": "1 050"})
    return Publication(publication._source, publication.policy, (another, *others))


def test_an_unexplained_gap_is_a_warning_on_the_overview(elsewhere: Publication) -> None:
    (warning,) = warnings_on(OVERVIEW, elsewhere)
    text, link = warning.children
    assert text.startswith("1 chiffre du bilan ne se retrouve pas dans les tables")
    assert link.href == "/enquete?rapprochement.statut=ecart"
    assert warnings_on(SURVEY, elsewhere) == []
    (listed,) = shown("rapprochement.statut=ecart", elsewhere).content.data_table.rows
    assert (listed.more, listed.texts[1]) == ((1044, -6), "écart")


def test_the_export_has_the_columns_of_the_page(publication: Publication) -> None:
    exhibit = shown("rapprochement.statut=ecart-explique", publication)
    header, first, *_ = write_csv(exhibit).decode("utf-8-sig").splitlines()
    assert header.split(";") == [
        *("où", "chiffre", "publié", "recalculé", "écart"),
        *("unité", "statut", "calcul", "raison", "réglage (statut)"),
        *("sélection", "données"),
    ]
    assert first.split(";")[2:5] == ["213", "211", "-2"]


def test_bars_count_the_figures_of_each_status_in_each_part_of_the_study(
    publication: Publication,
) -> None:
    content = shown("", publication).content
    listed = Counter((part(one.labels[0]), one.texts[1]) for one in content.data_table.rows)
    figure = content.figure
    parts = [bare(text) for text in figure["layout"]["yaxis"]["ticktext"]]
    drawn = {
        (name, trace["name"]): value
        for trace in figure["data"]
        for name, value in zip(parts, trace["x"], strict=True)
        if value
    }
    assert sorted(drawn.values()) == sorted(listed.values())
    assert drawn["Annexes", "Écarts expliqués"] == listed["Annexes", "écart expliqué"] == 6
    assert drawn["Apports", "Identiques"] == listed["Apports", "identique"] == 4


def test_a_click_on_a_segment_lists_the_figures_of_its_status(publication: Publication) -> None:
    layout = shown("", publication).content.figure["layout"]
    clicks = [listed[0] for listed in layout["meta"]["targets"]["points"].values()]
    assert {"rapprochement.statut": "ecart-explique"} in clicks


def test_the_card_shows_its_table_under_the_bars(publication: Publication) -> None:
    parts = parts_on(SURVEY, Address(), publication)["rapprochement"]
    assert not parts["canvas"].endswith("hidden")
    assert parts["table"] is not None
    made = card("rapprochement", view_named("rapprochement"), parts)
    exports = {
        getattr(part, "data-export") for part in made._traverse() if hasattr(part, "data-export")
    }
    assert exports == {"png", "svg", "copy", "csv", "xlsx", "pptx", "link"}


def test_a_table_reaches_the_page_as_text(publication: Publication) -> None:
    table = parts_on(SURVEY, Address(), publication)["rapprochement"]["table"]
    assert isinstance(table, Component)
    text = getattr(table, "data-still")
    assert text.count("<tr>") == 314
    assert "&gt; 50" in text
    assert "> 50" not in text
    assert markup(None) == ""


def test_without_a_list_it_says_so(publication: Publication) -> None:
    alone = Publication(publication._source, publication.policy)
    exhibit = shown("", alone)
    assert exhibit.empty
    assert exhibit.content.nothing.startswith("Aucune liste de chiffres publiés")


def part(place: str) -> str:
    """Where a row stands, as the bars name it."""
    for kind, several in (("Annexe", "Annexes"), ("Figure", "Figures"), ("Tableau", "Tableaux")):
        if place.startswith(kind):
            return several
    return capital(place.removeprefix("Texte, ").partition(" (")[0])


def bare(text: str) -> str:
    return text.replace("<br>", " ")
