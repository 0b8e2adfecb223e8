"""`datasets`: which versions are there, which is shown, is one damaged, and who did what?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from dashboard.cli.datasets.stores import store_that_is_there
from dashboard.cli.french import FrenchCommand
from dashboard.datasets.damage import sound
from dashboard.datasets.history import Act, history
from dashboard.datasets.manifest import Manifest
from dashboard.datasets.shown import shown_before
from dashboard.datasets.store import Store
from dashboard.domain.errors import DatasetError
from dashboard.text.numbers import count
from dashboard.text.typography import unbroken

_ACTS: dict[Act, str] = {
    "publish": "publication",
    "rollback": "retour",
    "recovered": "changement interrompu",
}

_HEADINGS = ("", "n°", "version", "données au", "lignes", "publiée le (UTC)", "à la place de")


@click.command(
    "datasets", cls=FrenchCommand, short_help="Liste les versions publiées, et qui a fait quoi."
)
@click.option(
    "--store",
    metavar="DÉPÔT",
    type=click.Path(path_type=Path),
    help="Le dépôt des versions ; sinon celui de DASHBOARD_DATA.",
)
@click.option("--history", "past", is_flag=True, help="Dit qui a publié ou est revenu, et quand.")
def datasets(store: Path | None, *, past: bool) -> None:
    """Liste les versions publiées et vérifie leurs fichiers.

    Une → désigne celle qui est montrée, une ← celle que montrerait rollback.
    """
    kept = store_that_is_there(store)
    for line in _past(kept) if past else _listed(kept):
        click.echo(unbroken(line).rstrip())
    faults = [] if past else [*_faults(kept)]
    if faults:
        raise DatasetError("\n".join(faults))


def _listed(store: Store) -> Iterator[str]:
    manifests = store.manifests()
    if not manifests:
        yield "Aucune version."
        return
    current = _pointed(store)
    marks = {_before(store, current): "←", current: "→"}
    rows = [_HEADINGS, *(_row(manifest, marks) for manifest in manifests)]
    yield from _aligned(rows)


def _row(manifest: Manifest, marks: Mapping[str | None, str]) -> tuple[str, ...]:
    return (
        marks.get(manifest.version, ""),
        str(manifest.number),
        manifest.version,
        f"{manifest.dated:%d/%m/%Y}",
        count(sum(manifest.rows.values())),
        f"{manifest.published:%d/%m/%Y %H:%M}",
        manifest.previous or "–",
    )


def _past(store: Store) -> Iterator[str]:
    rows = [("quand (UTC)", "qui", "quoi", "version", "avant")]
    for entry in history(store):
        when = f"{entry.when:%d/%m/%Y %H:%M:%S}"
        rows.append((when, entry.who or "–", _ACTS[entry.act], entry.version, entry.before or "–"))
    confirmed = ["", *(entry.confirmed for entry in history(store))]
    for line, meant in zip(_aligned(rows), confirmed, strict=True):
        yield line
        if meant:
            yield f"    confirmé : {meant}"


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))


def _pointed(store: Store) -> str | None:
    """The version that is shown; None where the pointer names none, which is told as a fault."""
    try:
        return store.current()
    except DatasetError:
        return None


def _before(store: Store, current: str | None) -> str | None:
    """The version that a return would show; None where there is none, or the current one does not say it."""
    try:
        return None if current is None else shown_before(store, current)
    except DatasetError:
        return None


def _faults(store: Store) -> Iterator[str]:
    try:
        store.current()
    except DatasetError as error:
        yield str(error)
    for version in store.names():
        try:
            sound(store, version)
        except DatasetError as error:
            yield str(error)
