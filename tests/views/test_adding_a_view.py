"""Does the view that ARCHITECTURE.md shows how to add work as it is written there?"""

import csv
import re
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from dashboard.content.charts import GroupedBars
from dashboard.content.view import View
from dashboard.exhibits.composition import compose
from dashboard.exhibits.exhibit import Exhibit
from dashboard.outputs.csv import write_csv
from dashboard.publication import Publication
from dashboard.web.pages import read

ROOT = Path(__file__).parents[2]
LABELS = {
    "IV": "Niveau IV (bac au plus)",
    "III": "Niveau III (bac+2)",
    "II": "Niveau II (bac+3 ou bac+4)",
    "I": "Niveau I (bac+5 et plus)",
}


@pytest.fixture(scope="module")
def view() -> View:
    """The `VIEW` of the code block in the section « Adding a view »."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    section = text.split("\n## Adding a view\n")[1].split("\n## ")[0]
    (code,) = re.findall(r"```python\n(.*?)```", section, flags=re.DOTALL)
    module = ModuleType("exemple")
    exec(compile(code, "ARCHITECTURE.md", "exec"), module.__dict__)
    assert isinstance(module.VIEW, View)
    return module.VIEW


def entry_diplomas(**traits: str) -> Counter[str]:
    """Entry diplomas counted line by line in the table of beneficiaries."""
    path = ROOT / "data" / "demonstration" / "beneficiaries.csv"
    with path.open(encoding="utf-8", newline="") as file:
        people = list(csv.DictReader(file))
    return Counter(
        person["entry_diploma"]
        for person in people
        if all(person[name] == value for name, value in traits.items())
    )


def composed(view: View, search: str, publication: Publication) -> Exhibit:
    return compose(view, read(search, publication), publication)


@pytest.mark.parametrize(
    ("search", "traits"),
    [
        ("", {}),
        ("?genre=F", {"gender": "F"}),
        (
            "?promotion=2015-2016&region=pays-de-la-loire",
            {"cohort": "2015-2016", "region": "52"},
        ),
    ],
)
def test_its_numbers_are_those_of_a_direct_count(
    view: View, search: str, traits: dict[str, str], publication: Publication
) -> None:
    expected = entry_diplomas(**traits)
    content = composed(view, search, publication).content
    assert {row.labels: row.count for row in content.data_table.rows} == {
        (label,): expected[code] for code, label in LABELS.items()
    }
    assert content.base == sum(expected[code] for code in LABELS)
    assert {row.base for row in content.data_table.rows} == {content.base}


def test_its_chart_has_a_bar_for_each_row(view: View, publication: Publication) -> None:
    content = composed(view, "", publication).content
    assert isinstance(content.chart, GroupedBars)
    (bars,) = content.chart.series
    shares = [row.share for row in content.data_table.rows]
    assert bars.values == tuple(share.percent for share in shares if share is not None)
    assert [name.plain for name in content.chart.categories] == list(LABELS.values())


def test_its_numbers_can_be_taken_away(view: View, publication: Publication) -> None:
    header, first, *_ = write_csv(composed(view, "", publication)).decode("utf-8-sig").splitlines()
    assert header == "diplôme;effectif;base;part;sélection;données"
    assert first.startswith(f"Niveau IV (bac au plus);{entry_diplomas()['IV']};")


def test_it_explains_an_empty_selection(view: View, publication: Publication) -> None:
    nobody = composed(view, "?region=corse", publication)
    assert nobody.empty
    assert nobody.content.reading == ""
    assert nobody.content.nothing
