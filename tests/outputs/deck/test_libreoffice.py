"""Does an office program open a presentation of every view, and show each of its slides?"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from dashboard.outputs.deck.presentation import Cover, Shown, write_deck
from dashboard.outputs.deck.template import own_template
from dashboard.publication import Publication
from dashboard.views.registry import views
from tests.outputs.taken import composed

OFFICE = shutil.which("soffice")

AROUND = 3
"""Cover, key figures, method."""


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed here")
def test_libreoffice_makes_a_page_of_every_slide(tmp_path: Path, publication: Publication) -> None:
    shown = [Shown(composed(name, "", publication, medium="room")) for name in views()]
    cover = Cover("Titre", "Qui", "Tous", composed("chiffres-cles", "", publication))
    deck = tmp_path / "deck.pptx"
    deck.write_bytes(write_deck(shown, cover, own_template()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    order = [str(OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*order, str(deck)], check=True, capture_output=True, timeout=120)
    pages = re.findall(rb"/Type\s*/Page\b(?!s)", (tmp_path / "deck.pdf").read_bytes())
    assert len(pages) == len(shown) + AROUND
