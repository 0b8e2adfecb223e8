"""Is personal data told by its form, and are codes, labels and plain words left alone?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.ingest.personal.nir import is_nir
from dashboard.ingest.personal.values import kind_of

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
