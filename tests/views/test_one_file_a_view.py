"""Does all that is known of a view stand in its own file?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.views.registry import views

ROOT = Path(__file__).parents[2]
CHOSEN = ("presentation.py", "deck.py", "slots.py", "study_gaps.py")
"""What opens a presentation, the key figures of a deck, what a comparison is and what warns of a gap: choices among
views, which a new view does not touch."""


def sources() -> Iterator[Path]:
    for folder, kinds in (
        ("assets", ("css", "js")),
        ("dashboard/web", ("py",)),
        ("dashboard/outputs", ("py",)),
    ):
        for kind in kinds:
            yield from (p for p in (ROOT / folder).rglob(f"*.{kind}") if p.name not in CHOSEN)


@pytest.mark.parametrize("source", sorted(sources()), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_view_is_named_where_views_are_shown_or_written(source: Path) -> None:
    names = "|".join(map(re.escape, views()))
    # As a selector, a class, a word in quotes or a module; a page may be called like its view.
    named = re.compile(rf"""(?<!-page=)["'`#.-](?:{names})(?=["'`\\s.:,{{\\]])""")
    assert not named.findall(source.read_text("utf-8"))
