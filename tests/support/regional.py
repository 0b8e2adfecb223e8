"""How do the views of regions look in a study that divides the country otherwise?"""

from dashboard.domain.codebook import Category, Layer, Variable, Word
from dashboard.domain.vocabulary import Vocabulary
from dashboard.publication import Publication
from tests.support.exhibits import opened
from tests.support.outlines import STUDY
from tests.support.retold import changed, retold, with_variables
from tests.support.vocabularies import another

REGION = opened().vocabulary.variable("region")
MAIN, TODAY = opened().vocabulary.layers


def divided(*layers: Layer) -> Publication:
    """The demonstration tables, with these layers alone."""
    return retold(opened(), layers=layers)


def without_outlines(*codes: str, layer: Layer = MAIN) -> Layer:
    """A layer of which some regions stand in boxes."""
    return changed(
        layer, drawn=layer.drawn - set(codes), beside=tuple(sorted(codes)), boxed=frozenset(codes)
    )


def unmapped(layer: Layer) -> Layer:
    """A layer that no map shows."""
    return changed(layer, shapes="", path="", drawn=frozenset())


def own(layer: Layer = MAIN) -> Layer:
    """A layer that is drawn from a file of the study's own."""
    return changed(layer, shapes="", file="zones.geojson", path=STUDY)


def as_department(publication: Publication) -> Publication:
    """The same tables, whose regions are called départements and have no words for where people live."""
    nameless = tuple(changed(each, locative="", genitive="") for each in REGION.categories)
    noun = Word(singular="département")
    return with_variables(publication, changed(REGION, noun=noun, categories=nameless))


def without_coverage() -> Variable:
    """The regions of a study that does not tell since when each of them is covered."""
    return changed(
        REGION, categories=tuple(changed(c, covered_since="") for c in REGION.categories)
    )


def with_unknown(*codes: str) -> Vocabulary:
    """A study of these regions, and of people of whom none is known."""
    absence = Category(code="unknown", label="Région inconnue", absence="unknown")
    kept = tuple(category for category in REGION.categories if category.code in codes)
    return another(changed(REGION, categories=kept, absences=(absence,)))
