"""What does a file say of stored analysis tables: their words, their day and which columns each table has?"""

from __future__ import annotations

import datetime

from pydantic import BaseModel, ConfigDict

from dashboard.domain.codebook import Codebook
from dashboard.domain.dimension import dimension
from dashboard.domain.query import Counted
from dashboard.domain.statistics.weighting import Weighting
from dashboard.domain.vocabulary import Vocabulary
from dashboard.ingest.derive.analysis import AnalysisTables


class StoredTable(BaseModel):
    """One analysis table: so many `rows`, a column for each dimension written here, weights if `weighted`.

    `keyed`: with the key of each row's person, and but for people themselves, the parts of a person that a row is.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    rows: int
    columns: dict[str, str]
    weighted: bool
    keyed: bool


class Description(BaseModel):
    """All that a vocabulary knows beside its codebook, with the tables that it describes.

    `asked` are the codebook's waves up to the latest one in the tables, `calendar` cohort, wave and day.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: str
    dated: datetime.date
    stamp: str
    asked: tuple[str, ...]
    cohorts: tuple[str, ...]
    academic_years: tuple[str, ...]
    waves: tuple[str, ...]
    calendar: tuple[tuple[str, str, str], ...]
    integers: dict[str, tuple[int, ...]]
    weighting: Weighting | None
    tables: dict[Counted, StoredTable]

    def vocabulary(self, codebook: Codebook) -> Vocabulary:
        """The vocabulary of the stored tables, whose codebook is `codebook`."""
        return Vocabulary(
            codebook.with_waves(self.asked),
            cohorts=self.cohorts,
            academic_years=self.academic_years,
            waves=self.waves,
            calendar={(cohort, wave): day for cohort, wave, day in self.calendar},
            integers={dimension(name): values for name, values in self.integers.items()},
            weighting=self.weighting,
        )


def described(tables: AnalysisTables, stored: dict[Counted, StoredTable]) -> Description:
    """What is said of `tables`, which are stored as `stored`."""
    vocabulary = tables.vocabulary
    return Description(
        version=tables.version,
        dated=tables.dated,
        stamp=tables.stamp,
        asked=tuple(vocabulary.codebook.waves),
        cohorts=vocabulary.cohorts,
        academic_years=vocabulary.academic_years,
        waves=vocabulary.waves,
        calendar=tuple((*pair, day) for pair, day in vocabulary.calendar.items()),
        integers={str(key): values for key, values in vocabulary.integers.items()},
        weighting=vocabulary.weighting,
        tables=stored,
    )
