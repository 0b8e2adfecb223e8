"""`study`: what does a study offer, what does it lack, and why?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from dashboard.cli.french import Folder, FrenchCommand
from dashboard.cli.study.files import files, regions, tables
from dashboard.cli.study.opened import Opened, opened
from dashboard.cli.study.unfilled import unfilled
from dashboard.domain.vocabulary import Vocabulary
from dashboard.ingest.files import CODEBOOK
from dashboard.settings import DEMONSTRATION, read_settings
from dashboard.text.typography import unbroken
from dashboard.views.registry import not_offered, offered_on, offered_pages

OURS = DEMONSTRATION.parent
"""The folder of the files that describe tables which come without a codebook."""


@click.command(
    "study", cls=FrenchCommand, short_help="Dit ce qu'une étude propose, et ce qui lui manque."
)
@click.argument("folder", metavar="[DOSSIER]", required=False, type=Folder())
def study(folder: Path | None) -> None:
    """Dit ce que propose l'étude de DOSSIER, et ce qui lui manque.

    Sans DOSSIER : l'étude que le tableau de bord ouvrirait, celle de DASHBOARD_DATA ou la
    démonstration. Si elle ne peut pas être ouverte, toutes les raisons en sont dites.
    """
    for line in _told(opened(folder or read_settings().data, OURS)):
        click.echo(unbroken(line))


def _told(study: Opened) -> Iterator[str]:
    vocabulary = study.vocabulary
    yield vocabulary.codebook.study.title
    if vocabulary.codebook.study.partners:
        yield vocabulary.codebook.study.partners
    for heading, lines in (
        ("Fichiers", files(study)),
        ("Tables", tables(study)),
        ("Régions", regions(study)),
        ("À compléter", _unfilled(study)),
        ("Ce que l'étude propose", _offered(vocabulary)),
        ("Ce qui n'est pas proposé, et pourquoi", _not_offered(vocabulary)),
    ):
        yield f"\n{heading}"
        yield from (f"  {line}" for line in (list(lines) or ["rien"]))


def _unfilled(study: Opened) -> Iterator[str]:
    codebook = study.file(CODEBOOK)
    places = {} if codebook is None else unfilled(codebook)
    yield from (f"{section} : {', '.join(fields)}" for section, fields in places.items())


def _offered(vocabulary: Vocabulary) -> Iterator[str]:
    for page in offered_pages(vocabulary):
        titles = [view.title_in(vocabulary) for view in offered_on(page, vocabulary)]
        yield f"{page.title} : {' ; '.join(titles)}"


def _not_offered(vocabulary: Vocabulary) -> Iterator[str]:
    for lack in not_offered(vocabulary):
        position = f", {lack.position}" if lack.position else ""
        yield f"{lack.title}{position} : {' ; '.join(lack.reasons)}"
