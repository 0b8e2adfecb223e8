"""Are the files that a reader takes away the same, to the byte, whatever counts?"""

from __future__ import annotations

from functools import lru_cache

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.disclosure.policy import INTERNAL
from dashboard.domain.address import Address
from dashboard.exhibits.composition import compose
from dashboard.opening import open_publication
from dashboard.outputs.csv import write_csv
from dashboard.publication import Publication
from dashboard.views.registry import offered, view_named
from tests.properties.addresses import addresses
from tests.support.engines import DATA, demonstration, home, postgresql, spark
from tests.support.examples import selections_of_each_view

FILES_AT_ONCE = 6
"""Views that are taken away in one selection, drawn with it."""


@lru_cache(maxsize=1)
def publications() -> dict[str, Publication]:
    """The demonstration as the settings ask for it, one for each source."""
    sources = ("memory", f"duckdb:{home()}", postgresql(), f"{spark()};tables={home()}")
    folder = DATA / "demonstration"
    return {
        setting.partition(":")[0]: open_publication(folder, DATA, INTERNAL, setting)
        for setting in sources
    }


@settings(max_examples=selections_of_each_view(200))
@given(
    address=addresses(demonstration().vocabulary),
    names=st.lists(
        st.sampled_from(sorted(offered(demonstration().vocabulary))),
        min_size=FILES_AT_ONCE,
        max_size=FILES_AT_ONCE,
        unique=True,
    ),
)
def test_every_source_gives_the_same_files(address: Address, names: list[str]) -> None:
    memory, *others = publications().values()
    for name in names:
        expected = written(name, address, memory)
        for other in others:
            assert written(name, address, other) == expected


def written(name: str, address: Address, publication: Publication) -> bytes:
    return write_csv(compose(view_named(name), address, publication))
