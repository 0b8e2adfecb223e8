"""Whatever is selected, do all exhibits count the same people, keep them, and say in every form the same numbers?"""

import csv
from collections import Counter, defaultdict
from dataclasses import replace
from functools import partial
from io import StringIO
from typing import get_args
from urllib.parse import urlencode

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.content.charts.flows import FlowDiagram
from dashboard.content.click_filter import ClickFilter
from dashboard.content.medium import Medium
from dashboard.domain.address import Address
from dashboard.domain.query import crossing
from dashboard.exhibit import Exhibit, compose, headline, people_in
from dashboard.outputs.csv import write_csv
from dashboard.outputs.plotly.figure import draw
from dashboard.publication import Publication
from dashboard.text.words import counted, inside
from dashboard.views.kit.nonresponse_weighting import CORRECTED, CORRECTED_COLUMNS, PLAIN
from dashboard.views.kit.survey_bases import RESPONDENTS, SURVEYED
from dashboard.views.registry import view_named, views
from dashboard.web.state import read
from tests.properties.addresses import addresses, selections
from tests.support.examples import examples

RANDOM_SELECTIONS = 200
"""How many random selections each of these holds for."""

SANKEYS = ("statut", "csp", "secteur")

every_selection = examples(RANDOM_SELECTIONS)


def drawn(data: st.DataObject, publication: Publication) -> Address:
    return data.draw(addresses(publication.vocabulary))


def any_view(data: st.DataObject) -> str:
    return data.draw(st.sampled_from(sorted(views())))


def diagram_of(exhibit: Exhibit) -> FlowDiagram | None:
    """The Sankey of an exhibit; None where it has none or nobody to draw."""
    chart = exhibit.content.chart
    return chart if isinstance(chart, FlowDiagram) and not exhibit.empty else None


def is_corrected(exhibit: Exhibit) -> bool:
    """Whether ribbons are weights, and rows have a corrected share beside the plain one."""
    names = exhibit.content.data_table.measure_names
    return names[-len(CORRECTED_COLUMNS) :] == CORRECTED_COLUMNS


def check_conservation(diagram: FlowDiagram) -> None:
    """Every step holds the whole, and what arrives at a node in between leaves it: people, or what they weigh."""
    arriving: dict[int, float] = defaultdict(float)
    leaving: dict[int, float] = defaultdict(float)
    for link in diagram.links:
        assert link.weight > 0
        assert diagram.nodes[link.source].step + 1 == diagram.nodes[link.target].step
        leaving[link.source] += link.weight
        arriving[link.target] += link.weight
    last = len(diagram.steps) - 1
    for step in range(last + 1):
        here = [i for i, node in enumerate(diagram.nodes) if node.step == step]
        weights = [diagram.nodes[i].weight for i in here]
        assert sum(weights) == pytest.approx(diagram.weight, abs=1e-9)
        if step > 0:
            assert [arriving[i] for i in here] == pytest.approx(weights, abs=1e-9)
        if step < last:
            assert [leaving[i] for i in here] == pytest.approx(weights, abs=1e-9)


@every_selection
@given(data=st.data())
def test_every_sankey_conserves_people_at_every_wave(
    publication: Publication, data: st.DataObject
) -> None:
    address = drawn(data, publication)
    for name in (*SANKEYS, any_view(data)):
        exhibit = compose(view_named(name), address, publication)
        diagram = diagram_of(exhibit)
        if diagram is not None:
            assert is_corrected(exhibit) or diagram.weight == exhibit.content.base
            check_conservation(diagram)


@examples(RANDOM_SELECTIONS // 2)  # Each compares four views with themselves uncorrected.
@given(data=st.data())
def test_correcting_flows_counts_the_same_people_and_conserves_what_they_weigh(
    publication: Publication, data: st.DataObject
) -> None:
    address = drawn(data, publication)
    for name in (*SANKEYS, "contrats"):
        positions = {
            position: replace(
                address, switches={**address.switches, f"{name}.redressement": position}
            )
            for position in (PLAIN, CORRECTED)
        }
        plain, corrected = (
            compose(view_named(name), one, publication) for one in positions.values()
        )
        assert [(row.labels, row.count, row.base) for row in corrected.content.data_table.rows] == [
            (row.labels, row.count, row.base) for row in plain.content.data_table.rows
        ]
        stamped = "après redressement de la non-réponse" in corrected.content.title
        assert is_corrected(corrected) is stamped
        assert stamped or corrected.content.chart == plain.content.chart
        diagram = diagram_of(corrected)
        if diagram is not None:
            check_conservation(diagram)


@every_selection
@given(data=st.data())
def test_the_table_of_a_sankey_is_its_ribbons(
    publication: Publication, data: st.DataObject
) -> None:
    address = drawn(data, publication)
    for name in SANKEYS:
        exhibit = compose(view_named(name), address, publication)
        rows = exhibit.content.data_table.rows
        diagram = exhibit.content.chart
        assert isinstance(diagram, FlowDiagram)
        weights = [link.weight for link in diagram.links]
        if is_corrected(exhibit) and rows:
            shares = [row.measures[0] for row in rows]
            assert shares == pytest.approx([100 * weight / diagram.weight for weight in weights])
        else:
            assert [row.count for row in rows] == weights
        steps = Counter[str]()
        for row in rows:
            steps[row.keys[0].code] += row.count or 0
            assert row.base == exhibit.content.base
        assert set(steps.values()) <= {exhibit.content.base}
        assert bool(rows) is not exhibit.empty


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
    assert (key["Taux de réponse"].count, key["Taux de réponse"].base) == (
        answers["respondent"],
        asked,
    )
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
def test_plotly_accepts_every_figure_and_no_exhibit_fails(
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
    assert exhibit.content.chart is not None
    click_writer = partial(ClickFilter.parameters, vocabulary=publication.vocabulary)
    go.Figure(draw(exhibit.content.chart, medium, click_writer))


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
                assert line["part"] == ""
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
