"""Does a study of many waves cost what its people do, and not the product of what they could have answered?"""

from __future__ import annotations

import re
import tracemalloc
from collections.abc import Iterator, Mapping

import pandas as pd
import pytest

from dashboard.disclosure.policy import INTERNAL
from dashboard.domain.frequency_table import FrequencyTable
from dashboard.domain.query import Query
from dashboard.exhibits.composition import compose
from dashboard.opening import open_publication
from dashboard.publication import Publication
from dashboard.views.registry import offered, views
from dashboard.web.pages import read
from tests.spec.written import written
from tests.support.demonstration import FOLDER
from tests.support.demonstration import read as read_table

LAST_ASKED = "T3"
MOST_MEMORY = 64 * 2**20
"""One person of ten waves asked for 28.9 GiB."""


@pytest.fixture(scope="module")
def one_person() -> Publication:
    """Somebody who was asked nine times."""
    asked = "\n".join(f"A T{wave} salaried" for wave in range(1, 10))
    return written("person cohort\nA 2016-2017", survey=f"person wave status\n{asked}")


@pytest.fixture(scope="module")
def seven_waves(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """The demonstration's 1,044, of whom those who were asked at T3 have been asked until T7, and said the same."""
    folder = tmp_path_factory.mktemp("waves")
    for name in ("beneficiaries", "units", "survey", "benefits"):
        table = read_table(name)
        if name == "survey":
            table = pd.concat([table, *_asked_again(table)], ignore_index=True)
        table.to_csv(folder / f"{name}.csv", index=False)
    about = (FOLDER / "data.toml").read_text(encoding="utf-8")
    dated = re.sub(r"(?m)^date = .*$", "date = 2025-10-31", about)
    (folder / "data.toml").write_text(dated, encoding="utf-8")
    return open_publication(folder, FOLDER.parent, INTERNAL)


def _asked_again(survey: pd.DataFrame) -> Iterator[pd.DataFrame]:
    last = survey[survey["wave"] == LAST_ASKED]
    for years in range(1, 5):
        days = last["surveyed_on"].map(lambda day, years=years: f"{int(day[:4]) + years}{day[4:]}")
        yield last.assign(wave=f"T{3 + years}", surveyed_on=days)


def searches(view: str, publication: Publication) -> Iterator[str]:
    """A view as it stands first, then with each switch in each other position; each address has no problem."""
    yield ""
    vocabulary = publication.vocabulary
    for switch in views()[view].switches:
        for choice in switch.offered(vocabulary):
            if choice.value != switch.first(vocabulary):
                yield f"?{switch.parameter}={choice.value}"


@pytest.mark.parametrize("view", list(views()))
@pytest.mark.parametrize("tables", ["one_person", "seven_waves"])
def test_no_table_is_larger_than_its_people(
    view: str, tables: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    publication: Publication = request.getfixturevalue(tables)
    if view not in offered(publication.vocabulary):
        return
    source, noted = publication._source, list[tuple[Query, FrequencyTable]]()

    def noting(queries: Mapping[str, Query]) -> Mapping[str, FrequencyTable]:
        counted = tabulate_all(queries)
        noted.extend((query, counted[name]) for name, query in queries.items())
        return counted

    everybody = {
        counted: publication.tabulate(Query((), counted=counted)).total()
        for counted in ("beneficiary", "enrolment", "unit", "answer")
    }
    tabulate_all = source.tabulate_all
    monkeypatch.setattr(source, "tabulate_all", noting)
    answering = Publication(source, INTERNAL)
    for search in searches(view, publication):
        address = read(search, answering)
        assert address.problems == ()
        assert compose(views()[view], address, answering).content.title
    assert noted
    for query, table in noted:
        assert len(table.positions) <= everybody[query.counted]


def test_every_way_through_nine_waves_takes_no_memory(one_person: Publication) -> None:
    view = views()["contrats"]
    address = read("?contrats.forme=flux-toutes-vagues", one_person)
    assert address.problems == ()
    tracemalloc.start()
    try:
        exhibit = compose(view, address, one_person)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert exhibit.content.base == 1
    assert most < MOST_MEMORY
