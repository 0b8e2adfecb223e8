"""Whatever a person does to a mapping, is it read, or refused in French?"""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.errors import MappingError
from dashboard.ingest.raw.mapping.model import SourceMapping
from dashboard.ingest.raw.mapping.write import write_mapping
from tests.ingest.raw.mapping.mappings import ENROLMENTS, SURVEY, codebook, read
from tests.support.examples import examples

FRAGMENTS = st.sampled_from(
    ['"', "[", "]", "{", "=", "#", "\n", "\\", "[[tables]]", "true", "12", '""', '"F"', '"T0"', "[]", "é", "\x00"]
)  # fmt: skip


def read_or_refused(text: str) -> SourceMapping | list[str]:
    """The mapping, or the lines of its refusal; anything else that is raised is a fault of ours."""
    with TemporaryDirectory() as folder:
        try:
            return read(Path(folder), text)
        except MappingError as refused:
            return str(refused).split("\n")


def is_told_with_its_place(lines: list[str]) -> bool:
    return all(line.startswith(("source.toml", "…")) for line in lines)


@examples(400)
@given(st.sampled_from([ENROLMENTS, SURVEY]), st.data())
def test_a_mapping_that_was_changed_anyhow_is_read_or_refused(
    text: str, data: st.DataObject
) -> None:
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(start + 30, len(text))))
        text = text[:start] + data.draw(FRAGMENTS) + text[end:]
    found = read_or_refused(text)
    if isinstance(found, SourceMapping):
        assert read_or_refused(write_mapping(found, codebook())) == found
    else:
        assert is_told_with_its_place(found)


@examples(200)
@given(st.lists(st.sampled_from(ENROLMENTS.strip().split("\n")), min_size=1, max_size=30))
def test_lines_of_a_mapping_in_any_order_are_read_or_refused(lines: list[str]) -> None:
    found = read_or_refused("\n".join(lines))
    assert isinstance(found, SourceMapping) or is_told_with_its_place(found)
