"""In which words of SQL are some scans asked for, in one statement?

The text depends on the shapes of the scans alone: names come from the stored tables, what is kept is bound as numbers.
Building it takes milliseconds, so it is kept by its shapes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from sqlglot import exp

from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Counted
from dashboard.ingest.derive.analysis import HEADS, KEY, PERSON, WEIGHT
from dashboard.ingest.stored.tables import StoredTables
from dashboard.sources.sql.scans import Shape

KEPT_STATEMENTS = 512

ROWS, PEOPLE = "r", "p"
"""What the rows that are counted, and those of their people, are called in a statement."""

SCAN, COUNT, WEIGHED, KEY_SUM, PARTS = "scan", "n", "w", "key", "parts"
"""The columns of an answer beside the positions: which scan, how many rows, what they weigh, what rounding needs."""

TableOf = Callable[[Counted], exp.Table]
"""Where an engine has the table of what is counted."""


def position_column(place: int) -> str:
    """The column of an answer that has the positions along the dimension at `place` of its scan."""
    return f"k{place}"


class Statements:
    """The statements of one engine over one version of the tables."""

    def __init__(self, dialect: str, stored: StoredTables, table_of: TableOf) -> None:
        self._dialect = dialect
        self._columns = stored.columns
        self._table_of = table_of
        self.text = lru_cache(maxsize=KEPT_STATEMENTS)(self._text)

    def _text(self, shapes: tuple[Shape, ...]) -> str:
        """The statement of scans of these shapes, whose parameters are the positions that each keeps, in order."""
        width = max(len(shape.keys) for shape in shapes)
        selects: Sequence[exp.Query] = [
            self._select(number, shape, width) for number, shape in enumerate(shapes)
        ]
        whole = selects[0]
        for select in selects[1:]:
            whole = exp.union(whole, select, distinct=False, copy=False)
        return whole.sql(dialect=self._dialect)

    def _select(self, number: int, shape: Shape, width: int) -> exp.Select:
        counted, keys = shape.counted, shape.keys
        columns = {key: self._column(counted, key) for key in keys}
        places = [_integer(columns[key]) for key in keys]
        places += [_integer(exp.Null()) for _ in range(width - len(keys))]
        weight = _column(ROWS, WEIGHT)
        sums = {
            WEIGHED: WEIGHT if shape.weighted else None,
            KEY_SUM: KEY if shape.keyed else None,
            PARTS: HEADS if shape.keyed and counted != "beneficiary" else None,
        }
        select = exp.select(
            exp.alias_(exp.Literal.number(number), SCAN, quoted=True),
            *(exp.alias_(place, position_column(i), quoted=True) for i, place in enumerate(places)),
            exp.alias_(exp.Count(this=exp.Star()), COUNT, quoted=True),
            *(exp.alias_(_sum(column), name, quoted=True) for name, column in sums.items()),
        ).from_(exp.alias_(self._table_of(counted), ROWS, table=True, quoted=True))
        if any(key not in self._columns[counted] for key in self._read(shape)):
            select = select.join(
                exp.alias_(self._table_of("beneficiary"), PEOPLE, table=True, quoted=True),
                on=exp.EQ(this=_column(ROWS, PERSON), expression=_column(PEOPLE, PERSON)),
                copy=False,
            )
        if shape.weighted:
            select = select.where(exp.GT(this=weight, expression=exp.Literal.number(0)), copy=False)
        for key, positions in shape.conditions:
            wanted = [exp.Placeholder() for _ in range(positions)]
            kept = exp.In(this=self._column(counted, key), expressions=wanted)
            select = select.where(kept, copy=False)
        return _grouped(select, shape.sets, columns)

    def _read(self, shape: Shape) -> tuple[Dimension, ...]:
        return (*shape.keys, *(key for key, _ in shape.conditions))

    def _column(self, counted: Counted, key: Dimension) -> exp.Column:
        own = self._columns[counted].get(key)
        if own is not None:
            return _column(ROWS, own)
        return _column(PEOPLE, self._columns["beneficiary"][key])


def _grouped(
    select: exp.Select, sets: Sequence[Sequence[Dimension]], columns: Mapping[Dimension, exp.Column]
) -> exp.Select:
    """`select` counted along each of `sets`: its other columns are then null, which no column of ours ever is."""
    if len(sets) == 1:
        return select.group_by(*(columns[key].copy() for key in sets[0]), copy=False)
    tuples = [exp.Tuple(expressions=[columns[key].copy() for key in keys]) for keys in sets]
    select.set("group", exp.Group(grouping_sets=[exp.GroupingSets(expressions=tuples)]))
    return select


def _sum(column: str | None) -> exp.Expression:
    """The sum of a column of the rows, as eight bytes; null of none."""
    summed = exp.Null() if column is None else exp.Sum(this=_column(ROWS, column))
    return exp.cast(summed, exp.DType.BIGINT)


def _column(table: str, name: str) -> exp.Column:
    return exp.column(name, table=table, quoted=True)


def _integer(expression: exp.Expression) -> exp.Expression:
    """As four bytes: columns are of one type in every part of a union, those that are null as well."""
    return exp.cast(expression.copy(), exp.DType.INT)
