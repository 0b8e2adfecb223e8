"""How is the document of a region to be read, in plain words?"""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.content.content import Section
from dashboard.domain.statistics.rates import SMALL_BASE
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import Noun
from dashboard.text.numbers import FRAGILE, SILENT
from dashboard.text.words import inside, listed
from dashboard.views.kit.regions import main_noun
from dashboard.views.territories.regional_profiles.traits import any_trait

TITLE = "Comment lire cette fiche"


def how_to_read(vocabulary: Vocabulary) -> Section:
    """Bases, gaps, waves and absences, a sentence or two on each."""
    return Section(TITLE, tuple(_sentences(vocabulary)))


def _sentences(vocabulary: Vocabulary) -> Iterator[str]:
    noun = main_noun(vocabulary)
    yield (
        "Une part est toujours donnée avec le nombre de personnes dont elle est tirée. En dessous de "
        f"{SMALL_BASE} personnes, la marque {FRAGILE} invite à la prudence."
    )
    if not any_trait(vocabulary):
        yield _compared(noun)
    waves = [f"{wave} ({vocabulary.codebook.waves[wave].months})" for wave in vocabulary.after]
    yield f"L'enquête interroge chaque promotion à {listed(waves)}."
    yield (
        "La part en emploi est dite de ceux qui ont renseigné la vague, ou de tous les répondants des promotions qui "
        "l'ont atteinte. C'est alors un minimum, puisque ceux qui n'ont rien dit y comptent comme sans emploi. "
        f"La marque {SILENT} dit que plus d'un tiers n'ont rien dit."
    )
    yield f"Sources : {inside(vocabulary.codebook.study.source)}."


def _compared(noun: Noun) -> str:
    return (
        f"{noun.agreeing('Un').capitalize()} {noun.singular} est {noun.agreeing('comparé')} aux autres "
        f"{noun.agreeing('réuni')}s. Point plein : l'écart est établi, trop grand pour tenir au hasard. Point creux : "
        "l'écart n'est pas concluant, ce qui ne veut pas dire qu'il est nul. Croix : il n'est pas testé, faute de "
        "personnes ou de réponses."
    )
