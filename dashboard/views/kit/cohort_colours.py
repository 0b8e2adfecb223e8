"""In which colour is each cohort drawn, whatever the selection?"""

from __future__ import annotations

from dashboard.domain.vocabulary import Vocabulary

PALETTE = ("#7a8a2b", "#2f6fae", "#c2590c", "#21877b", "#8a5aa8", "#a23b6b", "#6f6157")
"""Hues that differ in lightness too, each three to one against white paper and against the dark page."""


def cohort_colours(vocabulary: Vocabulary) -> dict[str, str]:
    """One colour a cohort, by its rank in the tables; beyond the palette they come round again."""
    return {cohort: PALETTE[i % len(PALETTE)] for i, cohort in enumerate(vocabulary.cohorts)}
