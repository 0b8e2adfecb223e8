"""Along which dimensions is the country divided into regions, and how are these called in a sentence?"""

from __future__ import annotations

from dashboard.content.notes import Caution, Concern, in_one_line
from dashboard.domain.codebook import Category, Layer
from dashboard.domain.counts import is_told
from dashboard.domain.dimension import Dimension
from dashboard.domain.selection import Selection, selection_of
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import PEOPLE, Noun, noun_of
from dashboard.text.words import inside, listed

REGION = Noun("région", "régions", feminine=True)
"""What a region is called where the codebook has no word of its own for it, such as `département`."""


def region_of(vocabulary: Vocabulary) -> Dimension:
    """The main division into regions; raises LookupError where the study has none."""
    if not vocabulary.layers:
        raise LookupError("the study has no regions")
    return vocabulary.layers[0].dimension


def regional(vocabulary: Vocabulary) -> tuple[Dimension, ...]:
    """Every division into regions, the main one first: a filter on one fixes the others."""
    return tuple(layer.dimension for layer in vocabulary.layers)


def mapped(vocabulary: Vocabulary) -> tuple[Layer, ...]:
    """The divisions of which a map can be drawn, the main one first."""
    return tuple(layer for layer in vocabulary.layers if layer.has_map)


def of_regions(selection: Selection, vocabulary: Vocabulary) -> Selection:
    """The conditions of `selection` on regions alone: they say which regions are looked at."""
    return selection_of(c for c in selection if c.dimension in regional(vocabulary))


def of_people(selection: Selection, vocabulary: Vocabulary) -> Selection:
    """`selection` in all regions."""
    return selection.without(*regional(vocabulary))


def region_noun(vocabulary: Vocabulary, where: Dimension) -> Noun:
    """What a region of the division `where` is called."""
    word = vocabulary.variable(where.variable).noun
    return REGION if word is None else noun_of(word)


def main_noun(vocabulary: Vocabulary) -> Noun:
    """What a region of the main division is called, in the title of a view."""
    return region_noun(vocabulary, region_of(vocabulary)) if vocabulary.layers else REGION


def new(noun: Noun, *, many: bool = False) -> str:
    """The word "new" of a region, or of several: `nouvelle`, `nouveaux`."""
    if many:
        return "nouvelles" if noun.feminine else "nouveaux"
    return "nouvelle" if noun.feminine else "nouveau"


def new_one(noun: Noun) -> str:
    """A new region: `nouvelle région`, `nouvel arrondissement`."""
    elided = not noun.feminine and noun.definite.startswith("l'")
    return f"{'nouvel' if elided else new(noun)} {noun.singular}"


def in_region(region: Category, noun: Noun) -> str:
    """Where its people live: `en Alsace`; without words of its own in the codebook, `dans la région « Alsace »`."""
    return region.locative or f"dans {noun.definite} « {region.label} »"


def boxed_words(layer: Layer) -> str:
    """What a legend says of the regions that have no outline; nothing where each has one."""
    return "cadre : sans contour" if layer.boxed else ""


def unmapped_note(layer: Layer, people: dict[str, int], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The regions with people, counted by code in `people`, that have no outline to be drawn with; nothing without any.

    For example `Dans un cadre au bord de la carte, faute de contour : Étranger (12 bénéficiaires).`
    """
    lost = [
        f"{vocabulary.category(layer.dimension, code).label} ({PEOPLE.counted(number)})"
        for code, number in people.items()
        if number and is_told(number) and code in layer.boxed
    ]
    beginning = "Dans un cadre au bord de la carte, faute de contour : "
    text, brief = f"{beginning}{listed(lost)}.", in_one_line(beginning, lost)
    return (Caution(text, Concern.NOT_SHOWN, brief),) if lost else ()


def unknown_notes(
    where: Dimension, people: dict[str, int], vocabulary: Vocabulary
) -> tuple[str, ...]:
    """The people of no known region, counted by code in `people`; nothing where there are none.

    For example `Hors de la base, région inconnue : 3 bénéficiaires.`
    """
    return tuple(
        f"Hors de la base, {inside(category.label)} : {PEOPLE.counted(people[category.code])}."
        for category in vocabulary.categories(where)
        if category.absence is not None and is_told(people.get(category.code, 0))
        if people.get(category.code)
    )
