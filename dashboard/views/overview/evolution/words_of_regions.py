"""What is said of the changes of each region since the previous cohort?"""

from __future__ import annotations

from dashboard.domain.counts import are_rounded, is_told
from dashboard.text.nouns import PEOPLE
from dashboard.text.numbers import count, share, signed_count
from dashboard.text.words import capital, listed
from dashboard.views.kit.regions import in_region, regional
from dashboard.views.kit.verdicts import (
    CONCLUSIVE,
    TOO_FEW,
    TOO_UNSURE,
    gap_in_words,
    how_tabled,
    untested_notes,
    verdict_of,
)
from dashboard.views.overview.evolution.charts import MOST_REGIONS, drawn, part_in_words
from dashboard.views.overview.evolution.regions import RegionalChange, RegionalChanges
from dashboard.views.overview.evolution.words import OF_COUNTS, directions, rounded_gaps, the_cohort
from dashboard.views.overview.following_cohorts import Following

OF_SHARES = (
    "Part : des bénéficiaires de la promotion dans la sélection ; les parts se partagent 100 %, si bien que l'une ne "
    "monte pas sans que d'autres baissent."
)


def reading(regions: RegionalChanges, pair: Following) -> str:
    """Of the regions drawn, one whose share is established to have changed, if any is; else the most changed one."""
    told = [
        c
        for c in drawn(regions.changes, regions.scene.medium)
        if c.gap is not None and is_told(c.gap)
    ]
    if not told:
        return ""

    def rank(change: RegionalChange) -> tuple[bool, bool, float]:
        gap = change.difference
        return bool(gap and gap.conclusive), bool(gap and gap.tested), abs(change.moved)

    change = max(told, key=rank)
    where = in_region(
        regions.scene.vocabulary.category(regions.where, change.key.code), regions.noun
    )
    places = regional(regions.scene.vocabulary)
    difference, (last, previous) = change.difference, change.shares
    hidden = any(part is not None and part.hidden for part in (last, previous))
    if difference is None or last is None or previous is None or hidden:
        return (
            f"{the_cohort(pair.last, regions.scene, named=places)} compte {where} {PEOPLE.counted(change.last)}, "
            f"contre {count(change.previous or 0)} pour la promotion {pair.previous}, soit un écart de "
            f"{signed_count(change.gap or 0)}."
        )
    return (
        f"{the_cohort(pair.last, regions.scene)} compte {where} {share(last)} de ses bénéficiaires "
        f"({count(last.count)} sur {count(last.base)}), contre {share(previous)} ({count(previous.count)} sur "
        f"{count(previous.base)}) pour la promotion {pair.previous} : {verdict_of(difference)}, "
        f"{gap_in_words(difference, 'points')}."
    )


def alternative(regions: RegionalChanges, pair: Following) -> str:
    """The chart for those who do not see it."""
    told = [
        f"{change.key.label} {part_in_words(change.last, last)}"
        + (
            " (nouvelle)"
            if previous_people is None
            else f" contre {part_in_words(previous_people, previous)}"
        )
        for change in regions.changes
        for previous_people, (last, previous) in [(change.previous, change.shares)]
    ]
    apart = [c.key.label for c in regions.changes if c.difference and c.difference.conclusive]
    judged = any(change.difference for change in regions.changes)
    end = f" {capital(CONCLUSIVE)} : {listed(apart)}." if apart else " Aucun écart établi." * judged
    return (
        f"Une ligne par {regions.noun.singular}, promotion {pair.last} contre promotion {pair.previous} : "
        f"{' ; '.join(told)}.{end}"
    )


def notes(regions: RegionalChanges, pair: Following) -> tuple[str, ...]:
    """What a gap is, and how many regions are drawn."""
    most = MOST_REGIONS[regions.scene.medium]
    few, unsure = (
        [c.key.label for c in regions.changes if verdict_of(c.difference) == verdict]
        for verdict in (TOO_FEW, TOO_UNSURE)
    )
    new = [change.key.label for change in regions.changes if change.previous is None]
    return (
        *directions(regions.scene, pair),
        *rounded_gaps([regions.base]),
        *(
            [f"{OF_SHARES} {how_tabled(rounded=are_rounded([regions.base]))}"]
            if any(change.difference for change in regions.changes)
            else [OF_COUNTS]
        ),
        *untested_notes(few, [], unsure),
        *(
            [
                f"Nouvelles, sans inscription avant la promotion {pair.last}, donc sans écart : {listed(new)}."
            ]
            if new
            else []
        ),
        *(
            [f"La figure montre {most} {regions.noun.plural} ; les autres sont dans le tableau."]
            if len(regions.changes) > most
            else []
        ),
    )
