"""What became of the rows of each file?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from dashboard.ingest.raw.grid import RawFile
from dashboard.ingest.raw.ledger import Applied, Origin
from dashboard.ingest.raw.result.account import totals
from dashboard.web.import_report.grid import Row, grid
from dashboard.web.import_report.places import lines
from dashboard.web.import_report.told import Told
from dashboard.web.markup import Content, tag

READ = ("Fichier", "Feuille", "Lues", "Gardées", "Refusées", "Fusionnées")
LEFT_OUT = ("Règle", "Fichier", "Feuille", "Colonne", "Nombre", "Lignes")
RANKS = "Rangs dans un tableur"
"""Where a cell of a text file has line breaks, a spreadsheet counts fewer rows than the file has lines."""


def rows_read(told: Told) -> Iterator[Content]:
    """The account of each file, and what was no row."""
    accounts = told.made.ledger.accounts
    rows = [Row(a.file, [a.sheet, a.read, a.kept, a.refused, a.merged]) for a in accounts]
    sums = totals(accounts)
    rows.append(Row("Ensemble", ["", *sums.values()], "total"))
    yield grid("Lignes de chaque fichier", READ, rows)
    yield tag(
        "p",
        "Pour chaque fichier, lues = gardées + refusées + fusionnées. Une ligne d'inscription gardée est une unité du "
        "jeu ; une ligne d'enquête gardée, un questionnaire.",
        class_="muted",
    )
    yield from _aside(told)
    yield grid(
        "Empreinte de chaque fichier (SHA-256)",
        ("Fichier", "Empreinte"),
        [Row(file.file, [tag("code", file.digest)]) for file in told.provenance.files],
    )


def left_out(told: Told) -> Iterator[Content]:
    """The rows refused and the cells blanked, by rule and file, with their lines."""
    applied = told.made.ledger.left_out
    for effect, caption, none in (
        ("refused", "Lignes refusées", "Aucune ligne n'est refusée."),
        ("blanked", "Cellules vidées, dont la ligne est gardée", "Aucune cellule n'est vidée."),
    ):
        yield _applied([a for a in applied if a.rule.effect == effect], caption, none)


def merged(told: Told) -> Iterator[Content]:
    """The rows that add nothing to another one."""
    yield _applied(told.made.ledger.merged, "Lignes fusionnées", "Aucune ligne n'est fusionnée.")


def decided(told: Told) -> Iterator[Content]:
    """Where sources disagree, and what decided."""
    yield _applied(
        told.made.ledger.decided, "Désaccords entre lignes", "Aucun désaccord entre les lignes."
    )


def _applied(applied: Sequence[Applied], caption: str, none: str) -> Markup:
    if not applied:
        return tag("p", none)
    by_place: defaultdict[tuple[str, str, str, str], list[Origin]] = defaultdict(list)
    for one in applied:
        key = (one.rule.name, one.origin.file, one.origin.sheet, one.column)
        by_place[key].append(one.origin)
    told = any(one.origin.rank not in (0, one.origin.line) for one in applied)
    return grid(
        caption,
        (*LEFT_OUT, RANKS) if told else LEFT_OUT,
        [
            Row(key[0], [*key[1:], len(at), *_where(at, with_ranks=told)])
            for key, at in sorted(by_place.items())
        ],
    )


def _where(origins: Sequence[Origin], *, with_ranks: bool) -> Iterator[Markup]:
    """The lines of a text editor, and the rows that a spreadsheet shows where they are others in some file."""
    yield tag("span", lines(one.line for one in origins), class_="lines")
    if with_ranks:
        yield tag("span", lines(one.rank or one.line for one in origins), class_="lines")


def _aside(told: Told) -> Iterator[Content]:
    """What was read and is no row of data: blanks, totals, sheets that no mapping reads."""
    rows = [*_set_aside(told.provenance.files)]
    rows += [
        Row(sheet.file, [sheet.sheet, "hors de la correspondance", len(sheet.rows), ""])
        for sheet in told.matches.aside
    ]
    if rows:
        yield grid(
            "Mis de côté à la lecture", ("Fichier", "Feuille", "Pourquoi", "Nombre", "Lignes"), rows
        )


def _set_aside(files: Iterable[RawFile]) -> Iterator[Row]:
    for sheet in (sheet for file in files for sheet in file.grids):
        for why, n in sorted(Counter(one.why for one in sheet.set_aside).items()):
            at = lines(one.line for one in sheet.set_aside if one.why == why)
            yield Row(sheet.file, [sheet.sheet, why, n, at])
