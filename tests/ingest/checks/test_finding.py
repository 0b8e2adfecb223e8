"""Does a finding say its check, its place and what is there, each of them once?"""

from __future__ import annotations

import pytest

from dashboard.ingest.checks.finding import Finding, Place
from tests.support.exhibits import plain


@pytest.mark.parametrize(
    ("check", "place", "message", "named"),
    [
        ("lignes uniques", Place(), "", "lignes uniques"),
        ("data.toml", Place(), "absent", "data.toml : absent"),
        (
            "taux de réponse",
            Place(file="survey.csv"),
            "49 %.",
            "taux de réponse : survey.csv : 49 %.",
        ),
        (
            "codebook.toml",
            Place(file="codebook.toml", line=1),
            "un crochet manque.",
            "codebook.toml, ligne 1 : un crochet manque.",
        ),
        ("budgets.toml", Place(file="budgets.toml"), "illisible.", "budgets.toml : illisible."),
        ("lignes", Place(), "lignes en double.", "lignes : lignes en double."),
    ],
)
def test_a_file_that_is_checked_is_named_once(
    check: str, place: Place, message: str, named: str
) -> None:
    told = Finding("reading", check, "warning", message, place).named
    assert plain(told) == named
    assert " :" not in told
