"""Can the data be shown, and has each region a shape?"""

from __future__ import annotations

from pathlib import Path

from dashboard.cli.doctor.diagnosis import Diagnoses, doubtful, well, wrong
from dashboard.domain.codebook import Codebook, Layer
from dashboard.ingest.checks.report import quoted
from dashboard.ingest.reading.tables import Examination
from dashboard.ingest.reference.outline_faults import read_outlines
from dashboard.text.numbers import count
from dashboard.text.words import counted, some_of

SHOWN = 3
"""How many faults of the data are told: `check` tells all."""


def data(examination: Examination, folder: Path) -> Diagnoses:
    """Whether the tables, and what describes them, pass every check."""
    told = f"python -m dashboard check {folder}"
    failures, warned = examination.at("failure"), examination.at("warning")
    for finding in failures[:SHOWN]:
        yield wrong(finding.named, f"corrigez ce fichier ; tout est dit par {told}")
    if len(failures) > SHOWN:
        yield wrong(f"{counted(len(failures) - SHOWN, 'autre échec', 'autres échecs')}", told)
    if examination.tables is None:
        return
    tables = examination.tables
    people = counted(len(tables.beneficiaries), "bénéficiaire")
    yield well(f"{folder} : {people}, version {tables.version}")
    if warned:
        yield doubtful(f"{counted(len(warned), 'point')} à regarder dans les tables", told)


def geometry(codebook: Codebook) -> Diagnoses:
    """For each division into regions, whether each of them has a shape, and each shape a region."""
    if not codebook.layers:
        yield well("cette étude ne connaît pas de régions")
    for layer in codebook.layers:
        yield from _of_layer(layer, codebook)


def _of_layer(layer: Layer, codebook: Codebook) -> Diagnoses:
    regions = codebook.variable(layer.variable).categories
    if not layer.has_map:
        yield well(f"{layer.label} : {counted(len(regions), 'région')}, sans carte")
        return
    bare = [f"{r.label} ({r.code})" for r in regions if r.code in layer.boxed]
    if bare:
        yield doubtful(
            f"{layer.label} : sans contour, {some_of(bare)}",
            f"ajoutez leur contour, avec le même code, dans {Path(layer.path).name}, ou laissez-les à côté de la carte",
        )
    else:
        yield well(f"{layer.label} : {count(len(regions))} régions, toutes ont un contour")
    drawn = {region.code for region in regions}
    empty = sorted({*read_outlines(Path(layer.path))} - drawn)
    if empty:
        codes = some_of([quoted(code) for code in empty])
        yield doubtful(
            f"{layer.label} : contours sans région, {codes}",
            f"vérifiez les codes de {Path(layer.path).name} et du dictionnaire",
        )
