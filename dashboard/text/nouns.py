"""How is what is counted, or what divides it, named in a sentence, and how do other words agree with it?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain.codebook import Variable, Word
from dashboard.domain.counts import Rounded
from dashboard.domain.statistics.rates import Share
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import share_in_words
from dashboard.text.words import counted, elides, number_in_words, of


@dataclass(frozen=True)
class Noun:
    """A French noun with its gender.

    `prose` is its plural in a long text, where that is another word.
    """

    singular: str
    plural: str
    feminine: bool = False
    prose: str = ""

    @property
    def definite(self) -> str:
        """With its article, in the singular: `la catégorie`, `le secteur`, `l'activité`."""
        if elides(self.singular):
            return f"l'{self.singular}"
        return f"{'la' if self.feminine else 'le'} {self.singular}"

    @property
    def of_definite(self) -> str:
        """After "de", with its article: `du bilan`, `de la synthèse`, `de l'étude`."""
        masculine = not self.feminine and not elides(self.singular)
        return f"du {self.singular}" if masculine else f"de {self.definite}"

    @property
    def of_several(self) -> str:
        """After "de", in the plural: `d'UE`, `de modules`."""
        return of(self.plural)

    @property
    def every(self) -> str:
        """All of them: `toutes les UE`, `tous les modules`."""
        return f"{'toutes' if self.feminine else 'tous'} les {self.plural}"

    @property
    def none(self) -> str:
        """Not one: `aucune UE`, `aucun module`."""
        return f"{'aucune' if self.feminine else 'aucun'} {self.singular}"

    def agreeing(self, adjective: str) -> str:
        """An adjective or participle, given in the masculine, beside the noun in the singular: `connue`."""
        return f"{adjective}e" if self.feminine and not adjective.endswith("e") else adjective

    def several(self, adjective: str) -> str:
        """The noun in the plural with an adjective, given in the masculine: `UE financées`, `modules financés`."""
        return f"{self.plural} {self.agreeing(adjective)}s"

    def one(self, adjective: str) -> str:
        """The noun in the singular with an adjective, given in the masculine: `UE financée`, `module financé`."""
        return f"{self.singular} {self.agreeing(adjective)}"

    def counted(self, number: int, adjective: str = "") -> str:
        """`aucune UE`, `1 UE`, `12 UE`; with an adjective, given in the masculine, `1 UE financée`."""
        if adjective:
            return counted(number, self.one(adjective), self.several(adjective), self.feminine)
        return counted(number, self.singular, self.plural, self.feminine)

    def of_base(self, part: Share) -> str:
        """`12 UE sur 40 (30,0 %)`; `12 UE sur 15 (part non diffusée)`."""
        return (
            f"{self.counted(part.count)} sur {number_in_words(part.base)} ({share_in_words(part)})"
        )


def agreed(part: Share, singular: str, plural: str) -> str:
    """The verb of a sentence whose subject is `part.count` of something: `moins de 5 bénéficiaires` are several."""
    several = part.count > 1 or (part.count == 0 and isinstance(part.count, Rounded))
    return plural if several else singular


PEOPLE = Noun("bénéficiaire", "bénéficiaires")


def noun_of(word: Word) -> Noun:
    """A noun of the codebook."""
    return Noun(word.singular, word.plural, word.feminine, word.prose)


def funded(vocabulary: Vocabulary) -> Noun:
    """What is funded, and counted beside people: `UE`."""
    return noun_of(vocabulary.codebook.study.funded)


def report(vocabulary: Vocabulary) -> Noun | None:
    """What the study has published: `bilan`; None where it has published nothing."""
    word = vocabulary.codebook.study.report
    return None if word is None else noun_of(word)


def as_in_the_report(vocabulary: Vocabulary, before: str = ", ") -> str:
    """`, comme dans le bilan`; nothing where nothing is published, or by other rules than ours.

    `before` is what parts it from the sentence.
    """
    published = _alike(vocabulary)
    return "" if published is None else f"{before}comme dans {published.definite}"


def unlike_the_report(vocabulary: Vocabulary) -> str:
    """`, à la différence du bilan`, where a reader leaves its rules; nothing where it has other ones, or is none."""
    published = _alike(vocabulary)
    return "" if published is None else f", à la différence {published.of_definite}"


def _alike(vocabulary: Vocabulary) -> Noun | None:
    """What the study has published, if it counts as the dashboard does by itself."""
    return report(vocabulary) if vocabulary.codebook.study.counted_as_in_the_report else None


def variable_noun(variable: Variable) -> Noun:
    """The word for a variable in a sentence: `la durée de chômage`; without a word, `la réponse « Handicap »`."""
    if variable.noun is not None:
        return noun_of(variable.noun)
    return Noun(f"réponse « {variable.label} »", f"réponses « {variable.label} »", feminine=True)
