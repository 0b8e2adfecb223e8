"""In which French words does the command line explain itself, and say that it has not been understood?"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click
from click.exceptions import NoArgsIsHelpError

from dashboard.ingest.checks.report import quoted
from dashboard.text.typography import unbroken
from dashboard.text.words import listed

_HEADINGS = {"Commands": "Commandes", "Positional arguments": "Arguments", "Options": "Options"}


class FrenchFormatter(click.HelpFormatter):
    """What help is written with."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, unbroken("Usage : ") if prefix is None else prefix)

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        french = [(name, said.replace("[required]", "[obligatoire]")) for name, said in rows]
        super().write_dl(french, col_max, col_spacing)

    def write_heading(self, heading: str) -> None:
        named = _HEADINGS.get(heading, heading)
        self.write(f"{'':>{self.current_indent}}{unbroken(f'{named} :')}\n")


class FrenchContext(click.Context):
    """Where a command is run."""

    formatter_class = FrenchFormatter


class FrenchCommand(click.Command):
    """A command whose help is French, and which refuses arguments that it does not know in French."""

    context_class = FrenchContext
    allow_extra_args = True

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _french(super().get_help_option(ctx))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        more = super().parse_args(ctx, args)
        if more:
            raise click.UsageError(f"Argument en trop : {listed(list(map(quoted, more)))}.", ctx)
        return more


class FrenchGroup(click.Group):
    """The commands, and their list in French."""

    context_class = FrenchContext
    command_class = FrenchCommand

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _french(super().get_help_option(ctx))

    def takes_a_value(self, option: str) -> bool:
        """Whether any command has an option of that name that is followed by a value."""
        parameters = (p for command in self.commands.values() for p in command.params)
        return any(
            isinstance(p, click.Option) and option in p.opts and not p.is_flag for p in parameters
        )


def _french(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "Affiche cette aide."
    return option


class Folder(click.ParamType[Path]):
    """A folder that exists."""

    name = "dossier"

    def convert(
        self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        path = Path(value)
        if not path.is_dir():
            self.fail(f"le dossier {quoted(str(value))} n'existe pas.", param, ctx)
        return path


def refusal(error: click.UsageError, group: FrenchGroup) -> str:
    """What is wrong with the command that was typed, in French, below how it is written."""
    if isinstance(error, NoArgsIsHelpError):
        return str(error.message)
    said = [unbroken(_reason(error, group))]
    if error.ctx is not None:
        said = [error.ctx.get_usage(), f"L'aide : {error.ctx.command_path} --help", "", *said]
    return "\n".join(said)


def _reason(error: click.UsageError, group: FrenchGroup) -> str:
    match error:
        case click.NoSuchCommand():
            near = _nearest(error.possibilities or ())
            return f"La commande {quoted(error.command_name)} n'existe pas.{near}"
        case click.NoSuchOption():
            near = _nearest(error.possibilities or ())
            return f"L'option {quoted(error.option_name)} n'existe pas.{near}"
        case click.BadOptionUsage():
            takes = group.takes_a_value(error.option_name)
            return f"L'option {quoted(error.option_name)} {'attend une' if takes else 'ne prend pas de'} valeur."
        case click.MissingParameter():
            return f"Il manque {_named(error)}."
        case click.BadParameter():
            return f"{_named(error)} : {error.message}"
        case _:
            return str(error.message)


def _named(error: click.BadParameter) -> str:
    """The option by its name, an argument as the help writes it."""
    parameter = error.param
    if isinstance(parameter, click.Option):
        return f"l'option {quoted(parameter.opts[0])}"
    if isinstance(parameter, click.Argument) and error.ctx is not None:
        return f"l'argument {parameter.make_metavar(error.ctx).strip('[]')}"
    return "un argument"


def _nearest(possible: Iterable[str]) -> str:
    names = list(map(quoted, possible))
    return f" Vouliez-vous dire {listed(names, 'ou')} ?" if names else ""
