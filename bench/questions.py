"""What does a browser send to ask for a filter change, of this dashboard and of the plain page beside it?"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest
from typing import Any
from urllib.parse import parse_qs

from bench.selections import filter_parameters

Question = tuple[str, dict[str, Any]]
"""Where a question is posted, and its body."""


def asked_of_us(path: str, search: str, known: Mapping[str, str] | None = None) -> Question:
    """The page at `path` for `search`; `known` are the fingerprints of the parts that are shown already."""
    asked = {"path": path, "search": search, "tables": [], "narrow": False, "known": known or {}}
    return "/answer", asked


def shown(answer: Mapping[str, Any]) -> dict[str, str]:
    """The fingerprints of the parts in an `answer` to a question that knew none, as the next question tells them."""
    return {name: digest for name, (digest, _) in answer["parts"].items()}


def asked_of_dash(path: str, dependency: Mapping[str, Any], search: str) -> Question:
    """The plain page at `path` for `search`, as Dash's own renderer asks: its lists' values, and no click on a chart.

    `dependency` is the page's one entry of `/_dash-dependencies`.
    """
    chosen = parse_qs(search.removeprefix("?"))
    values = [chosen.get(parameter) for parameter in filter_parameters()]
    inputs = [
        {"id": entry["id"], "property": entry["property"], "value": value}
        for entry, value in zip_longest(dependency["inputs"], values)
    ]
    output = str(dependency["output"])
    outputs = [_named(name) for name in output.strip(".").split("...")]
    body = {
        "output": output,
        "outputs": outputs if output.startswith("..") else outputs[0],
        "inputs": inputs,
        "changedPropIds": ["filter-0.value"],
        "parsedChangedPropsIds": ["filter-0.value"],
        "state": [],
    }
    return f"{path.rstrip('/')}/_dash-update-component", body


def _named(output: str) -> dict[str, str]:
    name, _, held = output.rpartition(".")
    return {"id": name, "property": held}
