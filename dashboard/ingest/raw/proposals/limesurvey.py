"""Is a table an export of LimeSurvey, and which of its columns has LimeSurvey added by itself?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dashboard.text.folded import folded

TECHNICAL = "colonne technique de LimeSurvey"

_SYSTEM: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "id de la reponse", "response id", "identifiant de la reponse"),
    "submitdate": ("submitdate", "date de soumission", "date submitted", "date d'envoi"),
    "lastpage": ("lastpage", "derniere page", "last page"),
    "startlanguage": ("startlanguage", "langue de depart", "start language", "langue de debut"),
    "seed": ("seed", "tete de serie", "graine"),
    "token": ("token", "code d'acces", "access code", "invitation", "code d'invitation"),
    "startdate": ("startdate", "date de lancement", "date started", "date de debut"),
    "datestamp": ("datestamp", "date de la derniere action", "date last action"),
    "ipaddr": ("ipaddr", "adresse ip", "ip address"),
    "refurl": ("refurl", "url referente", "url de reference", "referrer url", "url de provenance"),
    "time": ("interviewtime", "temps total", "total time"),
}
"""What the columns are called, as codes and in French and English, folded."""

_CODES = {name: code for code, (name, *_) in _SYSTEM.items()}
"""What each is in `_SYSTEM`, by the code that LimeSurvey gives it."""

_OF_ANYBODY = frozenset(("id", "seed"))
"""Codes that headers of others begin with too: with these the text has to be LimeSurvey's as well."""

_CODE_AND_TEXT = re.compile(r"(?P<code>[a-z]+) ?(?:[.:]|(?<= )-) ?(?P<text>[^. ].*)")
_CUT = ("..", "…")
_SHORTEST_CUT = 8
"""So many letters of a text that was cut short still tell it."""

_ENOUGH = 3
"""So many of them tell an export, where one says how far the questionnaire was answered."""

_PROGRESS = frozenset(("submitdate", "lastpage", "startlanguage"))

_TICKS = frozenset(
    ("oui", "y", "yes", "x", "1", "coche", "selectionne", "selectionnee", "vrai", "checked")
)
_NO_TICKS = frozenset(
    ("non", "n", "no", "0", "n/a", "non coche", "non selectionne", "pas selectionne", "faux", "")
)


def system_column(header: str) -> str:
    """Which of LimeSurvey's own columns `header` is, by its code: `token`; empty where it is none.

    It exports the code, the text, the text cut short, or both: `token`, « Code d'accès », « Date de soumis.. »,
    « token. Code d'accès »; with underscores for spaces where that was asked.
    """
    said = folded(header.replace("_", " "))
    coded = _CODE_AND_TEXT.fullmatch(said)
    if coded is not None and coded["code"] not in _OF_ANYBODY:
        return _CODES.get(coded["code"], "")
    if coded is not None and coded["text"] in _SYSTEM.get(coded["code"], ()):
        return coded["code"]
    if said.endswith(_CUT) and len(start := said.rstrip(".…")) >= _SHORTEST_CUT:
        return next((c for c, names in _SYSTEM.items() if _begins_one(start, names)), "")
    if said.startswith(
        ("groupe de questions", "duree pour", "temps pour", "group time", "question time")
    ):
        return "time"
    return next((code for code, names in _SYSTEM.items() if said in names), "")


def without_its_text(header: str) -> str:
    """`token` of « token. Code d'invitation »; `header` where it is no code of LimeSurvey's own with its text."""
    coded = _CODE_AND_TEXT.fullmatch(folded(header.replace("_", " ")))
    return coded["code"] if coded is not None and system_column(header) else header


def _begins_one(start: str, names: Sequence[str]) -> bool:
    return any(name.startswith(start) for name in names)


def is_limesurvey(header: Sequence[str]) -> bool:
    """Whether a table with this header is an export of LimeSurvey."""
    codes = set(map(system_column, header)) - {""}
    return len(codes) >= _ENOUGH and bool(codes & _PROGRESS)


def ticks_in(texts: Sequence[str]) -> list[str] | None:
    """Those of `texts` that are ticks, where all are ticks or none; None where anything else is written."""
    said = {text: folded(text) for text in texts}
    if any(word not in _TICKS and word not in _NO_TICKS for word in said.values()):
        return None
    return sorted(text for text, word in said.items() if word in _TICKS)
