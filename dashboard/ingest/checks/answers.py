"""Do the answers of one survey row agree with each other, and the benefits with the fact of answering?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.codebook import Absence, Codebook, Variable
from dashboard.domain.codebook.book import BEFORE
from dashboard.ingest.checks.cells import PERSON, looked_up
from dashboard.ingest.checks.report import Fault, faults_where
from dashboard.text.words import listed


def answer_faults(tables: Mapping[str, pd.DataFrame], codebook: Codebook) -> list[Fault]:
    """Categories at a wave where they cannot be, jobs that contradict the status, benefits without an answer."""
    survey = tables["survey"]
    asked = [v for v in map(codebook.variable, survey.columns) if v.per_wave]
    return [
        *(fault for v in asked for fault in _out_of_wave(survey, v, codebook)),
        *_jobs(survey, asked, codebook),
        *_unanswered(tables, codebook),
    ]


def _unanswered(tables: Mapping[str, pd.DataFrame], codebook: Codebook) -> list[Fault]:
    """Benefits named by somebody who has answered nothing, where benefits are asked for."""
    benefits = tables.get("benefits")
    if benefits is None:
        return []
    silent = ~answered(tables, codebook)[benefits[PERSON].cat.codes.to_numpy()]
    expected = "une personne qui a répondu à l'enquête"
    return faults_where("benefits", benefits, PERSON, silent, expected)


def answered(tables: Mapping[str, pd.DataFrame], codebook: Codebook) -> NDArray[np.bool_]:
    """Whether each beneficiary gave at least one piece of information, at any wave."""
    survey = tables["survey"]
    has_answered = np.zeros(len(tables["beneficiaries"]), dtype=bool)
    has_answered[survey[PERSON].cat.codes.to_numpy()[informed(survey, codebook)]] = True
    return has_answered


def informed(survey: pd.DataFrame, codebook: Codebook) -> NDArray[np.bool_]:
    """Whether each row of the survey gives at least one piece of information.

    The only category that there can be at a wave says nothing: it is everybody's (being a jobseeker before enrolment).
    """
    tells = np.zeros(len(survey), dtype=bool)
    for variable in map(codebook.variable, survey.columns):
        if not variable.per_wave:
            continue
        if variable.kind == "integer":
            tells |= survey[variable.name].notna().to_numpy()
        else:
            real = [category.code for category in variable.categories]
            everybodys = [w for w in codebook.waves if variable.of_everybody(w)]
            tells |= _holds(survey, variable.name, real) & ~_holds(survey, "wave", everybodys)
    return tells


def _out_of_wave(survey: pd.DataFrame, variable: Variable, codebook: Codebook) -> Iterator[Fault]:
    """Categories kept for some waves are the only ones there, and stand nowhere else."""
    if not any(category.waves for category in variable.categories):
        return
    for wave in codebook.waves:
        kept = variable.kept_for(wave)
        allowed = kept or [c for c in variable.table_codes if not variable.by_code[c].waves]
        wrong = _holds(survey, "wave", [wave]) & ~_holds(survey, variable.name, allowed)
        yield from faults_where(
            "survey", survey, variable.name, wrong, f"{listed(allowed, 'ou')} à {wave}"
        )


def _jobs(survey: pd.DataFrame, asked: list[Variable], codebook: Codebook) -> Iterator[Fault]:
    """After the first wave a job is described by those who have one, and by nobody else."""
    status = codebook.variable("status")
    in_job = status.codes_with("employed")
    later = [wave for wave in codebook.waves if wave != BEFORE]
    no_job = [
        category.code
        for category in status.categories
        if category.code not in in_job and any(map(category.exists_at, later))
    ]
    # Before the first enrolment, a job is the last one held: it goes with being a jobseeker.
    after = ~_holds(survey, "wave", [BEFORE])
    employed = after & _holds(survey, status.name, in_job)
    jobless = after & _holds(survey, status.name, no_job)
    unknown = after & _holds(survey, status.name, _absences(status, "no_information"))
    for variable in asked:
        name, none = variable.name, _absences(variable, "not_employed")
        if not none:
            continue
        if variable.kind == "integer":
            wrong = (jobless | unknown) & survey[name].notna().to_numpy()
            yield from faults_where(
                "survey", survey, name, wrong, "une cellule vide, faute d'emploi"
            )
            continue
        unknown_codes = _absences(variable, "no_information")
        no_such_job = _holds(survey, name, none)
        for wrong, expected in (
            (
                employed & no_such_job,
                f"un autre code que {listed(none, 'ou')}, la personne étant en emploi",
            ),
            (jobless & ~no_such_job, f"{listed(none, 'ou')}, la personne n'étant pas en emploi"),
            (
                unknown & ~_holds(survey, name, unknown_codes),
                f"{listed(unknown_codes, 'ou')}, la situation n'étant pas connue",
            ),
        ):
            yield from faults_where("survey", survey, name, wrong, expected)


def _absences(variable: Variable, kind: Absence) -> list[str]:
    return [c.code for c in variable.absences if c.absence == kind]


def _holds(frame: pd.DataFrame, column: str, codes: Collection[str]) -> NDArray[np.bool_]:
    cells = frame[column]
    return looked_up([category in codes for category in cells.cat.categories], cells)
