"""How was a filter change asked before the page asked for itself: in Dash's words?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.web.callbacks import SELECTION, TEXTS

from bench.questions import Question
from dashboard.content.page import Page
from dashboard.views.registry import views_of
from dashboard.web.exhibit_card import ELEMENTS


def asked_in_dash(
    dependencies: Sequence[Mapping[str, Any]], page: Page, search: str, known: Mapping[str, str]
) -> Question:
    """The parts of `page` for `search`, asked of a dashboard that has these `/_dash-dependencies`."""
    output = next(str(d["output"]) for d in dependencies if '"part":"head"' in str(d["output"]))
    outputs: list[object] = [
        [
            {"id": {"view": view.name, "part": ELEMENTS.get(part, part)}, "property": held}
            for view in views_of(page)
        ]
        for part, held in TEXTS.items()
    ]
    outputs.append({"id": "figures", "property": "data"})
    outputs.append({"id": "digests", "property": _duplicate(output, "digests.data")})
    outputs.extend(
        {"id": name, "property": _duplicate(output, f"{name}.{held}")}
        for name, held in SELECTION.items()
    )
    asked = {"number": 1, "path": page.path, "search": search, "tables": [], "narrow": False}
    return "/_dash-update-component", {
        "output": output,
        "outputs": outputs,
        "inputs": [{"id": "asked-parts", "property": "data", "value": asked | {"known": known}}],
        "changedPropIds": ["asked-parts.data"],
        "state": [],
        "parsedChangedPropsIds": ["asked-parts.data"],
    }


def _duplicate(output: str, name: str) -> str:
    """The property as this callback names it, with the mark of an output that several callbacks share."""
    named = next(part for part in output.strip(".").split("...") if part.startswith(f"{name}@"))
    return named.split(".", 1)[1]
