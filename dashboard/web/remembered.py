"""Which answers were given before? They are given again without being made again."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from dashboard.publication import Publication
from dashboard.web.answer import Answer, Question, answer

KEPT_LETTERS = 16_000_000
"""Letters of answers that are kept in each worker: about a hundred."""

Key = tuple[str, str, Question]
"""The version of the data, the policy under which they are shown, the question."""


class Answers:
    """The answers asked for last; several threads may ask at once."""

    def __init__(self, most: int = KEPT_LETTERS) -> None:
        self._most = most
        self._kept: OrderedDict[Key, Answer] = OrderedDict()
        self._weight = 0
        self._lock = Lock()

    def to(self, question: Question, publication: Publication) -> Answer:
        """What `publication` answers. An answer in which a view failed is not kept: it may succeed the next time."""
        key = (publication.version, publication.policy.name, question)
        with self._lock:
            known = self._kept.get(key)
            if known is not None and known.is_current:
                self._kept.move_to_end(key)
                return known
        made = answer(question, publication)
        if not made.broken:
            self._keep(key, made)
        return made

    def _keep(self, key: Key, made: Answer) -> None:
        with self._lock:
            before = self._kept.pop(key, None)
            if before is not None:
                self._weight -= _letters(key, before)
            self._kept[key] = made
            self._weight += _letters(key, made)
            while self._weight > self._most and len(self._kept) > 1:
                self._weight -= _letters(*self._kept.popitem(last=False))


def _letters(key: Key, made: Answer) -> int:
    """What an answer takes to keep. Its question counts: nothing but its sender says how long one is."""
    _, _, question = key
    return made.weight + len(question.path) + len(question.search) + sum(map(len, question.tables))
