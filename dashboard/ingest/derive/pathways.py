"""Which pathway does a person follow, at which level does it aim, and is that above the diploma held on entry?"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.dimension import Dimension
from dashboard.domain.vocabulary import Vocabulary
from dashboard.ingest.derive.columns import Columns, coded
from dashboard.ingest.reading.tables import Tables, person_rows

Texts = NDArray[np.str_]


def pathway_columns(tables: Tables, vocabulary: Vocabulary) -> Columns:
    """The main pathway of each person, the highest level that a degree aims at, and that level against the diploma.

    A degree pathway comes before single units. Where no level is aimed at, the two others say why: `not_applicable` for
    single units, else `unknown`.
    """
    main = _main_pathway(tables)
    aimed = _rank_aimed_at(tables, vocabulary)
    entry = _ranks(tables.beneficiaries["entry_diploma"], vocabulary, "entry_diploma")
    no_level = np.where(main == "single_units", "not_applicable", "unknown")
    by_name = {
        "main_pathway": main,
        "main_target_level": np.where(aimed > 0, _levels(vocabulary)[aimed], no_level),
        "level_step": np.where((aimed > 0) & (entry > 0), _steps(aimed, entry), no_level),
    }
    return {
        Dimension(name): coded(pd.Series(texts, name=name), vocabulary.codes(Dimension(name)))
        for name, texts in by_name.items()
    }


def _main_pathway(tables: Tables) -> Texts:
    degree, single = (_has_units_of(tables, code) for code in ("degree", "single_units"))
    return np.select([degree, single], ["degree", "single_units"], "unknown")


def _has_units_of(tables: Tables, pathway: str) -> NDArray[np.bool_]:
    """Whether each person is funded a unit in that pathway."""
    has = np.zeros(len(tables.beneficiaries), dtype=bool)
    has[person_rows(tables.units)[_in(tables, pathway)]] = True
    return has


def _in(tables: Tables, pathway: str) -> NDArray[np.bool_]:
    """Whether each unit is in that pathway."""
    return (tables.units["pathway"] == pathway).to_numpy()


def _rank_aimed_at(tables: Tables, vocabulary: Vocabulary) -> NDArray[np.int64]:
    """The highest rank of the levels that a person's degree units aim at; 0 where there is none."""
    ranks = _ranks(tables.units["target_level"], vocabulary, "target_level")
    in_degree = _in(tables, "degree")
    aimed = np.zeros(len(tables.beneficiaries), dtype=np.int64)
    np.maximum.at(aimed, person_rows(tables.units)[in_degree], ranks[in_degree])
    return aimed


def _ranks(cells: pd.Series, vocabulary: Vocabulary, name: str) -> NDArray[np.int64]:
    """The rank of each cell's category: 0 for an absence."""
    rank_of = {category.code: category.rank for category in vocabulary.categories(Dimension(name))}
    ranks = np.array([rank_of[code] for code in cells.cat.categories], dtype=np.int64)
    return ranks[cells.cat.codes.to_numpy()]


def _levels(vocabulary: Vocabulary) -> Texts:
    """The code of the level of each rank, from 0 on; empty where no level has it."""
    code_of = {c.rank: c.code for c in vocabulary.variable("main_target_level").categories}
    return np.array([code_of.get(rank, "") for rank in range(max(code_of) + 1)])


def _steps(aimed: NDArray[np.int64], entry: NDArray[np.int64]) -> Texts:
    steps: Texts = np.array(["lower", "same", "higher"])[np.sign(aimed - entry) + 1]
    return steps
