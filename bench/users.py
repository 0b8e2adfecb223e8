"""What does a user of an open page do while versions are replaced, and is all that is seen of one version?"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from random import Random
from threading import Lock
from time import perf_counter, sleep
from typing import Any
from urllib.parse import quote, urlsplit

from bench.editions import Expected
from bench.questions import asked_of_us
from tools.entered import Entry

WAIT_S = 60
THINKS_S = (0.5, 1.5)
"""For how long a user looks at an answer before the next click."""

HEADERS = {"Content-Type": "application/json", "Accept-Encoding": "identity"}
_VERSION = re.compile(r'data-version="([0-9a-f]{12})"')
_FOOT = re.compile(r"Données au [^,<]{8,40}, version ([0-9a-f]{12})\.")
_PART = re.compile(r'data-part="([^"]+)" data-digest="([0-9a-f]+)"')


@dataclass
class Seen:
    """What all users saw: when each answer was asked for, how long it took, and what was wrong."""

    waits: list[tuple[float, float]] = field(default_factory=list)
    versions: dict[str, list[float]] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    mixed: list[str] = field(default_factory=list)
    gone_back: list[str] = field(default_factory=list)
    made_anew: int = 0
    _lock: Lock = field(default_factory=Lock)

    def answered(self, start: float, version: str) -> None:
        """An answer of `version`, asked for at `start`."""
        with self._lock:
            self.waits.append((start, 1000 * (perf_counter() - start)))
            self.versions.setdefault(version, []).append(perf_counter())


class User:
    """A tab: opens a page, chooses filters, and has the page made anew where it is told of another version."""

    def __init__(
        self,
        address: str,
        entry: Entry,
        questions: Sequence[tuple[str, str]],
        expected: Expected,
        seen: Seen,
        seed: int,
    ) -> None:
        self._host = urlsplit(address).netloc
        self._headers = HEADERS | entry.headers
        self._questions = questions
        self._expected = expected
        self._seen = seen
        self._random = Random(seed)  # noqa: S311 - who clicks what.
        self._connection = HTTPConnection(self._host, timeout=WAIT_S)
        self._version = ""

    def use(self, end: float) -> None:
        """Uses the dashboard until `end`."""
        self._open("/", "")
        while perf_counter() < end:
            sleep(self._random.uniform(*THINKS_S))
            self._choose(*self._random.choice(self._questions))
        self._connection.close()

    def _open(self, path: str, search: str, wanted: str = "") -> None:
        """A whole page; `wanted`: the version that the reader has asked for."""
        address = path + search
        if wanted:
            address += f"{'&' if search else '?'}version={wanted}"
        start = perf_counter()
        text = self._answered("GET", address)
        if text is None:
            return
        version = next(iter(_VERSION.findall(text)), "")
        self._seen.answered(start, version)
        if set(_FOOT.findall(text)) != {version}:
            self._seen.mixed.append(f"{address}: {version} above {_FOOT.findall(text)}")
        self._compare(version, path, search, dict(_PART.findall(text)))
        if wanted and version != wanted and wanted == self._newest():
            self._seen.gone_back.append(f"{address}: {version} instead of {wanted}")
        self._version = version

    def _choose(self, path: str, search: str) -> None:
        """A filter, asked for as a page does that knows no part: the answer has them all."""
        _, body = asked_of_us(path, search)
        start = perf_counter()
        text = self._answered("POST", "/answer", {**body, "version": self._version})
        if text is None:
            return
        told: dict[str, Any] = json.loads(text)
        self._seen.answered(start, told["version"])
        if told.get("replaced"):
            self._seen.made_anew += 1
            self._open(path, search, told["version"])
            return
        if told["version"] != self._version:
            self._seen.mixed.append(f"{search}: {told['version']} in a page of {self._version}")
        parts = {name: digest for name, (digest, _) in told["parts"].items()}
        self._compare(told["version"], path, search, parts)

    def _compare(self, version: str, path: str, search: str, parts: dict[str, str]) -> None:
        if not self._expected.is_whole(version, path, search, parts):
            self._seen.mixed.append(f"{path}{search}: parts that are not of {version}")

    def _newest(self) -> str:
        """The version that has been seen last of all, by anybody."""
        return max(self._seen.versions, key=lambda version: self._seen.versions[version][0])

    def _answered(self, method: str, address: str, body: object = None) -> str | None:
        try:
            sent = None if body is None else json.dumps(body)
            self._connection.request(method, quote(address, safe="/?&=%,.~"), sent, self._headers)
            answer = self._connection.getresponse()
            text = answer.read().decode()
        except (OSError, HTTPException) as error:
            self._seen.failed.append(f"{method} {address}: {error!r}")
            self._connection.close()
            return None
        if answer.status != HTTPStatus.OK:
            self._seen.failed.append(f"{method} {address}: {answer.status} {text[:200]}")
            return None
        return text
