"""Which words, after the noun for people, say which categories of a variable they are in?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dashboard.domain.codebook import Category, Variable
from dashboard.text.nouns import variable_noun
from dashboard.text.words import inside, listed

_AT_WAVE = " à {wave}"
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def phrase_of(
    kept: Sequence[Category],
    variable: Variable,
    wave: str | None,
    *,
    women: bool = False,
    alone: bool = False,
) -> str:
    """`en emploi salarié ou en étude à T1`, `de CSP « Employés » à T0`; agreeing with `women` alone.

    A group of categories that is there as a whole is named as one. Categories that neither have a phrase nor get one
    from their variable are named by a clause, `dont la réponse « Handicap » est « Oui »`; by their labels where these
    stand `alone`, as those of regions do.
    """
    codes = {category.code for category in kept}
    whole = [group for group in variable.groups if _is_whole(group, variable, codes)]
    rest = [category for category in kept if category.group not in {g.code for g in whole}]
    named = [category for category in rest if not category.phrase]
    templates = [
        *(group.phrase for group in whole),
        *([variable.phrase or _unnamed(wave, alone=alone)] if named else []),
        *(_agreeing(category, women=women) for category in rest if category.phrase),
    ]
    words = {
        "wave": wave or "",
        "about": variable.about,
        "noun": variable_noun(variable).definite,
        "label": listed([category.label for category in named], "ou"),
        "named": listed([inside(category.label) for category in named], "ou"),
        "quoted": listed([f"« {category.label} »" for category in named], "ou"),
    }
    return _sharing_the_wave(templates, words)


def filled(template: str, words: Mapping[str, str]) -> str:
    """`template` with each `{name}` of `words` replaced by its words; any other brace stays as it is written.

    Labels and phrases are the study's own and may hold braces: what is put in is never read for placeholders again, and
    none is a mistake here. Which ones a phrase may have is checked when the codebook is read.
    """
    return _PLACEHOLDER.sub(lambda place: words.get(place[1], place[0]), template)


def _is_whole(group: Category, variable: Variable, codes: set[str]) -> bool:
    return bool(group.phrase) and codes.issuperset(variable.codes_of_group(group.code))


def _unnamed(wave: str | None, *, alone: bool) -> str:
    if alone:
        return "{label}"
    return f"dont {{noun}} est {{quoted}}{_AT_WAVE if wave else ''}"


def _agreeing(category: Category, *, women: bool) -> str:
    return category.feminine if women and category.feminine else category.phrase


def _sharing_the_wave(templates: Sequence[str], words: Mapping[str, str]) -> str:
    """The phrases as alternatives, those that end with the wave first and naming it once."""
    at_wave = [
        filled(text.removesuffix(_AT_WAVE), words) for text in templates if text.endswith(_AT_WAVE)
    ]
    others = [filled(text, words) for text in templates if not text.endswith(_AT_WAVE)]
    together = [_choice(at_wave) + filled(_AT_WAVE, words)] if at_wave else []
    return _choice([*together, *others])


def _choice(words: Sequence[str]) -> str:
    """`a, b ou c`; what is itself a choice is parted from another one by a comma: `a ou b, ou c`."""
    if len(words) == 2 and " ou " in words[0]:  # noqa: PLR2004 - of three, commas part the first
        return ", ou ".join(words)
    return listed(words, "ou")
