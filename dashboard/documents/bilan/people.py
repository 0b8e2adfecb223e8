"""What is said of the people before they are trained: how many, since when, where, and who they are?"""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan, nan

from dashboard.documents.document import Passage
from dashboard.domain.counts import Rounded, is_told
from dashboard.domain.query import Query
from dashboard.domain.selection import Selection
from dashboard.domain.statistics.rates import Share, mean, ratio
from dashboard.publication import Publication
from dashboard.text.nouns import PEOPLE, funded
from dashboard.text.numbers import NO_BREAK, count, decimal, share_in_words
from dashboard.text.words import capital, inside, listed, number_in_words
from dashboard.views.kit.measure import Measure
from dashboard.views.kit.notes import COHORT
from dashboard.views.kit.region_measures import measures
from dashboard.views.kit.regions import in_region, region_noun, region_of

MOST_REGIONS = 3


def presentation(selection: Selection, publication: Publication) -> Iterator[Passage]:
    """Of whom the study is, how much was funded, and in which cohorts they are."""
    vocabulary = publication.vocabulary
    yield Passage(
        f"Population étudiée : {inside(vocabulary.codebook.study.population.rstrip('.'))}."
    )
    people = publication.tabulate(Query((COHORT,), selection))
    units = publication.tabulate(Query((), selection, "unit")).total()
    total, noun = people.total(), funded(vocabulary)
    if total and units and is_told(total) and is_told(units):
        has = "a suivi" if total == 1 else "ont suivi"
        average = ratio(units, total) or nan
        each = "" if isnan(average) else f", soit {decimal(average)} par bénéficiaire"
        yield Passage(
            f"{capital(PEOPLE.counted(total))} {has} {noun.counted(units, 'financé')}{each}.",
            ("chiffres-cles",),
        )
    numbers = {c: n for c, n in people.by_code(str(COHORT)).items() if n and is_told(n)}
    if len(numbers) > 1:
        first, *_, last = numbers
        largest = max(numbers, key=lambda cohort: numbers[cohort])
        yield Passage(
            f"De la promotion {first} à la promotion {last}, la plus nombreuse est celle de {largest} : "
            f"{PEOPLE.of_base(Share(numbers[largest], total))}."
        )


def territories(selection: Selection, publication: Publication) -> Iterator[Passage]:
    """In how many regions they live, and where most of them do."""
    vocabulary = publication.vocabulary
    if not vocabulary.layers:
        return
    where = region_of(vocabulary)
    noun = region_noun(vocabulary, where)
    table = publication.tabulate(Query((where,), selection))
    numbers = {code: table.count({str(where): code}) for code in vocabulary.real_codes(where)}
    known = table.count({str(where): vocabulary.real_codes(where)})
    told_of = [code for code, people in numbers.items() if people and is_told(people)]
    there = sorted(told_of, key=lambda code: -numbers[code])
    if len(there) < 2:  # noqa: PLR2004 - of one region there is nothing to compare.
        return
    lives = vocabulary.layers[0].lives[1]
    told = [
        f"{count(numbers[code])} {in_region(vocabulary.category(where, code), noun)} "
        f"({share_in_words(Share(numbers[code], known))})"
        for code in there[:MOST_REGIONS]
    ]
    if isinstance(known, Rounded):
        # In how many regions nobody lives is not told.
        yield Passage(f"Sur {PEOPLE.counted(known)}, on en compte {listed(told)}.", ("carte",))
        return
    yield Passage(
        f"Les bénéficiaires {lives} dans {noun.counted(len(there))}. Sur {count(known)}, on en compte {listed(told)}.",
        ("carte",),
    )


def beneficiaries(selection: Selection, publication: Publication) -> Iterator[Passage]:
    """What is known of them by the measures that the codebook has of a region, but for what a survey tells later.

    One that a filter fixes is left out: it says of everybody what the filter says.
    """
    known = [
        measure
        for measure in measures(publication.vocabulary)
        if measure.along is not None
        and measure.along.wave is None
        and not selection.codes(measure.along)
    ]
    shares = [words for measure in known for words in _share(measure, selection, publication)]
    means = [words for measure in known for words in _mean(measure, selection, publication)]
    if shares:
        yield Passage(f"On y compte {listed(shares)}.")
    if means:
        yield Passage(f"{capital(' ; '.join(means))}.")


def _share(measure: Measure, selection: Selection, publication: Publication) -> Iterator[str]:
    """`543 femmes sur 1 044 bénéficiaires (52,0 %)`; nothing where it is not known, not told, or no share."""
    if measure.along is None or not measure.is_share:
        return
    table = publication.tabulate(Query((measure.along,), measure.of(selection)))
    part = measure.share_of(table, {}, publication.vocabulary)
    if part.base and is_told(part.base) and is_told(part.count):
        number = f"{number_in_words(part.count)} {measure.counted}"
        yield f"{number} sur {count(part.base)} {measure.base_words} ({share_in_words(part)})"


def _mean(measure: Measure, selection: Selection, publication: Publication) -> Iterator[str]:
    """`âge moyen : 34,5 ans`; nothing where it is known of nobody or not told, or is no mean."""
    along = measure.along
    if along is None or measure.kind != "mean":
        return
    table = publication.tabulate(Query((along,), measure.of(selection)))
    codes = publication.vocabulary.real_codes(along)
    people = {int(code): table.count({str(along): code}) for code in codes}
    told = {value: number for value, number in people.items() if number and is_told(number)}
    everybody = table.count({str(along): codes})
    known = mean(told, everybody)
    if known is not None:
        unit = f"{NO_BREAK}{measure.unit}" if measure.unit else ""
        yield f"{inside(measure.title)} : {decimal(known)}{unit} ({PEOPLE.counted(everybody)})"
