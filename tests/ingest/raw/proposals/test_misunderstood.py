"""Is it told that a column says something that no code of an answer explains, and what to do about it?"""

from collections.abc import Sequence

import pytest

from tests.ingest.raw.proposals.grids import ENROLMENTS, SURVEY, Columns, proposal, raw_file
from tests.support.exhibits import plain

SITUATION = {"Situation professionnelle": ("Salarié", "Inactif")}
TOGETHER = "des cellules portent plusieurs réponses à la fois"
NUMBERS = "des nombres, là où « Durée de chômage » a des catégories"
MONTHS = ("3", "7", "11", "14", "26", "30")

CASES = [
    pytest.param(SURVEY, "Apports", ("Trouver un emploi; Autre", "Autre"), TOGETHER, id="semicolons"),
    pytest.param(SURVEY, "Apport de la formation", ("Trouver un emploi | Autre", "Autre"), TOGETHER, id="bars"),
    pytest.param(SURVEY, "Q30", ("Trouver un emploi, Autre",), TOGETHER, id="commas, of a code"),
    pytest.param(SURVEY, "Apport de la formation", ("Trouver un emploi", "Autre"), "", id="one answer each"),
    pytest.param(SURVEY, "Remarques", ("rien; à dire", "non; oui"), "", id="what people wrote"),
    pytest.param(ENROLMENTS, "Durée de chômage", MONTHS, NUMBERS, id="months"),
    pytest.param(ENROLMENTS, "Durée de chômage (mois)", [f"{n} mois" for n in MONTHS], NUMBERS, id="with a unit"),
    pytest.param(ENROLMENTS, "Durée de chômage", range(1, 60), NUMBERS, id="more than a list has"),
    pytest.param(ENROLMENTS, "Durée de chômage", ("DE", "DELD"), "", id="categories"),
    pytest.param(ENROLMENTS, "deld", ("0", "1"), "", id="no and yes"),
    pytest.param(ENROLMENTS, "Nb d'heures", MONTHS, "", id="other numbers"),
    pytest.param(ENROLMENTS, "Âge à l'inscription", ("31", "42", "27", "53", "38"), "", id="ages"),
]  # fmt: skip


@pytest.mark.parametrize(("system", "name", "values", "said"), CASES)
def test_what_is_not_understood_is_told_with_what_to_do(
    system: Columns, name: str, values: Sequence[object], said: str
) -> None:
    more = SITUATION if system is SURVEY else {}
    found = proposal(raw_file({**system, **more, name: [str(value) for value in values]}))
    checks = ("several-answers", "numbers")
    told = [
        plain(f.message) for f in found.findings if f.check in checks and f.place.column == name
    ]
    assert len(told) == bool(said)
    assert all(line.startswith(said) for line in told)
