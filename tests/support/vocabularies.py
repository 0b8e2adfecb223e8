"""Which vocabulary has a test that needs no tables?"""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from dashboard.domain.codebook import Codebook, Variable
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


def another(
    *variables: Variable, without: Collection[str] = (), waves: tuple[str, ...] = VOCABULARY.waves
) -> Vocabulary:
    """The vocabulary of another study: these variables, where ours have their names; `without` some; its waves."""
    book = VOCABULARY.codebook
    fields = {name: getattr(book, name) for name in Codebook.model_fields}
    known = {name: known for name, known in book.variables.items() if name not in without}
    changed = known | {variable.name: variable for variable in variables}
    return replace(VOCABULARY, codebook=Codebook(**fields | {"variables": changed}), waves=waves)
