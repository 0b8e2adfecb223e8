"""Which pathway does a person follow, at which level does it aim, and is that above the diploma held on entry?

Each column is there where the codebook has its variable, and those that it follows from.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.dimension import Dimension
from dashboard.domain.vocabulary import Vocabulary
from dashboard.ingest.derive.columns import UNKNOWN, Columns, coded
from dashboard.ingest.reading.tables import Tables, person_rows

PATHWAY, LEVEL, DIPLOMA = "pathway", "target_level", "entry_diploma"
MAIN, AIM, STEP = "main_pathway", "main_target_level", "level_step"
DERIVED_FROM = {MAIN: (PATHWAY,), AIM: (LEVEL,), STEP: (LEVEL, AIM, DIPLOMA)}
"""The variables that each one follows from."""

STEPS = ("lower", "same", "higher")
"""The codes of the level aimed at beside the diploma held on entry."""

NOT_APPLICABLE = "not_applicable"

Texts = NDArray[np.str_]


def pathway_columns(tables: Tables, vocabulary: Vocabulary) -> Columns:
    """The main pathway of each person, the highest level that a degree aims at, and that level against the diploma.

    The pathways come in the codebook's order: a person who has units in several follows the first of them. Where no
    level is aimed at, the two others say why: `not_applicable` outside a degree pathway, else `unknown`.
    """
    return {
        Dimension(name): coded(pd.Series(texts, name=name), vocabulary.codes(Dimension(name)))
        for name, texts in _texts(tables, vocabulary)
        if name in vocabulary.codebook.variables
    }


def _texts(tables: Tables, vocabulary: Vocabulary) -> Iterator[tuple[str, Texts]]:
    known = vocabulary.codebook.variables
    main = _main_pathway(tables, vocabulary)
    yield MAIN, main
    if LEVEL not in known or AIM not in known:
        return
    aimed = _rank_aimed_at(tables, vocabulary)
    degree = vocabulary.codes_with(Dimension(PATHWAY), "degree") if PATHWAY in known else ()
    no_level = np.where(np.isin(main, (*degree, UNKNOWN)), UNKNOWN, NOT_APPLICABLE)
    yield AIM, np.where(aimed > 0, _levels(vocabulary)[aimed], no_level)
    if DIPLOMA in known:
        entry = _ranks(tables.beneficiaries[DIPLOMA], vocabulary, DIPLOMA)
        yield STEP, np.where((aimed > 0) & (entry > 0), _steps(aimed, entry), no_level)


def _main_pathway(tables: Tables, vocabulary: Vocabulary) -> Texts:
    if PATHWAY not in vocabulary.codebook.variables:
        return np.full(len(tables.beneficiaries), UNKNOWN)
    codes = vocabulary.real_codes(Dimension(PATHWAY))
    return np.select([_has_units_of(tables, code) for code in codes], list(codes), UNKNOWN)


def _has_units_of(tables: Tables, pathway: str) -> NDArray[np.bool_]:
    """Whether each person is funded a unit in that pathway."""
    has = np.zeros(len(tables.beneficiaries), dtype=bool)
    has[person_rows(tables.units)[_in(tables, (pathway,))]] = True
    return has


def _in(tables: Tables, pathways: tuple[str, ...]) -> NDArray[np.bool_]:
    """Whether each unit is in one of those pathways."""
    return tables.units[PATHWAY].isin(pathways).to_numpy()


def _rank_aimed_at(tables: Tables, vocabulary: Vocabulary) -> NDArray[np.int64]:
    """The highest rank of the levels that a person's degree units aim at; 0 where there is none.

    Where no pathway is known, every unit may aim at one.
    """
    ranks = _ranks(tables.units[LEVEL], vocabulary, LEVEL)
    counts = np.ones(len(ranks), dtype=bool)
    if PATHWAY in vocabulary.codebook.variables:
        counts = _in(tables, vocabulary.codes_with(Dimension(PATHWAY), "degree"))
    aimed = np.zeros(len(tables.beneficiaries), dtype=np.int64)
    np.maximum.at(aimed, person_rows(tables.units)[counts], ranks[counts])
    return aimed


def _ranks(cells: pd.Series, vocabulary: Vocabulary, name: str) -> NDArray[np.int64]:
    """The rank of each cell's category: 0 for an absence."""
    rank_of = {category.code: category.rank for category in vocabulary.categories(Dimension(name))}
    ranks = np.array([rank_of[code] for code in cells.cat.categories], dtype=np.int64)
    return ranks[cells.cat.codes.to_numpy()]


def _levels(vocabulary: Vocabulary) -> Texts:
    """The code of the level of each rank, from 0 on; empty where no level has it."""
    code_of = {c.rank: c.code for c in vocabulary.variable(AIM).categories}
    return np.array([code_of.get(rank, "") for rank in range(max(code_of) + 1)])


def _steps(aimed: NDArray[np.int64], entry: NDArray[np.int64]) -> Texts:
    steps: Texts = np.array(STEPS)[np.sign(aimed - entry) + 1]
    return steps
