"""Which errors may a user cause, and what does each mean?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.domain.selection import Selection


class DashboardError(Exception):
    """Root of every error whose text is French and meant for a reader, shown without a traceback."""


class SettingError(DashboardError):
    """A setting of the environment is missing or wrong; the text names it and what is valid."""


class TableError(DashboardError):
    """The loaded tables break the codebook; the text lists file, row, column and what was expected."""


class AddressError(DashboardError):
    """An address asks for something that does not exist; the text names the parameter and its values."""


class SelectionError(DashboardError):
    """A selection is not answered under the policy of whoever asks; the text says what to take off.

    `sides`: the selections that were asked for together, one of which is not answered.
    """

    def __init__(self, text: str, sides: tuple[Selection, ...] = ()) -> None:
        super().__init__(text)
        self.sides = sides


class AllowanceError(DashboardError):
    """Somebody has asked for more selections than a day allows; they may go on in so many `seconds`."""

    def __init__(self, text: str, seconds: int = 0) -> None:
        super().__init__(text)
        self.seconds = seconds


class HeldError(DashboardError):
    """The version that is shown is not open to whoever asks; the text says until when."""


class CodebookError(DashboardError):
    """The codebook contradicts itself; the text names the variable."""


class PublishedFiguresError(DashboardError):
    """The list of published figures names what does not exist; the text names the figure and the field."""


class ImportingError(DashboardError):
    """Raw files cannot become tables; the text says which, where, and what to do."""


class MappingError(DashboardError):
    """A mapping file cannot be read or contradicts the codebook; the text names file, table, column and field."""


class DatasetError(DashboardError):
    """A version of the tables cannot be published, shown or returned to; the text says which, why, and what to do."""


class SourceError(DashboardError):
    """What counts the tables in place of this process cannot be reached or used; the text says what to do."""


class AccessError(DashboardError):
    """An account, a password or the folder of accounts is refused; the text says which, why, and what to do."""
