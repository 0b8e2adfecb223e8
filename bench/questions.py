"""What does a browser send to ask for a filter change, of this dashboard and of the plain page beside it?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Question = tuple[str, dict[str, Any]]
"""Where a question is posted, and its body."""


def asked_of_us(path: str, search: str, known: Mapping[str, str] | None = None) -> Question:
    """The page at `path` for `search`; `known` are the fingerprints of the parts that are shown already."""
    asked = {"path": path, "search": search, "tables": [], "narrow": False, "known": known or {}}
    return "/answer", asked


def asked_of_dash(
    path: str, dependency: Mapping[str, Any], values: Sequence[object], changed: int = 0
) -> Question:
    """The plain page's callback with the `values` of its inputs, as Dash's own renderer sends it.

    `dependency` is the page's entry of `/_dash-dependencies`; `changed` is the place of the input that was changed.
    """
    inputs = [
        {"id": entry["id"], "property": entry["property"], "value": value}
        for entry, value in zip(dependency["inputs"], values, strict=True)
    ]
    output = str(dependency["output"])
    outputs = [_named(name) for name in output.strip(".").split("...")]
    body = {
        "output": output,
        "outputs": outputs if output.startswith("..") else outputs[0],
        "inputs": inputs,
        "changedPropIds": [f"{inputs[changed]['id']}.{inputs[changed]['property']}"],
        "parsedChangedPropsIds": [f"{inputs[changed]['id']}.{inputs[changed]['property']}"],
        "state": [],
    }
    return f"{path.rstrip('/')}/_dash-update-component", body


def _named(output: str) -> dict[str, str]:
    name, _, held = output.rpartition(".")
    return {"id": name, "property": held}
