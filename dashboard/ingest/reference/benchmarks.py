"""How does `benchmarks.toml` become outside figures, each of an indicator that the codebook knows?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import isfinite
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from dashboard.domain.benchmarks import Benchmark
from dashboard.domain.codebook import Codebook, Variable
from dashboard.domain.errors import CodebookError
from dashboard.ingest.checks.report import quoted
from dashboard.ingest.reference.faults import Fault, raise_faults, visible, written
from dashboard.ingest.reference.places import Places
from dashboard.ingest.reference.shapes import validated
from dashboard.ingest.reference.toml_file import read_toml
from dashboard.text.numbers import decimal
from dashboard.text.words import listed

WHOLE = 100
_NO_INDICATOR = ("identifier", "wave", "date", "academic_year")

Said = tuple[str, str]
"""What is wrong, and what was expected."""


class _BenchmarkFile(BaseModel):
    model_config = ConfigDict(extra="forbid")

    benchmark: tuple[Benchmark, ...] = ()


def read_benchmarks(path: Path, codebook: Codebook) -> tuple[Benchmark, ...]:
    """The benchmarks at `path` (TOML); raises CodebookError, in French, with each mistake and its place."""
    raw = read_toml(path, CodebookError)
    read = validated(_BenchmarkFile, raw, Places(), path.name, CodebookError).benchmark
    raise_faults(_faults(read, codebook), path.name, CodebookError)
    return read


def _faults(benchmarks: tuple[Benchmark, ...], codebook: Codebook) -> Iterator[Fault]:
    for name, times in Counter(benchmark.name for benchmark in benchmarks).items():
        if times > 1:
            yield Fault(_named(name), f"ce nom est donné {times} fois", "un nom par repère")
    for benchmark in benchmarks:
        variable = codebook.variables.get(benchmark.variable)
        if variable is None:
            what = f"la variable {quoted(visible(benchmark.variable))} n'est pas au dictionnaire"
            yield Fault(_named(benchmark.name), what)
            continue
        for what, expected in _of_variable(benchmark, variable, codebook):
            yield Fault(_named(benchmark.name), what, expected)


def _of_variable(benchmark: Benchmark, variable: Variable, codebook: Codebook) -> Iterator[Said]:
    """What does not fit the variable: its wave, its categories, the value."""
    if not isfinite(benchmark.value):
        yield written(benchmark.value), "un nombre"
        return
    yield from _of_wave(benchmark, variable, codebook)
    if benchmark.is_share:
        yield from _of_share(benchmark, variable)
    elif variable.kind != "integer":
        yield "une moyenne est celle d'un nombre", "« codes » ou « group », pour une part"


def _of_wave(benchmark: Benchmark, variable: Variable, codebook: Codebook) -> Iterator[Said]:
    waves = listed(list(map(quoted, codebook.waves)), "ou")
    if variable.per_wave and benchmark.wave is None:
        yield "le champ « wave » manque", waves
    elif benchmark.wave is not None and not variable.per_wave:
        yield f"« wave » est de trop : la variable {quoted(variable.name)} n'a pas de vague", ""
    elif (
        benchmark.wave is not None
        and benchmark.wave not in codebook.with_waves([benchmark.wave]).waves
    ):
        yield f"la vague {written(benchmark.wave)} est inconnue", waves


def _of_share(benchmark: Benchmark, variable: Variable) -> Iterator[Said]:
    if benchmark.codes and benchmark.group:
        yield "« codes » et « group » disent la même chose", "l'un des deux"
    if variable.kind in _NO_INDICATOR or not variable.categories:
        yield f"la variable {quoted(variable.name)} n'a pas de catégories", ""
        return
    real = [category.code for category in variable.categories]
    for code in benchmark.codes:
        if code not in real:
            what = f"le code {quoted(visible(code))} n'existe pas pour la variable {quoted(variable.name)}"
            yield what, listed(real, "ou")
    if benchmark.group and not variable.codes_of_group(benchmark.group):
        groups = [group.code for group in variable.groups]
        what = f"le groupe {quoted(visible(benchmark.group))} n'existe pas pour la variable {quoted(variable.name)}"
        yield what, listed(groups, "ou") if groups else "« codes »"
    if not 0 <= benchmark.value <= WHOLE:
        yield f"{decimal(benchmark.value)} n'est pas une part", "un nombre de 0 à 100"


def _named(name: str) -> str:
    return f"repère {quoted(visible(name))}"
