"""Does a text name any of the people whose names stand in the files?"""

import pytest

from dashboard.ingest.raw.personal.known import Names
from tests.ingest.raw.small import came, enrolments


def names(*rows: dict[str, str]) -> Names:
    known = Names()
    for row in rows:
        known.add(row)
    return known


APART = names(
    {"Identité Nom": "DURAND", "Identité Prénom": "Rose"},
    {"Identité Nom": "Le Gall", "Identité Prénom": "Jean-Pierre"},
    {"Nom": "PETIT", "Prénom": ""},
    {"Nom": "MARTIN-DUBOIS", "Prénom": "Éva"},
)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Vu avec M Durand", True),
        ("DURAND a répondu pour elle", True),
        ("rose durand m'a aidé", True),
        ("durand rose", True),
        ("La Rose est son cours préféré", False),
        ("Tout est rose", False),
        ("le durand", False),
        ("Durandal", False),
        ("Le Gall est venu", True),
        ("le gall", False),
        ("Gall", False),
        ("jean-pierre le gall", True),
        ("jean le gall", True),
        ("jean le matin", False),
        ("Dubois est venu", True),
        ("Martin Dubois", True),
        ("Un petit salaire", False),
        ("Petit l'a dit", True),
        ("", False),
    ],
)
def test_surnames_in_capitals_and_full_names_are_found_and_first_names_are_words(
    text: str, named: bool
) -> None:
    assert APART.stand_in(text) is named


@pytest.mark.parametrize(
    ("cell", "text", "named"),
    [
        ("DURAND Marie", "Durand m'a dit", True),
        ("Marie DURAND", "Durand m'a dit", True),
        ("Marie DURAND", "Marie m'a dit", False),
        # Nothing tells which word is the surname.
        ("Marie Durand", "Durand m'a dit", False),
        ("Marie Durand", "durand marie m'a dit", True),
    ],
)
def test_a_column_of_full_names_gives_what_its_capitals_tell(
    cell: str, text: str, named: bool
) -> None:
    assert names({"Nom et prénom": cell}).stand_in(text) is named


def test_a_kept_text_that_names_another_person_of_any_file_is_withheld() -> None:
    two = came(
        enrolments("id|year|unit|nom|prénom\n1|2013-2014|A1|DURAND|Rose\n|2013-2014|A1|MOREAU|Léa"),
        enrolments(
            "id|year|unit|text\n2|2013-2014|A1|Vu avec Durand\n3|2013-2014|A1|Vie en rose\n4|2013-2014|A1|Moreau"
        ),
    )
    assert [row["text"] for row in two.made.texts] == ["Vie en rose"]
    assert two.met()["donnée personnelle dans un texte"] == 2
