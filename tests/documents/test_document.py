"""Is a document numbered from its first plate to its last, figures and tables apart?"""

from dataclasses import replace

from dashboard.content.data_table import DataTable
from dashboard.documents.document import Chapter, Document, Form, Plate, file_stem
from dashboard.publication import Publication
from tests.support.exhibits import handmade, holding


def _plate(view: str, form: Form = "figure") -> Plate:
    exhibit = handmade(holding(DataTable(("essai",), "effectif", ())))
    return Plate(replace(exhibit, view=replace(exhibit.view, name=view)), form)


def _document(*chapters: Chapter) -> Document:
    return Document("Titre", "Femmes", "Femmes : 3", 3, "Étude", "", "", "Hier", "essai", chapters)


def test_figures_and_tables_are_counted_apart_from_chapter_to_chapter() -> None:
    document = _document(
        Chapter("un", "Un", plates=(_plate("a"), _plate("b", "table"), _plate("c"))),
        Chapter("deux", "Deux", plates=(_plate("d", "table"), _plate("e"))),
    )
    assert document.labels == ("Figure 1", "Tableau 1", "Figure 2", "Tableau 2", "Figure 3")


def test_a_view_is_found_where_it_stands_first() -> None:
    document = _document(
        Chapter("un", "Un", plates=(_plate("a"), _plate("b", "table"))),
        Chapter("deux", "Deux", plates=(_plate("a", "table"),)),
    )
    assert (document.number_of("a"), document.number_of("b")) == (0, 1)
    assert document.number_of("c") is None


def test_a_file_is_named_after_the_document_whom_it_is_about_and_the_data(
    publication: Publication,
) -> None:
    named = file_stem("fiche", "Île-de-France?genre=F", publication)
    assert named == "fiche-ile-de-france-genre-f-2017-10-31-demonstration"
    assert file_stem("bilan", "", publication) == "bilan-2017-10-31-demonstration"
    assert len(file_stem("bilan", "a" * 400, publication)) < 120
