"""What has a study to have for a view, a measure or a switch to be offered, and how is it said that it lacks it?

A need is a function of the vocabulary: the reason in French why it is not met, as a clause that stands after "faute
de" or "parce que"; nothing where it is met. For example `needs=(variable("executive"), several_waves)`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dashboard.domain.codebook import Role
from dashboard.domain.known_variables import KNOWN
from dashboard.domain.vocabulary import Vocabulary

Need = Callable[[Vocabulary], str]
"""The reason why something is not offered; empty where it is."""


def variable(*names: str) -> Need:
    """The codebook has each of these variables."""

    def reason(vocabulary: Vocabulary) -> str:
        missing = [name for name in names if name not in vocabulary.codebook.variables]
        return _without("la variable", "les variables", missing)

    return reason


def any_variable(*names: str) -> Need:
    """The codebook has one of these variables at least."""

    def reason(vocabulary: Vocabulary) -> str:
        if any(name in vocabulary.codebook.variables for name in names):
            return ""
        return f"le dictionnaire n'a aucune des variables {_named(names)}"

    return reason


def with_role(name: str, *roles: Role) -> Need:
    """Each of `roles` is that of a category of the variable, or of a group of them."""

    def reason(vocabulary: Vocabulary) -> str:
        known = vocabulary.codebook.variables.get(name)
        if known is None:
            return _without("la variable", "les variables", [name])
        missing = [role for role in roles if not known.codes_with(role)]
        if not missing:
            return ""
        return f"aucune catégorie de la variable « {name} » n'a le rôle {_quoted(missing)}"

    return reason


def previous_edition(vocabulary: Vocabulary) -> str:
    """There is a version before the one that is shown, and it can be counted."""
    return "" if vocabulary.previous is not None else vocabulary.no_previous


def before(vocabulary: Vocabulary) -> str:
    """The survey asks about the time before the first enrolment."""
    if vocabulary.before is not None:
        return ""
    return "l'enquête ne dit rien d'avant la première inscription (vague « T0 »)"


def several_waves(vocabulary: Vocabulary) -> str:
    """There are two waves at least, that before enrolment included."""
    return "" if len(vocabulary.waves) > 1 else "l'enquête n'a qu'une vague"


def several_waves_after(vocabulary: Vocabulary) -> str:
    """There are two waves at least after enrolment."""
    return "" if len(vocabulary.after) > 1 else "l'enquête n'a qu'une vague après l'inscription"


def regions(vocabulary: Vocabulary) -> str:
    """The regions are known."""
    return "" if vocabulary.layers else "aucun découpage en régions n'est décrit ([[layers]])"


def region_map(vocabulary: Vocabulary) -> str:
    """The outlines of regions are known."""
    if any(layer.has_map for layer in vocabulary.layers):
        return ""
    if any(layer.path for layer in vocabulary.layers):
        return "aucun contour n'a le code d'une région"
    return regions(vocabulary) or "aucun découpage en régions n'a de contours"


def table(name: str) -> Need:
    """The study has that table."""

    def reason(vocabulary: Vocabulary) -> str:
        return "" if name in vocabulary.codebook.tables else f"l'étude n'a pas de table « {name} »"

    return reason


def published(vocabulary: Vocabulary) -> str:
    """The study has published figures."""
    codebook = vocabulary.codebook
    if codebook.study.report is None:
        return "l'étude n'a rien publié (« report », dans [study])"
    return "" if codebook.figures else "aucun chiffre publié n'est donné (published-figures.toml)"


def compared_groups(vocabulary: Vocabulary) -> str:
    """There are groups whose share employed is to be compared."""
    if vocabulary.codebook.uses.compared:
        return ""
    return "aucune variable n'est à comparer entre groupes (« compared », dans [uses])"


def budgets(vocabulary: Vocabulary) -> str:
    """The budget of a year is known."""
    return "" if vocabulary.codebook.budgets else "aucun budget n'est donné (budgets.toml)"


def at_each_wave(name: str) -> Need:
    """The variable called `name` is asked at each wave."""

    def reason(vocabulary: Vocabulary) -> str:
        known = vocabulary.codebook.variables.get(name)
        if known is None:
            return _without("la variable", "les variables", [name])
        return "" if known.per_wave else f"la variable « {name} » n'est pas demandée à chaque vague"

    return reason


def any_at_each_wave(*names: str) -> Need:
    """One of these variables at least is asked at each wave."""

    def reason(vocabulary: Vocabulary) -> str:
        if any(not at_each_wave(name)(vocabulary) for name in names):
            return ""
        return f"le dictionnaire n'a, à chaque vague, aucune des variables {_named(names)}"

    return reason


def unmet(needs: Iterable[Need], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Why what has these needs is not offered; nothing where it is."""
    return tuple(dict.fromkeys(reason for need in needs if (reason := need(vocabulary))))


def _without(singular: str, plural: str, names: list[str]) -> str:
    if not names:
        return ""
    return f"le dictionnaire n'a pas {singular if len(names) == 1 else plural} {_named(names)}"


def _named(variables: Iterable[str]) -> str:
    """Each variable by its name, and what it is about: `« csp » (la catégorie socioprofessionnelle)`."""
    return ", ".join(
        f"« {name} » ({KNOWN[name].definite})" if name in KNOWN else f"« {name} »"
        for name in variables
    )


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"« {name} »" for name in names)
