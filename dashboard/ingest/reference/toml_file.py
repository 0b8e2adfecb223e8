"""How is a reference file read, and in which words is it said that it cannot be?"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from dashboard.domain.errors import DashboardError
from dashboard.ingest.reference.faults import Fault, written

Entry = dict[str, object]
"""A table of a TOML file, before it is validated."""

_PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")
_MEANT = re.compile(
    r"""\[{1,2}\s*[\w.-]+[\w."' -]*\]*\s*(?:#.*)?$|\{?\s*(?:[\w.-]+|"[^"]*"|'[^']*')\s*=|[\]}]\s*,?$"""
)
"""A line that is meant as TOML, however it ends: a section, a field, the end of a list."""

_REASONS = (
    ("Unterminated string|Illegal character '\\\\n'", "un guillemet fermant manque"),
    ("Expected '=' after a key", "un signe « = » est attendu après le nom du champ"),
    ("Cannot|Duplicate inline", "ce champ ou cette section est écrit deux fois"),
    ("Unclosed array", "un crochet fermant « ] » manque, ou une virgule"),
    ("Unclosed inline table", "une accolade fermante « } » manque, ou une virgule"),
    ("Expected '\\]", "un crochet fermant « ] » manque"),
    ("Expected newline", "rien ne peut suivre cette valeur sur sa ligne"),
    ("Invalid value", "ni un texte entre guillemets droits, ni un nombre, ni true, ni false"),
    ("Invalid initial character|Invalid statement", "un nom de champ est attendu"),
    ("Unescaped|Invalid hex|Escaped character", "une barre oblique inverse s'écrit deux fois, \\\\"),
    ("Invalid date", "cette date n'existe pas"),
    ("Found invalid|Illegal character", "une lettre invisible est interdite ici"),
)  # fmt: skip
"""What the reader of TOML says in English, and what that means to whoever wrote the file."""

_REFUSALS = {
    FileNotFoundError: "le fichier n'existe pas",
    IsADirectoryError: "c'est un dossier",
    PermissionError: "droits insuffisants",
}


def read_toml(path: Path, error: type[DashboardError]) -> Entry:
    """What the file at `path` holds, in UTF-8 with or without a byte order mark; raises `error`, in French."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        return tomllib.loads(text)
    except OSError as fault:
        why = _REFUSALS.get(type(fault), fault.strerror)
        refused = Fault("", f"lecture impossible ({why})")
    except UnicodeDecodeError as fault:
        line = fault.object.count(b"\n", 0, fault.start) + 1
        refused = Fault(f"ligne {line}", "le fichier n'est pas encodé en UTF-8", "UTF-8")
    except RecursionError:
        refused = Fault("", "trop de listes l'une dans l'autre")
    except ValueError as fault:
        refused = _unreadable(text, str(fault))
    raise error(refused.line(path.name))


def _unreadable(text: str, said: str) -> Fault:
    """Which line is no TOML, and why."""
    why = next(
        (why for pattern, why in _REASONS if re.match(pattern, said)), "ce n'est pas du TOML"
    )
    place = _PLACE.search(said)
    if place is None or place["line"] is None:
        return Fault("à la fin du fichier", why)
    number = int(place["line"])
    line = text.split("\n")[number - 1].strip()
    return Fault(f"ligne {number}", f"{_shown(line)} ; {why}")


def _shown(line: str) -> str:
    """A line as a message quotes it; nothing of one that is no TOML: the file may be a table of people."""
    if not line:
        return "ligne vide"
    return written(line) if _MEANT.match(line) else "cette ligne n'est pas du TOML"
