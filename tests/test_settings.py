"""Does a wrong environment stop the start, with the name of the variable and what is valid?"""

import os
from pathlib import Path
from typing import get_args

import pytest

from dashboard.access.demonstration import ROUNDING
from dashboard.disclosure.policy import POLICIES
from dashboard.domain.errors import SettingError
from dashboard.settings import Settings, read_settings


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.upper().startswith(("DASHBOARD_", "PORT", "WEB_CONCURRENCY")):
            monkeypatch.delenv(name)


def refusal() -> str:
    with pytest.raises(SettingError) as caught:
        read_settings()
    return str(caught.value).replace("\u00a0", " ").replace("\u202f", " ")


def test_without_any_variable_the_demonstration_is_served_in_exact_counts() -> None:
    settings = read_settings()
    assert settings.data == Path("data/demonstration").resolve()
    assert (settings.policy, settings.most, settings.log_level) == (None, "interne", "INFO")
    assert settings.secret == ROUNDING


def test_without_any_variable_two_workers_listen_on_this_machine_only() -> None:
    settings = read_settings()
    assert (settings.port, settings.workers) == (None, 2)


def test_a_hosting_service_says_where_and_with_how_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "5000")
    monkeypatch.setenv("WEB_CONCURRENCY", "4")
    settings = read_settings()
    assert (settings.port, settings.workers) == (5000, 4)


def test_an_empty_port_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "")
    monkeypatch.setenv("WEB_CONCURRENCY", "")
    assert read_settings() == Settings()


@pytest.mark.parametrize("value", ["abc", "0", "-1", "65536", "80.5"])
def test_a_wrong_port_is_reported_by_its_name(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("PORT", value)
    assert refusal() == (
        f"PORT : « {value} » ; attendu : un numéro de port de 1 à 65535, "
        "ou rien pour 8050 sur cette seule machine."
    )


@pytest.mark.parametrize("value", ["abc", "0", "65"])
def test_a_wrong_number_of_workers_is_reported_by_its_name(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("WEB_CONCURRENCY", value)
    assert refusal() == (
        f"WEB_CONCURRENCY : « {value} » ; attendu : un nombre de processus de 1 à 64, ou rien pour 2."
    )


def test_each_setting_is_read_from_its_variable(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DASHBOARD_DATA", str(tmp_path))
    monkeypatch.setenv("DASHBOARD_POLICY", "interne")
    monkeypatch.setenv("DASHBOARD_LOG_LEVEL", "DEBUG")
    assert read_settings() == Settings(data=tmp_path, policy="interne", log_level="DEBUG")


TEMPLATE = "un fichier .pptx ou .potx qui existe, ou rien pour le modèle du tableau de bord"
POLICY = (
    "interne (chacun voit ce que son rôle permet) ou diffusion (des effectifs arrondis pour tous)"
)
ROUNDING_KEY = (
    "la clé secrète des arrondis, de 32 caractères ou plus, la même d'une version à l'autre"
)
FOLDER = "un dossier qui existe et qui contient les tables"
KNOWN = (
    "DASHBOARD_ACCESS, DASHBOARD_ACCESS_FOLDER, DASHBOARD_AUDIT_DAYS, DASHBOARD_DATA, DASHBOARD_DECK_TEMPLATE, "
    "DASHBOARD_HOSTS, DASHBOARD_IMPORT_KEY, DASHBOARD_LOG_FORMAT, DASHBOARD_LOG_LEVEL, DASHBOARD_OIDC_CLIENT_ID, "
    "DASHBOARD_OIDC_CLIENT_SECRET, DASHBOARD_OIDC_ISSUER, DASHBOARD_OIDC_ROLES_CLAIM, DASHBOARD_PATH, "
    "DASHBOARD_POLICY, DASHBOARD_PROXIES, DASHBOARD_PUBLIC, DASHBOARD_ROUNDING_KEY, DASHBOARD_SESSION_HOURS, "
    "DASHBOARD_SESSION_IDLE_MINUTES, DASHBOARD_SOURCE"
)


@pytest.mark.parametrize(
    ("name", "value", "message"),
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
        (
            "DASHBOARD_POLICY",
            "public",
            f"DASHBOARD_POLICY : « public » ; attendu : {POLICY}.",
        ),
        (
            "DASHBOARD_ROUNDING_KEY",
            "trop courte",
            f"DASHBOARD_ROUNDING_KEY : valeur refusée ; attendu : {ROUNDING_KEY}.",
        ),
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
def test_a_wrong_variable_is_reported_with_its_value_and_what_is_valid(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, message: str
) -> None:
    monkeypatch.setenv(name, value)
    assert refusal() == message


def test_every_wrong_variable_is_reported_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
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
    assert read_settings().data == Path("data/demonstration").resolve()


def test_the_policies_that_may_be_set_are_those_that_exist() -> None:
    literal, none = get_args(Settings.model_fields["policy"].annotation)
    assert set(get_args(literal)) == set(POLICIES)
    assert none is type(None)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("sqlite", "« sqlite »"),
        ("postgres://someone:secret@server/base", "valeur refusée"),
        ("sc:server/;token=secret//", "valeur refusée"),
    ],
)
def test_what_is_no_source_is_refused_without_a_password(
    source: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASHBOARD_SOURCE", source)
    assert refusal() == (
        f"DASHBOARD_SOURCE : {told} ; attendu : memory, duckdb:, postgresql://… ou sc://…."
    )


@pytest.mark.parametrize(
    "source", ["memory", "duckdb:", "duckdb:/srv/tables", "postgresql://server/base", "sc://server"]
)
def test_what_counts_is_chosen(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_SOURCE", source)
    assert read_settings().source == source
