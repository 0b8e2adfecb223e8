"""Which sets of categories may not be told in detail beside others, and which are rounded by a key of their own?

The same people are rounded the same way. So where one set that everybody may ask for holds another and a few people
more, two numbers that differ tell that one of those few is in them: a test without doubt, page after page. Occitanie
beside Languedoc-Roussillon told all of five people of Midi-Pyrénées.

Source: docs/adr/disclosure/0064-sets-within-sets.md.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from dashboard.disclosure.nested import YEAR, Crossed, few_more, is_nested, same_people
from dashboard.disclosure.thresholds import BASE, LEAST_DETAILED
from dashboard.domain.dimension import Dimension
from dashboard.domain.keys import UnionKeys
from dashboard.domain.vocabulary import Vocabulary

Codes = frozenset[str]


class Unions:
    """The sets of categories that everybody may ask for, by the people of the whole tables.

    Of who people are, such as their region, a set beside another one that differs from it by few people is withheld:
    first come values, then groupings, then the codes of a coarser division. Of what people answered, all are told, but
    a set of several categories has a key of its own, so that its numbers and those of its parts are no test.
    """

    def __init__(
        self,
        people: Callable[[Dimension], Mapping[str, int]],
        vocabulary: Vocabulary,
        keys: UnionKeys,
        crossed: Crossed,
    ) -> None:
        """`people`: how many have each code along a dimension, in the whole tables; `crossed`: along two of them."""
        self._people_along = people
        self._crossed = crossed
        self._vocabulary = vocabulary
        self._keys = keys
        self._concerned: dict[tuple[Dimension, bool], bool] = {}
        self._along: dict[Dimension, _Along] = {}
        self._known: dict[tuple[Dimension, Codes], tuple[bool, int]] = {}

    def concern(self, dimension: Dimension, *, by_itself: bool) -> bool:
        """Whether several categories of a dimension may be asked for as one; by one of its codes, if `by_itself`."""
        known = self._concerned.get((dimension, by_itself))
        if known is None:
            finer = finer_of(dimension, self._vocabulary)
            nested = is_nested(dimension, self._vocabulary)
            several = has_unions(finer, self._vocabulary) and not (by_itself and finer == dimension)
            known = nested or several
            self._concerned[(dimension, by_itself)] = known
        return known

    def told_alone(self, dimension: Dimension) -> bool:
        """Whether how many stand in a set along a dimension may be told, though nothing else of them is.

        Of a set of people its units may not: they are what its people did. A year of enrolments is no set of people.
        """
        return not self._vocabulary.selects_people(dimension)

    def withheld(self, dimension: Dimension, codes: Collection[str]) -> bool:
        """Whether nothing is told of those of `codes` by any other condition; how many they are may be."""
        return self._of(dimension, codes)[0]

    def key(self, dimension: Dimension, codes: Collection[str]) -> int:
        """What is added to the keys of those of `codes`: a secret number where they are a set that is offered, or 0."""
        return self._of(dimension, codes)[1]

    def _of(self, dimension: Dimension, codes: Collection[str]) -> tuple[bool, int]:
        asked = (dimension, frozenset(codes))
        known = self._known.get(asked)
        if known is None:
            known = self._known[asked] = self._found(*asked)
        return known

    def _found(self, dimension: Dimension, codes: Collection[str]) -> tuple[bool, int]:
        if not self.concern(dimension, by_itself=False):
            return False, 0
        if few_more(dimension, codes, self._vocabulary, self._crossed):
            return True, 0
        if dimension == YEAR:
            # Beside its cohort, of whom it holds others as well: their number is told, and no more of them.
            return False, self._keys.of(str(YEAR), sorted(codes))
        dimension, codes = same_people(dimension, codes, self._vocabulary)
        finer = finer_of(dimension, self._vocabulary)
        along = self._along.get(finer)
        if along is None:
            people = self._people_along(finer)
            along = self._along[finer] = _Along(people, tuple(offers(finer, self._vocabulary)))
        whole = along.of_somebody(gathered(dimension, codes, self._vocabulary))
        # Of what people answered nothing is withheld: it is what the study is about.
        if finer.wave is None and along.withheld(whole):
            return True, 0
        if whole not in along.unions:
            return False, 0
        return False, self._keys.of(str(finer), sorted(whole))


class _Along:
    """The sets along one dimension, of the codes that somebody has."""

    def __init__(self, people: Mapping[str, int], offered: tuple[Codes, ...]) -> None:
        self._people = people
        sets = dict.fromkeys(map(self.of_somebody, offered))
        self.unions = frozenset(whole for whole in sets if len(whole) > 1)
        # A value is always told: what is withheld is what lies too near to what has come before.
        self._told: list[Codes] = []
        for whole in sets:
            if whole and not self.withheld(whole):
                self._told.append(whole)

    def of_somebody(self, codes: Collection[str]) -> Codes:
        """Those of `codes` that somebody has: two sets of the same people are one."""
        return frozenset(code for code in codes if self._people.get(code))

    def withheld(self, whole: Codes) -> bool:
        """Whether a set differs by few people from one that has details: some, and fewer than have details."""
        if len(whole) < 2:  # noqa: PLR2004  a set of one is a value
            return False
        return any(
            0 < self._number(whole ^ told) < LEAST_DETAILED
            for told in self._told
            # Rounded up, it may pass for one that is large enough.
            if self._number(told) > LEAST_DETAILED - BASE
        )

    def _number(self, codes: Codes) -> int:
        return sum(self._people[code] for code in codes)


def finer_of(dimension: Dimension, vocabulary: Vocabulary) -> Dimension:
    """The dimension whose categories those of `dimension` gather; a dimension that gathers none is its own."""
    variable = vocabulary.variable(dimension.variable)
    if variable.kind != "group":
        return dimension
    return finer_of(Dimension(variable.of, dimension.wave), vocabulary)


def gathered(dimension: Dimension, codes: Collection[str], vocabulary: Vocabulary) -> Codes:
    """The codes of the finest division that `codes` gather; an absence is the same in all of them."""
    variable = vocabulary.variable(dimension.variable)
    if variable.kind != "group":
        return frozenset(codes)
    finer = vocabulary.variable(variable.of)
    parts = (part for code in codes for part in finer.codes_of_group(code) or (code,))
    return gathered(Dimension(finer.name, dimension.wave), tuple(parts), vocabulary)


def has_unions(finer: Dimension, vocabulary: Vocabulary) -> bool:
    """Whether anybody may ask for several categories of a dimension at once."""
    variable = vocabulary.variable(finer.variable)
    return bool(variable.groups or variable.groupings or coarser_of(finer, vocabulary))


def coarser_of(finer: Dimension, vocabulary: Vocabulary) -> tuple[Dimension, ...]:
    """The divisions whose categories gather those of a dimension."""
    return tuple(
        Dimension(variable.name, finer.wave)
        for variable in vocabulary.codebook.variables.values()
        if variable.kind == "group"
        and finer_of(Dimension(variable.name, finer.wave), vocabulary) == finer
    )


def offers(finer: Dimension, vocabulary: Vocabulary) -> Iterator[Codes]:
    """What may be asked for by one condition: values, then groupings, then those of each coarser division."""
    for dimension in (finer, *coarser_of(finer, vocabulary)):
        for code in vocabulary.codes(dimension):
            yield gathered(dimension, (code,), vocabulary)
        for grouping in vocabulary.groupings(dimension):
            yield gathered(dimension, grouping.gathers, vocabulary)
        if dimension.wave is not None:
            # Views count those who told, beside all respondents.
            yield gathered(dimension, vocabulary.real_codes(dimension), vocabulary)
        variable = vocabulary.variable(dimension.variable)
        for group in variable.groups:
            yield gathered(dimension, variable.codes_of_group(group.code), vocabulary)
