"""Whatever is selected, do all exhibits count the same people, keep them, and say in every form the same numbers?"""

import csv
from collections import Counter, defaultdict
from dataclasses import replace
from io import StringIO
from typing import Any
from urllib.parse import urlencode

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.address import Address
from dashboard.domain.query import crossing
from dashboard.exhibit import Exhibit, compose, headline, people_in
from dashboard.outputs.csv import write_csv
from dashboard.publication import Publication
from dashboard.text.words import counted, inside
from dashboard.views.kit.nonresponse_weighting import CORRECTED, CORRECTED_COLUMNS, PLAIN
from dashboard.views.kit.survey_bases import RESPONDENTS, SURVEYED
from dashboard.views.registry import view_named, views
from dashboard.web.state import read
from tests.properties.addresses import addresses, selections
from tests.support.examples import examples

RANDOM_SELECTIONS = 200
"""How many random selections each of these holds for (the bar that issue 2 sets)."""

SANKEYS = ("statut", "csp", "secteur")

every_selection = examples(RANDOM_SELECTIONS)


def drawn(data: st.DataObject, publication: Publication) -> Address:
    return data.draw(addresses(publication.vocabulary))


def any_view(data: st.DataObject) -> str:
    return data.draw(st.sampled_from(sorted(views())))


def shown(exhibit: Exhibit) -> dict[str, Any] | None:
    """The Sankey of an exhibit; None where it has none or nobody to draw."""
    traces = exhibit.content.figure.get("data", [])
    is_sankey = bool(traces) and traces[0]["type"] == "sankey"
    return traces[0] if is_sankey and not exhibit.empty else None


def corrected(exhibit: Exhibit) -> bool:
    """Whether ribbons are weights, and rows have a corrected share beside the plain one."""
    return exhibit.content.data_table.measures[-len(CORRECTED_COLUMNS) :] == CORRECTED_COLUMNS


def weight_of(trace: dict[str, Any]) -> float:
    """What all the ribbons that leave the first step weigh together."""
    link, x = trace["link"], trace["node"]["x"]
    pairs = zip(link["source"], link["value"], strict=True)
    return float(sum(value for source, value in pairs if x[source] == min(x)))


def check_conservation(trace: dict[str, Any], whole: float) -> None:
    """Every step holds the whole, and what arrives at a node in between leaves it: people, or what they weigh."""
    node, link = trace["node"], trace["link"]
    arriving: dict[int, float] = defaultdict(float)
    leaving: dict[int, float] = defaultdict(float)
    for source, target, value in zip(link["source"], link["target"], link["value"], strict=True):
        assert value > 0
        assert node["x"][source] < node["x"][target]
        leaving[source] += value
        arriving[target] += value
    steps = sorted(set(node["x"]))
    for step in steps:
        here = [i for i, x in enumerate(node["x"]) if x == step]
        if step != steps[0]:
            assert sum(arriving[i] for i in here) == pytest.approx(whole, abs=1e-9)
        if step != steps[-1]:
            assert sum(leaving[i] for i in here) == pytest.approx(whole, abs=1e-9)
        if step not in (steps[0], steps[-1]):
            assert all(arriving[i] == pytest.approx(leaving[i], abs=1e-9) for i in here)


@every_selection
@given(data=st.data())
def test_every_sankey_conserves_people_at_every_wave(
    publication: Publication, data: st.DataObject
) -> None:
    address = drawn(data, publication)
    for name in (*SANKEYS, any_view(data)):
        exhibit = compose(view_named(name), address, publication)
        trace = shown(exhibit)
        if trace is not None:
            whole = weight_of(trace)
            assert corrected(exhibit) or whole == exhibit.content.base
            check_conservation(trace, whole)


@settings(
    max_examples=RANDOM_SELECTIONS // 2
)  # Each compares four views with themselves uncorrected.
@given(data=st.data())
def test_correcting_flows_counts_the_same_people_and_conserves_what_they_weigh(
    publication: Publication, data: st.DataObject
) -> None:
    address = drawn(data, publication)
    for name in (*SANKEYS, "contrats"):
        positions = {
            switch: replace(address, switches={**address.switches, f"{name}.redressement": switch})
            for switch in (PLAIN, CORRECTED)
        }
        plain, redressed = (
            compose(view_named(name), one, publication) for one in positions.values()
        )
        assert [(row.labels, row.count, row.base) for row in redressed.content.data_table.rows] == [
            (row.labels, row.count, row.base) for row in plain.content.data_table.rows
        ]
        stamped = "après redressement de la non-réponse" in redressed.content.title
        assert corrected(redressed) is stamped
        assert stamped or redressed.content.figure == plain.content.figure
        trace = shown(redressed)
        if trace is not None:
            check_conservation(trace, weight_of(trace))


@every_selection
@given(data=st.data())
def test_the_table_of_a_sankey_is_its_ribbons(
    publication: Publication, data: st.DataObject
) -> None:
    address = drawn(data, publication)
    for name in SANKEYS:
        exhibit = compose(view_named(name), address, publication)
        rows = exhibit.content.data_table.rows
        trace = exhibit.content.figure["data"][0]
        values = trace["link"]["value"]
        if corrected(exhibit) and rows:
            whole = weight_of(trace)
            shares = [row.measures[0] for row in rows]
            assert shares == pytest.approx([100 * value / whole for value in values])
        else:
            assert [row.count for row in rows] == values
        steps = Counter[str]()
        for row in rows:
            steps[row.labels[0]] += row.count
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
    told = headline(selection, publication)
    assert told.endswith(f" : {counted(people, 'bénéficiaire')}")


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
        assert sum(row.count for row in content.data_table.rows) == content.base
        assert sum(row.measures[0] or 0 for row in content.data_table.rows) == content.base
        assert sum(row.measures[1] or 0 for row in content.data_table.rows) == units


@every_selection
@given(data=st.data())
def test_plotly_accepts_every_figure_and_no_exhibit_fails(
    publication: Publication, data: st.DataObject
) -> None:
    address = drawn(data, publication)
    view = view_named(any_view(data))
    narrow = data.draw(st.booleans())
    exhibit = compose(view, address, publication, narrow=narrow)
    if exhibit.empty:
        assert exhibit.content.nothing
    else:
        go.Figure(exhibit.content.figure)
        assert exhibit.content.alternative


@every_selection
@given(data=st.data())
def test_a_share_is_a_part_of_its_base(publication: Publication, data: st.DataObject) -> None:
    exhibit = compose(view_named(any_view(data)), drawn(data, publication), publication)
    for row in exhibit.content.data_table.rows:
        assert row.count >= 0
        assert row.base is None or row.count <= row.base


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
            assert tuple(line[inside(name)] for name in data_table.variables) == row.labels
            assert line["effectif"] == (str(row.count) if row.counted else "")
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
    clicked = read(urlencode(row.target), publication)
    assert clicked.problems == ()
    there = address.selection
    for condition in clicked.selection:
        there = there.keeping(condition.dimension, condition.codes)
    after = compose(view, replace(address, selection=there), publication)
    assert after.content.base == row.count
