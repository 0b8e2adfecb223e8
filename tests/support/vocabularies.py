"""Which vocabulary has a test that needs no tables?"""

from pathlib import Path

from dashboard.domain.vocabulary import Vocabulary
from dashboard.ingest.reference.codebook import read_codebook

VOCABULARY = Vocabulary(
    read_codebook(Path(__file__).parents[2] / "data" / "codebook.toml"),
    cohorts=("2012-2013", "2013-2014", "2014-2015", "2015-2016"),
    academic_years=("2012-2013", "2013-2014", "2014-2015", "2015-2016"),
    waves=("T0", "T1", "T2"),
    calendar={
        ("2013-2014", "T0"): "2014-09-01",
        ("2013-2014", "T1"): "2014-09-01",
        ("2013-2014", "T2"): "2015-09-01",
        ("2014-2015", "T0"): "2015-09-01",
        ("2014-2015", "T1"): "2015-09-01",
    },
    integers={},
)
"""Our codebook, four cohorts of which the first was never asked and the last not yet, three waves."""
