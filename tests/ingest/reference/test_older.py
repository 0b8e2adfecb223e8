"""Is a codebook of the time before roles still read, and does it tell what it lacks?"""

import logging
import re
from pathlib import Path

import pytest

from dashboard.content.charts import RegionMap
from dashboard.disclosure.policy import INTERNAL
from dashboard.opening import open_publication
from dashboard.publication import Publication
from dashboard.views.registry import offered
from tests.studies.answers import exhibit

DATA = Path(__file__).parents[3] / "data"
NEW = re.compile(
    r"""^\[uses\].*?(?=^# --- divisions)|^\[\[layers\]\].*?(?=^\[waves)"""
    r"""|, role = "\w+"|, apart = \{[^}]*\}|^(noun|heading|short|report|funded) = .*?\n""",
    re.MULTILINE | re.DOTALL,
)
OVERSEAS = '  { code = "01", label = "Guadeloupe", locative = "en Guadeloupe", group = "01" },\n'


def older(folder: Path) -> Path:
    """Our codebook without what roles and uses came with, and with a region that no outline has."""
    text = NEW.sub("", (DATA / "codebook.toml").read_text(encoding="utf-8"))
    assert "role" not in text.partition("[study]")[2]
    here = text.index('  { code = "42", label = "Alsace"')
    text = text[:here] + OVERSEAS + text[here:]
    there = text.index('  { code = "84", label = "Auvergne-Rhône-Alpes"')
    text = text[:there] + OVERSEAS.replace(', group = "01"', "") + text[there:]
    (folder / "codebook.toml").write_text(text, encoding="utf-8")
    return folder


def with_people_overseas(folder: Path) -> Path:
    """The demonstration tables, of whose people the first ones live where no outline is."""
    for file in (DATA / "demonstration").iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    people = (folder / "beneficiaries.csv").read_text(encoding="utf-8").split("\n")
    moved = [re.sub(r"^(\w+,[\d-]+),\d\d,", r"\1,01,", row) for row in people[1:4]]
    (folder / "beneficiaries.csv").write_text(
        "\n".join([people[0], *moved, *people[4:]]), encoding="utf-8"
    )
    return folder


@pytest.fixture(scope="module")
def of_old(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    folder = older(with_people_overseas(tmp_path_factory.mktemp("old")))
    return open_publication(folder, DATA, INTERNAL)


def test_it_offers_its_map_its_flows_and_its_contracts(of_old: Publication) -> None:
    assert {"carte", "deploiement", "statut", "contrats"} <= set(offered(of_old.vocabulary))


def test_people_overseas_are_counted_and_drawn(of_old: Publication) -> None:
    content = exhibit("carte", "", of_old).content
    assert content.base == 1044
    assert isinstance(content.chart, RegionMap)
    assert [place.value for place in content.chart.places if place.name == "Guadeloupe"] == [3]
    assert not any("faute de contour" in note for note in content.notes)


def test_what_it_could_tell_is_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        open_publication(older(with_people_overseas(tmp_path)), DATA, INTERNAL)
    assert any("has no [uses]" in record.getMessage() for record in caplog.records)
    assert not any("without an outline" in record.getMessage() for record in caplog.records)
