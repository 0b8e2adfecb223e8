"""`fiches`: how does a folder get the document of each region, with nothing overwritten and nothing half written?"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory

import click

from dashboard.cli.denied import denied
from dashboard.cli.fiches.browser import found_browser, print_page
from dashboard.cli.fiches.leaving import Leaving, leaving
from dashboard.cli.fiches.served import served
from dashboard.cli.french import FrenchCommand
from dashboard.current import Current
from dashboard.documents.document import Document
from dashboard.documents.fiche.content import fiche, fiche_stem
from dashboard.documents.fiche.region import Choice, choices
from dashboard.domain.address import Address
from dashboard.domain.errors import DashboardError
from dashboard.domain.selection import Condition, Selection, selection_of
from dashboard.opening import open_publication
from dashboard.outputs.deck.fiche import write_fiche
from dashboard.outputs.deck.template import Template, template_from
from dashboard.publication import Publication
from dashboard.settings import DEMONSTRATION, read_settings
from dashboard.text.typography import unbroken
from dashboard.text.words import counted, listed
from dashboard.views.kit.regions import region_of
from dashboard.web.documents.links import FICHE
from dashboard.web.failures import composed
from dashboard.web.mount import Mount
from dashboard.web.server import create_app

PAGES = 2
"""Sheets of paper of the document of a region."""

NOBODY = "Aucune région n'a assez de personnes pour une fiche : rien n'est écrit."

NO_BROWSER = (
    "Ni Chrome ni Chromium sur cette machine : les PDF ne sont pas écrits. Chaque fiche s'imprime aussi depuis le "
    "tableau de bord."
)


@click.command(
    "fiches", cls=FrenchCommand, short_help="Écrit la fiche de chaque région, en PPTX et en PDF."
)
@click.option(
    "--to",
    "folder",
    metavar="DOSSIER",
    required=True,
    type=click.Path(path_type=Path),
    help="Le dossier où les fiches sont écrites ; il est créé s'il n'existe pas.",
)
@click.option(
    "--interne",
    "exact",
    is_flag=True,
    help="Des effectifs exacts : chaque page porte « Document interne », et le journal d'audit le retient.",
)
@click.option(
    "--oui",
    "yes",
    is_flag=True,
    help="Écrit sans le demander les fiches internes de régions de moins de 10 personnes.",
)
def fiches(folder: Path, *, exact: bool, yes: bool) -> None:
    """Écrit dans DOSSIER la fiche de chaque région où quelqu'un est inscrit, en PPTX et en PDF.

    Ce qui sort est en diffusion, aux effectifs arrondis, sauf la démonstration, qui n'est de personne ; avec
    --interne, les effectifs sont exacts.

    L'étude est celle que le tableau de bord ouvrirait : DASHBOARD_DATA, ou la démonstration. Les PDF
    demandent Chrome ou Chromium sur cette machine. Rien n'est jamais écrasé.
    """
    settings = read_settings()
    leaves = leaving(settings, exact=exact)
    publication = open_publication(
        settings.data,
        DEMONSTRATION.parent,
        leaves.policy,
        settings.source,
        settings.secret,
    ).under(leaves.policy)
    template = template_from(settings.deck_template)
    every = choices(Selection(), publication)
    if not every:
        raise DashboardError(
            unbroken("Cette étude ne connaît pas de régions : elle n'a pas de fiche.")
        )
    browser = found_browser()
    suffixes = ("pptx", "pdf") if browser else ("pptx",)
    some = [_Fiche(choice, publication, template) for choice in every if choice.people]
    _refuse_overwriting(folder, [one.name(suffix) for one in some for suffix in suffixes])
    leaves.agree(every, yes=yes)
    wanted = [one for one in some if one.document.plates]
    if not wanted:
        raise DashboardError(unbroken(NOBODY))
    _write(folder, wanted, browser, leaves)
    made = [one.choice for one in wanted]
    for line in [*_summary(folder, made, every, suffixes, leaves), leaves.told]:
        click.echo(unbroken(line))


@dataclass(frozen=True)
class _Fiche:
    """The document of one region that has people."""

    choice: Choice
    publication: Publication
    template: Template

    def name(self, suffix: str) -> str:
        """The name of its file."""
        return f"{fiche_stem(self.choice.region, self._address, self.publication)}.{suffix}"

    @cached_property
    def document(self) -> Document:
        """What it tells; it has no plates where too few people are there."""
        compose = partial(composed, publication=self.publication, medium="room")
        return fiche(self.choice.region, self._address, self.publication, compose)

    def slides(self) -> bytes:
        """Its presentation."""
        return write_fiche(self.document, self.template)

    @property
    def _address(self) -> Address:
        where = region_of(self.publication.vocabulary)
        return Address(selection_of([Condition(where, (self.choice.region.code,))]))


def _refuse_overwriting(folder: Path, names: Sequence[str]) -> None:
    there = [name for name in names if (folder / name).exists() or (folder / name).is_symlink()]
    if there:
        said = f"{folder / there[0]} existe déjà : rien n'est écrit. Choisissez un autre dossier."
        raise DashboardError(unbroken(said))


def _write(folder: Path, wanted: Sequence[_Fiche], browser: str | None, leaves: Leaving) -> None:
    """The files come to stand under their names once all of them are whole, and the audit log knows of them."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".fiches-", dir=folder) as room:
            _make(Path(room), wanted, browser)
            leaves.record([one.choice for one in wanted])
            for made in sorted(Path(room).iterdir()):
                made.rename(folder / made.name)
    except OSError as error:
        said = f"{folder} : écriture impossible ({denied(error)})."
        raise DashboardError(unbroken(said)) from error


def _make(room: Path, wanted: Sequence[_Fiche], browser: str | None) -> None:
    with ExitStack() as kept:
        site = ""
        if browser:
            # Whoever else is on this machine may find the port, and not what is below it.
            mount = Mount(f"/{token_hex()}/")
            app = create_app(Current(wanted[0].publication), wanted[0].template, mount)
            site = kept.enter_context(served(app.server)) + mount.root
        bar = click.progressbar(
            wanted,
            label="Fiches",
            file=sys.stderr,
            show_pos=True,
            show_eta=False,
            show_percent=False,
        )
        for one in kept.enter_context(bar):
            (room / one.name("pptx")).write_bytes(one.slides())
            if browser:
                address = f"{site}{FICHE}{one.choice.search}"
                print_page(browser, address, room / one.name("pdf"), PAGES)


def _summary(
    folder: Path,
    made: Sequence[Choice],
    every: Sequence[Choice],
    suffixes: Sequence[str],
    leaves: Leaving,
) -> list[str]:
    without = [choice for choice in every if choice not in made]
    # Where counts are rounded, nobody and too few are not told apart.
    why = "Sans inscription, ou trop peu" if leaves.policy.protects else "Sans inscription"
    kinds = listed([suffix.upper() for suffix in suffixes])
    lines = [f"Écrit dans {folder} : {counted(len(made), 'fiche', feminine=True)}, en {kinds}."]
    if without:
        named = listed([choice.region.label for choice in without])
        lines.append(f"{why}, donc sans fiche : {named}.")
    return [*lines, *([] if "pdf" in suffixes else [NO_BROWSER])]
