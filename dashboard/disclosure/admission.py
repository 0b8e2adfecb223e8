"""Which selections are answered under a policy, and why are the others not?

With a free choice of several values the same few people can be counted in hundreds of ways, each rounded by another
key, and the rounding averages out. So where a policy protects, a condition keeps one category or a grouping that the
codebook publishes, and there are few of them: no set of categories is of the reader's making, and none is "all but".
Source: docs/adr/data/0058-which-selections-are-answered.md.
"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.disclosure.policy import Policy
from dashboard.disclosure.thresholds import MOST_CONDITIONS
from dashboard.domain.selection import Condition, Selection
from dashboard.domain.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Admission:
    """What of a selection is more than is answered; nothing of one that is admitted.

    `several`: its conditions that keep several categories which are no published grouping. `too_many`: how many
    conditions have to be taken off, whichever they are.
    """

    several: tuple[Condition, ...] = ()
    too_many: int = 0

    def __bool__(self) -> bool:
        """Whether the selection is answered."""
        return not (self.several or self.too_many)


ADMITTED = Admission()


def admission_of(selection: Selection, policy: Policy, vocabulary: Vocabulary) -> Admission:
    """Whether a reader's `selection` is answered under `policy`; conditions that views add are not the reader's.

    Whoever runs regions may ask what they like of the people of theirs, whom they are told exactly anyway.
    """
    if not policy.protects or is_own(selection, policy, vocabulary):
        return ADMITTED
    return Admission(
        tuple(condition for condition in selection if not _is_one_choice(condition, vocabulary)),
        max(0, len(selection.conditions) - MOST_CONDITIONS),
    )


def is_own(selection: Selection, policy: Policy, vocabulary: Vocabulary) -> bool:
    """Whether all that is selected lies in regions whose people the policy counts exactly."""
    kept = selection.codes(vocabulary.regions) if vocabulary.regions else ()
    return bool(kept) and set(kept) <= set(policy.regions)


def one_choice(policy: Policy) -> bool:
    """Whether nothing but one category or grouping a condition is ever answered, whoever is selected."""
    return policy.protects and not policy.regions


def _is_one_choice(condition: Condition, vocabulary: Vocabulary) -> bool:
    # A condition that keeps nothing tells of nobody.
    is_value = len(condition.codes) <= 1
    return is_value or vocabulary.grouping_of(condition.dimension, condition.codes) is not None
