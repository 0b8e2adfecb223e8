"""Can each page be read, and changed, without any other?"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

VIEWS = Path(__file__).parents[2] / "dashboard" / "views"
FOLDERS = sorted(path.name for path in VIEWS.iterdir() if (path / "__init__.py").exists())
ABOVE_THE_PAGES = {"comparison": {"registry"}}
"""The comparison shows the views of all pages, which it finds in the registry; no other page may."""


def imported(folder: str) -> Iterator[str]:
    """What the files of one folder of views import from `dashboard.views`: the name of a folder or a module in it."""
    for path in (VIEWS / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            yield from filter(None, map(_within_views, _modules(node)))


def _modules(node: ast.AST) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        # `from dashboard.views import kit` names the folder after the module.
        return [f"{node.module}.{alias.name}" for alias in node.names]
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return []


def _within_views(module: str) -> str:
    """`kit` for `dashboard.views.kit.notes`; nothing for a module elsewhere."""
    inside = "dashboard.views."
    return module.removeprefix(inside).split(".")[0] if module.startswith(inside) else ""


@pytest.mark.parametrize("folder", [name for name in FOLDERS if name != "kit"])
def test_a_page_imports_no_other_page(folder: str) -> None:
    allowed = {folder, "kit"} | ABOVE_THE_PAGES.get(folder, set())
    assert set(imported(folder)) <= allowed


def test_what_pages_share_imports_no_page() -> None:
    assert set(imported("kit")) == {"kit"}
