"""Which values may the options of `import` have, and how is one refused?"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from dashboard.ingest.checks.report import quoted

_ALL = 100


class SourceFile(click.ParamType[Path]):
    """A file that exists."""

    name = "fichier"

    def convert(
        self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        path = Path(value)
        if not path.is_file():
            self.fail(f"le fichier {quoted(str(value))} n'existe pas.", param, ctx)
        return path


class Day(click.ParamType[date]):
    """A day, as ISO writes it."""

    name = "jour"

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{quoted(value)} n'est pas un jour tel que 2017-10-31.", param, ctx)


class Percent(click.ParamType[float]):
    """A share in percent, with a point or a comma."""

    name = "pourcent"

    def convert(
        self, value: str | float, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        try:
            number = float(str(value).replace(",", ".").rstrip(" %"))
        except ValueError:
            number = -1.0
        if not 0 <= number <= _ALL:
            self.fail(f"{quoted(str(value))} n'est pas un nombre de 0 à 100.", param, ctx)
        return number
