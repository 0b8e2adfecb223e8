"""Which mappings do tests read, and how is a refusal of one read?"""

from functools import lru_cache
from pathlib import Path

import pytest

from dashboard.domain.codebook import Codebook
from dashboard.domain.errors import MappingError
from dashboard.ingest.raw.mapping.model import SourceMapping
from dashboard.ingest.raw.mapping.read import read_mapping
from dashboard.ingest.reference.codebook import read_codebook
from tests.support.exhibits import plain

CODEBOOK = Path(__file__).parents[4] / "data" / "codebook.toml"

ENROLMENTS = """
format = 1
name = "Centres"
version = 3

[[tables]]
files = "inscriptions-*.xlsx"
sheet = "Inscrits"
makes = "enrolments"
constants = { region = "52", academic_year = "2015-2016" }

[[tables.columns]]
column = "N° auditeur"
variable = "beneficiary_id"
width = 5
[[tables.columns]]
column = "Code UE"
variable = "unit"
[[tables.columns]]
column = "Sexe"
variable = "gender"
to_confirm = ["Mlle"]
[tables.columns.answers]
"Féminin" = "F"
Mlle = "F"
[[tables.columns]]
column = "Né le"
variable = "age_at_enrolment"
date_format = "%d/%m/%Y"
[[tables.columns]]
column = "Nom"
personal = "name"
[[tables.columns]]
column = "Observations"
ignored = "texte libre"
"""

SURVEY = """
format = 1
name = "Enquête"
version = 1

[[tables]]
files = "results-survey.csv"
makes = "survey"
constants = { surveyed_on = "2016-09-01" }

[[tables.columns]]
column = "token"
variable = "beneficiary_id"
[[tables.columns]]
column = "Q07"
variable = "contract"
wave = "T0"
[tables.columns.answers]
CDI = "open_ended"
[[tables.columns]]
column = "Q09[SQ001]"
variable = "benefit"
option = "find_a_job"
ticks = ["Oui"]
"""


@lru_cache(maxsize=1)
def codebook() -> Codebook:
    return read_codebook(CODEBOOK)


def read(folder: Path, text: str | bytes) -> SourceMapping:
    """What is read of `text` as a mapping."""
    path = folder / "source.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_mapping(path, codebook())


def faults_of(folder: Path, text: str | bytes) -> list[str]:
    """The lines of the refusal, with ordinary spaces and without the file that each begins with."""
    with pytest.raises(MappingError) as caught:
        read(folder, text)
    lines = plain(str(caught.value)).split("\n")
    assert all(line.startswith("source.toml") for line in lines)
    return [line.removeprefix("source.toml").lstrip(" ,:") for line in lines]
