"""What do two versions tell of who is in one of them and not in the other?

An attacker knows the filters of somebody who came, knows in which version, and wants their status. A released cell that
the person is in is another group of people from then on, and is rounded anew; one where nobody came or went stands as
it was. So each cell of the right status speaks for it as often as it changes, and those of others against theirs.
"""

from __future__ import annotations

import csv
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import combinations, product
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
from tests.disclosure.attacks.success import Success, Trial, success_of
from tests.support.publications import DATA

USUAL = 10.0
"""So many people of a small group are taken to be as everybody is."""

MOST_CAME = 100
"""More people than this in one cell are as good as this many: what is told of one of them is nothing."""

MOST_ASKED = 25
"""Of so many of those who came the status is guessed, of each pair of versions."""


COHORTS = ("2013-2014", "2014-2015", "2015-2016", "2016-2017")
"""Those that are asked what has become of them at T1: each comes whole."""


def status_of_a_cohort(policy: str, cohorts: Iterable[str], seeds: Iterable[int]) -> Success:
    """Which status has somebody of a cohort that came whole, as `publish` lets it? Their filters are known."""
    pairs = list(product(cohorts, seeds))
    trials = [_trial(policy, _of_cohort(cohort), seed) for cohort, seed in pairs]
    return success_of(((told, true) for told, _, true in trials), _margins_of(trials))


def status_of_who_came(
    policy: str, came: int, seeds: Iterable[int], *, same_key: bool = True
) -> Success:
    """Which status has somebody who came with so many others at random? The filters of the one are known.

    `same_key`: both versions are rounded by the same secret, as they are; else each by its own.
    """
    trials = [_trial(policy, _at_random(came, seed), seed, same_key=same_key) for seed in seeds]
    return success_of(((told, true) for told, _, true in trials), _margins_of(trials))


Guesses = tuple[list[str], list[str], list[str]]
"""Of each person who is asked for: the status by both versions, that by the margins of the later one, the true one."""

Person = Mapping[str, str]


def _margins_of(trials: Iterable[Guesses]) -> Iterator[Trial]:
    return ((margins, true) for _, margins, true in trials)


def _at_random(came: int, seed: int) -> list[Person]:
    people, draw = people_with(), np.random.default_rng([came, seed])
    return [people[i] for i in draw.choice(len(people), came, replace=False)]


def _of_cohort(cohort: str) -> list[Person]:
    people = [person for person in people_with() if person["cohort"] == cohort]
    order = np.random.default_rng(len(people)).permutation(len(people))
    return [people[i] for i in order]


def _trial(policy: str, new: list[Person], seed: int, *, same_key: bool = True) -> Guesses:
    names = {person["beneficiary_id"] for person in new}
    rules, whole = POLICIES[policy], DATA / "demonstration"
    with tempfile.TemporaryDirectory() as folder:
        old = version_without(names, Path(folder) / "before")
        other = seed if same_key else seed + 1000
        before = World(opened(old, rules, other), groupings=False)
        after = World(opened(whole, rules, seed), groupings=False)
    asked = new[:MOST_ASKED]
    guesses = [guessed(before, after, person, len(new), same_key=same_key) for person in asked]
    margins = [_most_probable(by_margins(after, person)) for person in asked]
    return guesses, margins, [person[SECRET] for person in asked]


@lru_cache(maxsize=2)
def people_with(*others: str) -> list[dict[str, str]]:
    """Everybody of the demonstration, with their filters, the secret and other variables."""
    frame = analysis_tables_in(DATA / "demonstration", DATA).frames["beneficiary"]
    with (DATA / "demonstration" / "beneficiaries.csv").open(encoding="utf-8", newline="") as file:
        names = [row["beneficiary_id"] for row in csv.DictReader(file)]
    columns = {name: frame[name].astype(str).tolist() for name in (*FILTERS, SECRET, *others)}
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
    before: Floats, after: Floats, came: int, shares: Floats, *, same_key: bool
) -> Floats:
    """How much more probable each pair of released numbers is with the person among those who came, as a logarithm.

    Of the `came` people each cell has one of the `shares`; `nan` speaks for nothing.
    """
    known = ~(np.isnan(before) | np.isnan(after))
    steps = np.where(known, (after - before) / BASE, 0)
    people = np.arange(min(came, MOST_CAME))
    others = binom.pmf(people, came - 1, shares[..., None])
    away = np.broadcast_to(people.astype(float), others.shape)
    told = np.broadcast_to(steps[..., None], others.shape)
    with_them = (others * moved(away + 1, told, same_key=same_key)).sum(-1)
    without = (others * moved(away, told, same_key=same_key)).sum(-1)
    evidence: Floats = np.where(known, np.log((with_them + 1e-6) / (without + 1e-6)), 0)
    return evidence


def by_margins(seen: World, person: Person) -> Floats:
    """How probable each status of a person is by the filters one by one, which one version tells; as a logarithm."""
    likely = _shares(seen.lattice[(SECRET,)], np.zeros(len(seen.codes(SECRET))))
    whole = np.log(likely)
    told = whole.copy()
    for name in FILTERS:
        crossed = seen.lattice[name, SECRET][seen.codes(name).index(person[name])]
        told += np.log(_shares(crossed, likely)) - whole
    return told


def _shares(numbers: Floats, expected: Floats) -> Floats:
    """Released numbers as shares; of few people, nearer to what is expected of everybody."""
    people = np.nan_to_num(numbers) + USUAL * expected + 1e-9
    shares: Floats = people / people.sum()
    return shares


def _most_probable(likely: Floats) -> str:
    return truth().codes(SECRET)[int(np.argmax(likely))]


def guessed(
    before: World, after: World, person: Person, came: int, *, same_key: bool = True
) -> str:
    """The most probable status of somebody who came, by every pair of released cells that they may be in."""
    evidence = by_margins(after, person)
    everybody = float(after.lattice[()])
    of_cohort = after.lattice["cohort", SECRET][after.codes("cohort").index(person["cohort"])]
    by_status = _shares(of_cohort, _shares(after.lattice[(SECRET,)], np.zeros(len(of_cohort))))
    for size in range(MOST_FILTERS + 1):
        for names in combinations(FILTERS, size):
            at = tuple(after.codes(name).index(person[name]) for name in names)
            was, became = (seen.lattice[(*names, SECRET)][at] for seen in (before, after))
            share = by_status
            for name, place in zip(names, at, strict=True):
                # Those who came may all be of one cohort, which says nothing more of them then.
                if name != "cohort":
                    margin = float(np.nan_to_num(after.lattice[(name,)][place]))
                    share = share * max(margin / everybody, 0.5 / everybody)
            evidence = evidence + speaks_for(was, became, came, share, same_key=same_key)
    return _most_probable(evidence)
