"""Is what the shipped codebook knows said in words that hold for any study?"""

import re
import tomllib

import pytest

from dashboard.cli.new_study.known import NEUTRAL, OURS, known
from dashboard.ingest.reference.codebook import read_codebook
from dashboard.ingest.reference.outline_faults import read_outlines
from dashboard.ingest.reference.outlines import GEODATA

OWN = re.compile(
    r"\bCnam\b|AG2R|\bbilans?\b|\bUE\b|\bunités?\b|\bEPN\b|\bFOD\b|DNF-OEC|\bDELD?\b|partenariat",
    re.IGNORECASE,
)


def texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for inside in value.values() for text in texts(inside)]
    if isinstance(value, list | tuple):
        return [text for inside in value for text in texts(inside)]
    return [value] if isinstance(value, str) else []


def test_no_word_of_the_study_that_the_dashboard_was_made_for_is_left() -> None:
    everything = [
        known().variables,
        known().absences,
        known().before,
        known().glossary,
        known().measures,
    ]
    assert [text for text in texts(everything) if OWN.search(text)] == []


def test_what_is_said_again_is_in_the_shipped_codebook() -> None:
    ours = tomllib.loads(OURS.read_text(encoding="utf-8"))
    neutral = tomllib.loads(NEUTRAL.read_text(encoding="utf-8"))
    assert set(neutral["variables"]) <= set(ours["variables"])
    assert set(neutral["glossary"]) <= {entry["term"] for entry in ours["glossary"]}
    assert set(neutral["measures"]) <= {entry["name"] for entry in ours["measures"]}
    for name, variable in neutral["variables"].items():
        codes = read_codebook(OURS).variable(name).by_code
        assert set(variable.get("codes", {})) <= set(codes), name


@pytest.mark.parametrize("shapes", ["current", "former", "study"])
def test_each_region_that_has_an_outline_is_known(shapes: str) -> None:
    regions = known().regions[shapes]
    assert set(regions) == set(read_outlines(GEODATA / f"regions-{shapes}.geojson"))
    assert all(
        {"code", "label", "locative", "genitive"} <= region.keys() for region in regions.values()
    )
    # Since when a region is covered is what a study tells, and not ours.
    assert not any("covered_since" in region for region in regions.values())
