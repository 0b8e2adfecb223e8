"""Are drawn people a study that the dashboard opens, like the demonstration's and no copy of it?"""

from pathlib import Path

import pandas as pd
import pytest

from bench.people import write
from dashboard.disclosure.policy import INTERNAL
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.opening import open_publication
from dashboard.publication import Publication
from tests.support.demonstration import read
from tools.served import ROOT

NUMBER = 3000
WHO = ["cohort", "region", "gender", "age_at_enrolment", "executive", "interim", "entry_diploma"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("people")
    write(made, NUMBER)
    return made


def test_the_dashboard_opens_them_without_a_fault(folder: Path) -> None:
    publication: Publication = open_publication(folder, ROOT / "data", INTERNAL)
    table = publication.tabulate(Query((Dimension("gender"),)))
    assert table.total() == NUMBER


def test_shares_are_those_of_the_demonstration_within_chance(folder: Path) -> None:
    made, seen = pd.read_parquet(folder / "beneficiaries.parquet"), read("beneficiaries")
    for column in ("gender", "executive", "region"):
        difference = made[column].value_counts(normalize=True) - seen[column].value_counts(
            normalize=True
        )
        assert difference.abs().max() < 0.04


def test_combinations_occur_that_nobody_of_the_demonstration_has(folder: Path) -> None:
    made, seen = pd.read_parquet(folder / "beneficiaries.parquet"), read("beneficiaries")
    made["age_at_enrolment"] = made["age_at_enrolment"].astype(str)
    combined = set(made[WHO].itertuples(index=False, name=None))
    assert len(combined - set(seen[WHO].itertuples(index=False, name=None))) > NUMBER / 2
