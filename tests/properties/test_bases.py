"""Whatever is selected and switched, is a base the people that it says: those whom the survey asked, and no others?"""

from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.content.data_table import TOTAL, DataTable, Row
from dashboard.domain.address import Address
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.selection import Selection
from dashboard.exhibits.composition import compose
from dashboard.exhibits.exhibit import Exhibit
from dashboard.publication import Publication
from dashboard.views.kit.survey_bases import NEVER_ASKED
from dashboard.views.registry import view_named, views
from tests.properties.addresses import every_position, selections
from tests.support.examples import examples

RANDOM_SELECTIONS = 50
"""How many random selections each view holds for, at a random position of its switches."""

STATED = {
    # A line of a comparison, or an indicator of two cohorts or editions, is no person; a method, and a list of figures,
    # count none.
    "comparer",
    "derniere-edition",
    "evolution",
    "methode",
    "rapprochement",
}
"""The views whose base is not what is counted in their table."""

COHORT = Dimension("cohort")


def test_everybody_at_every_position_of_every_switch(publication: Publication) -> None:
    for name in sorted(set(views()) - STATED):
        for positions in every_position(view_named(name), publication.vocabulary):
            check(Address(Selection(), positions), name, publication)


@examples(RANDOM_SELECTIONS)
@given(data=st.data())
@pytest.mark.parametrize("name", sorted(set(views()) - STATED))
def test_random_selections(name: str, publication: Publication, data: st.DataObject) -> None:
    vocabulary = publication.vocabulary
    positions = data.draw(st.sampled_from(every_position(view_named(name), vocabulary)))
    address = Address(data.draw(selections(vocabulary)), positions)
    check(address, name, publication)


def check(address: Address, name: str, publication: Publication) -> None:
    """An exhibit's Champ counts what its table adds up to; a base has somebody, and nobody who was not asked."""
    exhibit = compose(view_named(name), address, publication)
    if not exhibit.empty:
        check_champ(exhibit)
        assert not any(map(_counts_nobody, exhibit.content.data_table.rows)), exhibit.address
        check_asked(exhibit, address, publication)


def _counts_nobody(row: Row) -> bool:
    """Whether a base has nobody; but one of those who told, of whom there is none, stands for the silent beside it."""
    return row.base == 0 and not (row.count is None and row.silent_outside)


def check_champ(exhibit: Exhibit) -> None:
    """The number of a Champ is what its table adds up to."""
    content = exhibit.content
    if exhibit.switches.get("emploi.base") == "renseignes":
        # Whoever answered about any wave: as many as answered about one, at least.
        assert content.base >= max(_by_key(content.data_table, 1))
    elif exhibit.switches.get("carte.mesure") == "ue-par-beneficiaire":
        assert content.base == sum(row.measures[0] or 0 for row in content.data_table.rows)
    else:
        assert content.base in set(_sums(content.data_table)), exhibit.address


def _sums(table: DataTable) -> Iterator[int]:
    """What a table adds up to: all of its rows, those of the margins, or those alike in one column, such as a wave."""
    margins = [row for row in table.rows if any(key.code == TOTAL for key in row.keys)]
    inner = [row for row in table.rows if row not in margins]
    for rows in (inner, margins, [row for row in inner if row.base is not None]):
        yield sum(row.count or 0 for row in rows)
        yield sum(_bases(rows, table).values())
        bases = {row.base for row in rows if row.base is not None}
        if len(bases) == 1:
            yield bases.pop()
    for i in range(len(table.key_names)):
        of_first = next((row.keys[i].code for row in inner), None)
        alike = [row for row in inner if row.keys[i].code == of_first]
        yield sum(row.count or 0 for row in alike)
        yield sum(_bases(alike, table).values())


def _by_key(table: DataTable, i: int) -> list[int]:
    """The sum of the bases of the rows that are alike in a column."""
    sums = Counter[str]()
    for row in table.rows:
        sums[row.keys[i].code] += row.base or 0
    return list(sums.values())


def _bases(rows: list[Row], table: DataTable) -> dict[tuple[object, ...], int]:
    """Each base once, by what names the rows that divide it."""
    return {row.keys[: table.partition_by]: row.base for row in rows if row.base is not None}


def check_asked(exhibit: Exhibit, address: Address, publication: Publication) -> None:
    """No base holds people whom the survey has not asked at the waves of its row: counted anew in the tables."""
    table, vocabulary = exhibit.content.data_table, publication.vocabulary

    @cache
    def asked(kept: Selection, wave: str) -> int:
        status = Dimension("status", wave)
        codes = set(vocabulary.codes(status)) - set(NEVER_ASKED)
        return publication.tabulate(Query((), kept.keeping(status, codes))).total()

    for row in table.rows:
        kept = address.selection
        alike = {key.along for key in row.keys[: table.partition_by or 0]} | {COHORT}
        for condition in row.click.people:
            if condition.dimension in alike:
                kept = kept.keeping(condition.dimension, condition.codes)
        for wave in _waves(row, exhibit, publication):
            assert (row.base or 0) <= asked(kept, wave), (exhibit.address, row.labels, wave)


def _waves(row: Row, exhibit: Exhibit, publication: Publication) -> set[str]:
    """The waves that a row is about: those that it names, or the one that a switch of its view has chosen."""
    named = set[str]()
    for key in row.keys:
        wave = key.along.wave if isinstance(key.along, Dimension) else None
        named |= {wave} if wave else {*key.code.split("-")}
    chosen = {
        word
        for switch in ("vague", "mesure")
        for word in exhibit.switches.get(f"{exhibit.view.name}.{switch}", "").upper().split("-")
    }
    waves = set(publication.vocabulary.waves)
    return named & waves or chosen & waves
