"""Is a codebook read or refused in French, and nothing else, whatever is written in it?"""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.errors import CodebookError
from tests.outputs.taken import HOSTILE
from tests.studies.studies import HERE, STUDIES
from tests.support.codebooks import OURS, read
from tests.support.examples import examples

BOOKS = [OURS, *((HERE / name / "codebook.toml").read_text(encoding="utf-8") for name in STUDIES)]
TEXTS = ["", " ", "{", "{wave}", "{}", "status", "T0", "T9", "#12", "region", *HOSTILE]
VALUES = ["3", "-1", "1.5", "nan", "true", "[]", "{}", '["a"]', "[1]", "1979-05-27", "9" * 30]


@st.composite
def altered(draw: st.DrawFn) -> str:
    """A codebook in which up to three lines are gone, written twice, moved, or say something else."""
    lines = draw(st.sampled_from(BOOKS)).split("\n")
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(lines) - 1))
        line, what = (
            lines.pop(place),
            draw(st.sampled_from(("gone", "twice", "moved", "text", "value"))),
        )
        if what == "twice":
            lines[place:place] = [line, line]
        elif what == "moved":
            lines.insert(draw(st.integers(0, len(lines))), line)
        elif what == "text":
            lines.insert(place, _instead(draw, r'"[^"]*"', line, [f'"{text}"' for text in TEXTS]))
        elif what == "value":
            lines.insert(place, _instead(draw, r'(?<== )("[^"]*"|\w+|\[.*\])', line, VALUES))
    return "\n".join(lines)


def _instead(draw: st.DrawFn, pattern: str, line: str, others: list[str]) -> str:
    """`line` with one of the places that `pattern` finds written otherwise."""
    found = [match.span() for match in re.finditer(pattern, line)]
    if not found:
        return line
    start, end = draw(st.sampled_from(found))
    return line[:start] + draw(st.sampled_from(others)) + line[end:]


@given(text=altered())
@examples(300)
def test_whatever_is_written_is_read_or_refused_with_its_place(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    folder: Path = tmp_path_factory.mktemp("codebook")
    try:
        read(folder, text)
    except CodebookError as error:
        for line in str(error).split("\n"):
            assert re.match(
                r"codebook\.toml(, .+)?\u00a0: .+\.$|… et |codebook\.toml, ligne ", line
            )
