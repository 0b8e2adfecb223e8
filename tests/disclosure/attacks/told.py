"""How does the officer's file tell what the attacks won?"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

RESULTS = Path(__file__).with_name("results.json")

FILE = Path(__file__).parents[3] / "docs" / "confidentialite.md"

BEGIN, END = "<!-- attaques -->\n", "<!-- fin des attaques -->"

Measured = Mapping[str, Mapping[str, Mapping[str, float]]]

COHORT = "a whole cohort"

COMING = "versions, "

NAMES = {
    "cells of few": "cases de 1 à 4 personnes : combien ? (sélections emboîtées, marges, détails, regroupements)",
    "people alone": "une personne seule : sa situation à T1 ?",
    "groups alike": "groupes tous pareils, de 2 à 4 : leur situation ?",
    "suppressed pattern": "cases de 1 à 4, par le seul fait qu'elles sont secrètes",
    "free unions": "unions libres : 200 listes de régions à soi (**refusées en `diffusion`**)",
    "published groupings": "regroupements publiés, moins leurs autres membres",
    "linear program": "programme linéaire sur toutes les marges (Cohen et Nissim)",
    "integer program": "programme en nombres entiers",
    "dummy conditions": "conditions qui ne changent personne (Gadotti et al.)",
    "flows": "passages de T1 à T2 de 1 à 4 personnes : combien ? (cinq filtres, les deux situations croisées)",
    "weights": "effectif et poids de la même case",
    "ages": "âges exacts : combien de personnes de cet âge ?",
    "single ages": "une personne seule de son âge dans deux filtres : sa situation à T1 ?",
    "own region": "sa région en exact, contre les autres régions",
    "nested people": "une région de 5 personnes, par deux ensembles qui diffèrent d'elle : qui elles sont ?",
    "nested answers": "les indépendants et autres réponses rares, de même : qui sont-ils ?",
    COHORT: "deux versions, une promotion entière ajoutée : la situation d'une de ses personnes ?",
}
"""What each attack looks for, in French."""


def results() -> Measured:
    """What was measured last."""
    found: Measured = json.loads(RESULTS.read_text(encoding="utf-8"))
    return found


def table(measured: Measured) -> str:
    """The results as a table of the file: a rate, the points above the best blind guess, and the standard error."""
    lines = [
        "| attaque | sans rien voir | `interne` | seuil de 5 | `diffusion` | gain, en points |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    lines += [_line(name, measured[key]) for key, name in NAMES.items() if key in measured]
    lines += [
        _line(f"deux versions, {_people(key)} (**refusé à la publication**)", policies)
        for key, policies in measured.items()
        if key.startswith(COMING)
    ]
    return "\n".join(lines) + "\n"


def written(text: str, measured: Measured) -> str:
    """The text of the file with the table of these results."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + table(measured) + END + after


def _line(name: str, policies: Mapping[str, Mapping[str, float]]) -> str:
    told = policies["diffusion"]
    others = [_rate(policies.get(policy)) for policy in ("interne", "seuil")]
    error = f" (± {_decimal(told['error'])})"
    cells = [name, f"{_decimal(told['blind'])} %", *others, f"{_decimal(told['rate'])} %{error}"]
    return f"| {' | '.join([*cells, _decimal(told['gain'], sign=True)])} |"


def _rate(told: Mapping[str, float] | None) -> str:
    return "—" if told is None else f"{_decimal(told['rate'])} %"


def _people(key: str) -> str:
    came = int(key.removeprefix(COMING))
    return "une personne ajoutée" if came == 1 else f"une de {came} personnes ajoutées"


def _decimal(number: float, *, sign: bool = False) -> str:
    # The one who reads has a comma in numbers, and a minus that is as wide as a plus.
    return f"{number:{'+' if sign else ''}.1f}".replace(".", ",").replace("-", "−")
