"""What does a mapping say: of each table of a source, what its columns feed and what their answers mean?"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from dashboard.ingest.personal.values import Personal

FORMAT = 1
"""The format of mapping files that this program reads and writes."""

Makes = Literal["enrolments", "survey"]
"""What one row of a table is: a unit funded to a person, or a questionnaire."""

ANY = "*"
"""Among the ticks of a column: whatever is written there is one, such as what « Autre » is said to be."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class ColumnMapping(_Part):
    """What one column is for: exactly one of `variable`, `personal` and `ignored`.

    `variable`: the variable of the codebook that it feeds. `answers`: for a category, what each text means; texts are
    compared without case, accents and spaces around. `to_confirm`: the texts of `answers` of which nobody is sure yet.
    `wave`: the wave that it describes, where that is not the one of its row (T0, asked with T1). `option`: of a
    multiple choice, the code that a tick stands for; `ticks`, the texts that are a tick (`ANY`: whatever is written).
    `date_format`: how its dates are written (`%d/%m/%Y`); of an age, the column holds birth dates. `width`: how many
    characters an identifier has, zeros first. `personal`: personal data, never written. `ignored`: why it is left out;
    where that is free text, `kept` has it written apart from the tables.

    Where the column or the answer is still to be confirmed, a code may be empty: nobody knows it yet. Of a column that
    nobody can guess (`Q01`, of codes) a proposal says nothing of the three: no mapping is read before somebody has.
    """

    column: str = Field(min_length=1)
    confirmed: bool = True
    variable: str = ""
    wave: str = ""
    answers: dict[str, str] = Field(default_factory=dict)
    to_confirm: list[str] = Field(default_factory=list)
    option: str = ""
    ticks: list[str] = Field(default_factory=list)
    date_format: str = ""
    width: int | None = Field(default=None, ge=1, le=64)
    personal: Personal | None = None
    ignored: str = ""
    kept: bool = False

    @property
    def is_described(self) -> bool:
        """Whether anything says what the column is for."""
        return bool(self.variable or self.personal or self.ignored)


class GridMapping(_Part):
    """One table of a source: in which files and sheet it is, what a row is, what holds for all of its rows.

    `files` is a pattern of file names (`inscriptions-*.xlsx`), `sheet` a pattern too, empty for text files. `constants`
    gives the code of a variable for all rows: the region of a centre, an academic year, the day of a survey. It may be
    empty, to be filled in, as long as the table is to be confirmed.
    """

    files: str = Field(min_length=1)
    sheet: str = ""
    makes: Makes
    confirmed: bool = True
    constants: dict[str, str] = Field(default_factory=dict)
    columns: list[ColumnMapping]


class SourceMapping(_Part):
    """The mapping of one source. `version` is raised by whoever changes it; `codebook` is a digest of the codebook."""

    format: int = FORMAT
    name: str = Field(min_length=1)
    version: int = Field(ge=1)
    codebook: str = ""
    tables: list[GridMapping] = Field(min_length=1)
