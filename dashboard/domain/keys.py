"""Which random key does each person have, so that the same people are always rounded the same way?

A group's key is the sum of its people's (Fraser and Wooton 2005). Whatever view, filter, margin or file asks for the
same people meets the same sum, and so rounds them the same way; of other people it is another number, which tells
nothing of the first without the secret.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

KEYS = 1 << 32
"""Keys are whole numbers below this; sums of ten million of them stay exact in 64 bits."""

PARTS = 720_720
"""A person is so many parts: a number that 1 to 16 divide.

Each of a person's units, enrolments or answers is as many parts as it takes for all of them to be one person. A group
of units then has at least as many people as its parts make, whoever took several of them.
"""


def person_keys(identifiers: Iterable[str], secret: str) -> NDArray[np.int64]:
    """The key of each person, by their identifier in the tables: HMAC-SHA256 under `secret`, of which 32 bits.

    The secret stays the same from version to version: with another one, the same people would be rounded anew, and the
    mean of both tells more than either.
    """
    key = secret.encode()
    digests = (hmac.digest(key, name.encode(), hashlib.sha256) for name in identifiers)
    return np.array([int.from_bytes(digest[:4], "big") for digest in digests], dtype=np.int64)


def parts_of_people(owner: NDArray[np.int64]) -> NDArray[np.int64]:
    """The parts of a person that each row stands for; `owner` is the row of its person among the beneficiaries."""
    rows = np.bincount(owner) if len(owner) else np.zeros(1, dtype=np.int64)
    parts: NDArray[np.int64] = PARTS // rows[owner]
    return parts


def share_of_range(key: int) -> float:
    """The key of a group as a number from 0 to 1, evenly spread over groups: below 1."""
    return (key % KEYS) / KEYS
