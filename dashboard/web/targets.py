"""To which side of a comparison does a click on an exhibit lead?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dashboard.content.click_filter import ClickFilter
from dashboard.exhibit import Exhibit


def aimed(exhibit: Exhibit, prefix: str) -> Exhibit:
    """`exhibit`, whose clicks and table rows filter the selection whose parameters begin with `prefix`."""
    if not prefix:
        return exhibit
    content = exhibit.content
    rows = tuple(replace(row, click=_behind(prefix, row.target)) for row in content.data_table.rows)
    figure = content.figure
    meta = figure.get("layout", {}).get("meta", {})
    if "targets" in meta:
        meta = meta | {"targets": _prefixed(meta["targets"], prefix)}
        figure = figure | {"layout": figure["layout"] | {"meta": meta}}
    data_table = replace(content.data_table, rows=rows)
    return replace(exhibit, content=replace(content, data_table=data_table, figure=figure))


def _behind(prefix: str, target: ClickFilter) -> ClickFilter:
    return {f"{prefix}{name}": value for name, value in target.items()}


def _prefixed(node: object, prefix: str) -> object:
    """`node` with every target in it, at any depth, behind `prefix`: a target leads from parameters to values."""
    if isinstance(node, Mapping):
        if all(isinstance(value, str) for value in node.values()):
            return _behind(prefix, node)
        return {name: _prefixed(value, prefix) for name, value in node.items()}
    if isinstance(node, list | tuple):
        return [_prefixed(one, prefix) for one in node]
    return node
