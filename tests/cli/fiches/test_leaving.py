"""Do documents of real people leave rounded, and exact ones only marked, recorded, and after few have been told of?"""

from __future__ import annotations

import json
import sys
from io import StringIO
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pptx
import pytest

from dashboard.cli.fiches import command
from dashboard.disclosure.policy import INTERNAL_DOCUMENT
from dashboard.documents.fiche.region import Choice, choices
from dashboard.domain.selection import Selection
from dashboard.publication import Publication
from tests.cli.ran import ran
from tests.support.stores import tables
from tests.support.told_counts import unrounded

BRITTANY, LIMOUSIN = "Bretagne", "Limousin"
"""A region of many people, and one of four."""

FEW = "Limousin (4 personnes) : chacun y est reconnaissable"


@pytest.fixture(autouse=True)
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Real tables, as the service has them: the demonstration, one cell of which was corrected."""

    def two(selection: Selection, publication: Publication) -> tuple[Choice, ...]:
        every = choices(selection, publication)
        return tuple(c for c in every if c.region.label in (BRITTANY, LIMOUSIN))

    monkeypatch.setattr(command, "choices", two)
    monkeypatch.setattr(command, "found_browser", lambda: None)
    monkeypatch.setenv("DASHBOARD_DATA", str(tables(tmp_path / "tables", without=1)))
    monkeypatch.setenv("DASHBOARD_POLICY", "interne")
    monkeypatch.setenv("DASHBOARD_ROUNDING_KEY", "a key of rounding for the tests alone")
    monkeypatch.setenv("DASHBOARD_ACCESS_FOLDER", str(tmp_path / "acces"))


def recorded() -> list[dict[str, object]]:
    return [json.loads(line) for line in ran("audit", "show").lines]


def marks_in(path: Path) -> set[bool]:
    """Whether slides bear the mark."""
    slides = pptx.Presentation(str(path)).slides
    return {INTERNAL_DOCUMENT in [shape.name for shape in slide.shapes] for slide in slides}


def test_real_people_leave_rounded_and_too_few_not_at_all(tmp_path: Path) -> None:
    written = ran("fiches", "--to", tmp_path / "out")
    assert written.code == 0, written.faults
    (made,) = (tmp_path / "out").iterdir()
    assert made.name.startswith("fiche-bretagne-")
    assert not made.stem.endswith("-interne")
    assert marks_in(made) == {False}
    assert not unrounded(made.read_bytes())
    assert "Sans inscription, ou trop peu, donc sans fiche : Limousin." in written.said
    assert "Effectifs arrondis" in written.said
    assert recorded() == []


def test_exact_ones_are_marked_and_recorded_after_few_people_have_been_told_of(
    tmp_path: Path,
) -> None:
    asked = ("fiches", "--to", tmp_path / "out", "--interne")
    refused = ran(*asked)
    assert refused.code == 1
    assert FEW in refused.faults
    assert "Ajoutez --oui" in refused.faults
    assert not (tmp_path / "out").exists()
    assert recorded() == []
    written = ran(*asked, "--oui")
    assert written.code == 0, written.faults
    assert FEW in written.faults
    made = sorted((tmp_path / "out").iterdir())
    assert len(made) == 2
    for path in made:
        assert path.stem.endswith("-interne")
        assert marks_in(path) == {True}
    (line,) = recorded()
    assert line["événement"] == "export"
    assert line["fichier"] == "python -m dashboard fiches --interne"
    assert line["paramètres"] == {"region": ["53", "74"]}
    assert line["niveau"] == "interne"


@pytest.mark.parametrize(("said", "code"), [("oui", 0), ("non", 1), ("", 1)])
def test_whoever_sits_at_a_terminal_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, code: int
) -> None:
    terminal = StringIO(f"{said}\n")
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", terminal)
    monkeypatch.setattr(command, "_write", lambda *_: None)
    asked = ran("fiches", "--to", tmp_path / "out", "--interne")
    assert asked.code == code
    assert "Écrire quand même ces fiches" in asked.faults


def test_a_browser_prints_exact_pages_from_where_nobody_else_finds_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = []

    def fetched(_browser: str, address: str, to: Path, _pages: int) -> None:
        scheme, _, host, _, *_ = address.split("/")
        with pytest.raises(HTTPError) as refused:
            urlopen(f"{scheme}//{host}/fiche?region=limousin")
        elsewhere.append(refused.value.code)
        refused.value.close()
        with urlopen(address) as answer:
            to.write_bytes(answer.read())

    monkeypatch.setattr(command, "found_browser", lambda: "chromium")
    monkeypatch.setattr(command, "print_page", fetched)
    assert ran("fiches", "--to", tmp_path / "out", "--interne", "--oui").code == 0
    for path in (tmp_path / "out").glob("*-interne.pdf"):
        assert f'@top-center {{ content: "{INTERNAL_DOCUMENT}" }}' in path.read_text("utf-8")
    assert elsewhere == [404, 404]


@pytest.mark.parametrize(
    ("name", "value", "option", "told"),
    [
        ("DASHBOARD_ROUNDING_KEY", None, "--oui", "DASHBOARD_ROUNDING_KEY : une clé secrète"),
        ("DASHBOARD_POLICY", None, "--interne", "dites DASHBOARD_POLICY=interne"),
        ("DASHBOARD_POLICY", "diffusion", "--interne", "Retirez --interne"),
        ("DASHBOARD_ACCESS_FOLDER", None, "--interne", "DASHBOARD_ACCESS_FOLDER : dites"),
    ],
)
def test_what_is_missing_is_told_before_anything_is_written(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    value: str | None,
    option: str,
    told: str,
) -> None:
    monkeypatch.delenv(name) if value is None else monkeypatch.setenv(name, value)
    refused = ran("fiches", "--to", tmp_path / "out", option)
    assert refused.code == 1
    assert told in refused.faults
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("policy", "told"), [(None, "Effectifs exacts"), ("diffusion", "Effectifs arrondis")]
)
def test_the_demonstration_leaves_as_it_is_shown_and_without_a_mark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, policy: str | None, told: str
) -> None:
    for name in ("DATA", "POLICY", "ROUNDING_KEY", "ACCESS_FOLDER"):
        monkeypatch.delenv(f"DASHBOARD_{name}")
    if policy:
        monkeypatch.setenv("DASHBOARD_POLICY", policy)
    monkeypatch.setattr(command, "_write", lambda *_: None)
    written = ran("fiches", "--to", tmp_path / "out")
    assert (written.code, written.faults) == (0, "")
    assert told in written.said
    assert INTERNAL_DOCUMENT not in written.said
