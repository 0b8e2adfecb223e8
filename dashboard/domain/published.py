"""Which figures does the study print, and how is each one counted again?"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, TypeAdapter, ValidationError

from dashboard.domain.codebook import Codebook, Variable
from dashboard.domain.dimension import dimension
from dashboard.domain.errors import PublishedFiguresError
from dashboard.domain.query import Counted

Precision = Literal["exact", "percent", "tenth", "whole", "bounds"]
Statistic = Literal[
    "count",
    "share",
    "mean",
    "minimum",
    "maximum",
    "agreement",
    "order",
    "categories",
    "added",
    "difference",
    "participation",
    "budget",
    "context",
]
Where = Mapping[str, tuple[str, ...]]

_NEEDS: Mapping[str, tuple[str, ...]] = {
    "share": ("numerator",),
    "mean": ("dimension",),
    "minimum": ("dimension",),
    "maximum": ("dimension",),
    "agreement": ("dimensions",),
    "order": ("dimension", "codes"),
    "categories": ("dimension",),
    "added": ("dimension", "codes", "reference"),
    "difference": ("of", "reference", "apart"),
    "participation": ("date",),
    "budget": ("date",),
}
_PEOPLE = ("beneficiaries", "survey")
_OWN_TABLE: Mapping[str, tuple[str, ...]] = {"unit": ("units",), "answer": ("benefits",)}
_OF_ENROLMENTS = ("academic_year", "enrolment_rank")
_YEARS = re.compile(r"\d{4}-\d{4}")


class PublishedFigure(BaseModel):
    """One figure of the study; the head of data/published-figures.toml says what each field means."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    place: str
    label: str
    printed: str
    precision: Precision
    statistic: Statistic
    value: int | float | None = None
    low: float | None = None
    high: float | None = None
    low_included: bool = True
    high_included: bool = True
    counted: Counted = "beneficiary"
    where: Where = {}
    numerator: Where = {}
    dimension: str = ""
    dimensions: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    grouped: bool = False
    of: Literal["share", "mean"] | None = None
    reference: Where | None = None
    date: Annotated[str, BeforeValidator(str)] = ""
    contradiction: str = ""
    resolution: str = ""
    note: str = ""

    @property
    def apart(self) -> tuple[str, ...]:
        """Along what the people of `where` are set apart from the others of the reference: `region`."""
        return tuple(name for name in self.where if name not in (self.reference or {}))


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
    faults = [*_repeated(figures), *(f for figure in figures for f in _faults(figure, codebook))]
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


def _faults(figure: PublishedFigure, codebook: Codebook) -> Iterator[str]:
    """What is missing from `figure`, or names what the codebook does not know."""
    head = f"figure « {figure.id} »"
    for field in _needed(figure):
        if getattr(figure, field) in ("", None, (), {}):
            yield f"{head} : la statistique « {figure.statistic} » demande le champ « {field} »."
    if bool(figure.contradiction) != bool(figure.resolution):
        yield f"{head} : « contradiction » et « resolution » vont ensemble."
    for name, codes in _named(figure):
        yield from (f"{head} : {fault}" for fault in _unknown(name, codes, figure, codebook))


def _needed(figure: PublishedFigure) -> Iterator[str]:
    for field in _NEEDS.get(figure.statistic, ()):
        # An empty reference is everybody.
        if field != "reference" or figure.reference is None:
            yield field
    if figure.statistic == "difference" and figure.of is not None:
        yield from _NEEDS[figure.of]
    if figure.precision == "bounds":
        if figure.low is None and figure.high is None:
            yield "low"
    elif figure.statistic != "order":
        yield "value"


def _named(figure: PublishedFigure) -> Iterator[tuple[str, tuple[str, ...]]]:
    for where in (figure.where, figure.numerator, figure.reference or {}):
        yield from where.items()
    yield from ((name, ()) for name in figure.dimensions)
    if figure.dimension:
        yield figure.dimension, figure.codes


def _unknown(
    name: str, codes: tuple[str, ...], figure: PublishedFigure, codebook: Codebook
) -> Iterator[str]:
    key = dimension(name)
    variable = codebook.variables.get(key.variable)
    if variable is None:
        yield f"la variable « {key.variable} » n'est pas au dictionnaire."
        return
    if variable.per_wave != (key.wave is not None) or (key.wave or "T0") not in codebook.waves:
        yield f"« {name} » : vague absente, inconnue ou de trop."
    if not _is_counted(variable, figure.counted):
        yield f"« {name} » ne se croise pas avec le décompte « {figure.counted} »."
    for code in codes:
        if not _has_code(variable, code):
            yield f"le code « {code} » n'existe pas pour la variable « {variable.name} »."


def _is_counted(variable: Variable, counted: Counted) -> bool:
    if counted == "enrolment" and variable.name in _OF_ENROLMENTS:
        return True
    return variable.table in (*_PEOPLE, *_OWN_TABLE.get(counted, ()))


def _has_code(variable: Variable, code: str) -> bool:
    if variable.kind == "academic_year":
        return bool(_YEARS.fullmatch(code))
    return code in variable.by_code
