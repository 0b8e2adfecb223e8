"""Which files describe a study, and are they its own?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dashboard.cli.study.opened import Opened
from dashboard.domain.codebook import Layer
from dashboard.ingest.files import BENCHMARKS, BUDGETS, CODEBOOK, COMPANION, FIGURES
from dashboard.ingest.reference.outline_faults import read_outlines
from dashboard.text.numbers import count
from dashboard.text.words import counted, listed


def files(study: Opened) -> Iterator[str]:
    """The files that describe the study, one a line: of the study, of the dashboard, or absent."""
    for name in (CODEBOOK, BUDGETS, FIGURES, BENCHMARKS):
        yield f"{name} : {_owner(study.file(name), study)}"
    companion = study.folder / COMPANION
    yield f"{COMPANION} : {_owner(companion if companion.is_file() else None, study)}"
    for layer in study.vocabulary.layers:
        path = Path(layer.path) if layer.path else None
        yield f"contours « {layer.label} » : {_owner(path, study)}"


def tables(study: Opened) -> Iterator[str]:
    """The tables, with what one row is and how many rows they have."""
    for name, rows in study.rows.items():
        label = study.vocabulary.codebook.tables[name].label
        yield f"{name} ({label}) : {counted(rows, 'ligne', feminine=True)}"


def regions(study: Opened) -> Iterator[str]:
    """For each division, its regions without an outline and its outlines without a region."""
    for layer in study.vocabulary.layers:
        yield f"{layer.label} : {' ; '.join(_gaps(layer, study))}"


def _gaps(layer: Layer, study: Opened) -> Iterator[str]:
    regions = study.vocabulary.variable(layer.variable).categories
    if not layer.has_map:
        yield f"{counted(len(regions), 'région')}, sans carte"
        return
    outside = [
        f"{region.label} ({region.code})" for region in regions if region.code in layer.boxed
    ]
    inside = len(regions) - len(outside)
    yield f"{count(inside)} sur {count(len(regions))} ont un contour"
    if outside:
        yield f"sans contour : {listed(outside)}"
    empty = sorted({*read_outlines(Path(layer.path))} - {region.code for region in regions})
    if empty:
        yield f"contours sans région : {listed(empty)}"


def _owner(path: Path | None, study: Opened) -> str:
    if path is None:
        return "absent"
    return "de l'étude" if path.is_relative_to(study.folder) else "du tableau de bord"
