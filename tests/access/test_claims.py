"""Which person, in which role, do claims describe?"""

from typing import Any

import pytest

from dashboard.access.claims import person_of
from dashboard.access.person import Person

NAME = {"preferred_username": "lea"}


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
    assert person_of({**NAME, **claims}, claim) == person


def test_a_person_is_named_by_the_first_claim_that_does() -> None:
    told = {"sub": "4711", "email": "lea@example.fr", "roles": "lecteur"}
    person = person_of(told, "roles")
    assert person and person.name == "lea@example.fr"
    assert person_of({**told, "email": ""}, "roles") == Person("4711", "lecteur")
