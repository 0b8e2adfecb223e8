"""`doctor`: can the dashboard be served here, and what is to be mended if not?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from dashboard.cli.doctor.access import login
from dashboard.cli.doctor.assets import assets
from dashboard.cli.doctor.diagnosis import Diagnoses, Diagnosis, well, wrong
from dashboard.cli.doctor.engine import engine
from dashboard.cli.doctor.machine import memory, packages, port, python, writing
from dashboard.cli.doctor.stored import stored
from dashboard.cli.doctor.study import data, geometry
from dashboard.cli.french import FrenchCommand
from dashboard.cli.outcomes import told
from dashboard.datasets.opened import dataset_of
from dashboard.domain.errors import DashboardError, DatasetError, SettingError
from dashboard.ingest.examination import examine_study
from dashboard.outputs.deck.template import template_from
from dashboard.settings import DEMONSTRATION, Settings, read_settings
from dashboard.text.typography import unbroken
from dashboard.text.words import counted

OURS = DEMONSTRATION.parent
ROOT = OURS.parent

LOCAL_PORT = 8050

Part = tuple[str, list[Diagnosis]]


@click.command(
    "doctor", cls=FrenchCommand, short_help="Dit ce qui manque pour servir le tableau de bord."
)
def doctor() -> None:
    """Examine cette machine, les réglages et les données, et dit ce qu'il y a à corriger.

    Chaque point est bien, ou demande attention, ou est à corriger ; ce qu'il faut faire est dit. Aucun
    secret n'est affiché, rien ne reste écrit. Le code de sortie est 1 s'il y a quelque chose à corriger.
    """
    levels = []
    for heading, diagnoses in _parts():
        click.echo(heading)
        for diagnosis in diagnoses:
            click.echo(unbroken(told(diagnosis.level, str(diagnosis))))
            levels.append(diagnosis.level)
    wrongs = levels.count("failure")
    click.echo("")
    if wrongs:
        raise DashboardError(unbroken(f"{counted(wrongs, 'point')} à corriger."))
    click.echo("Rien à corriger.")


def _parts() -> Iterator[Part]:
    """Everything that is examined; without settings that can be read, what does not hang on them."""
    settings, faults = _settings()
    yield "Réglages", [*faults, *(_given(settings) if settings else ())]
    if settings:
        yield from _of_settings(settings)
    yield "Fichiers des pages", list(assets(ROOT / "assets"))
    yield "Python et paquets", [python(), *packages(ROOT)]
    yield "Écriture", [writing()]


def _of_settings(settings: Settings) -> Iterator[Part]:
    yield from _of_data(settings.data)
    yield "Moteur", list(_of_engine(settings))
    host, number = ("0.0.0.0", settings.port) if settings.port else ("127.0.0.1", LOCAL_PORT)  # noqa: S104 - as gunicorn.conf.py.
    yield "Port", [port(host, number, settings.path)]
    yield "Mémoire", [memory(settings.workers, _files(settings.data))]


def _of_engine(settings: Settings) -> Diagnoses:
    """What it takes to count; of data that cannot be shown, which is told, nothing is to be stored."""
    needed = list(engine(settings.source))
    yield from needed
    try:
        folder = dataset_of(settings.data).folder
    except DatasetError:
        return
    if all(each.level != "failure" for each in needed):
        yield from stored(settings.source, folder, OURS, settings.secret)


def _of_data(folder: Path) -> Iterator[Part]:
    """What the checks say of the tables, or of the version that is current."""
    try:
        dataset = dataset_of(folder)
    except DatasetError as error:
        yield "Données", [wrong(str(error), "python -m dashboard datasets")]
        return
    examination = examine_study(dataset.folder, OURS)
    yield "Données", list(data(examination, folder))
    if examination.codebook is not None:
        yield "Cartes", list(geometry(examination.codebook))


def _files(folder: Path) -> Iterator[Path]:
    """The tables that a process reads; none where no version can be shown."""
    try:
        yield from dataset_of(folder).folder.iterdir()
    except DatasetError:
        return


def _settings() -> tuple[Settings | None, list[Diagnosis]]:
    try:
        return read_settings(), []
    except SettingError as error:
        remedy = "corrigez cette variable de l'environnement, ou retirez-la"
        return None, [wrong(line, remedy) for line in str(error).splitlines()]


def _given(settings: Settings) -> Diagnoses:
    """What the settings say, but for secrets: those that stand where a program alone sets them are told as well."""
    yield well(f"données : {settings.data}")
    yield well(f"niveau de diffusion : {settings.most}")
    yield from login(settings)
    yield well(f"chemin {settings.path}, {counted(settings.proxies, 'serveur')} devant lui")
    key = "présente" if settings.import_key else "absente, nécessaire au seul import"
    yield well(f"clé des identifiants : {key}")
    try:
        template_from(settings.deck_template)
    except DashboardError as error:
        yield wrong(str(error), "choisissez un autre modèle avec DASHBOARD_DECK_TEMPLATE")
    else:
        yield well(
            f"modèle des diapositives : {settings.deck_template or 'celui du tableau de bord'}"
        )
