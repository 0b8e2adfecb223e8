"""Which variables may a table of a source feed, and which texts may stand for their values?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches

from dashboard.domain.codebook import Codebook, Variable
from dashboard.ingest.checks.report import quoted
from dashboard.ingest.raw.mapping.model import Makes
from dashboard.ingest.reference.faults import Fault, visible
from dashboard.ingest.reference.shapes import ALIKE
from dashboard.text.words import listed

FED: Mapping[Makes, tuple[str, ...]] = {
    "enrolments": ("beneficiaries", "units"),
    "survey": ("beneficiaries", "survey", "benefits"),
}
"""The tables that the rows of each kind feed."""

KEYS: Mapping[Makes, tuple[tuple[str, ...], ...]] = {
    "enrolments": (("beneficiary_id",), ("academic_year",), ("unit",)),
    "survey": (("beneficiary_id",), ("surveyed_on", "wave")),
}
"""Without which no row of each kind can be told from another: one of each at least."""

SHOWN = 12
"""How many codes are named as what is expected."""

_YEAR = re.compile(r"(\d{4})-(\d{4})")


def may_be_fed(variable: Variable, makes: Makes, codebook: Codebook) -> bool:
    """Whether a column of such a row may feed `variable`: it stands in a table that the rows feed."""
    return any(
        variable.name in codebook.tables[t].columns for t in FED[makes] if t in codebook.tables
    )


def name_fault(place: str, name: str, makes: Makes, codebook: Codebook) -> Fault | None:
    """Why no column or constant of such a table may feed the variable called `name`; None where one may."""
    variable = codebook.variables.get(name)
    where = f"{place}, champ « variable »"
    fed = [v.name for v in codebook.variables.values() if may_be_fed(v, makes, codebook)]
    if variable is None:
        close = get_close_matches(name, fed, 1, ALIKE)
        expected = quoted(close[0]) if close else f"un de {listed(fed, 'ou')}"
        return Fault(where, f"variable inconnue {quoted(visible(name))}", expected)
    if variable.derived:
        what = f"{quoted(name)} est calculée par le tableau de bord"
        return Fault(where, what, f"un de {listed(fed, 'ou')}")
    if name not in fed:
        what = f"{quoted(name)} n'est pas d'une table que nourrit makes = {quoted(makes)}"
        return Fault(where, what, f"un de {listed(fed, 'ou')}")
    return None


def value_expected(variable: Variable, text: str, codebook: Codebook) -> str:
    """What is expected where `text` is no value of `variable`; empty where it is one."""
    match variable.kind:
        case "category":
            codes = variable.table_codes
            return "" if text in codes else _one_of(codes)
        case "wave":
            return "" if text in codebook.waves else _one_of(tuple(codebook.waves))
        case "academic_year":
            years = _YEAR.fullmatch(text)
            fits = years is not None and int(years[2]) == int(years[1]) + 1
            return "" if fits else "une année universitaire telle que 2014-2015"
        case "date":
            return "" if _is_day(text) else "un jour tel que 2016-09-01"
        case "integer":
            return "" if text.isdecimal() else "un nombre entier"
        case _:
            return ""


def _one_of(codes: tuple[str, ...]) -> str:
    if len(codes) > SHOWN:
        return f"un code du dictionnaire, tel que {listed([quoted(c) for c in codes[:3]], 'ou')}"
    return listed([quoted(code) for code in codes], "ou")


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
