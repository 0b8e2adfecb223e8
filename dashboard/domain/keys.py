"""Which random key does each person have, so that the same people are always rounded the same way?

A group's key is the sum of its people's (Fraser and Wooton 2005). Whatever view, filter, margin or file asks for the
same people meets the same sum, and so rounds them the same way; of other people it is another number, which tells
nothing of the first without the secret.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

KEYS = 1 << 32
"""Keys are whole numbers below this; sums of ten million of them stay exact in 64 bits."""

PARTS = 720_720
"""A person is so many parts: a number that 1 to 16 divide.

Each of a person's units, enrolments or answers is as many parts as it takes for all of them to be one person, to the
part. A group of units then has at least as many people as its parts make, whoever took several of them.
"""


@dataclass(frozen=True)
class UnionKeys:
    """Secret numbers of sets of categories, which are added to the keys of their people; they tell no `secret`."""

    secret: str = field(repr=False)

    def of(self, dimension: str, codes: Iterable[str]) -> int:
        """That of the set of `codes` along a dimension, below `KEYS`: HMAC-SHA256 under the secret of people's keys.

        It is the same from version to version, as people's keys are.
        """
        # No identifier of a person holds a line break: the number of a set is that of nobody.
        named = "\n".join(("union", dimension, *codes))
        return int.from_bytes(
            hmac.digest(self.secret.encode(), named.encode(), "sha256")[:4], "big"
        )


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
    if not len(owner):
        return np.zeros(0, dtype=np.int64)
    rows = np.bincount(owner)
    order = np.argsort(owner, kind="stable")
    rank = np.empty(len(owner), dtype=np.int64)
    rank[order] = np.arange(len(owner)) - np.repeat(np.cumsum(rows) - rows, rows)
    whole, left = np.divmod(PARTS, rows[owner])
    # Of 17 rows the first few have a part more, so that all of them are a person and not a little less.
    parts: NDArray[np.int64] = whole + (rank < left)
    return parts


def fingerprint(secret: str) -> str:
    """What tells files made under `secret` from those made under another one, without telling the secret."""
    return hmac.digest(secret.encode(), b"fingerprint", hashlib.sha256).hex()


def share_of_range(keys: NDArray[np.int64]) -> NDArray[np.float64]:
    """The key of each group as a number from 0 to 1, evenly spread over groups: below 1."""
    shares: NDArray[np.float64] = (keys % KEYS) / KEYS
    return shares
