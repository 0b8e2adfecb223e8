"""How are times told, to be pasted: median, 95th percentile, how many, and the ratio to plain Dash?"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median, quantiles

THREE_DIGITS = 100


def heading(title: str) -> None:
    """Begins a table of times beside those of plain Dash."""
    print(f"\n| {title} | ours | p95 | plain Dash | p95 | n | ratio |")
    print("| --- | --- | --- | --- | --- | --- | --- |", flush=True)


def compare(label: str, ours: Sequence[float], plain: Sequence[float], unit: str = "ms") -> None:
    """One row: both sides of one measure, and how many of ours are one of plain Dash's."""
    if not ours or not plain:
        print(f"| {label} | not measured | | | | {len(ours)}, {len(plain)} | |", flush=True)
        return
    cells = (_told(ours, unit), _number(p95(ours)), _told(plain, unit), _number(p95(plain)))
    number = f"{len(ours)}" if len(ours) == len(plain) else f"{len(ours)}, {len(plain)}"
    print(
        f"| {label} | {' | '.join(cells)} | {number} | **{ratio(ours, plain):.2f}** |", flush=True
    )


def ratio(ours: Sequence[float], plain: Sequence[float]) -> float:
    """The median of ours, as a part of plain Dash's."""
    return median(ours) / median(plain)


def p95(values: Sequence[float]) -> float:
    """The 95th percentile; the one value where there is no other."""
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


def heading_alone(title: str) -> None:
    """Begins a table of what has no counterpart in plain Dash."""
    print(f"\n| {title} | median | p95 | n |")
    print("| --- | --- | --- | --- |", flush=True)


def tell(label: str, values: Sequence[float], unit: str = "ms") -> None:
    """One row of such a table."""
    print(
        f"| {label} | {_told(values, unit)} | {_number(p95(values))} | {len(values)} |", flush=True
    )


def _told(values: Sequence[float], unit: str) -> str:
    return f"{_number(median(values))} {unit}".strip()


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= THREE_DIGITS else f"{value:.3g}"
