"""How does `published-figures.toml` become the list of the figures that the study prints?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from dashboard.domain.codebook import Codebook
from dashboard.domain.errors import PublishedFiguresError
from dashboard.domain.published.figures import PublishedFigure
from dashboard.ingest.checks.report import quoted
from dashboard.ingest.reference.faults import Fault, raise_faults, visible
from dashboard.ingest.reference.figure_faults import figure_faults
from dashboard.ingest.reference.places import Places
from dashboard.ingest.reference.shapes import validated
from dashboard.ingest.reference.toml_file import read_toml


class _FigureFile(BaseModel):
    model_config = ConfigDict(extra="forbid")

    figure: tuple[PublishedFigure, ...] = ()


def read_figures(path: Path, codebook: Codebook) -> tuple[PublishedFigure, ...]:
    """The figures of `path`, in its order; raises PublishedFiguresError, in French, naming each faulty one."""
    raw = read_toml(path, PublishedFiguresError)
    figures = validated(_FigureFile, raw, Places(), path.name, PublishedFiguresError).figure
    faults = (*_faults(figures, codebook), *(_of_each(figures, codebook)))
    raise_faults(faults, path.name, PublishedFiguresError)
    return figures


def _faults(figures: tuple[PublishedFigure, ...], codebook: Codebook) -> Iterator[Fault]:
    if figures and codebook.study.report is None:
        what = "des chiffres publiés, sans que codebook.toml dise ce qui est publié"
        yield Fault(
            "", what, 'par exemple report = { singular = "rapport" } dans sa section [study]'
        )
    for name, times in Counter(figure.id for figure in figures).items():
        if times > 1:
            yield Fault(_named(name), f"cet identifiant est donné {times} fois", "une seule fois")


def _of_each(figures: tuple[PublishedFigure, ...], codebook: Codebook) -> Iterator[Fault]:
    for figure in figures:
        for what, expected in figure_faults(figure, codebook):
            yield Fault(_named(figure.id), what, expected)


def _named(name: str) -> str:
    return f"figure {quoted(visible(name))}"
