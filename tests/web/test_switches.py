"""Is the name of a switch explained, whatever the form of the switch?"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Literal

import pytest
from plotly.utils import PlotlyJSONEncoder

from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.web.prose import Explained
from dashboard.web.switches import switches
from tests.support.exhibits import opened, shown


@pytest.mark.parametrize("form", ["buttons", "list", "player"])
def test_the_name_of_a_switch_leads_to_the_glossary(
    form: Literal["buttons", "list", "player"],
) -> None:
    vocabulary = opened().vocabulary
    switch = Switch("emploi.vague", "Vague", "T1", fixed(Choice("T1", "T1")), form=form)
    exhibit = shown("emploi")
    exhibit = replace(exhibit, view=replace(exhibit.view, switches=(switch,)))
    sent = json.dumps(
        switches(exhibit, vocabulary, Explained(vocabulary.glossary)), cls=PlotlyJSONEncoder
    )
    assert sent.count("/enquete#glossaire-vague") == 1
