"""Which person, in which role, do claims describe?"""

from typing import Any

import pytest

from dashboard.access.claims import person_of
from dashboard.access.person import Person

ISSUER = "https://connexion.example.org"
NAME = {"preferred_username": "lea"}

REGIONS = ("24", "53")


@pytest.mark.parametrize(
    ("claim", "claims", "person"),
    [
        ("roles", {"roles": ["lecteur"]}, Person("lea", "lecteur")),
        ("roles", {"roles": "analyste"}, Person("lea", "analyste")),
        ("groups", {"groups": ["x", "gestionnaire"]}, Person("lea", "gestionnaire")),
        ("roles", {"roles": ["lecteur", "analyste", "gestionnaire"]}, Person("lea", "analyste")),
        ("roles", {"roles": ["gestionnaire:53"]}, Person("lea", "gestionnaire", ("53",))),
        (
            "roles",
            {"roles": ["gestionnaire:53", "gestionnaire:24", "lecteur"]},
            Person("lea", "gestionnaire", ("24", "53")),
        ),
        ("roles", {"roles": ["gestionnaire:53", "gestionnaire"]}, Person("lea", "gestionnaire")),
        ("realm_access.roles", {"realm_access": {"roles": ["lecteur"]}}, Person("lea", "lecteur")),
        ("urn:a.b", {"urn:a.b": ["lecteur"]}, Person("lea", "lecteur")),
        ("roles", {}, None),
        ("roles", {"roles": []}, None),
        ("roles", {"roles": ["public", "admin", "Lecteur", "gestionnaire:"]}, None),
        ("roles", {"roles": {"lecteur": True}}, None),
        ("roles", {"roles": [["lecteur"], 1, None]}, None),
        ("roles.of.us", {"roles": ["lecteur"]}, None),
    ],
)
def test_the_widest_role_of_ours_counts(
    claim: str, claims: dict[str, Any], person: Person | None
) -> None:
    assert person_of({**NAME, **claims}, claim, REGIONS) == person


def test_a_person_is_named_by_the_first_claim_that_does() -> None:
    told = {"iss": ISSUER, "sub": "4711", "email": "lea@example.fr", "roles": "lecteur"}
    identity = f"{ISSUER} 4711"
    named = Person("lea@example.fr", "lecteur", identity=identity)
    assert person_of(told, "roles", REGIONS) == named
    assert person_of({**told, "email": ""}, "roles", REGIONS) == Person(
        "4711", "lecteur", (), identity
    )


def test_somebody_is_the_same_under_another_name_and_another_under_the_same() -> None:
    def key(**claims: str) -> str:
        person = person_of(
            {"iss": ISSUER, "sub": "4711", "roles": "lecteur", **claims}, "roles", REGIONS
        )
        assert person
        return person.key

    assert key(email="lea@example.fr") == key(email="lea.martin@example.fr")
    assert key(email="lea@example.fr") != key(email="lea@example.fr", sub="4712")
    assert key() != key(iss="https://another.example")


def test_a_region_that_the_tables_do_not_know_is_no_role_and_is_told_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    told = {**NAME, "roles": ["gestionnaire:Bretagne", "gestionnaire:53", "53", "lecteur"]}
    assert person_of(told, "roles", REGIONS) == Person("lea", "gestionnaire", ("53",))
    assert [record.getMessage().endswith("'Bretagne'") for record in caplog.records] == [True]
    alone = {**NAME, "roles": ["gestionnaire:Bretagne"]}
    assert person_of(alone, "roles", REGIONS) is None
