"""Whatever is selected, do all exhibits count the same people, keep them, and say in every form the same numbers?"""

import csv
from dataclasses import replace
from functools import partial
from io import StringIO
from typing import get_args
from urllib.parse import urlencode
from xml.etree import ElementTree as ET

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.content.click_filter import ClickFilter
from dashboard.content.medium import Medium
from dashboard.domain.address import Address
from dashboard.domain.counts import SUPPRESSED_TEXT
from dashboard.domain.query import crossing
from dashboard.exhibits.composition import compose
from dashboard.exhibits.selected import headline, people_in
from dashboard.outputs.csv import write_csv
from dashboard.outputs.plotly.figure import draw
from dashboard.outputs.svg.chart import drawing
from dashboard.outputs.svg.drawing import on_page
from dashboard.publication import Publication
from dashboard.text.words import counted, inside
from dashboard.views.kit.survey_bases import RESPONDENTS, SURVEYED
from dashboard.views.registry import view_named
from dashboard.web.pages import read
from tests.properties.addresses import any_view, drawn, selections
from tests.support.examples import examples

RANDOM_SELECTIONS = 200
"""How many random selections each of these holds for."""

SANKEYS = ("statut", "csp", "secteur")

every_selection = examples(RANDOM_SELECTIONS)


@every_selection
@given(data=st.data())
def test_all_exhibits_of_the_overview_agree_on_the_base(
    publication: Publication, data: st.DataObject
) -> None:
    selection = data.draw(selections(publication.vocabulary))
    people = people_in(selection, publication)
    answers = publication.tabulate(crossing("response", of=selection)).by_code("response")
    asked = answers["respondent"] + answers["non_respondent"]

    def base(view: str, **switches: str) -> int:
        switches = {f"{view}.{name}": value for name, value in switches.items()}
        return compose(view_named(view), Address(selection, switches), publication).content.base

    assert base("chiffres-cles") == base("carte") == people
    assert base("carte", decoupage="2016") == people
    assert base("statut", depart="duree") == answers["respondent"]
    for view in SANKEYS:
        assert base(view, base=RESPONDENTS) == answers["respondent"]
        assert base(view, base=SURVEYED) == asked
    key = {
        row.labels[0]: row
        for row in compose(
            view_named("chiffres-cles"), Address(selection), publication
        ).content.data_table.rows
    }
    # Where nobody was asked there is no rate, and no zero; nor is there one where a filter on an answer decides of it.
    by_answer = any(condition.dimension.wave for condition in selection)
    known = asked and not (by_answer and answers["respondent"] in (0, asked))
    rate = (answers["respondent"], asked) if known else (None, None)
    assert (key["Taux de réponse"].count, key["Taux de réponse"].base) == rate
    sentence = headline(selection, publication)
    assert sentence.endswith(f" : {counted(people, 'bénéficiaire')}")


@every_selection
@given(data=st.data())
def test_the_regions_of_a_map_add_up_to_the_people_selected(
    publication: Publication, data: st.DataObject
) -> None:
    selection = data.draw(selections(publication.vocabulary))
    units = publication.tabulate(crossing(of=selection, counted="unit")).total()
    for division in ("etude", "2016"):
        address = Address(selection, {"carte.decoupage": division})
        content = compose(view_named("carte"), address, publication).content
        assert sum(row.count or 0 for row in content.data_table.rows) == content.base
        assert sum(row.measures[0] or 0 for row in content.data_table.rows) == content.base
        assert sum(row.measures[1] or 0 for row in content.data_table.rows) == units


@every_selection
@given(data=st.data())
def test_every_chart_is_drawn_and_no_exhibit_fails(
    publication: Publication, data: st.DataObject
) -> None:
    address = drawn(data, publication)
    view = view_named(any_view(data))
    medium: Medium = data.draw(st.sampled_from(get_args(Medium)))
    exhibit = compose(view, address, publication, medium=medium)
    if exhibit.empty:
        assert exhibit.content.nothing
        return
    assert exhibit.content.alternative
    if exhibit.content.chart is None:
        assert exhibit.content.undrawn
        return
    click_writer = partial(ClickFilter.parameters, vocabulary=publication.vocabulary)
    own = drawing(exhibit.content.chart, medium, click_writer)
    if own is None:
        go.Figure(draw(exhibit.content.chart, medium, click_writer))
    else:
        ET.fromstring(on_page(own, exhibit.content.title))


@every_selection
@given(data=st.data())
def test_a_share_is_a_part_of_its_base(publication: Publication, data: st.DataObject) -> None:
    exhibit = compose(view_named(any_view(data)), drawn(data, publication), publication)
    for row in exhibit.content.data_table.rows:
        assert row.count is None or row.count >= 0
        assert row.base is None or row.count is None or row.count <= row.base


@every_selection
@given(data=st.data())
def test_a_file_opened_again_has_the_numbers_of_the_table(
    publication: Publication, data: st.DataObject
) -> None:
    address = drawn(data, publication)
    for name in ("chiffres-cles", "carte", *SANKEYS):
        exhibit = compose(view_named(name), address, publication)
        text = write_csv(exhibit).decode("utf-8-sig")
        lines = list(csv.DictReader(StringIO(text, newline=""), delimiter=";", strict=True))
        data_table = exhibit.content.data_table
        if exhibit.empty:
            (line,) = lines
            assert (line["effectif"], line["base"], line["part"]) == ("", "", "")
            continue
        assert len(lines) == len(data_table.rows)
        for line, row in zip(lines, data_table.rows, strict=True):
            assert tuple(line[inside(name)] for name in data_table.key_names) == row.labels
            assert line["effectif"] == ("" if row.count is None else str(row.count))
            assert line["base"] == ("" if row.base is None else str(row.base))
            percent = row.share.percent if row.share else None
            if percent is None:
                hidden = row.share is not None and row.share.hidden
                assert line["part"] == (SUPPRESSED_TEXT if hidden else "")
            else:
                assert float(line["part"].replace(",", ".")) == pytest.approx(percent, abs=0.0051)


@every_selection
@given(data=st.data())
def test_widening_brings_back_the_people_it_claims(
    publication: Publication, data: st.DataObject
) -> None:
    address, view = drawn(data, publication), view_named(any_view(data))
    exhibit = compose(view, address, publication)
    if exhibit.widening is not None:
        assert exhibit.empty
        wider = address.selection.without(exhibit.widening.condition.dimension)
        assert exhibit.widening.people == people_in(wider, publication)
        assert not compose(view, replace(address, selection=wider), publication).empty


@every_selection
@given(data=st.data())
def test_a_click_on_a_row_leads_to_the_people_of_that_row(
    publication: Publication, data: st.DataObject
) -> None:
    """A row of a Sankey holds as many people as the selection that a click on it makes."""
    address = drawn(data, publication)
    view = view_named(data.draw(st.sampled_from(SANKEYS)))
    exhibit = compose(view, address, publication)
    if exhibit.empty:
        return
    row = data.draw(st.sampled_from(exhibit.content.data_table.rows))
    clicked = read(urlencode(row.click.parameters(publication.vocabulary)), publication)
    assert clicked.problems == ()
    there = address.selection
    for condition in clicked.selection:
        there = there.keeping(condition.dimension, condition.codes)
    after = compose(view, replace(address, selection=there), publication)
    assert after.content.base == row.count
