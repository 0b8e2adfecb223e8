"""How does `published-figures.toml` become the list of the figures that the study prints?"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from dashboard.domain.codebook import Codebook
from dashboard.domain.errors import PublishedFiguresError
from dashboard.domain.published.figures import PublishedFigure
from dashboard.ingest.reference.figure_faults import figure_faults


def read_figures(path: Path, codebook: Codebook) -> tuple[PublishedFigure, ...]:
    """The figures of `path`, in its order; raises PublishedFiguresError, in French, naming each faulty one."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))["figure"]
        figures = TypeAdapter(tuple[PublishedFigure, ...]).validate_python(raw)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError) as error:
        raise PublishedFiguresError(f"{path.name} : fichier illisible ({error}).") from error
    except ValidationError as error:
        raise PublishedFiguresError(
            "\n".join(f"{path.name}, {line}" for line in _shape_faults(error, raw))
        ) from error
    faults = [
        *_repeated(figures),
        *(f for figure in figures for f in figure_faults(figure, codebook)),
    ]
    if faults:
        raise PublishedFiguresError("\n".join(f"{path.name}, {fault}" for fault in faults))
    return figures


def _shape_faults(error: ValidationError, raw: list[dict[str, object]]) -> Iterator[str]:
    for fault in error.errors():
        rank, *field = fault["loc"]
        name = raw[rank].get("id", rank + 1) if isinstance(rank, int) else rank
        where = ".".join(str(part) for part in field)
        if fault["type"] == "extra_forbidden":
            yield f"figure « {name} » : champ inconnu « {where} »."
        elif fault["type"] == "missing":
            yield f"figure « {name} » : le champ « {where} » manque."
        else:
            valid = fault.get("ctx", {}).get("expected", "")
            hint = f" ; attendu : {valid.replace(' or ', ' ou ')}" if valid else ""
            yield f"figure « {name} », champ « {where} » : valeur « {fault['input']} »{hint}."


def _repeated(figures: tuple[PublishedFigure, ...]) -> Iterator[str]:
    for name, times in Counter(figure.id for figure in figures).items():
        if times > 1:
            yield f"figure « {name} » : cet identifiant est donné {times} fois."
