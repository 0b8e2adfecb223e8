"""What do two versions tell of who is in one of them and not in the other?

An attacker knows the filters of somebody who came, knows in which version, and wants their status. A released cell that
the person is in is another group of people from then on, and is rounded anew; one where nobody came or went stands as it
was. So each cell of the right status speaks for it as often as it changes, and those of others against theirs.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Collection, Mapping
from itertools import combinations
from pathlib import Path

import numpy as np
from scipy.stats import binom

from dashboard.disclosure.policy import Policy
from dashboard.disclosure.thresholds import BASE
from dashboard.publication import open_publication
from tests.disclosure.attacks.released import FILTERS, MOST_FILTERS, SECRET, Floats, World, truth
from tests.support.publications import DATA

MOST_CAME = 60
"""More people than this in one cell are as good as this many: what is told of one of them is nothing."""


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


def opened(folder: Path, policy: Policy, seed: int) -> World:
    """A version under a policy and a secret."""
    return World(open_publication(folder, DATA, policy, secret=f"{seed:032d}"))


def moved(people: Floats, steps: Floats, *, same_key: bool) -> Floats:
    """How probable a released number moves by some steps of the base where so many people came.

    With the `same_key` in both versions, where nobody came it does not move.
    """
    before = np.arange(1 - BASE, BASE)
    weight = (BASE - np.abs(before)) / BASE**2
    gap = before + people[..., None] - BASE * steps[..., None]
    probable = (weight * np.maximum(1 - np.abs(gap) / BASE, 0)).sum(-1)
    return np.where(people == 0, steps == 0, probable) if same_key else probable


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
    return np.where(known, np.log((with_them + 1e-6) / (without + 1e-6)), 0)


def guessed(
    before: World, after: World, person: Mapping[str, str], came: int, *, same_key: bool = True
) -> str:
    """The most probable status of somebody who came, by every pair of released cells that they may be in."""
    everybody = float(after.lattice[()])
    evidence = np.log(np.maximum(np.nan_to_num(after.lattice[(SECRET,)]), 1))
    for size in range(MOST_FILTERS + 1):
        for names in combinations(FILTERS, size):
            at = tuple(after.codes(name).index(person[name]) for name in names)
            pair = (world.lattice[(*names, SECRET)][at] for world in (before, after))
            evidence = evidence + speaks_for(*pair, came, everybody, same_key=same_key)
    return truth().codes(SECRET)[int(np.argmax(evidence))]
