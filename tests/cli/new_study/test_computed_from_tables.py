"""Which variables does a new codebook compute from the columns that are there?"""

from pathlib import Path

import pytest

from tests.cli.new_study.drafts import drafted, without_columns
from tests.support.tables import valid_tables


def test_what_is_computed_comes_along_with_what_it_follows_from(tmp_path: Path) -> None:
    book = drafted(tmp_path, valid_tables())
    assert {"age_band", "salary_band", "main_pathway", "main_target_level", "level_step"} <= set(
        book.variables
    )
    assert {"response", "continuation", "enrolment_rank", "units_first_year"} <= set(book.variables)


@pytest.mark.parametrize(
    ("table", "columns", "computed"),
    [
        ("beneficiaries", ["age_at_enrolment"], {"age_band"}),
        ("beneficiaries", ["entry_diploma"], {"level_step"}),
        ("units", ["target_level"], {"main_target_level", "level_step"}),
        ("survey", ["gross_monthly_salary"], {"salary_band"}),
        ("beneficiaries", ["region"], {"current_region"}),
    ],
)
def test_what_is_computed_from_what_is_missing_is_missing(
    tmp_path: Path, table: str, columns: list[str], computed: set[str]
) -> None:
    book = drafted(tmp_path, without_columns(table, *columns))
    assert not computed & set(book.variables)
