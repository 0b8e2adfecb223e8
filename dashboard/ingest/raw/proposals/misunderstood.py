"""Which columns say something that no code of an answer explains: several answers in a cell, numbers for categories?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.domain.codebook import Variable
from dashboard.ingest.checks.finding import Finding, Place
from dashboard.ingest.checks.report import quoted
from dashboard.ingest.raw.mapping.faults.variables import may_be_fed
from dashboard.ingest.raw.mapping.model import Makes
from dashboard.ingest.raw.proposals.choices import Asked
from dashboard.ingest.raw.proposals.evidence import HALF, Weighing
from dashboard.ingest.raw.proposals.likeness import POSSIBLE, likeness
from dashboard.text.typography import unbroken
from dashboard.text.words import listed

MANY = 5
"""So many different numbers are measured, and no codes."""

_BETWEEN = re.compile(r"\s*[;|\n]\s*|,\s+")
_NUMBER = re.compile(r"\d{1,4}([.,]\d+)?(\s*(mois|ans?|jours?|semaines?))?", re.IGNORECASE)


def misunderstood(
    asked: Asked, variable: Variable | None, makes: Makes, weighing: Weighing, place: Place
) -> Iterator[Finding]:
    """What there is to do about a column that gives `variable`, or seems to give none."""
    at = Place(place.file, place.sheet, column=asked.profile.header)
    if makes == "survey" and _has_several_answers(asked, weighing):
        yield _warning(
            "several-answers",
            "des cellules portent plusieurs réponses à la fois : ce n'est pas compris. Exportez la question avec une "
            "colonne par réponse.",
            at,
        )
    measured = _measured(asked, variable, makes, weighing)
    if measured is not None:
        labels = listed([quoted(c.label) for c in measured.categories if not c.derived], "ou")
        yield _warning(
            "numbers",
            f"des nombres, là où « {measured.label} » a des catégories : ils ne sont pas compris (une durée en mois, "
            f"par exemple). Ajoutez au fichier une colonne qui dit {labels}, ou donnez dans answers un code à chaque "
            "nombre.",
            at,
        )


def _has_several_answers(asked: Asked, weighing: Weighing) -> bool:
    """Whether most cells hold answers to a question with several, and one cell at least holds two."""
    for name, answers in weighing.answers.items():
        if weighing.codebook.variable(name).table != "benefits":
            continue
        parts = {text: _BETWEEN.split(text) for text in asked.profile.usual}
        known = [t for t, said in parts.items() if all(map(answers.meaning_of, filter(None, said)))]
        if any(len(list(filter(None, parts[text]))) > 1 for text in known):
            return asked.profile.share(known) >= HALF
    return False


def _measured(
    asked: Asked, variable: Variable | None, makes: Makes, weighing: Weighing
) -> Variable | None:
    """The variable with categories that a column of numbers seems to give; None where it is no such column."""
    if variable is not None and variable.name not in weighing.answers:
        return None
    numbers = [text for text in asked.profile.times if _NUMBER.fullmatch(text)]
    if len(numbers) < MANY or asked.profile.share(numbers) < HALF:
        return None
    book = weighing.codebook
    every = map(book.variable, weighing.answers)
    near = [variable] if variable is not None else [v for v in every if may_be_fed(v, makes, book)]
    if not near:
        return None
    best = max(near, key=lambda v: likeness(asked.heading, v))
    means = weighing.answers[best.name].meaning_of
    unknown = [text for text in numbers if means(text, near=False) is None]
    is_near = likeness(asked.heading, best) >= POSSIBLE
    return best if is_near and len(unknown) >= MANY else None


def _warning(check: str, message: str, place: Place) -> Finding:
    return Finding("shape", check, "warning", unbroken(message), place)
