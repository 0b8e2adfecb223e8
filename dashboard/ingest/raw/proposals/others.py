"""What is a column that gives no variable: personal data, left out, or for somebody to describe?"""

from __future__ import annotations

import re

from dashboard.domain.codebook import Codebook
from dashboard.ingest.raw.mapping.model import ColumnMapping
from dashboard.ingest.raw.personal.found import PersonalColumn
from dashboard.ingest.raw.proposals.choices import Asked
from dashboard.ingest.raw.proposals.columns import Given
from dashboard.ingest.raw.proposals.evidence import MOST_CODES
from dashboard.ingest.raw.proposals.kind import Kind
from dashboard.ingest.raw.proposals.limesurvey import TECHNICAL, system_column

EMPTY = "colonne vide"
FREE_TEXT = "texte libre"
UNKNOWN = "non reconnue"

SITUATION = "status"
"""What a survey is about: where no column gives it, one that was not recognised may."""

_CODES = re.compile(r"[A-Za-z]{0,2}\d{1,2}|[A-Za-z]|-oth-|N/A")
"""Codes of answers, which are nobody's data: A1, AO01, 2, Y, and LimeSurvey's own for what is other or not asked."""


def other_column(
    asked: Asked, personal: PersonalColumn | None, given: Given, kind: Kind, codebook: Codebook
) -> ColumnMapping:
    """What a column is that holds no variable: personal data, or left out, and why.

    Nothing is said of a question of which only the code is known, nor of what was not recognised of a survey without
    any situation: a variable would be lost with it, and with one line deleted nobody would know.
    """
    header = asked.profile.header
    if personal is not None and personal.whole:
        return ColumnMapping(column=header, personal=personal.kind)
    owner, sure = given.again.get(asked.profile.rank), asked.profile.rank not in given.unsure
    why = _reason(asked, owner, limesurvey=kind.limesurvey)
    if why is None and personal is not None:
        why = FREE_TEXT
    if why is None and (_is_coded(asked, kind) or _has_no_situation(given, kind, codebook)):
        return ColumnMapping(column=header, answers=dict.fromkeys(_codes(asked), ""))
    return ColumnMapping(column=header, confirmed=sure, ignored=why or UNKNOWN)


def _is_coded(asked: Asked, kind: Kind) -> bool:
    return kind.limesurvey and bool(asked.heading.code) and not asked.heading.text


def _has_no_situation(given: Given, kind: Kind, codebook: Codebook) -> bool:
    names = {evidence.variable.name for evidence in given.evidence.values()}
    return kind.makes == "survey" and SITUATION in codebook.variables and SITUATION not in names


def _codes(asked: Asked) -> list[str]:
    """The answers of a question in codes; none where they are too many, or anything else is written."""
    texts = sorted(asked.profile.times)
    are_codes = len(texts) <= MOST_CODES and all(map(_CODES.fullmatch, texts))
    return texts if are_codes else []


def _reason(asked: Asked, owner: Asked | None, *, limesurvey: bool) -> str | None:
    """Why a column is left out; None where it is only not recognised."""
    profile = asked.profile
    if limesurvey and system_column(profile.header):
        return TECHNICAL
    if not profile.times:
        return EMPTY
    if owner is not None:
        return f"déjà donnée par la colonne « {owner.profile.header} »"
    if profile.is_free_text:
        return FREE_TEXT
    return None
