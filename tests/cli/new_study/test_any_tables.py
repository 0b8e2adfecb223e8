"""Whatever stands in tables: does their study open at once, or is a fault told in French?"""

from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from dashboard.cli.new_study.found import NEEDED
from dashboard.disclosure.policy import INTERNAL
from dashboard.opening import open_publication
from tests.cli.ran import ran
from tests.support.examples import examples
from tests.support.tables import Texts, valid_tables, write_csv

REFERENCE = Path(__file__).parents[3] / "data"

CELLS = st.sampled_from(
    ["unknown", "no_information", "not_employed", "oui", "non", "nsp", "2014-09-01", "3", "45", "007", "other", "F"]
) | st.text("ab01é;'{}[]#%-_@«»TÀ", min_size=1, max_size=6)  # fmt: skip
NAMES = st.sampled_from(
    ["handicap", "children", "region", "age_band", "current_region", "titre", "expo", "femmes", "formations", "gender"]
) | st.from_regex(r"\A[a-z][a-z0-9_]{0,6}\Z")  # fmt: skip


@st.composite
def some_tables(draw: st.DrawFn) -> Texts:
    """Small tables that are valid, with one to three columns of anything in any of them."""
    tables = valid_tables()
    for _ in range(draw(st.integers(1, 3))):
        table = draw(st.sampled_from(sorted(NEEDED)))
        frame = tables[table].copy()
        few = draw(st.lists(CELLS, min_size=2, max_size=4))
        frame[draw(NAMES)] = pd.Series([few[i % len(few)] for i in range(len(frame))])
        tables[table] = frame
    return tables


@examples(60)
@given(some_tables())
def test_a_study_opens_or_a_fault_is_told(tables: Texts) -> None:
    with TemporaryDirectory() as room:
        folder = Path(room)
        written = ran("new-study", folder, "--from", write_csv(folder, tables))
        assert written.code in (0, 1)
        assert (folder / "codebook.toml").exists() == (written.code == 0)
        if written.code:
            assert ".csv" in written.faults
            return
        open_publication(folder, REFERENCE, INTERNAL)
        assert ran("study", folder).code == 0
