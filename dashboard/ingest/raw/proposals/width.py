"""How many characters have the identifiers of persons, in all the files of a source?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.ingest.checks.cells import PERSON
from dashboard.ingest.raw.mapping.model import ColumnMapping
from dashboard.ingest.raw.proposals.profile import Profile
from dashboard.ingest.raw.proposals.table import Proposed


def with_common_width(proposals: Sequence[Proposed]) -> list[Proposed]:
    """`proposals` with the width of any table for the identifiers of all, to be confirmed where it is only inferred.

    What is "00123" in one file is "123" in another whose numbers a spreadsheet has kept without zeros: of these alone
    nothing tells that they lost any.
    """
    widths = [
        c.width for what in proposals for c in what.columns if c.variable == PERSON and c.width
    ]
    return [
        replace(what, columns=_with(what, max(widths))) if widths else what for what in proposals
    ]


def _with(what: Proposed, width: int) -> tuple[ColumnMapping, ...]:
    profiles = {asked.profile.header: asked.profile for asked in what.asked}
    return tuple(
        _widened(column, profiles[column.column], width) if column.variable == PERSON else column
        for column in what.columns
    )


def _widened(column: ColumnMapping, profile: Profile, width: int) -> ColumnMapping:
    """`column` with `width`, where all of its identifiers are numbers that may have had so many characters."""
    if column.width == width or not all(t.isdecimal() and len(t) <= width for t in profile.times):
        return column
    are_as_long = all(len(text) == width for text in profile.times)
    confirmed = column.confirmed and are_as_long
    return column.model_copy(update={"width": width, "confirmed": confirmed})
