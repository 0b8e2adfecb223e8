"""Does a CSV file open in a French spreadsheet with the numbers of the page, and without running anything?"""

import csv
from dataclasses import replace
from io import StringIO

import pytest

from dashboard.content.data_table import DataTable, Row
from dashboard.exhibits.exhibit import Exhibit
from dashboard.outputs.csv import write_csv
from dashboard.publication import Publication
from tests.support.exhibits import composed, handmade, holding, keys


def exhibit(
    data_table: DataTable, selection: str = "Femmes", stamp: str = "synthétiques"
) -> Exhibit:
    """An exhibit that holds `data_table`."""
    return handmade(holding(data_table), selection, stamp)


def lines(exhibit: Exhibit) -> list[list[str]]:
    """The rows of the file, header first, as a French spreadsheet reads them."""
    text = write_csv(exhibit).decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline=""), delimiter=";", strict=True))


def table(
    *rows: Row, with_intervals: bool = False, measure_names: tuple[str, ...] = ()
) -> DataTable:
    return DataTable(("région",), "effectif", rows, measure_names, with_intervals=with_intervals)


def test_the_bytes_are_those_that_excel_expects() -> None:
    raw = write_csv(exhibit(table(Row(keys("Île-de-France"), 13, 40))))
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\xef\xbb\xbf") == 1
    assert raw.decode("utf-8-sig").splitlines(keepends=True) == [
        "région;effectif;base;part;sélection;données\r\n",
        "Île-de-France;13;40;32,5;Femmes;synthétiques, version abc123\r\n",
    ]


@pytest.mark.parametrize(
    ("count", "base", "cells"),
    [
        (13, 40, ["13", "40", "32,5"]),
        (10, 30, ["10", "30", "33,33"]),
        # No share of fewer than ten is told.
        (1, 3, ["1", "3", "s"]),
        (0, 40, ["0", "40", "0"]),
        (40, 40, ["40", "40", "100"]),
        (1044, 1044, ["1044", "1044", "100"]),
        (0, 0, ["0", "0", ""]),
        (7, None, ["7", "", ""]),
    ],
)
def test_a_cell_has_its_count_its_base_and_its_share(
    count: int, base: int | None, cells: list[str]
) -> None:
    assert lines(exhibit(table(Row(keys("Corse"), count, base))))[1][1:4] == cells


@pytest.mark.parametrize(
    ("count", "base", "bounds"),
    [
        (50, 100, ["40,38", "59,62"]),
        (15, 20, ["53,13", "88,81"]),
        (0, 0, ["", ""]),
        (7, None, ["", ""]),
    ],
)
def test_a_share_that_is_compared_has_its_interval(
    count: int, base: int | None, bounds: list[str]
) -> None:
    header, row = lines(exhibit(table(Row(keys("Corse"), count, base), with_intervals=True)))
    assert header[1:6] == ["effectif", "base", "part", "ic95_bas", "ic95_haut"]
    assert row[4:6] == bounds


def test_further_measures_follow_with_a_decimal_comma() -> None:
    data_table = table(
        Row(keys("Corse"), 3, None, (2.53, 1044, None)),
        measure_names=("moyenne", "bénéficiaires", "autre"),
    )
    header, row = lines(exhibit(data_table))
    assert header == [
        "région",
        "effectif",
        "base",
        "part",
        "moyenne",
        "bénéficiaires",
        "autre",
        "sélection",
        "données",
    ]
    assert row == [
        "Corse",
        "3",
        "",
        "",
        "2,53",
        "1044",
        "",
        "Femmes",
        "synthétiques, version abc123",
    ]


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://x";"y")',
        "+33",
        "-1",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\nx",
        "  =1+1",
        "\u00a0=1+1",
        "\ufeff=1+1",
        "\u202e=1+1",
        "\uff1d1+1",
    ],
)
def test_no_text_is_taken_for_a_formula(text: str) -> None:
    data_table = DataTable(
        ("région", text),
        "effectif",
        (Row(keys(text, ""), 10, 20, (3,), remarks=(text,)),),
        measure_names=(text,),
        remark_names=(text,),
    )
    header, row = lines(exhibit(data_table, selection=text, stamp=text))
    assert [header[1], header[5], header[6]] == [f"'{text}"] * 3
    assert [row[0], row[6], row[7]] == [f"'{text}"] * 3
    assert row[8] == f"'{text}, version abc123"


@pytest.mark.parametrize("unseen", ["\x00", "\x0b", "\x1b", "\x00\x1f"])
def test_what_no_reader_sees_hides_no_formula(unseen: str) -> None:
    row = lines(exhibit(table(Row(keys(f"{unseen}=1+1"), 1, 2))))[1]
    assert row[0] == "'=1+1"


@pytest.mark.parametrize(
    ("value", "cell"), [(-0.003, "0"), (-0.0, "0"), (-0.006, "-0,01"), (0.003, "0"), (-1.5, "-1,5")]
)
def test_a_difference_that_rounds_to_nothing_has_no_sign(value: float, cell: str) -> None:
    assert (
        lines(exhibit(table(Row(keys("Corse"), 1, 2, (value,)), measure_names=("écart",))))[1][4]
        == cell
    )


@pytest.mark.parametrize("text", ["a;b", 'dit « "oui" »', "deux\nlignes", "1 044", "été"])
def test_any_other_text_is_written_as_it_is(text: str) -> None:
    assert lines(exhibit(table(Row(keys(text), 1, 2))))[1][0] == text


def test_a_row_that_counts_nothing_has_no_number_rather_than_zero() -> None:
    assert lines(exhibit(table(Row(keys("Corse"), None, None))))[1][1:4] == ["", "", ""]


def test_real_tables_are_identified_by_their_version() -> None:
    assert lines(exhibit(table(Row(keys("Corse"), 10, 20)), stamp=""))[1][-1] == "version abc123"


def test_a_table_without_rows_says_so_in_one_line() -> None:
    header, row = lines(exhibit(table()))
    assert dict(zip(header, row, strict=True)) == {
        "région": "Aucune ligne.",
        "effectif": "",
        "base": "",
        "part": "",
        "sélection": "Femmes",
        "données": "synthétiques, version abc123",
    }


def test_nobody_is_one_line_with_the_reason_and_no_zero(publication: Publication) -> None:
    header, row = lines(composed("statut", "?promotion=2012-2013", publication))
    assert row[0].startswith("La promotion 2012-2013 est hors champ de l'enquête")
    cells = dict(zip(header, row, strict=True))
    assert (cells["effectif"], cells["base"], cells["part"]) == ("", "", "")
    assert "synthétiques" in row[-1]


@pytest.mark.parametrize(
    ("view", "search", "column", "position"),
    [
        ("carte", "", "réglage (année universitaire)", "Toutes"),
        ("carte", "?carte.annee=2015-2016", "réglage (année universitaire)", "2015-2016"),
        ("carte", "?carte.mesure=femmes", "réglage (indicateur)", "Part de femmes"),
        ("statut", "?statut.base=interroges", "réglage (base)", "Tous les interrogés"),
        ("csp", "?csp.vagues=toutes", "réglage (vagues)", "Toutes"),
        ("comparer", "?b.genre=H&comparer.vue=emploi", "réglage (base)", "Répondants"),
    ],
)
def test_the_switches_in_force_are_written(
    view: str, search: str, column: str, position: str, publication: Publication
) -> None:
    header, *rows = lines(composed(view, search, publication))
    assert {row[header.index(column)] for row in rows} == {position}


def test_headers_start_in_lower_case(publication: Publication) -> None:
    for search in ("", "?carte.decoupage=2016"):
        header, *_ = lines(composed("carte", search, publication))
        assert [name for name in header if name[:1].isupper() and not name.startswith("UE ")] == []


@pytest.mark.parametrize("view", ["chiffres-cles", "carte", "statut", "csp", "secteur"])
def test_each_view_writes_one_line_a_row_of_its_table(view: str, publication: Publication) -> None:
    exported = composed(view, "?promotion=2015-2016", publication)
    header, *rows = lines(exported)
    assert len(set(header)) == len(header)
    assert {"effectif", "base", "part"} <= set(header)
    assert len(rows) == len(exported.content.data_table.rows) > 0
    assert {len(row) for row in rows} == {len(header)}
    assert {row[-2] for row in rows} == {"Promotion 2015-2016"}
    assert all("synthétiques" in row[-1] for row in rows)


def test_what_an_exhibit_is_read_against_stands_behind_every_row() -> None:
    told = holding(table(Row(keys("Bretagne"), 1, 2), Row(keys("Corse"), 1, 4)))
    header, *rows = lines(handmade(replace(told, benchmarks=("France : 47 %", "Cnam : 53 %"))))
    assert header[-1] == "repères"
    assert [row[-1] for row in rows] == ["France : 47 % ; Cnam : 53 %"] * 2
    assert "repères" not in lines(handmade(told))[0]
