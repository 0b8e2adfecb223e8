"""In which order, how many at once, and by whose codes are the problems of the tables reported?"""

from pathlib import Path

import pandas as pd
import pytest

from dashboard.ingest.reading.tables import read_tables
from tests.support.refused import (
    AGE,
    YEAR,
    line,
    refusal,
)
from tests.support.tables import (
    CODEBOOK,
    edited,
    valid_tables,
    write_csv,
)


def test_no_beneficiary_at_all_is_reported(tmp_path: Path) -> None:
    nobody = {name: frame.iloc[:0] for name, frame in valid_tables().items()}
    assert refusal(tmp_path, nobody) == ["beneficiaries.csv : la table n'a aucune ligne."]


def test_problems_of_several_tables_are_listed_together_in_the_order_of_the_rows(
    tmp_path: Path,
) -> None:
    tables = edited(valid_tables(), "benefits", 3, {"benefit": "money"})
    tables = edited(tables, "beneficiaries", 5, {"cohort": "2014", "gender": "?"})
    tables = edited(tables, "beneficiaries", 2, {"age_at_enrolment": "7"})
    benefits = "boost_job_search, find_a_job, regain_confidence ou other"
    assert refusal(tmp_path, tables) == [
        "4 problèmes dans les tables :",
        line("beneficiaries", 2, "age_at_enrolment", "« 7 »", AGE),
        line("beneficiaries", 5, "cohort", "« 2014 »", YEAR),
        line("beneficiaries", 5, "gender", "« ? »", "F ou M"),
        line("benefits", 3, "benefit", "« money »", benefits),
    ]


@pytest.mark.parametrize(
    ("wrong", "shown", "end"),
    [
        (20, 20, None),
        (21, 20, "… et 1 autre."),
        (157, 20, "… et 137 autres."),
        (1520, 20, "… et 1 500 autres."),
    ],
)
def test_the_first_twenty_problems_are_listed_and_the_others_counted(
    tmp_path: Path, wrong: int, shown: int, end: str | None
) -> None:
    row = valid_tables()["beneficiaries"].iloc[0]
    crowd = pd.DataFrame([row] * wrong).assign(
        beneficiary_id=[f"C{i}" for i in range(wrong)], gender="X"
    )
    tables = {**valid_tables(), "beneficiaries": crowd}
    tables = {name: t if name == "beneficiaries" else t.iloc[:0] for name, t in tables.items()}
    heading, *lines = refusal(tmp_path, tables)
    assert heading == f"{wrong:,} problèmes dans les tables :".replace(",", " ")
    if end is not None:
        assert lines.pop() == end
    assert lines == [
        line("beneficiaries", row, "gender", "« X »", "F ou M") for row in range(2, shown + 2)
    ]


def test_the_codebook_alone_says_which_codes_exist(tmp_path: Path) -> None:
    gender = CODEBOOK.variable("gender")
    third = gender.categories[0].model_copy(update={"code": "X"})
    wider = CODEBOOK.model_copy(
        update={
            "variables": {
                **CODEBOOK.variables,
                "gender": gender.model_copy(update={"categories": (*gender.categories, third)}),
            }
        }
    )
    tables = edited(valid_tables(), "beneficiaries", 3, {"gender": "X"})
    cleaned = read_tables(write_csv(tmp_path, tables), wider)
    assert list(cleaned.beneficiaries["gender"]) == ["F", "X", "F", "M"]
    refused = edited(valid_tables(), "beneficiaries", 3, {"gender": "Y"})
    assert refusal(tmp_path, refused, wider)[1].endswith("attendu : F, M ou X.")
