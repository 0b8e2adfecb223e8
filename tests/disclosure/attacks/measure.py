"""What does each attack win under each policy? Writes `results.json`, and its table in `docs/confidentialite.md`.

python -m tests.disclosure.attacks.measure
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor

from tests.disclosure.attacks import (
    averaging,
    dummies,
    gibbs,
    lattice,
    nested,
    programming,
    recovered,
    versions,
)
from tests.disclosure.attacks.released import AGAIN, ON_EVERY_PAGE
from tests.disclosure.attacks.success import Success
from tests.disclosure.attacks.told import COHORT, COMING, FILE, RESULTS, written

PROCESSES = os.cpu_count()

SECRETS = range(2)

COMPARED = ("interne", "seuil", "diffusion")

OWN_REGION = "52"
"""The largest region: who runs it sees the most people exactly."""

CAME = (1, 3, 10, 30, 100, 300)
"""So many people at random, as no version that everybody is shown may differ from another."""

Told = dict[str, float]

Attack = Callable[[str, range], Success]

ATTACKS: Mapping[str, Attack] = {
    "cells of few": lambda p, s: lattice.cells_of_few(lattice.posterior(p, i) for i in s),
    "people alone": lambda p, s: lattice.people_alone(lattice.posterior(p, i) for i in s),
    "groups alike": lambda p, s: lattice.groups_alike(lattice.posterior(p, i) for i in s),
    "suppressed pattern": lattice.suppressed_pattern,
    "free unions": averaging.free_unions,
    "published groupings": averaging.published_groupings,
    "linear program": programming.rebuilt,
    "integer program": lambda p, s: programming.rebuilt(p, s, whole=True),
    "dummy conditions": dummies.cloned,
}
"""Each attack on one version, under the policy and the secrets given."""

OTHERS: Mapping[str, Callable[[range], Success]] = {
    "flows": lambda s: lattice.cells_of_few(
        lattice.posterior("diffusion", seed, ON_EVERY_PAGE, AGAIN) for seed in s
    ),
    "weights": recovered.by_weights,
    "ages": recovered.by_ages,
    "single ages": recovered.by_single_ages,
    "own region": lambda s: recovered.by_own_region(OWN_REGION, s),
    "nested people": lambda s: gibbs.attributes_of_few("diffusion", s, nested.people_pairs()),
    "nested answers": lambda s: gibbs.attributes_of_few("diffusion", s, nested.answer_pairs()),
    COHORT: lambda s: versions.status_of_a_cohort("diffusion", versions.COHORTS, s),
}
"""Attacks by what only `diffusion` rounds."""


def measured() -> dict[str, dict[str, Told]]:
    """Each attack under each policy: the rate, the best blind guess, the gain and the standard error, in percent."""
    with ProcessPoolExecutor(max_workers=PROCESSES) as pool:
        versions_of = {came: pool.submit(_versions, came) for came in CAME}
        under = {policy: pool.submit(_under, policy) for policy in reversed(COMPARED)}
        others = {name: pool.submit(_other, name) for name in OTHERS}
        found = {name: {p: under[p].result()[name] for p in COMPARED} for name in ATTACKS}
        found |= {name: {"diffusion": told.result()} for name, told in others.items()}
        for came, told in versions_of.items():
            found[f"{COMING}{came}"] = {"diffusion": told.result()}
    return found


def _under(policy: str) -> dict[str, Told]:
    secrets = SECRETS if policy == "diffusion" else range(1)
    return {name: numbers_of(attack(policy, secrets)) for name, attack in ATTACKS.items()}


def _other(name: str) -> Told:
    return numbers_of(OTHERS[name](SECRETS))


def _versions(came: int) -> Told:
    return numbers_of(versions.status_of_who_came("diffusion", came, range(max(4, 24 // came))))


def numbers_of(success: Success) -> Told:
    """A success as it is written."""
    numbers = {"rate": success.rate, "blind": success.blind, "gain": success.gain}
    numbers["error"] = success.error
    return {name: round(number, 1) for name, number in numbers.items()} | {
        "targets": success.targets
    }


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    found = measured()
    RESULTS.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    FILE.write_text(written(FILE.read_text(encoding="utf-8"), found), encoding="utf-8")
