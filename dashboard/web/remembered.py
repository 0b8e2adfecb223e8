"""Which answers were given before? They are given again without being made again."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock

from dashboard.domain.address import Address
from dashboard.latest import Latest
from dashboard.publication import Publication
from dashboard.web.allowance import count_selections
from dashboard.web.answer import Answer, Question, answer
from dashboard.web.mount import root
from dashboard.web.operating.metrics import metrics
from dashboard.web.pages import parsed, plain

KEPT_LETTERS = 16_000_000
"""Letters of answers that are kept in each worker: about a hundred."""


@dataclass(frozen=True, slots=True)
class Key:
    """What an answer is known by: the data, the policy under which they are shown, where, and what was asked.

    The address as it is understood, so that two spellings of one question have one answer. `letters`: of the question.
    """

    version: str
    policy: tuple[str, ...]
    root: str
    path: str
    address: Address
    tables: frozenset[str]
    narrow: bool
    letters: int = field(compare=False)


def key_of(question: Question, publication: Publication) -> Key:
    """By what the answer of `publication` to `question` is known."""
    return Key(
        publication.version,
        publication.policy.key,
        root(),
        plain(question.path),
        parsed(question.search, publication),
        question.tables,
        question.narrow,
        len(question.path) + len(question.search) + sum(map(len, question.tables)),
    )


def _letters(key: Key, made: Answer) -> int:
    """What an answer takes to keep. Its question counts: nothing but its sender says how long one is."""
    return made.weight + key.letters


class Answers:
    """The answers asked for last; several threads may ask at once.

    One answer is made at a time: Python computes one thing at a time, and threads that take turns at it make each other
    wait for all of them (measured: 71 answers a second to 20 clients, 50 where all are made at once).
    """

    def __init__(self, most: int = KEPT_LETTERS) -> None:
        self._kept: Latest[Key, Answer] = Latest(most, _letters)
        self._making = Lock()

    def to(self, question: Question, publication: Publication) -> Answer:
        """What `publication` answers. An answer in which a view failed is not kept: it may succeed the next time.

        Raises AllowanceError where whoever asks has had as many selections as a day allows.
        """
        key = key_of(question, publication)
        count_selections(key.address, publication)
        known = self._known(key)
        if known is not None:
            _tell("remembered")
            return known
        with self._making:
            # Somebody else may have asked the same meanwhile.
            known = self._known(key)
            _tell("made" if known is None else "remembered")
            return known or self._made(key, question, publication)

    def warm(self, question: Question, publication: Publication) -> None:
        """Makes an answer before anybody asks for it, and lets others be made meanwhile."""
        self._made(key_of(question, publication), question, publication)

    def _known(self, key: Key) -> Answer | None:
        known = self._kept.get(key)
        return known if known is not None and known.is_current else None

    def _made(self, key: Key, question: Question, publication: Publication) -> Answer:
        made = answer(question, publication)
        if not made.broken:
            self._kept.keep(key, made)
        return made


def _tell(origin: str) -> None:
    """Counts where an answer came from, where somebody asks for it."""
    counting = metrics()
    if counting:
        counting.given(origin)
