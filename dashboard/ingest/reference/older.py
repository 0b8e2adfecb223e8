"""How is a codebook read that was written before it could say what its variables are for?

Such a codebook has none of the sections `[uses]`, `[[measures]]` and `[[layers]]`, and no `role`. The codes of that
time stood for what roles say now, and its regions were those of outlines that the dashboard has: so much is read from
it, and the log says what else it may tell.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Mapping
from typing import cast

from dashboard.ingest.reference.outlines import GEODATA
from dashboard.ingest.reference.toml_file import Entry

SECTIONS = ("uses", "measures", "layers")

ROLES: Mapping[str, Mapping[str, str]] = {
    "status": {"employed": "employed"},
    "contract": {"stable": "stable", "precarious": "precarious"},
    "pathway": {"degree": "degree"},
    "teaching_team": {"other": "other"},
}
"""By variable, the codes of categories and groups that stood for a role."""

REGIONS = ("region", "current_region")
"""The divisions that a map was drawn of, the main one first."""

REPORT = {"singular": "rapport"}
"""Published figures stood beside such a codebook, which had no word for what they were taken from."""

_LOG = logging.getLogger(__name__)


def completed(raw: Entry) -> Entry:
    """`raw` with the roles that its codes stood for and its divisions into regions; itself where it tells any use."""
    variables = raw.get("variables")
    if any(section in raw for section in SECTIONS) or not isinstance(variables, dict):
        return raw
    if any('"role"' in json.dumps(variable, default=str) for variable in variables.values()):
        return raw
    _LOG.warning(
        "codebook.toml has no [uses], [[measures]], [[layers]] and no role: roles are read from codes, regions from "
        "their names; nothing else is offered that these sections tell (docs/another-study.md)"
    )
    with_roles = {name: _with_roles(name, variable) for name, variable in variables.items()}
    told = raw.get("study")
    study = {"study": {"report": REPORT, **told}} if isinstance(told, dict) else {}
    return raw | study | {"variables": with_roles, "layers": list(_layers(variables))}


def _with_roles(name: str, variable: object) -> object:
    roles = ROLES.get(name)
    if roles is None or not isinstance(variable, dict):
        return variable
    lists = {
        field: [_with_role(each, roles) for each in variable[field]]
        for field in ("categories", "groups")
        if isinstance(variable.get(field), list)
    }
    return variable | lists


def _with_role(category: object, roles: Mapping[str, str]) -> object:
    if not isinstance(category, dict) or category.get("code") not in roles:
        return category
    return category | {"role": roles[category["code"]]}


def _layers(variables: Mapping[str, object]) -> Iterator[Entry]:
    """A division for each of the variables of regions, with the outlines that most of its codes have."""
    for name in REGIONS:
        variable = variables.get(name)
        if not isinstance(variable, dict) or not isinstance(variable.get("categories"), list):
            continue
        codes = {each.get("code") for each in variable["categories"] if isinstance(each, dict)}
        label = str(variable.get("plural") or variable.get("label") or name)
        address = str(variable.get("parameter") or name)
        yield {"variable": name, "label": label, "address": address, "shapes": _fitting(codes)}


def _fitting(codes: set[object]) -> str:
    def fit(path_name: str) -> tuple[int, int]:
        features = json.loads((GEODATA / path_name).read_text(encoding="utf-8"))["features"]
        own = {cast(str, feature["properties"]["code"]) for feature in features}
        return len(own & codes), -len(own)

    names = (path.name for path in GEODATA.glob("regions-*.geojson"))
    return max(names, key=fit).removeprefix("regions-").removesuffix(".geojson")
