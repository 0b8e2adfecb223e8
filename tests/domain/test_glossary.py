"""Are the terms of a text recognised, once each, as whole words, and do they lead to a definition that exists?"""

from pathlib import Path

import pytest
from markupsafe import Markup

from dashboard.domain.codebook import Codebook, Term
from dashboard.domain.glossary import pieces, spelt, terms_in, terms_of
from dashboard.ingest.reference.codebook import read_codebook
from dashboard.web.prose import Explained
from tests.support.pages import tree, words

BOOK = read_codebook(Path(__file__).parents[2] / "data" / "codebook.toml")
TERMS = terms_of(BOOK)


def named_terms(text: str) -> list[tuple[str, str]]:
    return [(part, term.term) for part, term in pieces(text, TERMS) if term is not None]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "Toutes les promotions, toutes les régions",
            [("promotions", "Promotion"), ("régions", "Région")],
        ),
        ("2 645 UE financées", [("UE", "UE")]),
        ("promotion de région", [("promotion", "Promotion"), ("région", "Région")]),
        ("DE et DELD", [("DE", "DE"), ("DELD", "DELD")]),
        ("en emploi à T1", [("en emploi", "En emploi"), ("T1", "T1")]),
        (
            "non répondants, puis répondants",
            [("non répondants", "Non répondant"), ("répondants", "Répondant")],
        ),
        ("répondants et répondants", [("répondants", "Répondant")]),
        ("rien à expliquer", []),
        ("", []),
    ],
)
def test_terms_of_a_text(text: str, terms: list[tuple[str, str]]) -> None:
    assert named_terms(text) == terms


def test_a_text_keeps_every_letter() -> None:
    text = "Femmes, promotion 2015-2016 ; répondants (DELD), n = 12."
    assert "".join(part for part, _ in pieces(text, TERMS)) == text


def test_every_variable_wave_and_word_is_explained() -> None:
    named = {term.term for term in TERMS}
    assert named >= {
        "Promotion",
        "Genre",
        "T0",
        "T3",
        "DELD",
        "UE",
        "CSP",
        "Catégorie socioprofessionnelle",
    }
    assert "Identifiant du bénéficiaire" not in named
    assert all(term.definition.endswith(".") for term in TERMS)
    assert len({term.anchor for term in TERMS}) == len(TERMS)


def test_terms_are_in_alphabetical_order_whatever_their_accents() -> None:
    names = [term.term for term in TERMS]
    assert names.index("Écart non concluant") < names.index("En emploi") < names.index("Genre")


def test_the_address_of_a_term() -> None:
    assert Term(term="Durée de chômage", definition=".").anchor == "glossaire-duree-de-chomage"


def test_a_term_is_a_link_to_its_definition() -> None:
    before, written, after = Explained(spelt(TERMS)).linked("les DELD connus")
    assert (before, after) == ("les ", " connus")
    (link,) = tree(written)
    assert (link.tag, link.text, link.get("href")) == ("a", "DELD", "/enquete#glossaire-deld")
    assert "un an ou plus" in link.get("title")


def test_a_term_is_explained_once_a_card() -> None:
    card = Explained(spelt(TERMS))
    linked = [
        [words(part) for part in card.linked(text) if isinstance(part, Markup)]
        for text in ("Redressement", "Sans redressement, une médiane", "Médianes et T1", "à T1")
    ]
    assert linked == [["Redressement"], ["médiane"], ["T1"], []]


@pytest.mark.parametrize(
    "text",
    [
        "un écart non concluant",
        "avec son intervalle à 95\u202f%",
        "un écart établi",
        "médianes",
    ],
)
def test_words_of_method_are_explained(text: str) -> None:
    assert len(named_terms(text)) == 1


def test_the_terms_of_several_texts_come_once_each_as_they_are_met() -> None:
    met = terms_in(("Femmes ; répondants à T1", "Non répondant, T1", ""), TERMS)
    assert [term.term for term in met] == ["Répondant", "T1", "Non répondant"]


def explaining(*terms: Term) -> Codebook:
    """A codebook of these words and of no variables."""
    fields = {name: getattr(BOOK, name) for name in Codebook.model_fields}
    return Codebook(**fields | {"glossary": terms, "variables": {}, "waves": {}})


def word(term: str, *forms: str, definition: str = "Sa définition.") -> Term:
    return Term(term=term, forms=forms, definition=definition)


def test_words_written_alike_but_for_capitals_and_accents_have_one_place() -> None:
    first = word("Écart", definition="La première.")
    named = terms_of(explaining(first, word("ecart"), word("ÉCART"), word("écart !")))
    assert named == (first,)


@pytest.mark.parametrize("term", ["…", "%", "北京"])
def test_what_no_address_can_lead_to_is_not_explained(term: str) -> None:
    assert terms_of(explaining(word(term))) == ()


def test_a_letter_stands_in_every_text_and_is_not_looked_for() -> None:
    terms = terms_of(explaining(word("A", "à"), word("N", " ", "", "nombre")))
    assert [term.term for term in terms] == ["A", "N"]
    text = "à A, a n = 12, N"
    assert list(pieces(text, terms)) == [(text, None)]


@pytest.mark.parametrize(
    "label", ["x(.*)", "a|b", "[x", "<b>gras</b>", "\\d+", "{label}", "x" * 300]
)
def test_a_word_is_found_as_it_is_written_whatever_its_signs(label: str) -> None:
    terms = terms_of(explaining(word(label)))
    assert "".join(part for part, _ in pieces("Rien de tel : aab.", terms)) == "Rien de tel : aab."
    assert [part for part, term in pieces(f"ici {label} !", terms) if term] == [label]


def test_a_term_comes_before_another_form_of_a_second_one() -> None:
    zone, place = word("Zone"), word("Lieu", "zone", "lieux")
    terms = terms_of(explaining(zone, place))
    assert list(pieces("zone", terms)) == [("zone", zone)]
    assert list(pieces("lieux", terms)) == [("lieux", place)]


def test_an_acronym_is_recognised_in_its_other_forms_and_not_in_small_letters() -> None:
    terms = terms_of(explaining(word("OF", "OFs")))
    assert [part for part, term in pieces("of, ofs, OFs", terms) if term] == ["OFs"]


def test_letters_that_capitals_confuse_break_nothing() -> None:
    terms = terms_of(explaining(word("Stage"), word("kilo"), word("istanbul")))
    text = "\u017ftage, \u212ailo, \u0130stanbul, \u0131stanbul"
    assert "".join(part for part, _ in pieces(text, terms)) == text
