"""How do the cleaned tables become analysis tables, which any source only has to count?

One row a person, an enrolment (a person in an academic year), a unit funded, an answer (a benefit that a person names);
one column a dimension, named as it is written: `region`, `status@T1`. Everything that is counted stands in a column.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.codebook import Codebook
from dashboard.domain.dimension import Dimension
from dashboard.domain.keys import UnionKeys, parts_of_people, person_keys
from dashboard.domain.query import Counted
from dashboard.domain.statistics.weighting import UNITS_OF_WEIGHT
from dashboard.domain.vocabulary import Vocabulary
from dashboard.ingest.checks.answers import answered
from dashboard.ingest.checks.cells import PERSON as IDENTIFIER
from dashboard.ingest.derive.bands import band_columns
from dashboard.ingest.derive.columns import Columns, coded, framed, integers_coded
from dashboard.ingest.derive.enrolments import (
    YEAR,
    continuation_column,
    enrolments,
    rank_column,
)
from dashboard.ingest.derive.pathways import pathway_columns
from dashboard.ingest.derive.response import RESPONSE, response_column
from dashboard.ingest.derive.units import unit_count_columns, unit_counts
from dashboard.ingest.derive.vocabulary import vocabulary_of
from dashboard.ingest.derive.waves import wave_columns
from dashboard.ingest.derive.weights import person_weights
from dashboard.ingest.reading.tables import Tables, person_rows

PERSON = "person"
"""The column of enrolments, units and answers that gives the row of their person among the beneficiaries, from 0."""

WEIGHT = "weight"
"""The column of beneficiaries and answers that gives what a respondent counts for where non-response is corrected.

In whole billionths (`UNITS_OF_WEIGHT`): any engine adds them up to the same sum.
"""

KEY = "key"
"""The column of the random key of each row's person, where the tables were opened with a secret."""

HEADS = "heads"
"""The column of enrolments, units and answers that says how many parts of a person each is; there with the keys."""

NOT_COUNTED = (PERSON, WEIGHT, KEY, HEADS)
"""The columns that are no dimension."""

COHORT = Dimension("cohort")


@dataclass(frozen=True, eq=False)
class AnalysisTables:
    """What is counted, one frame each, with the vocabulary of its columns.

    Each column but those of `NOT_COUNTED` is a categorical of all codes of its dimension, in the vocabulary's order,
    without a missing cell. A frame has only the columns of its own: those of the person are reached through `person`.
    `weight` is there where anybody responded. `version`, `dated` and `stamp` are those of the tables. `union_keys` are
    there with people's keys.
    """

    frames: Mapping[Counted, pd.DataFrame]
    vocabulary: Vocabulary
    version: str
    dated: date
    stamp: str
    union_keys: UnionKeys | None = None


def analysis_tables(
    tables: Tables, codebook: Codebook, secret: str | None = None
) -> AnalysisTables:
    """The analysis tables of `tables`, which must have passed the checks; with people's keys under `secret`, if any."""
    counts = unit_counts(tables)
    waves = tables.survey["wave"].cat.categories
    vocabulary = vocabulary_of(tables, codebook.with_waves(waves), counts)
    units = _written_columns(tables.units, "units", vocabulary)
    answers = _written_columns(tables.benefits, "benefits", vocabulary)
    people = _written_columns(tables.beneficiaries, "beneficiaries", vocabulary)
    owner, cohort = person_rows(tables.units), people[COHORT]
    enrolled, year = enrolments(owner, units[YEAR])
    people |= _survey_columns(tables, people, vocabulary)
    people |= unit_count_columns(counts, vocabulary)
    people |= pathway_columns(tables, vocabulary)
    people |= continuation_column(enrolled, year, cohort, vocabulary)
    people |= band_columns(people, ("beneficiaries", "survey"), vocabulary)
    units |= rank_column(owner, units[YEAR], cohort, vocabulary)
    units |= band_columns(units, ("units",), vocabulary)
    answers |= band_columns(answers, ("benefits",), vocabulary)
    in_years = {YEAR: year} | rank_column(enrolled, year, cohort, vocabulary)
    frames: dict[Counted, pd.DataFrame] = {
        "beneficiary": framed(people),
        "enrolment": framed(in_years).assign(**{PERSON: enrolled}),
        "unit": framed(units).assign(**{PERSON: owner}),
        "answer": framed(answers).assign(**{PERSON: person_rows(tables.benefits)}),
    }
    weighed = person_weights(people, codebook.uses.known_of_all)
    if weighed is not None:
        weights, weighting = weighed
        frames |= _weighed(frames, np.rint(weights * UNITS_OF_WEIGHT).astype(np.int64))
        vocabulary = replace(vocabulary, weighting=weighting)
    if secret is not None:
        frames |= _keyed(frames, person_keys(tables.beneficiaries[IDENTIFIER], secret))
    union_keys = None if secret is None else UnionKeys(secret)
    return AnalysisTables(
        frames, vocabulary, tables.version, tables.dated, tables.label, union_keys
    )


def _written_columns(frame: pd.DataFrame, table: str, vocabulary: Vocabulary) -> Columns:
    """The variables of a cleaned table as they are written there, but for those that are not counted.

    None of a table that is not there.
    """
    columns: Columns = {}
    schema = vocabulary.codebook.tables.get(table)
    for variable in map(vocabulary.variable, schema.columns if schema else ()):
        if variable.kind in ("identifier", "date"):
            continue
        key = Dimension(variable.name)
        codes, values = vocabulary.codes(key), frame[variable.name]
        if variable.kind == "integer":
            columns[key] = integers_coded(values, codes)
        else:
            columns[key] = coded(values, codes)
    return columns


def _survey_columns(tables: Tables, people: Columns, vocabulary: Vocabulary) -> Columns:
    """What the survey tells of each person: whether they responded, and each variable at each wave."""
    frames = {"survey": tables.survey, "beneficiaries": tables.beneficiaries}
    has_answered = answered(frames, vocabulary.codebook)
    response = response_column(people[COHORT], has_answered, vocabulary)
    at_waves = wave_columns(tables.survey, people[COHORT], has_answered, vocabulary)
    return {RESPONSE: response} | at_waves


def _keyed(
    frames: Mapping[Counted, pd.DataFrame], keys: NDArray[np.int64]
) -> dict[Counted, pd.DataFrame]:
    """The frames with what rounding needs."""
    keyed: dict[Counted, pd.DataFrame] = {}
    for counted, frame in frames.items():
        if PERSON not in frame:
            keyed[counted] = frame.assign(**{KEY: keys})
            continue
        owner = frame[PERSON].to_numpy()
        keyed[counted] = frame.assign(**{KEY: keys[owner], HEADS: parts_of_people(owner)})
    return keyed


def _weighed(
    frames: Mapping[Counted, pd.DataFrame], weights: NDArray[np.int64]
) -> dict[Counted, pd.DataFrame]:
    """The frames that can be counted by weight, with it: an answer weighs what who gave it does."""
    answers = frames["answer"]
    return {
        "beneficiary": frames["beneficiary"].assign(**{WEIGHT: weights}),
        "answer": answers.assign(**{WEIGHT: weights[answers[PERSON].to_numpy()]}),
    }
