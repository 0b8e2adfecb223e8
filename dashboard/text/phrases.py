"""Which words, after the noun for people, say which categories of a variable they are in?"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.domain.codebook import Category, Variable
from dashboard.text.words import inside, listed

_AT_WAVE = " à {wave}"


def phrase_of(
    kept: Sequence[Category], variable: Variable, wave: str | None, *, women: bool = False
) -> str:
    """`en emploi salarié ou en étude à T1`, `de CSP « Employés » à T0`; agreeing with `women` alone.

    A group of categories that is there as a whole is named as one.
    """
    codes = {category.code for category in kept}
    whole = [group for group in variable.groups if _is_whole(group, variable, codes)]
    rest = [category for category in kept if category.group not in {g.code for g in whole}]
    named = [category for category in rest if not category.phrase]
    templates = [
        *(group.phrase for group in whole),
        *([variable.phrase or "{label}"] if named else []),
        *(_agreeing(category, women=women) for category in rest if category.phrase),
    ]
    return _sharing_the_wave(templates).format(
        wave=wave,
        about=variable.about,
        label=listed([category.label for category in named], "ou"),
        named=listed([inside(category.label) for category in named], "ou"),
        quoted=listed([f"« {category.label} »" for category in named], "ou"),
    )


def _is_whole(group: Category, variable: Variable, codes: set[str]) -> bool:
    return bool(group.phrase) and codes.issuperset(variable.codes_of_group(group.code))


def _agreeing(category: Category, *, women: bool) -> str:
    return category.feminine if women and category.feminine else category.phrase


def _sharing_the_wave(templates: Sequence[str]) -> str:
    """The phrases as alternatives, those that end with the wave first and naming it once."""
    at_wave = [text.removesuffix(_AT_WAVE) for text in templates if text.endswith(_AT_WAVE)]
    others = [text for text in templates if not text.endswith(_AT_WAVE)]
    together = [listed(at_wave, "ou") + _AT_WAVE] if at_wave else []
    return listed([*together, *others], "ou")
