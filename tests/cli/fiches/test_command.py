"""Does `fiches` write the document of every region that has people, whole or not at all, and overwrite nothing?"""

from __future__ import annotations

from pathlib import Path

import pptx
import pytest

from dashboard.cli.fiches import command
from dashboard.cli.fiches.browser import print_page
from dashboard.documents.fiche.region import Choice, choices
from dashboard.domain.errors import DashboardError
from dashboard.domain.selection import Selection
from dashboard.publication import Publication
from tests.cli.ran import ran


@pytest.fixture
def three_regions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two regions with people and one without: fourteen would only take longer."""

    def some(selection: Selection, publication: Publication) -> tuple[Choice, ...]:
        wanted = ("Bretagne", "Corse", "Limousin")
        return tuple(c for c in choices(selection, publication) if c.region.label in wanted)

    monkeypatch.setattr(command, "choices", some)


@pytest.fixture
def no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "found_browser", lambda: None)


@pytest.mark.usefixtures("no_browser", "three_regions")
def test_each_region_with_people_has_its_slides(tmp_path: Path) -> None:
    folder = tmp_path / "fiches" / "2017"
    written = ran("fiches", "--to", folder)
    assert written.code == 0
    names = sorted(path.name for path in folder.iterdir())
    assert names == [
        "fiche-bretagne-2017-10-31-demonstration.pptx",
        "fiche-limousin-2017-10-31-demonstration.pptx",
    ]
    for name in names:
        assert len(pptx.Presentation(str(folder / name)).slides) >= 5
    assert f"Écrit dans {folder} : 2 fiches, en PPTX." in written.said
    assert "Sans inscription, donc sans fiche : Corse." in written.said
    assert "les PDF ne sont pas écrits" in written.said
    assert written.faults.startswith("Fiches")


@pytest.mark.usefixtures("no_browser")
def test_nothing_is_overwritten(tmp_path: Path) -> None:
    there = tmp_path / "fiche-bretagne-2017-10-31-demonstration.pptx"
    there.write_bytes(b"mine")
    refused = ran("fiches", "--to", tmp_path)
    assert (refused.code, refused.said) == (1, "")
    assert "existe déjà : rien n'est écrit." in refused.faults
    assert there.read_bytes() == b"mine"
    assert [path.name for path in tmp_path.iterdir()] == [there.name]


@pytest.mark.usefixtures("three_regions")
def test_nothing_is_written_where_one_of_them_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_browser: str, _address: str, to: Path, _pages: int) -> None:
        raise DashboardError(f"{to.name} : non.")

    monkeypatch.setattr(command, "found_browser", lambda: "chromium")
    monkeypatch.setattr(command, "print_page", fails)
    refused = ran("fiches", "--to", tmp_path / "here")
    assert refused.code == 1
    assert refused.fault_lines[-1].endswith(" : non.")
    assert list((tmp_path / "here").iterdir()) == []


def test_a_browser_that_prints_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(DashboardError, match="n'a pas imprimé"):
        print_page("/bin/false", "about:blank", tmp_path / "rien.pdf", 2)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    refused = ran("fiches", "--to", tmp_path / "file")
    assert refused.code == 1
    assert "ce n'est pas un dossier" in refused.faults


def test_the_folder_has_to_be_named() -> None:
    refused = ran("fiches")
    assert refused.code == 2
    assert refused.fault_lines[-1] == "Il manque l'option « --to »."
