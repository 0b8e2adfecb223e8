"""What does the header of a column ask: its question, the option that it stands for, the wave that it is about?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from dashboard.domain.codebook import Codebook, Wave
from dashboard.ingest.raw.proposals.limesurvey import without_its_text
from dashboard.text.folded import folded

_CODED = re.compile(
    r"(?P<code>[A-Za-z]{1,8}\d{1,4}[A-Za-z]{0,2})(?P<sub>\[\w+\]|_SQ\d+\w*|_other)?\s*(?:[.:–-]\s*(?P<text>\S.*))?",
    re.DOTALL,
)
"""`Q01`, `Q01[SQ001]`, `Q01_SQ001`, `Q01. Quelle est votre situation ?`."""

_OPTION = re.compile(r"(?P<text>.*\S)?\s*\[(?P<option>[^\[\]]+)\]", re.DOTALL)
"""`Que vous a apporté la formation ? [Trouver un emploi]`."""

_BRACKETS = re.compile(r"\([^()]*\)")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý])")
_EMPTY_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a ai as au aux avec avez ce ces cet cette d dans de des du en est et etait etaient etes etiez il l la le les "
        "ma mon n no non o ou oui par pour qu quel quelle quelles quels qui s sa ses si son sont sur un une vos votre "
        "vous actuel actuelle actuellement",
    )
)
"""Words that questions are full of, and which tell no variable from another."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A header in parts: the `code` of its question, its `text`, the `option` in brackets, the `wave` that it names.

    `rest` is its text without the words that name the wave.
    """

    code: str
    text: str
    option: str
    wave: str
    rest: str


def words_of(text: str) -> tuple[str, ...]:
    """The words of `text` that mean something, folded, in order; all of them where none does."""
    every = re.findall(r"[a-z0-9]+", folded(_CAMEL.sub(" ", text)))
    return tuple(w for w in every if w not in _EMPTY_WORDS) or tuple(every)


def heading_of(header: str, codebook: Codebook, group: str = "") -> Heading:
    """The parts of `header`, of which `group` is what stands over several columns: it may name a wave, no variable."""
    header = without_its_text(header)
    whole = _heading(header, codebook)
    own = _heading(header.removeprefix(group).strip(), codebook) if group else whole
    return replace(own, wave=whole.wave or own.wave)


def _heading(header: str, codebook: Codebook) -> Heading:
    said = " ".join(header.split())
    coded = _CODED.fullmatch(said)
    code, option = "", ""
    if coded is not None and (coded["sub"] or coded["text"] or len(said) <= _LONGEST_CODE):
        sub = (coded["sub"] or "").strip("[]_")
        code = f"{coded['code']}[{sub}]" if sub else coded["code"]
        said = coded["text"] or ""
    bracketed = _OPTION.fullmatch(said)
    if bracketed is not None:
        said, option = bracketed["text"] or "", bracketed["option"].strip()
    if option and _wave(option, codebook)[0]:
        said, option = f"{said} {option}", ""
    wave, rest = _wave(said, codebook)
    return Heading(code, said, option, wave, rest)


_LONGEST_CODE = 8


def without_brackets(text: str) -> str:
    """`Modalité` of « Modalité (P/FOD/H) »."""
    return " ".join(_BRACKETS.sub(" ", text).split())


def _wave(text: str, codebook: Codebook) -> tuple[str, str]:
    """The wave that `text` names, and its other words; no wave, and `text`, where it names none."""
    words = " ".join(folded(_CAMEL.sub(" ", text)).replace("_", " ").split())
    for name, phrases in _phrases(tuple(codebook.waves.items())).items():
        for phrase in phrases:
            found = re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", words)
            if found is not None:
                rest = f"{words[: found.start()]} {words[found.end() :]}".strip(" -_/.:,()")
                return name, rest
    return "", text


@lru_cache(maxsize=8)
def _phrases(waves: tuple[tuple[str, Wave], ...]) -> Mapping[str, tuple[str, ...]]:
    """The words by which each wave is named, the longest first."""
    return {
        name: tuple(
            sorted(
                {
                    folded(w)
                    for w in (name, wave.label, wave.short, wave.months, *wave.synonyms)
                    if w
                },
                key=lambda phrase: (-len(phrase), phrase),
            )
        )
        for name, wave in waves
    }
