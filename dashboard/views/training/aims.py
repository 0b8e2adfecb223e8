"""How is it said which pathways lead to a diploma, and at which level they aim?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.rates import Share
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import Noun, agreed, noun_of
from dashboard.text.words import listed, of

PATHWAY = Dimension("pathway")


@dataclass(frozen=True)
class DegreePathway:
    """The pathways that lead to a diploma: their codes, and their noun, if the codebook gives one for all of them.

    `quoted` names them where they have no noun: `de la catégorie « Titre professionnel »`.
    """

    codes: tuple[str, ...]
    noun: Noun | None
    quoted: str

    @property
    def of_its_kind(self) -> str:
        """After what belongs to one: `(modules) de formation certifiante`."""
        return self.quoted if self.noun is None else of(self.noun.singular)

    @property
    def of_one(self) -> str:
        """After "relever": `d'une formation certifiante`."""
        return self.quoted if self.noun is None else f"d'{self._one}"

    @property
    def of_all(self) -> str:
        """After what all of them have: `des formations certifiantes`."""
        return self.quoted if self.noun is None else f"des {self.noun.plural}"

    @property
    def within(self) -> str:
        """After what is done in one: `dans une formation certifiante`."""
        return self.quoted if self.noun is None else f"dans {self._one}"

    @property
    def aimed_at(self) -> str:
        """After the level that they aim at: `(niveau visé) par les formations certifiantes`."""
        return self.quoted if self.noun is None else f"par les {self.noun.plural}"

    @property
    def follows_none(self) -> str:
        """Of nobody: `ne suit une formation certifiante`."""
        return f"ne relève {self.quoted}" if self.noun is None else f"ne suit {self._one}"

    @property
    def _one(self) -> str:
        if self.noun is None:
            return ""
        return f"{'une' if self.noun.feminine else 'un'} {self.noun.singular}"


def degree_pathway(vocabulary: Vocabulary) -> DegreePathway | None:
    """The pathways that lead to a diploma; None where the study does not tell them apart: then all may."""
    if not vocabulary.has(PATHWAY):
        return None
    codes = vocabulary.codes_with(PATHWAY, "degree")
    if not codes:
        return None
    categories = [vocabulary.category(PATHWAY, code) for code in codes]
    word = categories[0].noun if len(categories) == 1 else None
    names = listed([f"« {category.label} »" for category in categories])
    quoted = f"de la catégorie {names}" if len(categories) == 1 else f"des catégories {names}"
    return DegreePathway(codes, None if word is None else noun_of(word), quoted)


def aiming(part: Share, level: Category) -> str:
    """`visent le niveau II`; of a level that no words say it of, `relèvent de la catégorie « Licence »`."""
    if not level.predicate:
        return f"{agreed(part, 'relève', 'relèvent')} de la catégorie « {level.label} »"
    whose = agreed(part, "son", "leur")
    aim = level.predicate.replace("{possessive}", whose)
    return f"{agreed(part, 'vise', 'visent')} {aim}"
