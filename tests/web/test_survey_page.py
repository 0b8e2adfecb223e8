"""Does the page on the survey show tables, words and warnings, and do its files hold them?"""

import pytest

from dashboard.content.page import OVERVIEW, SURVEY
from dashboard.domain.address import Address
from dashboard.domain.codebook import Word
from dashboard.domain.glossary import terms_of
from dashboard.exhibits.exhibit import Exhibit
from dashboard.outputs.csv import write_csv
from dashboard.publication import Publication
from dashboard.views.registry import view_named
from dashboard.web.card.exhibit_card import card
from dashboard.web.pages import read
from dashboard.web.study_gaps import warnings_on
from tests.support.exhibits import shown
from tests.support.pages import parts_at, tree, values, words
from tests.support.retold import retold


def reconciled(search: str = "") -> Exhibit:
    return shown("rapprochement", search)


@pytest.fixture
def elsewhere(publication: Publication) -> Publication:
    """The same tables, beside a study that prints another number of beneficiaries."""
    first, *others = publication.vocabulary.codebook.figures
    another = first.model_copy(update={"value": 1050, "printed": "1 050"})
    return retold(publication, figures=(another, *others))


def test_an_unexplained_gap_is_a_warning_on_the_overview(elsewhere: Publication) -> None:
    (warning,) = warnings_on(OVERVIEW, elsewhere, Address())
    assert words(warning).startswith("1 chiffre du bilan ne se retrouve pas dans les tables")
    assert values(warning, "href") == ["/enquete?rapprochement.statut=ecart"]
    assert warnings_on(SURVEY, elsewhere, Address()) == []


def test_the_way_to_an_unexplained_gap_keeps_the_filters(elsewhere: Publication) -> None:
    (warning,) = warnings_on(OVERVIEW, elsewhere, read("?genre=F&carte.mesure=ue", elsewhere))
    assert values(warning, "href") == [
        "/enquete?genre=F&carte.mesure=ue&rapprochement.statut=ecart"
    ]


def test_a_gap_is_that_of_the_report_by_its_name(elsewhere: Publication) -> None:
    study = elsewhere.vocabulary.codebook.study
    renamed = study.model_copy(update={"report": Word(singular="étude", feminine=True)})
    (warning,) = warnings_on(OVERVIEW, retold(elsewhere, study=renamed), Address())
    assert words(warning).startswith("1 chiffre de l'étude ne se retrouve pas")


def test_where_nothing_is_published_there_is_no_warning(elsewhere: Publication) -> None:
    study = elsewhere.vocabulary.codebook.study.model_copy(update={"report": None})
    assert warnings_on(OVERVIEW, retold(elsewhere, study=study), Address()) == []


def test_without_an_unexplained_gap_there_is_no_warning(publication: Publication) -> None:
    assert warnings_on(OVERVIEW, publication, Address()) == []


def test_the_export_has_the_columns_of_the_page() -> None:
    exhibit = reconciled("rapprochement.statut=ecart-explique")
    header, *lines = write_csv(exhibit).decode("utf-8-sig").splitlines()
    assert header.split(";") == [
        *("où", "chiffre", "publié", "recalculé", "écart"),
        *("unité", "statut", "calcul", "raison", "réglage (statut)"),
        *("sélection", "données"),
    ]
    assert ["213", "211", "-2"] in [line.split(";")[2:5] for line in lines]


def test_the_export_of_the_method_holds_its_words() -> None:
    lines = write_csv(shown("methode")).decode("utf-8-sig").splitlines()
    assert lines[0].startswith("rubrique;terme;définition;")
    assert any(line.startswith("Glossaire;DELD;") for line in lines)


def test_the_card_shows_its_table_under_the_bars() -> None:
    parts = parts_at("/enquete")["rapprochement"]
    (canvas,) = tree(parts["chart"])
    assert "hidden" not in canvas.get("class").split()
    assert tree(parts["table"]).xpath(".//table")
    made = card("rapprochement", view_named("rapprochement"), parts)
    exports = set(values(made, "data-export"))
    assert exports == {"png", "svg", "copy", "csv", "xlsx", "pptx", "link"}


def test_a_table_reaches_the_page_as_text() -> None:
    table = parts_at("/enquete")["rapprochement"]["table"]
    assert table.count("<tr>") == 350
    assert "&gt; 50" in table
    assert "> 50" not in table


def test_every_term_has_its_place(publication: Publication) -> None:
    places = values(parts_at("/enquete")["methode"]["prose"], "id")
    assert {term.anchor for term in terms_of(publication.vocabulary.codebook)} < set(places)
    assert "glossaire" in places
