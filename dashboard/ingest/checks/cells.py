"""Does each cell of a table hold what the codebook allows its variable?"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as arrow
import pyarrow.compute
from numpy.typing import NDArray

from dashboard.domain.codebook import Codebook, Variable
from dashboard.ingest.checks.report import Fault, faults_where
from dashboard.text.numbers import count
from dashboard.text.words import listed

UNREADY = "PySpark does not yet fully support pandas"
"""What pyspark says as often as pandera asks for it, where it is installed: nothing of ours goes through that."""

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", UNREADY, FutureWarning)
    import pandera.pandas as pa

PERSON = "beneficiary_id"
"""The column by which the tables are linked."""


PLAIN = r"\A[!-~]+\z"
"""A text without a space, a control character or a letter beyond ASCII: any identifier may be one."""


@dataclass(frozen=True)
class Rule:
    """Which texts a variable may hold, and the French words for that.

    Those that match `surely` are allowed without being asked: arrow finds them in a hundredth of the time.
    """

    allows: Callable[[str], bool]
    expected: str
    surely: str | None = None


def cell_faults(table: str, frame: pd.DataFrame, codebook: Codebook) -> list[Fault]:
    """The cells of `frame`, a table of text, that break the codebook."""
    rules = {column: _rule(codebook.variable(column), codebook) for column in frame.columns}
    schema = pa.DataFrameSchema(
        {
            column: pa.Column(
                checks=pa.Check(_each_distinct(rule), ignore_na=True),
                nullable=codebook.variable(column).nullable,
            )
            for column, rule in rules.items()
        },
        strict=True,
        ordered=True,
    )
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", UNREADY, FutureWarning)
            schema.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as error:
        cases = error.failure_cases
    else:
        return []
    faults = []
    for column, rule in rules.items():
        wrong = np.zeros(len(frame), dtype=bool)
        wrong[cases.loc[cases["column"] == column, "index"].to_numpy(dtype=np.intp)] = True
        faults += faults_where(table, frame, column, wrong, rule.expected)
    return faults


def allows(variable: Variable, text: str, codebook: Codebook) -> bool:
    """Whether the codebook allows `text` in a cell of `variable`."""
    return _rule(variable, codebook).allows(text)


def _each_distinct(rule: Rule) -> Callable[[pd.Series[Any]], pd.Series[bool]]:
    """What `rule` allows in a column, asked once a distinct text rather than once a cell."""

    def check(cells: pd.Series[Any]) -> pd.Series[bool]:
        return pd.Series(looked_up(_allowed(rule, cells.cat.categories), cells), index=cells.index)

    return check


def _allowed(rule: Rule, texts: pd.Index[str]) -> NDArray[np.bool_]:
    """Whether `rule` allows each of `texts`."""
    allowed = np.zeros(len(texts), dtype=bool)
    if rule.surely is not None:
        sure = arrow.compute.match_substring_regex(arrow.array(texts.array), rule.surely)
        allowed = sure.to_numpy(zero_copy_only=False).copy()
    asked = np.flatnonzero(~allowed)
    # As an array first: walking a million arrow strings one by one takes seconds.
    allowed[asked] = [rule.allows(text) for text in texts[asked].to_numpy(dtype=object)]
    return allowed


def places_in(texts: pd.Index[str], sought: pd.Index[str]) -> NDArray[np.int32]:
    """The place among `texts` of each one that is sought; -1 where it is not there, and at the end, for no text."""
    known, wanted = arrow.array(texts.array), arrow.array(sought.array)
    # A table with a row for each person most often has them in the same order.
    if wanted.equals(known):
        return np.append(np.arange(len(texts), dtype=np.int32), np.int32(-1))
    places = arrow.compute.index_in(wanted, value_set=known)
    found: NDArray[np.int32] = np.append(places.fill_null(-1).to_numpy(), np.int32(-1))
    return found


def looked_up(
    of_category: Sequence[bool] | NDArray[np.bool_], cells: pd.Series[Any]
) -> NDArray[np.bool_]:
    """For each cell, what `of_category` says of its category; False where the cell is empty."""
    return np.append(np.asarray(of_category, dtype=bool), False)[cells.cat.codes.to_numpy()]


def _rule(variable: Variable, codebook: Codebook) -> Rule:
    match variable.kind:
        case "category":
            return _one_of(variable.table_codes)
        case "wave":
            return _wave(codebook)
        case "academic_year":
            return Rule(_is_academic_year, "une année universitaire telle que 2014-2015")
        case "date":
            return Rule(_is_iso_date, "une date telle que 2014-09-01")
        case "integer":
            return _whole_number(variable)
        # Bands and groups are computed: a codebook that puts one in a table is refused before.
        case "identifier" | "band" | "group":
            expected = "un identifiant sans espace autour"
            return Rule(lambda text: text == text.strip() != "", expected, surely=PLAIN)


def _one_of(codes: tuple[str, ...]) -> Rule:
    return Rule(frozenset(codes).__contains__, listed(codes, "ou"))


def _wave(codebook: Codebook) -> Rule:
    """The waves of the codebook; it says how there can be later ones, where it knows of none."""
    rule = _one_of(tuple(codebook.waves))
    if codebook.study.months_between_waves is not None:
        return rule
    later = "une vague de plus s'écrit dans codebook.toml, ou « months_between_waves » l'y permet"
    return Rule(rule.allows, f"{rule.expected} ({later})")


def _is_academic_year(text: str) -> bool:
    years = re.fullmatch(r"([0-9]{4})-([0-9]{4})", text)
    return years is not None and int(years[2]) == int(years[1]) + 1


def _is_iso_date(text: str) -> bool:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _whole_number(variable: Variable) -> Rule:
    # Both are there: a codebook in which one is missing is refused before.
    low, high = variable.minimum or 0, variable.maximum or 0

    def allows(text: str) -> bool:
        return bool(re.fullmatch(r"0|-?[1-9][0-9]{0,17}", text)) and low <= int(text) <= high

    empty = ", ou une cellule vide" if variable.nullable else ""
    return Rule(allows, f"un nombre entier de {count(low)} à {count(high)}{empty}")
