"""How is a column described that holds a variable: its answers, its dates, the width of its identifiers?"""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.ingest.checks.finding import Finding, Place
from dashboard.ingest.personal.values import WORDS
from dashboard.ingest.raw.mapping.model import ColumnMapping
from dashboard.ingest.raw.personal.found import PersonalColumn
from dashboard.ingest.raw.proposals.answers import Listed
from dashboard.ingest.raw.proposals.choices import Asked
from dashboard.ingest.raw.proposals.evidence import Evidence
from dashboard.ingest.raw.proposals.profile import Profile
from dashboard.text.typography import unbroken
from dashboard.text.words import counted


def described(
    asked: Asked, evidence: Evidence, listed: Listed | None, personal: PersonalColumn | None
) -> ColumnMapping:
    """The column of `asked`, which holds the variable of `evidence`; to be confirmed where anything speaks against.

    Birth dates are personal data that give an age.
    """
    profile, variable = asked.profile, evidence.variable
    width = _width(profile) if variable.kind == "identifier" else None
    return ColumnMapping(
        column=profile.header,
        confirmed=evidence.sure and (personal is None or evidence.days is not None),
        variable=variable.name,
        wave=asked.heading.wave if variable.per_wave else "",
        answers=listed.answers if listed is not None else {},
        to_confirm=listed.to_confirm if listed is not None else [],
        date_format=evidence.days.date_format if evidence.days is not None else "",
        width=width,
    )


def told(
    asked: Asked,
    evidence: Evidence,
    listed: Listed | None,
    personal: PersonalColumn | None,
    place: Place,
) -> Iterator[Finding]:
    """What there is to say of such a column: answers that are not listed, days that are none, personal data in it."""
    at = Place(place.file, place.sheet, column=asked.profile.header)
    if listed is not None and listed.untold:
        others = counted(listed.untold, "réponse", feminine=True)
        kept_back = "ne sont pas écrites" if listed.untold > 1 else "n'est pas écrite"
        yield _warning(
            "answers",
            f"{others} hors du dictionnaire {kept_back} ici : ce peut être un nom. Regardez dans le fichier ; sans "
            "code dans answers, l'import refuse ces lignes.",
            at,
        )
    if evidence.days is not None and evidence.days.wrong:
        wrong = counted(evidence.days.wrong, "cellule", feminine=True)
        said = f"{wrong} sans jour qui existe, au format {evidence.days.date_format}."
        yield _warning("dates", said, at)
    if personal is not None and not personal.by_name:
        cells = counted(personal.cells, "cellule", feminine=True)
        yield _warning(
            "personal-values",
            f"{cells} de la forme d'une donnée personnelle ({WORDS[personal.kind]}).",
            at,
        )


def _width(profile: Profile) -> int | None:
    """How long identifiers are that are all digits and of which some begin with 0, or have lost theirs."""
    if not all(text.isdecimal() for text in profile.times):
        return None
    lengths = set(map(len, profile.times))
    zeros = any(text.startswith("0") for text in profile.times)
    return max(lengths) if zeros else None


def _warning(check: str, message: str, place: Place) -> Finding:
    return Finding("shape", check, "warning", unbroken(message), place)
