"""Is personal data told by its form, and are codes, labels and plain words left alone?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.ingest.personal.nir import is_nir
from dashboard.ingest.personal.values import (
    OVERLAP,
    PIECE,
    is_day,
    is_full_name,
    kind_of,
    kind_of_whole,
    pieces,
)

# Nobody's: made up, with keys that fit.
HELD = {
    "email": ["marie.dupont@exemple.fr", "écrire à j.d+cnam@mail.exemple.org svp"],
    "telephone": [
        "06 12 34 56 78",
        "0612345678",
        "+33 6 12 34 56 78",
        "0033612345678",
        "06.12.34.56.78",
        "rappeler au 01-23-45-67-89",
        "+33(0)612345678",
        "+352 621 123 456",
    ],
    "nir": [
        "2 84 05 75 116 001 58",
        "284057511600158",
        "1550841002001",
        "1 80 06 2A 004 123 26",
        "180062A00412326",
        "1 80 06 2B 004 123 53",
    ],
    "other": [
        "FR76 3000 6000 0112 3456 7890 189",
        "FR7630006000011234567890189",
        "192.168.0.12",
        "2001:db8::1",
    ],
    "address": [
        "12 rue des Lilas",
        "3 bis, avenue Foch",
        "14 BD VOLTAIRE",
        "habite 5 allée du Parc",
        "75003 PARIS",
        "44000 Nantes",
        "5 cours Vitton",
    ],
    "name": ["M. Dupont", "Mme DURAND", "vu avec Madame de Kervadec", "Mlle O'Brien"],
}
FREE = [
    "F",
    "Féminin",
    "Mme",
    "M.",
    "Madame",
    "Monsieur",
    "NFP101",
    "CCG105",
    "2015-2016",
    "01/09/2015",
    "2015-09-01",
    "00123",
    "75-2016-00123",
    "1 044",
    "123.5",
    "Temps plein",
    "Cadres et professions intellectuelles supérieures",
    "En recherche d'emploi",
    "Bac+3",
    "Île-de-France",
    "Non renseigné",
    "12 mois et plus",
    "3 UE",
    "192.168.0.300",
    "284057511600159",
    "FR7630006000011234567890180",
    "1234567890",
    "A12",
    "Plus de 1 an",
    "5 cours du soir",
]


@pytest.mark.parametrize(
    ("kind", "text"), [(k, text) for k, texts in HELD.items() for text in texts]
)
def test_its_form_says_which_personal_data_a_text_holds(kind: str, text: str) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize("text", FREE)
def test_codes_labels_and_plain_words_hold_none(text: str) -> None:
    assert kind_of(text) is None


@given(
    st.sampled_from("12"),
    st.integers(0, 99),
    st.integers(1, 12),
    st.sampled_from([*(f"{d:02}" for d in range(1, 96) if d != 20), "2A", "2B"]),
    st.integers(0, 999_999),
)
def test_one_key_alone_fits_a_social_security_number(
    sex: str, year: int, month: int, place: str, rest: int
) -> None:
    number = f"{sex}{year:02}{month:02}{place}{rest:06}"
    assert is_nir(number)
    assert sum(is_nir(f"{number}{key:02}") for key in range(100)) == 1


@given(st.integers(0, 4 * PIECE), st.integers(0, 4 * PIECE))
def test_a_long_text_is_looked_at_in_pieces_that_miss_no_form(length: int, place: int) -> None:
    text = "".join(chr(0x4E00 + n % 20_000) for n in range(length))
    parts = list(pieces(text))
    assert all(len(part) <= PIECE for part in parts)
    assert sum(map(len, parts)) <= length + OVERLAP * (len(parts) - 1)
    window = text[place : place + OVERLAP]
    assert any(window in part for part in parts)


@pytest.mark.parametrize(
    ("kind", "text"), [(k, texts[0]) for k, texts in HELD.items() if k != "other"]
)
@pytest.mark.parametrize("before", [0, 1000, 1790, 1800, 2040, 2048, 32_000])
def test_personal_data_is_found_wherever_it_stands_in_a_long_text(
    kind: str, text: str, before: int
) -> None:
    around = "mot " * 10_000
    assert kind_of(f"{around[:before]} {text} {around[:before]}") == kind


@pytest.mark.parametrize("text", ["a" * 32_000, "a." * 16_000, "a@" * 16_000, "A " * 16_000])
def test_a_cell_of_any_length_has_an_answer(text: str) -> None:
    assert kind_of(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("03/04/1971", True),
        ("3/4/71", True),
        ("3.4.1971", True),
        ("03-04-1971", True),
        ("1971-04-03", True),
        ("1971-04-03 00:00:00", True),
        ("3 avril 1971", True),
        ("1er août 1971", True),
        ("2015-2016", False),
        ("31/13/1971", False),
        ("B2.1", False),
        ("12", False),
        ("né le 03/04/1971", False),
    ],
)
def test_a_day_is_one_however_it_is_written(text: str, day: bool) -> None:
    assert is_day(text) == day


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("03/04/1971", "birth_date"),
        ("2005-12-31", "birth_date"),
        ("01/09/2015", None),
        ("DURAND Marie", "name"),
        ("Marie LE GOFF", "name"),
        ("Marie", None),
        ("1850578006084", "nir"),
        ("jean@example.org", "email"),
        ("X", None),
    ],
)
def test_a_whole_text_may_be_a_day_of_birth_or_a_name_in_full(text: str, kind: str | None) -> None:
    assert kind_of_whole(text) == kind
    assert is_full_name(text) == (kind == "name")
