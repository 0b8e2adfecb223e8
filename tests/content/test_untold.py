"""Does a chart of numbers that are not told say so: where it draws nothing, where it leaves gaps, and nowhere else?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.content.charts import Dots, FlowDiagram, Lines, StackedBars
from dashboard.content.untold import (
    ALL_UNTOLD,
    GAPS,
    NO_MARK,
    NO_SHARE,
    UNDRAWN,
    with_what_is_hidden,
)
from dashboard.exhibits.exhibit import Exhibit
from dashboard.outputs.csv import write_csv
from tests.support.diffused import diffused
from tests.support.exhibits import composed, loosened, plain, shown
from tests.support.publications import demonstration

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


@pytest.mark.parametrize("name", ["statut", "csp", "contrats", "apports"])
def test_of_people_of_whom_no_row_is_told_a_file_does_not_say_that_there_are_none(
    name: str,
) -> None:
    told = released(name, "?region=bretagne")
    assert plain(told.caption.nothing) == ALL_UNTOLD
    (line,) = write_csv(told).decode("utf-8-sig").splitlines()[1:]
    assert plain(line).startswith(ALL_UNTOLD)


@pytest.mark.parametrize(("name", "kind"), [("trajectoires", StackedBars), ("emploi", Lines)])
def test_a_gap_is_no_zero_and_it_is_said(name: str, kind: type) -> None:
    men = released(name, "?genre=H").content
    assert isinstance(men.chart, kind)
    assert [plain(note) for note in men.notes].count(plain(GAPS)) == 1


def test_an_axis_without_one_bar_is_not_drawn() -> None:
    levels = released("niveaux", "?region=bretagne")
    assert not levels.empty
    assert levels.content.chart is None
    assert plain(levels.content.undrawn) == plain(UNDRAWN)


def test_a_row_of_dots_says_it_by_itself() -> None:
    young = released("emploi-groupes", "?genre=F&age=moins-de-30-ans").content
    assert isinstance(young.chart, Dots)
    assert "s" in {row.datum.label for row in young.chart.rows}
    assert GAPS not in young.notes


def test_dots_of_no_group_are_a_sentence_though_the_whole_is_told() -> None:
    region = released("emploi-groupes", "?region=ile-de-france").content
    assert [row.count for row in region.data_table.rows] == [10]
    assert region.chart is None
    assert plain(region.undrawn) == plain(UNDRAWN)


def test_nothing_to_draw_of_exact_numbers_is_no_secret() -> None:
    exact = loosened(composed("emploi-groupes", "", demonstration())).content
    assert isinstance(exact.chart, Dots)
    bare = with_what_is_hidden(replace(exact, chart=replace(exact.chart, rows=())))
    assert (bare.chart, bare.undrawn) == (None, NO_MARK)


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
