"""How is a variable named in a column, in a sentence, and where it is known of somebody?

A text that is made for every study may name a variable that this one has not got: what is not offered has a name too.
"""

from __future__ import annotations

from dashboard.domain.codebook import Variable
from dashboard.domain.dimension import Dimension
from dashboard.domain.known_variables import KNOWN
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import Noun, noun_of, variable_noun
from dashboard.text.words import capital, inside, listed


def variable_of(along: Dimension, vocabulary: Vocabulary) -> Variable:
    """The variable of `along`; where the codebook has none, one with the words that the dashboard has for it."""
    name = along.variable
    return vocabulary.codebook.variables.get(name) or Variable(
        name=name,
        label=capital(KNOWN[name].noun.singular),
        kind="category",
        table="beneficiaries",
        definition="",
        noun=KNOWN[name].noun,
    )


def short_noun(variable: Variable) -> Noun:
    """Its noun where room is short: `durée` for `durée de chômage`."""
    return variable_noun(variable) if variable.short is None else noun_of(variable.short)


def category_noun(variable: Variable) -> Noun:
    """The noun for one of its categories: `équipe`; without one, `catégorie`."""
    if variable.short is None and variable.noun is None:
        return Noun("catégorie", "catégories", feminine=True)
    return short_noun(variable)


def short_name(variable: Variable) -> str:
    """What names it in a column or beside others: `équipe`; without a noun, its label: `tranche d'âge`."""
    word = variable.short or variable.noun
    return inside(variable.label) if word is None else word.singular


def long_name(variable: Variable) -> str:
    """Its noun alone: `équipe pédagogique`; without one, its label."""
    return inside(variable.label) if variable.noun is None else variable.noun.singular


def several_of(variable: Variable) -> str:
    """Its noun in the plural: `niveaux visés`; without one, what heads a view about it."""
    return inside(variable.title) if variable.noun is None else variable.noun.plural


def known(*nouns: Noun, mood: tuple[str, str] = ("est", "sont")) -> str:
    """`dont le handicap est connu`, `dont la durée de chômage et le diplôme sont connus`.

    `mood`: the verb in the singular and in the plural.
    """
    verb = mood[0] if len(nouns) == 1 else mood[1]
    feminine = all(noun.feminine for noun in nouns)
    participle = f"connu{'e' if feminine else ''}{'' if len(nouns) == 1 else 's'}"
    return f"dont {listed([noun.definite for noun in nouns])} {verb} {participle}"


def known_of_nobody(noun: Noun) -> str:
    """`Le handicap n'est connu d'aucun bénéficiaire de cette sélection.`"""
    return (
        f"{capital(noun.definite)} n'est {noun.agreeing('connu')} d'aucun bénéficiaire "
        "de cette sélection."
    )
