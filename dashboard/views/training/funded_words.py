"""What is said of what is funded, whichever view shows it?"""

from __future__ import annotations

from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import Noun, funded
from dashboard.text.words import capital, of


def units_have_no_interval(vocabulary: Vocabulary) -> str:
    """That the units of one person are no independent cases."""
    units = funded(vocabulary)
    every = "toutes" if units.feminine else "tous"
    return (
        f"Parts {units.of_several} sans intervalle de confiance : le registre les compte {every}, "
        f"et les {units.plural} d'un même bénéficiaire ne sont pas {units.agreeing('indépendant')}s."
    )


def no_unit(vocabulary: Vocabulary) -> str:
    """`Aucun module financé dans cette sélection.`"""
    return f"{capital(funded(vocabulary).counted(0, 'financé'))} dans cette sélection."


def known_of_no_unit(noun: Noun, vocabulary: Vocabulary) -> str:
    """`La modalité d'aucun module financé n'est connue dans cette sélection.`"""
    of_none = of(funded(vocabulary).counted(0, "financé"))
    return (
        f"{capital(noun.definite)} {of_none} n'est {noun.agreeing('connu')} dans cette sélection."
    )
