"""What does `import` do, stage after stage? One that fails stops the next, and nothing is written."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import click

from dashboard import durable
from dashboard.cli.importing.opened import Study, read_mappings, read_sources, study_of
from dashboard.cli.importing.refusals import listed_findings, refusal_of, stopping
from dashboard.domain.errors import ImportingError
from dashboard.ingest.checks.finding import Finding
from dashboard.ingest.files import COMPANION, IMPORT
from dashboard.ingest.raw.imported import Imported, imported
from dashboard.ingest.raw.matching import Matched, Matches, match, undescribed
from dashboard.ingest.raw.personal.kept import personal_in_kept
from dashboard.ingest.raw.pseudonyms import fingerprint
from dashboard.ingest.raw.result.account import Provenance, account, refuse_other_key, totals
from dashboard.ingest.raw.result.alarms import alarms
from dashboard.ingest.raw.result.distributions import distributions
from dashboard.ingest.raw.result.files import REPORT, companion, json_bytes, table_files
from dashboard.ingest.raw.result.own_report import is_report
from dashboard.ingest.raw.result.whole_folder import write_whole
from dashboard.ingest.reading.tables import Tables, examine
from dashboard.ingest.reference.study import read_study
from dashboard.text.numbers import count, day
from dashboard.text.typography import unbroken
from dashboard.text.words import counted
from dashboard.web.import_report.page import report
from dashboard.web.import_report.told import Told


@dataclass(frozen=True)
class Wanted:
    """What is asked of an import.

    `current` is the study that the dashboard shows, if it is not the demonstration; `today` the day after which nothing
    can have happened, and nothing of it is written.
    """

    sources: Sequence[Path]
    mappings: Sequence[Path]
    folder: Path
    onto: Path | None
    current: Path | None
    reference: Path
    key: str
    dated: date | None
    today: date
    most: float
    report: Path


def done(wanted: Wanted) -> list[str]:
    """Imports, and says what was written; raises DashboardError where nothing is."""
    key = fingerprint(wanted.key)
    for folder in (wanted.onto, wanted.current):
        if folder is not None:
            refuse_other_key(folder, key, needed=folder == wanted.onto)
    study = study_of(wanted.onto, wanted.current, wanted.reference)
    mappings, outdated = read_mappings(wanted.mappings, study.book)
    described = [mapping for mapping, _ in mappings]
    files = read_sources(wanted.sources)
    stopping(undescribed(files, described))
    findings = [*outdated, *stopping(found for file in files for found in file.findings)]
    matches = match(files, described, study.book, known=study.onto is not None)
    findings += stopping(matches.findings)
    findings += [
        found for one in matches.matched for found in personal_in_kept(one.grid, one.columns)
    ]
    made = imported(
        _with_bar(matches),
        wanted.key,
        study.book,
        min(wanted.today, wanted.dated or wanted.today),
        study.earlier,
    )
    dated = _dated(wanted, made, study)
    version = study.onto.version if study.onto else ""
    provenance = Provenance(files, mappings, key, version, dated, _onto(wanted, study))
    told = Told(
        made=made,
        provenance=provenance,
        matches=matches,
        findings=findings,
        distributions=(),
        book=study.book,
        most=wanted.most,
        written=False,
        compared="",
        alarms=tuple(alarms(made)),
    )
    _refuse_mostly_refused(wanted, told)
    return _written(wanted, study, told)


def _with_bar(matches: Matches) -> Iterator[Matched]:
    """The tables to clean, with a bar of how many rows are done."""
    rows = sum(len(table.grid.rows) for table in matches.matched)
    with click.progressbar(length=rows, label="Nettoyage", file=sys.stderr) as bar:
        for table in matches.matched:
            yield table
            bar.update(len(table.grid.rows))


def _onto(wanted: Wanted, study: Study) -> str:
    """The earlier tables as whoever named them knows them: no version has their digest until they are published."""
    if wanted.onto is None or study.onto is None:
        return ""
    return f"tables du dossier « {wanted.onto.resolve().name} », données au {day(study.onto.dated)}"


def _named(before: Tables, wanted: Wanted, study: Study) -> str:
    """Of which tables others are that these are compared with: `de la version 2c4a9d0b1e3f`."""
    onto = _onto(wanted, study)
    return f"des {onto}" if onto else f"de la version {before.version}"


def _dated(wanted: Wanted, made: Imported, study: Study) -> date:
    """The day that is asked for; else that of the last survey, or of the tables that are added to."""
    if wanted.dated is not None:
        return wanted.dated
    days = (made.latest_survey, study.onto.dated if study.onto else None)
    known = [one for one in days if one is not None]
    if not known:
        said = "Aucune enquête dans ces fichiers ne date les données : donnez leur jour, --date 2017-10-31 par exemple."
        raise ImportingError(unbroken(said))
    return max(known)


def _refuse_mostly_refused(wanted: Wanted, told: Told) -> None:
    """Writes the report alone, and raises ImportingError, where too many rows are refused, or nobody is left."""
    why = refusal_of(told.made, wanted.most)
    if not why:
        return
    wanted.report.parent.mkdir(parents=True, exist_ok=True)
    durable.write_whole(wanted.report, report(told))
    lines = [*why, *listed_findings(told.alarms), f"Le rapport dit tout : {wanted.report}"]
    raise ImportingError(unbroken("\n".join(lines)))


def _written(wanted: Wanted, study: Study, told: Told) -> list[str]:
    """Writes the folder, and says so; the report that an earlier, refused import left beside it goes."""
    made = told.made
    files = table_files(made, study.book)
    files[COMPANION] = companion(told.provenance.dated)
    files[IMPORT] = json_bytes(account(made, told.provenance, study.book))
    files |= study.own_files

    doubts: list[Finding] = []

    def checked(room: Path) -> Mapping[str, bytes]:
        compared, doubtful = _compared(room, wanted, study, told)
        doubts.extend(doubtful)
        return {REPORT: report(compared)}

    write_whole(wanted.folder, files, checked)
    if is_report(beside_of(wanted.folder)):
        beside_of(wanted.folder).unlink()
    warned = listed_findings([*told.alarms, *doubts])
    others = sum(one.level == "warning" for one in told.findings) + len(made.unanswered)
    if others:
        warned.append(f"{counted(others, 'avertissement')} de plus dans le rapport.")
    return [
        f"Écrit : {wanted.folder}",
        _account(totals(made.ledger.accounts)),
        f"Bénéficiaires : {count(len(made.tables['beneficiaries']))}",
        *(["Avertissements :", *(f"  {line}" for line in warned)] if warned else []),
        f"Rapport : {wanted.folder / REPORT}",
    ]


def _account(sums: Mapping[str, int]) -> str:
    """`3 lignes lues, dont 1 gardée, 1 refusée, 1 fusionnée`."""
    read = counted(sums["read"], "ligne lue", "lignes lues", feminine=True)
    words = (("kept", "gardée"), ("refused", "refusée"), ("merged", "fusionnée"))
    parts = [f"{count(sums[name])} {word}{'s' * (sums[name] > 1)}" for name, word in words]
    return f"{read}, dont {', '.join(parts)}"


def beside_of(folder: Path) -> Path:
    """Where the report of an import to `folder` stands that wrote nothing else, if nobody says where."""
    return folder.with_name(f"{folder.name}.rapport.html")


def _compared(
    room: Path, wanted: Wanted, study: Study, told: Told
) -> tuple[Told, tuple[Finding, ...]]:
    """The report once the tables of `room` have passed the checks that they pass at load, and what these doubt.

    Raises ImportingError where they have not passed.
    """
    examination = examine(room, read_study(room, wanted.reference))
    if examination.tables is None:
        said = "Les fichiers, une fois nettoyés, ne suivent pas le dictionnaire : rien n'est écrit."
        raise ImportingError(f"{unbroken(said)}\n{examination.refusal}")
    before: Tables | None = study.onto or study.current
    doubts = examination.at("warning")
    compared = replace(
        told,
        findings=(*told.findings, *doubts),
        distributions=distributions(examination.tables, before, study.book),
        written=True,
        compared="" if before is None else _named(before, wanted, study),
    )
    return compared, doubts
