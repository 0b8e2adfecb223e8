"""Do filters and groups name variables that divide people?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from dashboard.domain.codebook import Codebook, Variable
from dashboard.ingest.reference.codebook_faults.kinds import CATEGORICAL
from dashboard.ingest.reference.faults import Fault, written
from dashboard.ingest.reference.places import Places
from dashboard.text.words import listed

SLUG = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
A_SLUG = "des lettres de a à z, des chiffres et des traits d'union"


def use_faults(book: Codebook, _: Places) -> Iterator[Fault]:
    """Names in [filters] and [uses] of variables that are none, or do not divide people."""
    yield from _list_faults("[filters], champ « order »", book.filters.order, book)
    for name in book.filters.more:
        if name not in book.filters.order:
            place = "[filters], champ « more »"
            yield Fault(place, written(name), "une variable qui est aussi dans « order »")
    yield from _repeated("[filters], champ « more »", book.filters.more)
    yield from _by_wave_faults(book)
    for field in ("known_of_all", "compared"):
        place = f"[uses], champ « {field} »"
        yield from _list_faults(place, getattr(book.uses, field), book, but=("response",))


def _by_wave_faults(book: Codebook) -> Iterator[Fault]:
    place, names = "[filters], champ « by_wave »", book.filters.by_wave
    asked = [name for name, variable in book.variables.items() if _is_asked_by_wave(variable)]
    for name in names:
        if name in asked and not book.variables[name].parameter:
            what = f"{written(name)} n'a pas de nom dans une adresse"
            yield Fault(place, what, f"un champ « parameter » dans [variables.{name}]")
        elif name not in asked:
            what = f"{written(name)} n'est pas une réponse à catégories de l'enquête, donnée à chaque vague"
            yield Fault(place, what, listed(asked, "ou"))
    yield from _repeated(place, names)


def _is_asked_by_wave(variable: Variable) -> bool:
    return variable.kind in CATEGORICAL and variable.per_wave and variable.table == "survey"


def is_of_people(variable: Variable | None) -> bool:
    """Whether people can be divided by the variable."""
    if variable is None or variable.table != "beneficiaries":
        return False
    return variable.kind in CATEGORICAL or variable.name == "cohort"


def _list_faults(
    place: str, names: Sequence[str], book: Codebook, but: Collection[str] = ()
) -> Iterator[Fault]:
    for name in names:
        variable = book.variables.get(name)
        if variable is None:
            known = [n for n, v in book.variables.items() if is_of_people(v) and n not in but]
            yield Fault(place, f"{written(name)} n'est pas une variable", listed(known, "ou"))
        elif not is_of_people(variable) or name in but:
            what = f"{written(name)} ne divise pas les personnes"
            if variable.table != "beneficiaries":
                what += f" : sa table est {written(variable.table)}"
            wanted = "une variable à catégories de la table « beneficiaries »"
            yield Fault(place, what, wanted)
    yield from _repeated(place, names)


def _repeated(place: str, names: Sequence[str]) -> Iterator[Fault]:
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            yield Fault(place, f"{written(name)} est donné plusieurs fois", "une seule fois")
