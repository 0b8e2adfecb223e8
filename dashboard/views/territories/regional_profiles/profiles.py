"""How does each region stand against the others together?

Each region is compared with the others together, never with the whole that contains it: the two groups share nobody,
which is what the intervals and the test suppose.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from dashboard.content.view import Scene
from dashboard.domain.codebook import Category
from dashboard.domain.query import Query
from dashboard.domain.statistics.comparisons import Difference, Group
from dashboard.domain.statistics.one_vs_rest import OneVsRest
from dashboard.domain.switches import Choice, Switch
from dashboard.domain.vocabulary import Vocabulary
from dashboard.views.kit.regional_counts import RegionalCounts
from dashboard.views.kit.regions import of_people, of_regions, region_of
from dashboard.views.kit.settled import is_decided
from dashboard.views.kit.verdicts import verdict_of
from dashboard.views.territories.regional_profiles.traits import Trait, trait_named, traits
from dashboard.views.territories.regions import region_named


def _traits(vocabulary: Vocabulary) -> tuple[Choice, ...]:
    return tuple(Choice(trait.measure.name, trait.measure.label) for trait in traits(vocabulary))


TRAIT = Switch("profils-regionaux.mesure", "Indicateur", "", _traits)


class Profiles(RegionalCounts):
    """Each region of the selection, the others together, and what sets them apart."""

    @cached_property
    def trait(self) -> Trait:
        return trait_named(self.scene.position(TRAIT), self.scene.vocabulary)

    @property
    def others_named(self) -> str:
        """How the other regions are called: `autres régions`."""
        return f"autres {self.noun.plural}"

    @cached_property
    def one_vs_rest(self) -> OneVsRest:
        """The people of every region, of whom the trait is known, and how each region stands."""
        return OneVsRest({code: self._group(code) for code in self.codes}, self._group(*self.codes))

    @property
    def groups(self) -> Mapping[str, Group]:
        return self.one_vs_rest.groups

    @property
    def others(self) -> Mapping[str, Group]:
        return self.one_vs_rest.others

    @property
    def differences(self) -> Mapping[str, Difference]:
        return self.one_vs_rest.differences

    @cached_property
    def shown(self) -> list[str]:
        """The regions that the selection looks at, from the most above the others to the most below."""
        inside = self.tables["inside"].by_code(str(self.where))
        codes = [code for code in self.groups if inside[code]]

        def rank(code: str) -> tuple[bool, float]:
            difference = self.differences.get(code)
            return difference is None, -(difference.value if difference else 0.0)

        return sorted(codes, key=rank)

    @cached_property
    def untold(self) -> list[str]:
        """The regions that the selection looks at, and of whose people the number may not be told."""
        inside = self.tables["inside"].by_code(str(self.where))
        return [code for code in self.one_vs_rest.untold if inside[code]]

    @cached_property
    def base(self) -> int:
        """The people of the regions shown."""
        return self._group(*self.shown).people if self.shown else 0

    @cached_property
    def nothing_to_find(self) -> bool:
        """Whether there is nothing to compare: a filter fixes the trait, or too few people have it."""
        return not any(code in self.differences for code in self.shown)

    @cached_property
    def fixed(self) -> bool:
        """Whether a filter leaves all people of all regions on one side of the trait: nothing is then to compare."""
        return is_decided(self.scene, self.trait.along, self.trait.measure.codes)

    def verdict(self, region: str) -> str:
        """What the numbers allow to conclude of the region."""
        sides = (self.groups[region], self.others[region])
        return verdict_of(self.differences.get(region), *sides)

    def region(self, code: str) -> Category:
        """The region as the codebook names it."""
        return region_named(self.scene, self.where, code)

    def _group(self, *regions: str) -> Group:
        table, vocabulary = self.tables["trait"], self.scene.vocabulary
        return self.trait.group(table, self.where, regions, vocabulary)


def ask(scene: Scene) -> Mapping[str, Query]:
    """The trait by region, in all regions, since each is compared with the others."""
    vocabulary = scene.vocabulary
    trait, where = trait_named(scene.position(TRAIT), vocabulary), region_of(vocabulary)
    return {
        "trait": Query((where, trait.along), trait.of(of_people(scene.selection, vocabulary))),
        "inside": Query((where,), of_regions(scene.selection, vocabulary)),
    }
