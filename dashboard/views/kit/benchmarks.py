"""Which outside figures speak of what a view draws, how are their lines marked, and what is told of them?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from dashboard.content.charts.benchmark_line import BenchmarkLine
from dashboard.content.content import Content
from dashboard.content.view import Scene
from dashboard.domain.benchmarks import Benchmark
from dashboard.domain.dimension import Dimension
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import NARROW, NO_BREAK, decimal
from dashboard.text.words import capital
from dashboard.views.kit.cohorts.parts import Part
from dashboard.views.kit.settled import is_settled

WHOLE = 100


def benchmarks_of(
    scene: Scene, along: Dimension, codes: Collection[str] = ()
) -> tuple[Benchmark, ...]:
    """The benchmarks of the share of `codes` along a dimension; without codes, of its mean.

    None where a filter settles the indicator: the share of women among women is no finding.
    """
    if is_settled(scene, along):
        return ()
    return tuple(
        benchmark
        for benchmark in scene.vocabulary.codebook.benchmarks
        if benchmark.along == along and _codes(benchmark, scene.vocabulary) == frozenset(codes)
    )


def benchmarks_along(scene: Scene, along: Dimension) -> tuple[Benchmark, ...]:
    """The benchmarks of any share along a dimension that no filter settles."""
    if is_settled(scene, along):
        return ()
    every = scene.vocabulary.codebook.benchmarks
    return tuple(one for one in every if one.along == along and one.is_share)


def employed_benchmarks(scene: Scene, wave: str) -> tuple[Benchmark, ...]:
    """The benchmarks of the share employed at a wave."""
    status = Dimension("status", wave)
    return benchmarks_of(scene, status, scene.vocabulary.codes_with(status, "employed"))


def benchmark_line(
    benchmark: Benchmark, vocabulary: Vocabulary, category: int | None = None
) -> BenchmarkLine:
    """Its line on an axis of its own share or mean: of every category, or of the one that is its wave."""
    wave = f"{benchmark.wave}, " if category is not None and benchmark.wave else ""
    return BenchmarkLine(benchmark.value, f"{wave}{named(benchmark, vocabulary)}", category)


def boundary_line(
    benchmark: Benchmark, parts: Sequence[Part], vocabulary: Vocabulary
) -> BenchmarkLine | None:
    """Its line through bars that `parts` fill to 100 %: where the part that it speaks of would end.

    Of a part at the end of the bars it is where that would begin, as an arrow behind the name tells. None of a part in
    the middle, which begins and ends elsewhere in each bar, or of one that bars are not divided by.
    """
    codes = _codes(benchmark, vocabulary)
    inside = [_code(part, benchmark.along) in codes for part in parts]
    number, name = sum(inside), named(benchmark, vocabulary)
    if not 0 < number < len(parts):
        return None
    if all(inside[:number]):
        return BenchmarkLine(benchmark.value, name)
    if all(inside[-number:]):
        return BenchmarkLine(WHOLE - benchmark.value, f"{name} →")
    return None


def beside_benchmarks(
    content: Content, benchmarks: Sequence[Benchmark], vocabulary: Vocabulary
) -> Content:
    """`content` with what is told of the benchmarks that it is read against: notes, and words for who sees no line."""
    if not benchmarks or content.empty:
        return content
    names = tuple(named(one, vocabulary) for one in benchmarks)
    lead = "Repère" if len(names) == 1 else "Repères"
    listed = " ; ".join(f"{one.name} ({written(one, vocabulary)})" for one in benchmarks)
    return replace(
        content,
        notes=(*content.notes, *_notes(benchmarks, vocabulary)),
        alternative=f"{content.alternative} {lead} : {listed}.",
        benchmarks=names,
    )


def _notes(benchmarks: Sequence[Benchmark], vocabulary: Vocabulary) -> Iterator[str]:
    """`Repère : DELD en France, 47 %. Demandeurs d'emploi inscrits, 2015-2016 (source : Dares). Le partenariat…`"""
    for one in benchmarks:
        when = f" à {one.wave}" if one.wave else ""
        yield f"Repère{when} : {one.name}, {written(one, vocabulary)}. {provenance(one)}"


def provenance(benchmark: Benchmark) -> str:
    """Of whom it is true, when, who says so, and how far it may be compared."""
    of_whom = capital(benchmark.population)
    return f"{of_whom}, {benchmark.period} (source : {benchmark.source}). {benchmark.comparability}"


def named(benchmark: Benchmark, vocabulary: Vocabulary) -> str:
    """`DELD, France : 47 %`."""
    return f"{benchmark.name}{NO_BREAK}:{NO_BREAK}{written(benchmark, vocabulary)}"


def written(benchmark: Benchmark, vocabulary: Vocabulary) -> str:
    """Its figure with as many decimals as it has, one at the most: `47 %`, `34 ans`."""
    number = decimal(benchmark.value, 0 if benchmark.value.is_integer() else 1)
    if benchmark.is_share:
        return f"{number}{NARROW}%"
    unit = vocabulary.variable(benchmark.variable).unit
    return f"{number}{NO_BREAK}{unit}" if unit else number


def _codes(benchmark: Benchmark, vocabulary: Vocabulary) -> frozenset[str]:
    if benchmark.group:
        real = vocabulary.real_codes(benchmark.along)
        of_group = vocabulary.variable(benchmark.variable).codes_of_group(benchmark.group)
        return frozenset(code for code in of_group if code in real)
    return frozenset(benchmark.codes)


def _code(part: Part, along: Dimension) -> str:
    return next((code for dimension, code in part.conditions if dimension == along), "")
