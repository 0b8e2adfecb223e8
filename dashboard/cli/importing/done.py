"""What does `import` do, stage after stage? One that fails stops the next, and nothing is written."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from dashboard import durable
from dashboard.cli.importing.opened import Study, read_mappings, read_sources, study_of
from dashboard.domain.errors import ImportingError, TableError
from dashboard.domain.statistics.rates import Share
from dashboard.ingest.checks.finding import Finding
from dashboard.ingest.files import COMPANION, IMPORT
from dashboard.ingest.raw.imported import Imported, imported
from dashboard.ingest.raw.matching import Matched, Matches, match
from dashboard.ingest.raw.personal.kept import personal_in_kept
from dashboard.ingest.raw.pseudonyms import fingerprint
from dashboard.ingest.raw.result.account import Provenance, account, refuse_other_key, totals
from dashboard.ingest.raw.result.distributions import distributions
from dashboard.ingest.raw.result.files import REPORT, companion, json_bytes, table_files
from dashboard.ingest.raw.result.whole_folder import write_whole
from dashboard.ingest.reading.tables import Tables, read_tables
from dashboard.ingest.reference.study import read_study
from dashboard.text.numbers import count, day, decimal, share
from dashboard.text.typography import unbroken
from dashboard.text.words import counted
from dashboard.web.import_report.page import report
from dashboard.web.import_report.told import Told

NAMED = 5
"""How many causes of refusals are named before the report."""

SHOWN = 20
"""How many findings are listed before the others are counted."""


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
    files = read_sources(wanted.sources)
    findings = [*outdated, *_stopping(found for file in files for found in file.findings)]
    matches = match(files, [mapping for mapping, _ in mappings], study.book)
    findings += _stopping(matches.findings)
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
    told = Told(made, provenance, matches, findings, (), study.book, wanted.most, False, "")
    _refuse_mostly_refused(made, wanted, told)
    return _written(made, wanted, study, told)


def _stopping(found: Iterable[Finding]) -> list[Finding]:
    """What was found; raises ImportingError where a check failed."""
    findings = [one for one in found if one.level != "pass"]
    failed = [one for one in findings if one.level == "failure"]
    if failed:
        lines = [
            f"{one.place} : {one.message}" if str(one.place) else one.message for one in failed
        ]
        more = [f"… et {count(len(lines) - SHOWN)} autres."] if len(lines) > SHOWN else []
        said = ["Rien n'est importé :", *lines[:SHOWN], *more]
        raise ImportingError(unbroken("\n".join(said)))
    return findings


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


def _refuse_mostly_refused(made: Imported, wanted: Wanted, told: Told) -> None:
    """Writes the report alone, and raises ImportingError, where too many rows are refused, or nobody is left."""
    sums = totals(made.ledger.accounts)
    part = Share(sums["refused"], sums["read"])
    too_many = (part.percent or 0) > wanted.most
    if made.tables["beneficiaries"] and not too_many:
        return
    wanted.report.parent.mkdir(parents=True, exist_ok=True)
    durable.write_whole(wanted.report, report(told))
    why = (
        f"{count(sums['refused'])} lignes refusées sur {count(sums['read'])}, soit {share(part)}, au-delà du seuil de "
        f"{decimal(wanted.most)} % (--refus-max)"
        if too_many
        else "il ne reste aucun bénéficiaire"
    )
    lines = [f"Rien n'est importé : {why}.", *_most_refused(made)]
    raise ImportingError(unbroken("\n".join([*lines, f"Le rapport dit tout : {wanted.report}"])))


def _most_refused(made: Imported) -> Iterator[str]:
    """The rules, files and columns that refuse most rows, the first first."""
    refused = Counter(
        (one.rule.name, one.origin.file, one.column)
        for one in made.ledger.left_out
        if one.rule.effect == "refused"
    )
    for (rule, file, column), n in refused.most_common(NAMED):
        place = f"{file}, colonne {column}" if column else file
        yield f"  {counted(n, 'ligne', feminine=True)} : {rule} ({place})"


def _written(made: Imported, wanted: Wanted, study: Study, told: Told) -> list[str]:
    files = table_files(made, study.book)
    files[COMPANION] = companion(told.provenance.dated)
    files[IMPORT] = json_bytes(account(made, told.provenance, study.book))
    files |= study.own_files

    def checked(room: Path) -> Mapping[str, bytes]:
        return {REPORT: report(_compared(room, wanted, study, told))}

    write_whole(wanted.folder, files, checked)
    sums = {name: count(n) for name, n in totals(made.ledger.accounts).items()}
    rows = "Lignes lues : {read} ; gardées : {kept} ; refusées : {refused} ; fusionnées : {merged}"
    return [
        f"Écrit : {wanted.folder}",
        rows.format_map(sums),
        f"Bénéficiaires : {count(len(made.tables['beneficiaries']))}",
        f"Rapport : {wanted.folder / REPORT}",
    ]


def _compared(room: Path, wanted: Wanted, study: Study, told: Told) -> Told:
    """The report once the tables of `room` have passed the checks that they pass at load; raises ImportingError."""
    try:
        tables = read_tables(room, read_study(room, wanted.reference))
    except TableError as error:
        said = "Les fichiers, une fois nettoyés, ne suivent pas le dictionnaire : rien n'est écrit."
        raise ImportingError(f"{unbroken(said)}\n{error}") from error
    before: Tables | None = study.onto or study.current
    return Told(
        told.made,
        told.provenance,
        told.matches,
        told.findings,
        distributions(tables, before, study.book),
        told.book,
        told.most,
        written=True,
        compared="" if before is None else f"la version {before.version}",
    )
