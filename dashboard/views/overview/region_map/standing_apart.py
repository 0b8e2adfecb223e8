"""Which regions have a share that is established to differ from that of the others together?

The same people and the same verdicts as in the profiles of regions: whoever looks at a map of shares asks which of its
colours count.
"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.domain.statistics.comparisons import Difference
from dashboard.domain.statistics.one_vs_rest import OneVsRest
from dashboard.text.numbers import difference_in_words, signed
from dashboard.text.words import capital, some_of
from dashboard.views.kit.regions import of_regions
from dashboard.views.kit.verdicts import gap_in_words, is_tested, verdict_of
from dashboard.views.overview.region_map.counts import RegionCounts

Gaps = Mapping[str, Difference]


def gaps_with_others(drawn: RegionCounts) -> Gaps:
    """How far the share of each region of the selection is from that of all others, whichever are selected.

    None of counts; of one year, whose people the profiles do not compare; or where regions of another division are
    selected: a share is then of a part of its region, and the gap would be of the whole.
    """
    vocabulary = drawn.scene.vocabulary
    elsewhere = any(
        c.dimension != drawn.where for c in of_regions(drawn.scene.selection, vocabulary)
    )
    if not drawn.measure.is_share or drawn.year or elsewhere:
        return {}
    table, where = drawn.tables["all_measure"], str(drawn.where)
    groups = {
        code: drawn.measure.group_of(table, {where: code}, vocabulary) for code in drawn.codes
    }
    whole = drawn.measure.group_of(table, {where: drawn.codes}, vocabulary)
    apart = OneVsRest(groups, whole).differences
    return {code: apart[code] for code in drawn.selected if code in apart}


def most_apart(gaps: Gaps) -> str:
    """The region whose established gap is widest; empty where none is."""
    conclusive = _established(gaps)
    return conclusive[0] if conclusive else ""


def established(drawn: RegionCounts, gaps: Gaps) -> str:
    """`Écarts établis avec les autres régions, en points : Centre (−23,0) et Bretagne (+16,8).`

    A sentence that another follows; nothing where no gap is tested.
    """
    if not any(map(is_tested, gaps.values())):
        return ""
    others = f"avec les autres {drawn.noun.plural}"
    if len(gaps) == 1:
        (gap,) = gaps.values()
        return f"{capital(verdict_of(gap))} {others} : {difference_in_words(gap.value, 'points')}. "
    conclusive = _established(gaps)
    if not conclusive:
        return f"Aucun écart établi {others}. "
    named = [f"{drawn.category(code).label} ({signed(gaps[code].value)})" for code in conclusive]
    head = "Écart établi" if len(named) == 1 else "Écarts établis"
    return f"{head} {others}, en points : {some_of(named)}. "


def _established(gaps: Gaps) -> list[str]:
    """The regions that are established to stand apart, the farthest first."""
    conclusive = [code for code, gap in gaps.items() if gap.conclusive]
    return sorted(conclusive, key=lambda code: -abs(gaps[code].value))


def against_others(drawn: RegionCounts, gap: Difference | None) -> tuple[str, ...]:
    """`Écart avec les autres régions : +16,1 points [+1,2 ; +30,0]`, then its verdict: lines under the mouse."""
    if gap is None:
        return ()
    others = f"Écart avec les autres {drawn.noun.plural}"
    return (f"{others} : {gap_in_words(gap, 'points')}", capital(verdict_of(gap)))
