"""Does a linear or an integer program rebuild the cells from their margins?

After Cohen and Nissim (2020), "Linear program reconstruction in practice", Journal of Privacy and Confidentiality
10(1): each released number bounds a sum of unknown cells, and the program finds the cells that miss the fewest of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations, product

import numpy as np
from scipy.optimize import LinearConstraint, milp
from scipy.sparse import csr_array, eye_array, hstack

from dashboard.disclosure.thresholds import BASE
from tests.disclosure.attacks.lattice import FEW
from tests.disclosure.attacks.released import SECRET, Floats, World, truth, world
from tests.disclosure.attacks.success import Success, Trial, success_of

BLOCK = ("cohort", "gender", "age_band", SECRET)
"""Cells of the program, and by their margins all that is asked of it."""


def rebuilt(policy: str, seeds: Iterable[int], *, whole: bool = False) -> Success:
    """How many people are in each cell of 1 to 4, by the program over all margins; `whole`: an integer one."""
    return success_of(_guess(world(policy, seed), policy, whole=whole) for seed in seeds)


def _guess(seen: World, policy: str, *, whole: bool) -> Trial:
    true = truth().numbers(*BLOCK)
    few = np.isin(true, FEW)
    cells = _program(seen, policy, true.shape, whole=whole).reshape(true.shape)[few]
    return np.clip(np.rint(cells), 1, 4).astype(int).tolist(), true[few].astype(int).tolist()


def _program(seen: World, policy: str, shape: tuple[int, ...], *, whole: bool) -> Floats:
    """The cells whose sums miss the released numbers by the least in all; each misses its own by less than the base."""
    sums, told = _margins(seen, shape)
    cells, rows = sums.shape[1], sums.shape[0]
    slack = BASE - 1 if policy == "diffusion" else 0
    unit = eye_array(rows)
    # Of what a sum has too much or too little, both are 0 or more.
    equal = LinearConstraint(hstack([sums, -unit, unit]), told, told)
    cost = np.concatenate([np.zeros(cells), np.ones(2 * rows)])
    most = np.concatenate([np.full(cells, np.inf), np.full(2 * rows, slack)])
    found = milp(
        cost,
        constraints=equal,
        bounds=(0, most),
        integrality=np.concatenate([np.full(cells, whole), np.zeros(2 * rows)]),
        options={"time_limit": 20.0},
    )
    rebuilt: Floats = np.zeros(cells) if found.x is None else found.x[:cells]
    return rebuilt


def _margins(seen: World, shape: tuple[int, ...]) -> tuple[csr_array, Floats]:
    """Which cells each released number is the sum of, and the number."""
    place = np.arange(int(np.prod(shape))).reshape(shape)
    rows: list[Floats] = []
    told: list[float] = []
    for size in range(len(BLOCK) + 1):
        for axes in combinations(range(len(BLOCK)), size):
            numbers = seen.numbers(*(BLOCK[axis] for axis in axes))
            for at in product(*(range(shape[axis]) for axis in axes)):
                if np.isnan(numbers[at]):
                    continue
                row = np.zeros(place.size)
                index: list[int | slice] = [slice(None)] * len(BLOCK)
                for axis, i in zip(axes, at, strict=True):
                    index[axis] = i
                row[place[tuple(index)].ravel()] = 1
                rows.append(row)
                told.append(float(numbers[at]))
    return csr_array(np.array(rows)), np.array(told)
