"""Which columns of a table hold personal data, by their names or by what stands in them?"""

from collections.abc import Sequence

import pytest

from dashboard.ingest.raw.grid import Grid, RawRow
from dashboard.ingest.raw.mapping.model import ColumnMapping
from dashboard.ingest.raw.personal.found import found
from dashboard.ingest.raw.personal.kept import personal_in_kept
from tests.support.exhibits import plain


def grid_of(header: str, values: Sequence[str]) -> Grid:
    rows = tuple(RawRow(n + 2, (value,)) for n, value in enumerate(values))
    return Grid("a.csv", "", (header,), rows)


MAILS = ("a@exemple.fr", "b@exemple.fr")


def test_a_column_is_found_by_its_name_whatever_stands_in_it() -> None:
    (column,) = found(grid_of("Nom", ("", "x")))
    assert (column.kind, column.by_name, column.whole, column.cells) == ("name", True, True, 0)


def test_a_column_is_found_by_its_values_whatever_it_is_called() -> None:
    (column,) = found(grid_of("Colonne 3", MAILS))
    assert (column.kind, column.by_name, column.whole, column.cells) == ("email", False, True, 2)


def test_a_few_values_among_others_are_told_but_do_not_make_the_column() -> None:
    (column,) = found(grid_of("Colonne 3", (*MAILS[:1], *["FOD"] * 9)))
    assert (column.whole, column.cells, column.filled) == (False, 1, 10)


def test_names_in_full_are_found_where_most_cells_look_like_one() -> None:
    (column,) = found(grid_of("Colonne 3", ("DURAND Paul", "LE GALL Anne", "Marie PETIT")))
    assert (column.kind, column.whole) == ("name", True)


@pytest.mark.parametrize(
    "values", [("CDI", "CDD"), ("Temps plein", "Temps partiel"), ("BTS Comptabilité", "Bac")]
)
def test_answers_are_no_personal_data(values: Sequence[str]) -> None:
    assert found(grid_of("Colonne 3", values)) == ()


@pytest.mark.parametrize(
    ("variable", "then"),
    [
        ("beneficiary_id", "L'identifiant est haché, mais une telle donnée change ou se devine"),
        ("gender", "Ces lignes sont refusées."),
        ("unit", "Ces lignes sont refusées."),
    ],
)
def test_personal_data_in_a_column_that_is_kept_is_told_without_its_values(
    variable: str, then: str
) -> None:
    columns = [(0, ColumnMapping(column="X", variable=variable))]
    (finding,) = personal_in_kept(grid_of("X", MAILS), columns)
    said = "2 cellules de la forme d'une donnée personnelle (adresse électronique). "
    assert finding.level == "warning"
    assert plain(finding.message).startswith(said + then)
    assert "exemple.fr" not in finding.message


def test_columns_without_any_and_those_left_out_are_not_told() -> None:
    kept = [(0, ColumnMapping(column="X", variable="unit"))]
    assert list(personal_in_kept(grid_of("X", ("NFP101",)), kept)) == []
    left = [(0, ColumnMapping(column="X", personal="email"))]
    assert list(personal_in_kept(grid_of("X", MAILS), left)) == []
