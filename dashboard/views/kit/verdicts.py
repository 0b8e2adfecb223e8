"""How is it said whether two groups differ, and how is that found?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dashboard.content.charts.datum import ASIDE, GLYPHS, Datum, Mark
from dashboard.content.charts.dots import Verdicts
from dashboard.content.data_table import Key
from dashboard.domain.statistics.comparisons import Difference, Group, Untested
from dashboard.domain.statistics.rates import SMALL_BASE
from dashboard.text.numbers import ABSENT, FRAGILE, SILENT, difference_in_words, signed_bounds
from dashboard.text.words import listed
from dashboard.views.kit.notes import small_bases_note

CONCLUSIVE, INCONCLUSIVE, UNTESTED = "écart établi", "écart non concluant", "écart non testé"
TOO_FEW, TOO_SILENT = f"{UNTESTED} {FRAGILE}", f"{UNTESTED} {SILENT}"
"""Not tested since a side has too few people, or too many silent ones."""

UNSURE = "seuil incertain"
TOO_UNSURE = f"{UNTESTED} ({UNSURE})"
"""Not tested since one of the two may be so: of numbers that are rounded, or not told, that is not known."""

WHY_UNTESTED: Mapping[Untested, str] = {
    "small_base": f"{FRAGILE} base < {SMALL_BASE}",
    "silence": f"{SILENT} plus d'un tiers sans information",
    "not_known": UNSURE,
}
"""What the marks beside a gap that is not tested mean, where a chart explains its own."""

NEWCOMBE, WELCH = "méthode de Newcombe", "méthode de Welch"
"""How the interval of a gap is found: between shares, between means."""

COVERS_ROUNDING = "L'intervalle tient aussi compte de l'arrondi des effectifs."

GAP_BOUNDS = ("écart, bas (99 %)", "écart, haut (99 %)")
"""The heads of the columns that hold the interval of a gap, beside the intervals of shares, which are at 95 %."""

_BY_CAUSE: Mapping[Untested, str] = {
    "small_base": TOO_FEW,
    "silence": TOO_SILENT,
    "not_known": TOO_UNSURE,
}

_MARKS: Mapping[Untested, tuple[Mark, ...]] = {
    "small_base": ("small_base",),
    "silence": ("item_nonresponse",),
    "not_known": (),
}

_CODES = {
    CONCLUSIVE: "conclusive",
    INCONCLUSIVE: "inconclusive",
    UNTESTED: "untested",
    TOO_FEW: "untested_small_base",
    TOO_SILENT: "untested_silence",
    TOO_UNSURE: "untested_not_known",
}


def verdict_of(difference: Difference | None, *groups: Group) -> str:
    """What the numbers allow to conclude, and if nothing, why; `groups` are those of which it is the difference."""
    if difference is None:
        return TOO_FEW if any(group.is_hidden for group in groups) else UNTESTED
    if difference.untested:
        return _BY_CAUSE[difference.untested]
    return CONCLUSIVE if difference.conclusive else INCONCLUSIVE


def verdict_key(verdict: str) -> Key:
    """The verdict as a row's key: it names no category, and a comparison of two selections leaves it out."""
    return Key("verdict", _CODES[verdict], verdict)


def short_verdict(difference: Difference | None, *groups: Group) -> str:
    """The verdict where the word « écart » stands beside; a dash where there is nothing to compare with."""
    verdict = verdict_of(difference, *groups)
    nothing = difference is None and verdict == UNTESTED
    return ABSENT if nothing else verdict.removeprefix("écart ")


def legend_of(differences: Iterable[Difference | None]) -> Verdicts | None:
    """What full dots, hollow ones and crosses mean, and the marks beside crosses; None where there is no row."""
    every = list(differences)
    if not every:
        return None
    why = {difference.untested for difference in every if difference}
    marks = [said for cause, said in WHY_UNTESTED.items() if cause in why]
    untested = f"{UNTESTED} ({', '.join(marks)})" if marks else UNTESTED
    return Verdicts(CONCLUSIVE, INCONCLUSIVE, untested)


def is_tested(difference: Difference | None) -> bool:
    """Whether an interval decides of it."""
    return difference is not None and difference.tested


def beside_verdict(datum: Datum, difference: Difference | None) -> Datum:
    """`datum` with the words `non testé ◇`, or `△`, behind its label, where too much stands against a verdict."""
    if difference is None or not difference.untested:
        return datum
    why = _MARKS[difference.untested]
    others = tuple(mark for mark in datum.marks if mark not in why)
    # Beside a dot on a telephone there is no room for more: the legend, and a note, say it in words.
    words = short_verdict(difference).replace(UNSURE, "?")
    for mark in why:
        words = words.removesuffix(GLYPHS[mark]).rstrip()
    return replace(datum, label=ASIDE.join([datum.label, words]), marks=(*why, *others))


def how_drawn(method: str = NEWCOMBE, *, rounded: bool) -> str:
    """How a chart of gaps is read; `rounded`: counts are, and the interval is wider for it."""
    return _with_rounding(
        f"Le trait est l'intervalle à 99 % de l'écart ({method}) : s'il ne touche pas la ligne du zéro, l'écart est "
        "établi ; sinon il est non concluant, ce qui ne veut pas dire nul.",
        rounded=rounded,
    )


def how_tabled(method: str = NEWCOMBE, *, rounded: bool) -> str:
    """The same of gaps that stand in a table alone."""
    return _with_rounding(
        f"Un écart est établi si son intervalle à 99 % ({method}) exclut zéro ; sinon il est non concluant, ce qui ne "
        "veut pas dire nul.",
        rounded=rounded,
    )


def _with_rounding(text: str, *, rounded: bool) -> str:
    return f"{text} {COVERS_ROUNDING}" if rounded else text


def gap_in_words(difference: Difference, unit: str) -> str:
    """`+13,2 points [+2,1 ; +24,0]`; without brackets where nothing is tested. `unit` is given in the plural."""
    return " ".join([difference_in_words(difference.value, unit), *in_brackets(difference)])


def in_brackets(difference: Difference | None) -> tuple[str, ...]:
    """The interval of a gap, as one text: `[+2,1 ; +24,0]`; none where nothing is tested."""
    if difference is None or difference.interval is None:
        return ()
    return (f"[{' ; '.join(signed_bounds(difference.interval))}]",)


def untested_notes(
    few: Sequence[str], silent: Sequence[str], unsure: Sequence[str]
) -> tuple[str, ...]:
    """What the marks of differences that are not tested mean, and where each stands."""
    return (*small_bases_note(few, UNTESTED), *_silent_note(silent), *_unsure_note(unsure))


def _silent_note(names: Sequence[str]) -> tuple[str, ...]:
    if not names:
        return ()
    rule = "plus d'un tiers des personnes d'un côté n'ont rien dit de la vague"
    return (f"{SILENT} {rule}, {UNTESTED} : {listed(names)}.",)


def _unsure_note(names: Sequence[str]) -> tuple[str, ...]:
    if not names:
        return ()
    rule = f"moins de {SMALL_BASE} personnes, ou plus d'un tiers sans information"
    known = "d'après les nombres diffusés, on ne sait pas si un côté a"
    return (f"{UNSURE.capitalize()}, {UNTESTED} : {known} {rule} : {listed(names)}.",)
