"""Is a difference of shares established in `diffusion` only where the exact numbers establish it?"""

from collections.abc import Iterator
from itertools import product

import pytest

from dashboard.exhibits.exhibit import Exhibit
from dashboard.publication import Publication
from dashboard.views.kit.verdicts import COVERS_ROUNDING
from tests.support.diffused import diffused
from tests.support.exhibits import composed, loosened, opened

OF_SHARES = (
    "evolution",
    "evolution&evolution.selon=regions",
    "emploi-groupes",
    "emploi-groupes&emploi-groupes.base=renseignes",
    "emploi-groupes&emploi-groupes.composition=egale",
    "profils-regionaux&profils-regionaux.mesure=femmes",
    "profils-regionaux&profils-regionaux.mesure=deld",
    "comparer&b.genre=H&comparer.vue=emploi",
    "comparer&b.promotion=2014-2015&comparer.vue=contrats",
)

SELECTIONS = ("genre=F", "promotion=2015-2016", "genre=F&promotion=2013-2014")


def exhibit(view: str, selection: str, publication: Publication) -> Exhibit:
    name, _, switches = view.partition("&")
    return loosened(composed(name, f"?{selection}&{switches}".rstrip("&"), publication))


def established(told: Exhibit) -> Iterator[tuple[str, ...]]:
    """The rows of shares of which that is said."""
    for row in told.content.data_table.rows:
        codes = tuple(key.code for key in row.keys if key.along != "verdict")
        if any(key.along == "verdict" and "établi" in key.label for key in row.keys) and not (
            {"ans", "moyenne"} & {*codes}
        ):
            yield codes


@pytest.mark.parametrize(("view", "selection"), [*product(OF_SHARES, SELECTIONS)])
def test_what_is_established_is_so_of_exact_numbers(view: str, selection: str) -> None:
    of_rounded = {*established(exhibit(view, selection, diffused()))}
    assert of_rounded <= {*established(exhibit(view, selection, opened()))}


def test_that_the_interval_covers_rounding_is_said_of_rounded_counts_alone() -> None:
    for view in OF_SHARES[:3]:
        rounded, exact = (
            " ".join(exhibit(view, "genre=F", publication).content.notes)
            for publication in (diffused(), opened())
        )
        assert COVERS_ROUNDING in rounded
        assert COVERS_ROUNDING not in exact


@pytest.mark.parametrize(
    ("name", "search"),
    [
        ("chiffres-cles", "?promotion=2016-2017&genre=F&age=30-39"),
        ("comparer", "?region=42&genre=F&b.region=42&b.genre=H&comparer.vue=emploi"),
    ],
)
def test_a_silence_that_is_not_told_is_no_fact(name: str, search: str) -> None:
    content = loosened(composed(name, search, diffused())).content
    assert not [note for note in content.notes if "plus d'un tiers des répondants" in note.lower()]
