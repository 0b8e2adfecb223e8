"""Is a code that is written as it stands nobody's name, address or day of birth?"""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from dashboard.ingest.raw.result.files import table_files
from tests.ingest.raw.small import Came, came, enrolments

CODES = [
    "NFP101",
    "CCG 102",
    "UE-3",
    "75-A",
    "2015-2016",
    "ANG",
    "12",
    "B2.1",
    "3 UE",
    "10101010",
    "75011AB",
    "12345",
]

FORMS = [
    "Mme Durand", "MME DURAND", "12 rue Victor Hugo", "12 RUE VICTOR HUGO", "75011 PARIS", "75011 Paris", "03/04/1971",
    "3-4-1971", "03.04.1971", "1971-04-03", "3 avril 1971", "03/04/71", "marie@exemple.org", "06 12 34 56 78",
    "0612345678", "1 85 05 78 006 084", "1850578006084", "FR76 3000 6000 0112 3456 7890 189", "DURAND Marie",
    "Marie DURAND", "LE GOFF Anne",
    "12RUEVICTORHUGO", "3bisavenueFoch", "75011PARIS", "03041971", "19710403",
]  # fmt: skip
"""Personal data by its form alone, as it is typed: rewritten as a code, it has the form of nothing."""

NAMES = [
    "Kervadec", "KERVADEC", "Le Goff", "LEGOFF", "legoff", "Le-Goff", "MARIEDURAND", "durandmarie", "Marie Durand",
    "MMEDURAND", "M.Durand", "JDURAND", "Dürand", "Jean-Marc", "LILAS",
]  # fmt: skip
"""Names and words of an address that stand in a column of personal data, of the same row or of another."""

PEOPLE = "\n".join(
    f"{n}|2013-2014|NFP{n}|{name}"
    for n, name in enumerate(
        ["KERVADEC Jean-Marc", "LE GOFF", "Durand Marie", "3 rue des Lilas"], 100
    )
)


def units_of(after: Came) -> set[str]:
    rows = csv.DictReader(StringIO(table_files(after.made, after.book)["units.csv"].decode()))
    return {row["unit"] for row in rows}


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_written(code: str) -> None:
    after = came(enrolments(f"id|year|unit|name\n1|2013-2014|{code}|Durand\n{PEOPLE}"))
    assert after.met() == {}
    assert code.replace(" ", "") in units_of(after)


@pytest.mark.parametrize("code", FORMS)
def test_what_has_the_form_of_personal_data_is_never_written_as_a_code(code: str) -> None:
    after = came(enrolments(f"id|year|unit\n1|2013-2014|{code}\n2|2013-2014|NFP101"))
    assert after.met() == {"donnée personnelle dans un code": 1}
    assert units_of(after) == {"NFP101"}


@pytest.mark.parametrize("code", NAMES)
@pytest.mark.parametrize("times", [1, 5])
def test_a_name_of_anybody_is_never_written_as_a_code(code: str, times: int) -> None:
    rows = "\n".join(f"{n}|2013-2014|{code}|" for n in range(1, times + 1))
    after = came(enrolments(f"id|year|unit|name\n{rows}\n{PEOPLE}"))
    assert after.met() == {"donnée personnelle dans un code": times}
    assert units_of(after) == {"NFP100", "NFP101", "NFP102", "NFP103"}


def test_the_name_that_another_file_has_is_known_too() -> None:
    after = came(
        enrolments("id|year|unit\n1|2013-2014|Kervadec\n2|2013-2014|NFP1"),
        enrolments("id|year|unit|name\n3|2013-2014|NFP2|KERVADEC"),
    )
    assert units_of(after) == {"NFP1", "NFP2"}
    assert after.places() == [("e0.csv", 2, "unit", "donnée personnelle dans un code")]


def test_the_name_of_a_row_that_is_refused_is_known_too() -> None:
    after = came(
        enrolments(
            "id|year|unit|name\n1|2013-2014|Kervadec|\n2|jadis|NFP1|KERVADEC\n3|2013-2014|NFP2|"
        )
    )
    assert units_of(after) == {"NFP2"}


@pytest.mark.parametrize(("times", "kept"), [(1, False), (2, False), (3, True)])
def test_a_word_without_figures_that_hardly_anybody_has_may_be_a_name(
    times: int, kept: bool
) -> None:
    rows = "\n".join(f"{n}|2013-2014|Kervadec" for n in range(1, times + 1))
    after = came(enrolments(f"id|year|unit\n{rows}\n9|2013-2014|NFP1"))
    assert ("KERVADEC" in units_of(after)) == kept
    assert after.met() == ({} if kept else {"code qui peut être un nom": times})


def test_a_word_that_earlier_tables_have_for_three_people_is_a_code() -> None:
    rows = "\n".join(f"{n}|2013-2014|MEMOIRE" for n in range(1, 4))
    earlier = came(enrolments(f"id|year|unit\n{rows}")).earlier()
    after = came(enrolments("id|year|unit\n9|2014-2015|Mémoire"), earlier=earlier)
    assert after.met() == {}
