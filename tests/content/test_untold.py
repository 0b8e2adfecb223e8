"""Does a chart of numbers that are not told say so: where it draws nothing, where it leaves gaps, and nowhere else?"""

from __future__ import annotations

import pytest

from dashboard.content.charts import Dots, FlowDiagram, Lines, StackedBars
from dashboard.content.untold import GAPS, NO_SHARE, UNDRAWN
from dashboard.exhibits.exhibit import Exhibit
from tests.support.diffused import diffused
from tests.support.exhibits import composed, loosened, plain, shown

ONE_MAN = "?region=limousin&genre=H&age=moins-de-30-ans"


def released(name: str, search: str = "") -> Exhibit:
    return loosened(composed(name, search, diffused()))


@pytest.mark.parametrize("name", ["emploi", "emploi-groupes", "reponses"])
def test_a_chart_without_a_mark_is_a_sentence_and_keeps_its_table(name: str) -> None:
    few = shown(name, ONE_MAN)
    assert few.content.chart is None
    assert plain(few.caption.nothing) == plain(few.caption.alternative) == UNDRAWN
    assert not few.empty
    assert any(row.base == 1 for row in few.content.data_table.rows)


def test_a_diagram_without_a_flow_is_a_sentence_too() -> None:
    assert plain(released("contrats", "?region=bretagne").caption.nothing) == UNDRAWN


@pytest.mark.parametrize(("name", "kind"), [("trajectoires", StackedBars), ("emploi", Lines)])
def test_a_gap_is_no_zero_and_it_is_said(name: str, kind: type) -> None:
    women = released(name, "?genre=F").content
    assert isinstance(women.chart, kind)
    assert [plain(note) for note in women.notes].count(plain(GAPS)) == 1


def test_an_axis_without_one_bar_is_not_drawn() -> None:
    levels = released("niveaux", "?region=bretagne")
    assert not levels.empty
    assert levels.content.chart is None
    assert plain(levels.content.undrawn) == plain(UNDRAWN)


def test_a_row_of_dots_says_it_by_itself() -> None:
    women = released("emploi-groupes", "?genre=F").content
    assert isinstance(women.chart, Dots)
    assert "s" in {row.datum.label for row in women.chart.rows}
    assert GAPS not in women.notes


def test_numbers_of_people_are_drawn_though_no_share_of_them_is_told() -> None:
    flows = shown("contrats", ONE_MAN).content
    assert isinstance(flows.chart, FlowDiagram)
    assert plain(flows.notes[0]) == plain(NO_SHARE)


def test_a_zero_that_may_be_a_few_is_no_number() -> None:
    few = released("trajectoires", "?region=bretagne")
    assert few.empty
    assert few.caption.champ.endswith("effectif non diffusé.")


def test_where_everything_is_told_nothing_is_said() -> None:
    everybody = shown("emploi").content
    assert not everybody.undrawn
    assert not {plain(GAPS), plain(NO_SHARE)} & set(map(plain, everybody.notes))
