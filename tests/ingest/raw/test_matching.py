"""Which table of a mapping reads which table of a file, and what is said where they do not fit?"""

import pytest

from dashboard.ingest.raw.grid import Grid, RawFile, RawRow
from dashboard.ingest.raw.mapping.model import ColumnMapping, GridMapping, SourceMapping
from dashboard.ingest.raw.matching import match
from tests.spec.written import CODEBOOK
from tests.support.exhibits import plain

HEADER = ("N°", "Année", "UE", "Équipe", "Modalité", "Note")
CONSTANTS = {"teaching_team": "other", "modality": "classroom"}


def mapping(files: str, sheet: str = "", *, column: str = "N°") -> GridMapping:
    return GridMapping(
        files=files,
        sheet=sheet,
        makes="enrolments",
        constants=CONSTANTS,
        columns=[
            ColumnMapping(column=column, variable="beneficiary_id"),
            ColumnMapping(column="annee", variable="academic_year"),
            ColumnMapping(column="UE", variable="unit"),
            ColumnMapping(column="Absente", ignored="vide"),
        ],
    )


def file(name: str, *sheets: str, header: tuple[str, ...] = HEADER) -> RawFile:
    grids = (
        Grid(name, sheet, header, (RawRow(2, ("1",) * len(header)),)) for sheet in sheets or ("",)
    )
    return RawFile(name, name, tuple(grids), ())


OTHERS = "colonne 4, colonne 5 et colonne 6 hors de la correspondance : laissées de côté."
ONE = [mapping("A.csv")]


@pytest.mark.parametrize(
    ("files", "tables", "failures", "said"),
    [
        ([file("a.csv")], ONE, 0, f"a.csv : {OTHERS}"),
        (
            [file("a.xlsx", "Inscrits", "Lisez-moi")],
            [mapping("*.xlsx", "insc*")],
            0,
            "a.xlsx, feuille Lisez-moi : feuille hors de la correspondance : 1 ligne de côté.",
        ),
        (
            [file("a.csv"), file("b.csv")],
            ONE,
            1,
            "b.csv : aucune table de la correspondance ne lit ce fichier : ajoutez-la, ou ôtez le fichier.",
        ),
        (
            [file("a.csv")],
            [*ONE, mapping("*.csv")],
            1,
            "a.csv : plusieurs tables de la correspondance la lisent : resserrez « files » ou « sheet ».",
        ),
        (
            [file("a.csv")],
            [*ONE, mapping("z.csv")],
            0,
            " : aucun fichier ni feuille pour la table « z.csv » de la correspondance.",
        ),
        (
            [file("a.csv")],
            [mapping("a.csv", column="Matricule")],
            1,
            "a.csv : la colonne « Matricule » manque.",
        ),
        (
            [file("a.csv", header=("N°", "n° ", "Année", "UE"))],
            ONE,
            1,
            "a.csv : la colonne « N° » figure plusieurs fois.",
        ),
    ],
)
def test_what_does_not_fit_is_told_with_its_place(
    files: list[RawFile], tables: list[GridMapping], failures: int, said: str
) -> None:
    source = SourceMapping(name="Essai", version=1, tables=tables)
    findings = match(files, [source], CODEBOOK).findings
    assert sum(f.level == "failure" for f in findings) == failures
    assert said in [plain(f"{f.place} : {f.message}") for f in findings]


def test_what_every_unit_needs_has_to_be_given() -> None:
    table = mapping("a.csv").model_copy(update={"constants": {"teaching_team": "other"}})
    source = SourceMapping(name="Essai", version=1, tables=[table])
    failed = [
        f for f in match([file("a.csv")], [source], CODEBOOK).findings if f.level == "failure"
    ]
    assert [plain(f.message) for f in failed] == [
        "aucune colonne ne donne « modality » (Modalité)."
    ]
