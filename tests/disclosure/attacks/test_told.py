"""Are the numbers that the officer signs those of the code, and of the last measurement?"""

import pytest

from dashboard.disclosure import thresholds
from dashboard.domain.statistics import rates
from dashboard.settings import Settings
from tests.disclosure.attacks.success import BAR
from tests.disclosure.attacks.told import COMING, FILE, results, written

TEXT = " ".join(FILE.read_text(encoding="utf-8").split())

FIELDS = Settings.model_fields

REFUSED = {"free unions"}
"""What no selection that is answered can ask."""


@pytest.mark.parametrize(
    "sentence",
    [
        f"arrondis au hasard à un multiple de {thresholds.BASE}, ou secrets",
        f"une fois arrondi, est de {thresholds.LEAST_DETAILED} ou plus",
        f"il compte donc {thresholds.LEAST_DETAILED - thresholds.BASE + 1} personnes au moins",
        f"que si elles viennent de {thresholds.LEAST_BEHIND} personnes ou plus",
        f"en dessous de {thresholds.LEAST_VALUED} de même ({thresholds.LEAST_VALUED - thresholds.BASE + 1} au moins)",
        f"{thresholds.LEAST_CHANGED} personnes et la moitié",
        f"| pas sous {rates.LEAST_BASE} personnes ; signalé sous {rates.SMALL_BASE} |",
        f"| pas sous {rates.LEAST_ROUNDED_BASE} personnes, arrondies |",
        f"pas sous {rates.LEAST_ROUNDED_PEOPLE} personnes, arrondies |",
        f"{FIELDS['session_idle_minutes'].default} minutes sans activité",
        f"{FIELDS['session_hours'].default} heures en tout",
        f"(`DASHBOARD_AUDIT_DAYS` = {FIELDS['audit_days'].default})",
        {3: "trois conditions au plus"}[thresholds.MOST_CONDITIONS],
        {5: "**cinq points** au plus"}[int(BAR)],
    ],
)
def test_thresholds_and_durations_are_those_of_the_code(sentence: str) -> None:
    assert sentence in TEXT


def test_what_attacks_won_is_what_was_measured_last() -> None:
    text = FILE.read_text(encoding="utf-8")
    assert text == written(text, results())


def test_every_attack_on_one_version_that_is_answered_keeps_below_the_bar() -> None:
    gains = {name: found["diffusion"]["gain"] for name, found in results().items()}
    over = {name for name, gain in gains.items() if gain > BAR and not name.startswith(COMING)}
    assert over <= REFUSED
