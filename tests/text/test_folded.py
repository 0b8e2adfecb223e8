"""Do two texts that say the same fold to the same, however they are typed?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.text.folded import folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Féminin", "FEMININ"),
        ("  Île-de-France ", "ile-de-france"),
        ("Chef d’entreprise", "chef d'entreprise"),
        ("Bac +\u00a05", "bac + 5"),
        ("Œuvre", "oeuvre"),
        ("N° auditeur", "n auditeur"),
        ("2015–2016", "2015-2016"),
        ("E\u0301tude", "étude"),
    ],
)
def test_case_accents_spaces_and_signs_of_keyboards_do_not_matter(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@given(st.text())
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text(), st.text(" \t\n\u00a0\u202f"))
def test_spaces_around_do_not_matter(text: str, spaces: str) -> None:
    assert folded(f"{spaces}{text}{spaces}") == folded(text)
