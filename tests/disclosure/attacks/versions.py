"""What do two versions tell of who is in one of them and not in the other?

An attacker knows the filters of somebody who came, knows in which version, and wants their status. A released cell that
the person is in is another group of people from then on, and is rounded anew; one where nobody came or went stands as
it was. So each cell of the right status speaks for it as often as it changes, and those of others against theirs.
"""

from __future__ import annotations

import csv
import shutil
import tempfile
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations
from pathlib import Path

import numpy as np
from scipy.stats import binom

from dashboard.disclosure.thresholds import BASE
from dashboard.ingest.derive.folder import analysis_tables_in
from tests.disclosure.attacks.released import (
    FILTERS,
    MOST_FILTERS,
    POLICIES,
    SECRET,
    Floats,
    World,
    opened,
    truth,
)
from tests.disclosure.attacks.success import Success, success_of
from tests.support.publications import DATA

MOST_CAME = 60
"""More people than this in one cell are as good as this many: what is told of one of them is nothing."""


MOST_ASKED = 25
"""Of so many of those who came the status is guessed, of each pair of versions."""


def status_of_who_came(
    policy: str, came: int, seeds: Iterable[int], *, same_key: bool = True
) -> Success:
    """Which status has somebody who came with so many others at random? The filters of the one are known.

    `same_key`: both versions are rounded by the same secret, as they are; else each by its own.
    """
    return success_of(_trial(policy, came, seed, same_key=same_key) for seed in seeds)


def _trial(policy: str, came: int, seed: int, *, same_key: bool) -> tuple[list[str], list[str]]:
    people = _people()
    draw = np.random.default_rng([came, seed])
    new = draw.choice(len(people), came, replace=False)
    names = {people[i]["beneficiary_id"] for i in new}
    rules, whole = POLICIES[policy], DATA / "demonstration"
    with tempfile.TemporaryDirectory() as folder:
        old = version_without(names, Path(folder) / "before")
        other = seed if same_key else seed + 1000
        before = World(opened(old, rules, other), groupings=False)
        after = World(opened(whole, rules, seed), groupings=False)
    asked = [people[i] for i in new[:MOST_ASKED]]
    guesses = [guessed(before, after, person, came, same_key=same_key) for person in asked]
    return guesses, [person[SECRET] for person in asked]


def _people() -> list[dict[str, str]]:
    frame = analysis_tables_in(DATA / "demonstration", DATA).frames["beneficiary"]
    with (DATA / "demonstration" / "beneficiaries.csv").open(encoding="utf-8", newline="") as file:
        names = [row["beneficiary_id"] for row in csv.DictReader(file)]
    columns = {name: frame[name].astype(str).tolist() for name in (*FILTERS, SECRET)}
    return [
        {"beneficiary_id": name, **{column: codes[i] for column, codes in columns.items()}}
        for i, name in enumerate(names)
    ]


def version_without(people: Collection[str], folder: Path) -> Path:
    """A copy of the demonstration tables without some people."""
    shutil.copytree(DATA / "demonstration", folder)
    for table in folder.glob("*.csv"):
        with table.open(encoding="utf-8", newline="") as file:
            head, *rows = csv.reader(file)
        if "beneficiary_id" not in head:
            continue
        at = head.index("beneficiary_id")
        with table.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([head, *(row for row in rows if row[at] not in people)])
    return folder


def moved(people: Floats, steps: Floats, *, same_key: bool) -> Floats:
    """How probable a released number moves by some steps of the base where so many people came.

    With the `same_key` in both versions, where nobody came it does not move.
    """
    before = np.arange(1 - BASE, BASE)
    weight = (BASE - np.abs(before)) / BASE**2
    gap = before + people[..., None] - BASE * steps[..., None]
    probable = (weight * np.maximum(1 - np.abs(gap) / BASE, 0)).sum(-1)
    told: Floats = np.where(people == 0, steps == 0, probable) if same_key else probable
    return told


def speaks_for(
    before: Floats, after: Floats, came: int, everybody: float, *, same_key: bool
) -> Floats:
    """How much more probable each pair of released numbers is with the person among those who came, as a logarithm.

    `came` people came to `everybody`, of whom each cell has a share as large as it is; `nan` speaks for nothing.
    """
    known = ~(np.isnan(before) | np.isnan(after))
    steps = np.where(known, (after - before) / BASE, 0)
    share = np.clip(np.where(known, after, 0) / everybody, 0.5 / everybody, 1)
    people = np.arange(min(came, MOST_CAME))
    others = binom.pmf(people, came - 1, share[..., None])
    away = np.broadcast_to(people.astype(float), others.shape)
    told = np.broadcast_to(steps[..., None], others.shape)
    with_them = (others * moved(away + 1, told, same_key=same_key)).sum(-1)
    without = (others * moved(away, told, same_key=same_key)).sum(-1)
    evidence: Floats = np.where(known, np.log((with_them + 1e-6) / (without + 1e-6)), 0)
    return evidence


def guessed(
    before: World, after: World, person: Mapping[str, str], came: int, *, same_key: bool = True
) -> str:
    """The most probable status of somebody who came, by every pair of released cells that they may be in."""
    everybody = float(after.lattice[()])
    evidence = np.log(np.maximum(np.nan_to_num(after.lattice[(SECRET,)]), 1))
    for size in range(MOST_FILTERS + 1):
        for names in combinations(FILTERS, size):
            at = tuple(after.codes(name).index(person[name]) for name in names)
            was, became = (seen.lattice[(*names, SECRET)][at] for seen in (before, after))
            evidence = evidence + speaks_for(was, became, came, everybody, same_key=same_key)
    return truth().codes(SECRET)[int(np.argmax(evidence))]
