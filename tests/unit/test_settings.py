"""Does a wrong environment stop the start, with the name of the variable and what is valid?"""

import os
from pathlib import Path
from typing import get_args

import pytest

from dashboard.disclosure.policy import POLICIES
from dashboard.domain.errors import SettingError
from dashboard.settings import Settings, read_settings


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.upper().startswith("DASHBOARD_"):
            monkeypatch.delenv(name)


def refusal() -> str:
    with pytest.raises(SettingError) as caught:
        read_settings()
    return str(caught.value).replace("\u00a0", " ").replace("\u202f", " ")


def test_without_any_variable_the_demonstration_is_served_inside() -> None:
    settings = read_settings()
    assert settings.data == Path("data/demonstration").resolve()
    assert (settings.policy, settings.log_level) == ("interne", "INFO")


def test_each_setting_is_read_from_its_variable(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DASHBOARD_DATA", str(tmp_path))
    monkeypatch.setenv("DASHBOARD_POLICY", "interne")
    monkeypatch.setenv("DASHBOARD_LOG_LEVEL", "DEBUG")
    assert read_settings() == Settings(data=tmp_path, policy="interne", log_level="DEBUG")


TEMPLATE = "un fichier .pptx ou .potx qui existe, ou rien pour le modèle du tableau de bord"
FOLDER = "un dossier qui existe et qui contient les tables"
KNOWN = "DASHBOARD_DATA, DASHBOARD_DECK_TEMPLATE, DASHBOARD_LOG_LEVEL, DASHBOARD_POLICY"


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        (
            "DASHBOARD_DATA",
            "/nulle/part",
            f"DASHBOARD_DATA : « /nulle/part » ; attendu : {FOLDER}.",
        ),
        ("DASHBOARD_DATA", __file__, f"DASHBOARD_DATA : « {__file__} » ; attendu : {FOLDER}."),
        ("DASHBOARD_DATA", "", f"DASHBOARD_DATA : «  » ; attendu : {FOLDER}."),
        (
            "DASHBOARD_DECK_TEMPLATE",
            "/nulle/part.potx",
            f"DASHBOARD_DECK_TEMPLATE : « /nulle/part.potx » ; attendu : {TEMPLATE}.",
        ),
        ("DASHBOARD_POLICY", "public", "DASHBOARD_POLICY : « public » ; attendu : interne."),
        (
            "DASHBOARD_LOG_LEVEL",
            "verbose",
            "DASHBOARD_LOG_LEVEL : « verbose » ; attendu : DEBUG, INFO, WARNING ou ERROR.",
        ),
        (
            "DASHBOARD_DATAS",
            "/tmp",
            f"DASHBOARD_DATAS : variable inconnue ; variables possibles : {KNOWN}.",
        ),
    ],
)
def test_a_wrong_variable_is_told_with_its_value_and_what_is_valid(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str
) -> None:
    monkeypatch.setenv(name, value)
    assert refusal() == told


def test_every_wrong_variable_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_PORT", "80")
    monkeypatch.setenv("DASHBOARD_POLICY", "public")
    monkeypatch.setenv("DASHBOARD_LOG_LEVEL", "info")
    assert [line.split(" : ")[0] for line in refusal().split("\n")] == [
        "DASHBOARD_PORT",
        "DASHBOARD_POLICY",
        "DASHBOARD_LOG_LEVEL",
    ]


def test_variables_of_other_programs_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARDS_DATA", "/nulle/part")
    assert read_settings().policy == "interne"


def test_the_policies_that_may_be_set_are_those_that_exist() -> None:
    assert set(get_args(Settings.model_fields["policy"].annotation)) == set(POLICIES)
