"""`check`: what does each named check say of the tables of a folder, and of what describes them?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from dashboard.cli.french import Folder, FrenchCommand
from dashboard.cli.outcomes import told
from dashboard.datasets.contents import version_published
from dashboard.datasets.opened import Dataset, dataset_of
from dashboard.domain.errors import DashboardError
from dashboard.ingest.checks.finding import STAGE_NAMES, STAGES, Stage
from dashboard.ingest.examination import examine_study
from dashboard.ingest.reading.tables import Examination
from dashboard.settings import DEMONSTRATION
from dashboard.text.numbers import day
from dashboard.text.typography import unbroken
from dashboard.text.words import counted

OURS = DEMONSTRATION.parent
"""The folder of the files that describe tables which come without a codebook."""


@click.command("check", cls=FrenchCommand, short_help="Contrôle les tables d'un dossier.")
@click.argument("folder", metavar="DOSSIER", type=Folder())
def check(folder: Path) -> None:
    """Contrôle les tables de DOSSIER et ce qui les décrit, sans rien écrire.

    D'un dossier de versions, la version courante.

    Les contrôles vont par étapes : lecture, forme, cellules, relations. Une étape qui échoue arrête
    les suivantes. Chaque contrôle est bien, ou demande attention, ou est à corriger. Le code de
    sortie est 1 s'il y a quelque chose à corriger, 0 sinon.
    """
    dataset = dataset_of(folder)
    examination = examine_study(dataset.folder, OURS)
    for line in _lines(examination):
        click.echo(unbroken(line))
    click.echo(unbroken(_version(dataset, examination)), nl=examination.tables is not None)
    if examination.tables is None:
        raise DashboardError(unbroken("Ces tables ne peuvent pas être publiées."))


def _lines(examination: Examination) -> Iterator[str]:
    for stage in STAGES:
        yield f"{STAGE_NAMES[stage]}"
        found = [finding for finding in examination.findings if finding.stage == stage]
        yield from (told(finding.level, finding.named) for finding in found)
        if not found:
            yield f"  pas examiné : l'étape {_failed(examination)} est à corriger d'abord"
        yield ""
    yield _summary(examination)


def _version(dataset: Dataset, examination: Examination) -> str:
    """By which name the tables would be known; nothing of those that cannot be published."""
    if examination.tables is None or examination.codebook is None:
        return ""
    dated = f"tables du {day(examination.tables.dated)}"
    if dataset.manifest is not None:
        return f"Version {dataset.manifest.version}, {dated}."
    version = version_published(dataset.folder, OURS, examination.codebook)
    return f"Version, une fois publiée : {version}, {dated}."


def _failed(examination: Examination) -> str:
    stages: list[Stage] = [finding.stage for finding in examination.at("failure")]
    return f"« {STAGE_NAMES[stages[-1]]} »"


def _summary(examination: Examination) -> str:
    checks = {(finding.stage, finding.check) for finding in examination.findings}
    warned = len(examination.at("warning"))
    failed = examination.at("failure")
    cells = sum(finding.cells for finding in failed)
    said = f"{counted(len(checks), 'contrôle')} : {counted(warned, 'avertissement')}"
    wrong = f" ({counted(cells, 'cellule', feminine=True)})" if cells else ""
    return f"{said}, {counted(len(failed), 'échec')}{wrong}."
