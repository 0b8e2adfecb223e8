"""Is one person one, and are two people two, however their identifiers are written?"""

from __future__ import annotations

import pytest

from dashboard.domain.errors import ImportingError
from dashboard.ingest.raw.result.alarms import alarms
from tests.ingest.raw.small import came, enrolments, survey

PLACEHOLDERS = [
    "N/A", "n/a", "NA", "#N/A", "#REF!", "inconnu", "Inconnue", "Inconnu(e)", "INCONNU", "-", "--", "?", "???", ".",
    "/", "0", "000", "0,0", "néant", "aucun", "Non renseigné", "non communiqué", "NR", "N.C.", "NSP", "(vide)", "null",
    "NaN", "xxx", "X X X", "sans objet", "à compléter", "En attente",
]  # fmt: skip


@pytest.mark.parametrize("text", PLACEHOLDERS)
@pytest.mark.parametrize("column", ["id", "wide id"])
def test_rows_whose_identifier_says_that_there_is_none_are_nobodys(text: str, column: str) -> None:
    rows = "\n".join(f"{text}|2013-2014|A{n}" for n in range(1, 10))
    after = came(enrolments(f"{column}|year|unit\n{rows}\n12|2013-2014|A1"))
    assert len(after.made.tables["beneficiaries"]) == 1
    assert after.met() == {"identifiant de personne": 9}


@pytest.mark.parametrize("text", ["1", "10", "N12", "NR12", "A0", "ND-7", "X1", "00100", "NA1"])
def test_what_only_resembles_an_absence_is_somebody(text: str) -> None:
    after = came(enrolments(f"id|year|unit\n{text}|2013-2014|A1"))
    assert len(after.made.tables["beneficiaries"]) == 1


def test_a_unit_that_says_that_there_is_none_is_refused_too() -> None:
    after = came(enrolments("id|year|unit\n1|2013-2014|N/A\n2|2013-2014|?\n3|2013-2014|A1"))
    assert after.table("units", "unit") == [("A1",)]


def test_an_identifier_that_a_sheet_has_rounded_is_refused() -> None:
    after = came(enrolments("id|year|unit\n1,23E+11|2013-2014|A1\n2|2013-2014|A1"))
    assert after.met() == {"identifiant arrondi": 1}


@pytest.mark.parametrize("column", ["id", "wide id"])
@pytest.mark.parametrize("forms", [("123", "123.0", "123,0", "123,00", "'123", '="123"', " 1 23 ")])
def test_one_number_is_one_person_however_a_sheet_wrote_it(
    column: str, forms: tuple[str, ...]
) -> None:
    rows = "\n".join(f"{text}|2013-2014|A{n}" for n, text in enumerate(forms))
    after = came(enrolments(f"{column}|year|unit\n{rows}"))
    assert len(after.made.tables["beneficiaries"]) == 1
    assert len(after.made.tables["units"]) == len(forms)


def test_a_width_gives_zeros_back_to_a_number_with_a_zero_decimal() -> None:
    after = came(
        enrolments(
            "wide id|year|unit\n00123|2013-2014|A1\n123.0|2013-2014|A2\n123,0|2013-2014|A3\n00123.0|2013-2014|A4"
        )
    )
    assert len(after.made.tables["beneficiaries"]) == 1
    assert after.changed()["décimale ôtée"] == 3


@pytest.mark.parametrize(
    ("before", "column", "now", "width"),
    [
        ("00012", "id", "12", 5),
        ("00012", "id", "12,0", 5),
        ("000000000012", "id", "12", 12),
        ("012", "wide id", "12", 5),
    ],
)
def test_last_years_people_do_not_become_new_ones_for_want_of_zeros(
    before: str, column: str, now: str, width: int
) -> None:
    earlier = came(enrolments(f"id|year|unit\n{before}|2013-2014|A1")).earlier()
    with pytest.raises(ImportingError) as caught:
        came(enrolments(f"{column}|year|unit\n{now}|2014-2015|A2"), earlier=earlier)
    assert f"« width = {width} »".replace(" ", "\u00a0") in str(caught.value).replace(" ", "\u00a0")
    assert "jeu précédent" in str(caught.value).replace("\u00a0", " ")


def test_where_last_year_has_no_zeros_it_is_to_be_imported_again() -> None:
    earlier = came(enrolments("id|year|unit\n12|2013-2014|A1")).earlier()
    with pytest.raises(ImportingError, match="importez-le de nouveau avec cette largeur"):
        came(enrolments("id|year|unit\n00012|2014-2015|A2"), earlier=earlier)


def test_known_people_and_new_ones_are_added_where_no_zero_is_lost() -> None:
    earlier = came(enrolments("id|year|unit\n00012|2013-2014|A1\nB7|2013-2014|A1")).earlier()
    after = came(
        enrolments("wide id|year|unit\n12|2014-2015|A2\nB7|2014-2015|A2\n13|2014-2015|A2"),
        earlier=earlier,
    )
    assert len(after.made.tables["beneficiaries"]) == 3


@pytest.mark.parametrize(
    ("column", "said", "shared"),
    [
        ("born", ["01/01/1970", "02/02/1971", "03/03/1972"], True),
        ("born", ["01/01/1970", "01/01/1970", "10/01/1970"], False),
        ("gender", ["Mme", "M.", "Mme", "M.", "Mme", "M."], True),
        ("gender", ["Mme", "Mme", "Mme", "Mme", "M."], False),
    ],
)
def test_an_identifier_whose_rows_contradict_each_other_too_often_is_told(
    column: str, said: list[str], shared: bool
) -> None:
    rows = "\n".join(f"7|2013-2014|A{n}|{text}" for n, text in enumerate(said))
    after = came(enrolments(f"id|year|unit|{column}\n{rows}"), survey("id|status\n7|CDI"))
    told = [alarm for alarm in alarms(after.made) if alarm.check == "shared-identifier"]
    assert bool(told) == shared
    if shared:
        assert told[0].message.startswith(f"{len(said)} lignes ont un identifiant")
        assert told[0].place.file == "e0.csv"
