"""What does a batch of queries read like in SQL, and is nothing in it that a reader has chosen?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pyarrow as pa
import pytest
from sqlglot import exp, parse_one

from dashboard.domain.query import Query, crossing, narrowed
from dashboard.domain.selection import Selection
from dashboard.ingest.stored.tables import StoredTables
from dashboard.sources.sql.answers import answered
from dashboard.sources.sql.scans import scans_of
from dashboard.sources.sql.statements import Statements
from tests.support.engines import demonstration, stored_of

WOMEN = narrowed(Selection(), gender=["F"])
MEN = narrowed(Selection(), gender=["M"])
TEXT = {
    "duckdb": """
        SELECT 0 AS "scan", CAST("p"."gender" AS INT) AS "k0", COUNT(*) AS "n", CAST(NULL AS BIGINT) AS "w",
            CAST(NULL AS BIGINT) AS "key", CAST(NULL AS BIGINT) AS "parts"
        FROM unit AS "r" JOIN beneficiary AS "p" ON "r"."person" = "p"."person"
        WHERE "p"."region" IN (?, ?) GROUP BY GROUPING SETS (("p"."gender"), ())
    """,
    "postgres": """
        SELECT 0 AS "scan", CAST("p"."gender" AS INT) AS "k0", COUNT(*) AS "n", CAST(NULL AS BIGINT) AS "w",
            CAST(NULL AS BIGINT) AS "key", CAST(NULL AS BIGINT) AS "parts"
        FROM unit AS "r" JOIN beneficiary AS "p" ON "r"."person" = "p"."person"
        WHERE "p"."region" IN (%s, %s) GROUP BY GROUPING SETS (("p"."gender"), ())
    """,
    "spark": """
        SELECT 0 AS `scan`, CAST(`p`.`gender` AS INT) AS `k0`, COUNT(*) AS `n`, CAST(NULL AS BIGINT) AS `w`,
            CAST(NULL AS BIGINT) AS `key`, CAST(NULL AS BIGINT) AS `parts`
        FROM unit AS `r` JOIN beneficiary AS `p` ON `r`.`person` = `p`.`person`
        WHERE `p`.`region` IN (?, ?) GROUP BY GROUPING SETS ((`p`.`gender`), ())
    """,
}


@pytest.fixture
def stored() -> StoredTables:
    return stored_of(demonstration())


def asked(
    stored: StoredTables, *queries: Query, dialect: str = "duckdb"
) -> list[tuple[str, list[int]]]:
    """The statements of a batch with their parameters, which find nobody."""
    statements: list[tuple[str, list[int]]] = []

    def noted(text: str, parameters: Sequence[int]) -> pa.Table:
        statements.append((text, list(parameters)))
        names = [*("scan", "n", "w", "key", "parts"), *(f"k{i}" for i in range(20))]
        return pa.table({name: pa.array([], pa.int64()) for name in names})

    answered(queries, stored, Statements(dialect, stored, exp.to_table), noted)
    return statements


@pytest.mark.parametrize("dialect", TEXT)
def test_a_statement(dialect: str, stored: StoredTables) -> None:
    two = narrowed(Selection(), region=["52", "11"])
    batch = [crossing("gender", of=two, counted="unit"), crossing(of=two, counted="unit")]
    ((text, parameters),) = asked(stored, *batch, dialect=dialect)
    assert text == " ".join(TEXT[dialect].split())
    codes = stored.vocabulary.codes(crossing("region").by[0])
    assert [codes[position] for position in parameters] == sorted(["52", "11"], key=codes.index)


def test_what_rounding_needs_is_summed_in_whole_numbers(stored: StoredTables) -> None:
    batch = [replace(crossing(counted=counted), keyed=True) for counted in ("unit", "beneficiary")]
    ((text, _),) = asked(stored, *batch)
    units, people = text.split(" UNION ALL ")
    key = 'CAST(SUM("r"."key") AS BIGINT) AS "key"'
    assert f'{key}, CAST(SUM("r"."heads") AS BIGINT) AS "parts"' in units
    assert f'{key}, CAST(NULL AS BIGINT) AS "parts"' in people


def test_a_batch_is_one_statement_and_rows_of_one_kind_are_gone_through_once(
    stored: StoredTables,
) -> None:
    batch = [
        crossing("region"),
        crossing("gender", "cohort"),
        crossing("region", of=WOMEN),
        crossing("region", counted="unit"),
        crossing("region"),
    ]
    ((text, _),) = asked(stored, *batch)
    assert len(list(parse_one(text, dialect="duckdb").find_all(exp.Select))) == 3
    assert [len(scans) for scans in scans_of(batch, stored).values()] == [1, 1, 1]


def test_the_text_is_the_same_whatever_is_chosen(stored: StoredTables) -> None:
    ((women, of_women),) = asked(stored, crossing("cohort", of=WOMEN))
    ((men, of_men),) = asked(stored, crossing("cohort", of=MEN))
    assert women == men
    assert of_women != of_men


def test_a_text_is_built_once(stored: StoredTables) -> None:
    statements = Statements("duckdb", stored, exp.to_table)
    shapes = [
        tuple(scan.shape for scans in scans_of([query], stored).values() for scan in scans)
        for query in (crossing("cohort", of=WOMEN), crossing("cohort", of=MEN))
    ]
    assert statements.text(shapes[0]) is statements.text(shapes[1])


@pytest.mark.parametrize("code", ["F'; DROP TABLE beneficiary; --", "%s", "?"])
def test_what_is_no_code_is_in_no_statement(code: str, stored: StoredTables) -> None:
    assert asked(stored, crossing(of=narrowed(Selection(), gender=[code]))) == []
    ((text, parameters),) = asked(stored, crossing(of=narrowed(Selection(), gender=["F", code])))
    assert code == "?" or code not in text
    assert parameters == [0]


def test_no_question_is_no_statement(stored: StoredTables) -> None:
    assert asked(stored) == []
