"""Are the mistakes that the properties look for found, and nothing else?"""

import pytest

from tests.support.french import faults


@pytest.mark.parametrize(
    "text",
    [
        "Sur 32 répondants, 4 (12,5 %) sont en emploi.",
        "Base : 12 personnes. Hors de la base : 3.",
        "89 restent de CSP « Employés » à T1 ; le reste change.",
        "De 1 à 8 UE, 4,3 en moyenne.",
        "",
    ],
)
def test_french(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Durée : temps passé : moins d'un an.", "two colons in a sentence"),
        ("Ils viennent de « Employés ».", "no elision before a vowel"),
        ("Carte : UE par bénéficiaire,. Suite.", "two marks in a row"),
        ("Deux  espaces.", "two spaces"),
        ("Une phrase sans fin", "an end that is no end"),
        ("une phrase sans début.", "a beginning that is none"),
        ("Le {noun} est connu.", "a placeholder"),
        ("89 passent de « Cadres » à « Cadres ».", "who stays does not move"),
    ],
)
def test_a_mistake(text: str, fault: str) -> None:
    assert faults(text) == [fault]
