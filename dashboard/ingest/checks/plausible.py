"""Which tables follow every rule, and yet look as if something had been forgotten or mistaken?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.codebook import Category, Codebook, Variable
from dashboard.domain.codebook.book import BEFORE
from dashboard.domain.statistics.rates import Share
from dashboard.ingest.checks.answers import informed
from dashboard.ingest.checks.cells import PERSON
from dashboard.ingest.checks.enrolment import first_years
from dashboard.ingest.checks.finding import Finding, Place
from dashboard.text.numbers import share
from dashboard.text.typography import unbroken
from dashboard.text.words import counted, some_of

FAR = 20
"""By how many points a response rate is far from that of the other cohorts at the same wave."""

ENOUGH = 30
"""From how many people on, on either side, response rates are compared."""

AHEAD = 1
"""How many years after the day of the tables an academic year may begin."""

Doubts = Iterator[tuple[str, Place]]
"""What is doubtful, in French, and where."""


def warnings_of(
    tables: Mapping[str, pd.DataFrame], files: Mapping[str, str], codebook: Codebook, dated: date
) -> dict[str, list[Finding]]:
    """By check, what an analyst would want to look at in tables without a fault; `dated` is the day they stand for."""
    found: dict[str, Doubts] = {
        "taux de réponse": _response_rates(tables, files, codebook),
        "années universitaires": _years(tables, files, dated),
        "régions sans personne": _nobody(tables, files, codebook, _region_counts),
        "tranches sans personne": _nobody(tables, files, codebook, _band_counts),
        "colonnes sans information": _silent_columns(tables, files, codebook),
    }
    return {
        check: [Finding("relations", check, "warning", unbroken(said), at) for said, at in doubts]
        for check, doubts in found.items()
    }


def _response_rates(
    tables: Mapping[str, pd.DataFrame], files: Mapping[str, str], codebook: Codebook
) -> Doubts:
    """Cohorts whose rate at a wave is far from that of all others at that wave."""
    survey, cohorts = tables["survey"], tables["beneficiaries"]["cohort"].cat
    of_row = cohorts.codes.to_numpy()[survey[PERSON].cat.codes.to_numpy()]
    tells, waves = informed(survey, codebook), survey["wave"].cat
    for code, wave in enumerate(waves.categories):
        if wave == BEFORE:
            continue
        rows = waves.codes.to_numpy() == code
        asked = np.bincount(of_row[rows], minlength=len(cohorts.categories))
        told = np.bincount(of_row[rows & tells], minlength=len(cohorts.categories))
        for promotion, base, answers in zip(cohorts.categories, asked, told, strict=True):
            others = int(asked.sum() - base)
            if min(base, others) < ENOUGH:
                continue
            own, rest = Share(int(answers), int(base)), Share(int(told.sum() - answers), others)
            # In whole numbers: 75 and 55 % are twenty points apart, whatever their binary fractions are.
            apart = abs(own.count * rest.base - rest.count * own.base)
            if 100 * apart >= FAR * own.base * rest.base:
                people = counted(own.base, "personne")
                said = f"à {wave}, {share(own)} de réponse dans la promotion {promotion} ({people})"
                yield f"{said}, contre {share(rest)} dans les autres.", Place(files["survey"])


def _years(tables: Mapping[str, pd.DataFrame], files: Mapping[str, str], dated: date) -> Doubts:
    """Academic years far ahead, and cohorts that lack between two others."""
    for table, column in (("beneficiaries", "cohort"), ("units", "academic_year")):
        years = first_years(tables[table][column])
        ahead = years > dated.year + AHEAD
        for year in np.unique(years[ahead]):
            rows = counted(int((years == year).sum()), "ligne", feminine=True)
            yield (
                f"l'année {year}-{year + 1} est loin après le {dated.isoformat()}, date des tables ({rows}).",
                Place(files[table], column=column),
            )
    cohorts = np.unique(first_years(tables["beneficiaries"]["cohort"]))
    absent = [f"{y}-{y + 1}" for y in range(int(cohorts[0]), int(cohorts[-1])) if y not in cohorts]
    if absent:
        said = f"personne dans {counted(len(absent), 'promotion')} entre deux autres : {some_of(absent)}."
        yield said, Place(files["beneficiaries"], column="cohort")


def _nobody(
    tables: Mapping[str, pd.DataFrame],
    files: Mapping[str, str],
    codebook: Codebook,
    count: Callable[[pd.DataFrame, Codebook], Iterator[tuple[Variable, NDArray[np.int64]]]],
) -> Doubts:
    """Categories of the codebook that no beneficiary is in, by the numbers of people that `count` gives."""
    for variable, people in count(tables["beneficiaries"], codebook):
        expected = _expected(variable)
        counts = zip(variable.categories, people, strict=True)
        empty = [category.label for category, n in counts if category in expected and not n]
        if empty:
            said = f"personne dans {len(empty)} sur {len(expected)} : {some_of(empty)}."
            yield said, Place(files["beneficiaries"], column=variable.of or variable.name)


def _expected(variable: Variable) -> list[Category]:
    """The categories that there may be people in: where some regions are covered, the others are not."""
    return [c for c in variable.categories if c.covered_since] or list(variable.categories)


def _region_counts(
    beneficiaries: pd.DataFrame, codebook: Codebook
) -> Iterator[tuple[Variable, NDArray[np.int64]]]:
    for layer in codebook.layers:
        variable = codebook.variable(layer.variable)
        if variable.name in beneficiaries:
            codes = beneficiaries[variable.name].cat.codes.to_numpy()
            yield (
                variable,
                np.bincount(codes, minlength=len(variable.table_codes))[: len(variable.categories)],
            )


def _band_counts(
    beneficiaries: pd.DataFrame, codebook: Codebook
) -> Iterator[tuple[Variable, NDArray[np.int64]]]:
    for variable in codebook.variables.values():
        if variable.kind == "band" and variable.of in beneficiaries:
            numbers = beneficiaries[variable.of].dropna().to_numpy(dtype=np.int64)
            yield variable, np.array([_within(band, numbers) for band in variable.categories])


def _within(band: Category, numbers: NDArray[np.int64]) -> int:
    """How many of `numbers` the band holds."""
    low = -np.inf if band.lower is None else band.lower
    high = np.inf if band.upper is None else band.upper
    return int(((numbers >= low) & (numbers <= high)).sum())


def _silent_columns(
    tables: Mapping[str, pd.DataFrame], files: Mapping[str, str], codebook: Codebook
) -> Doubts:
    """Columns in which no row tells anything, as a column that was not mapped would be."""
    for table, frame in tables.items():
        for name in frame.columns if len(frame) else ():
            variable = codebook.variable(name)
            if variable.kind == "category":
                told = frame[name].cat.codes.to_numpy() < len(variable.categories)
            else:
                told = frame[name].notna().to_numpy()
            if not told.any():
                yield "aucune ligne n'a d'information.", Place(files[table], column=name)
