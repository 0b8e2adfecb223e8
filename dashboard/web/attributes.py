"""Which attributes identify and describe components in the page, where Dash has no word for it?"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, TypeVar

from dash.development.base_component import Component

Marked = TypeVar("Marked", bound=Component)

Property = Any
"""The value of a component's property, as Dash takes it: a text, components, a figure."""


def marked(component: Marked, **attributes: str) -> Marked:
    """`component` with attributes, written with underscores: `data_target` becomes `data-target`."""
    for name, value in attributes.items():
        setattr(component, name.replace("_", "-"), value)
    return component


def dom_id(identifier: Mapping[str, str]) -> str:
    """The `id` that Dash writes into the page for a component whose identifier is a dictionary."""
    return json.dumps(dict(sorted(identifier.items())), separators=(",", ":"))
