"""Which table of a mapping reads which table of a file, and what is said where they do not fit?"""

import pytest

from dashboard.ingest.raw.grid import Grid, RawFile, RawRow
from dashboard.ingest.raw.mapping.model import ColumnMapping, GridMapping, SourceMapping
from dashboard.ingest.raw.matching import match, undescribed
from tests.ingest.raw.small import grid_of, mapping_of
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


@pytest.mark.parametrize(
    ("name", "is_described"),
    [("A.csv", True), ("a.csv", True), ("2016/a.csv", True), ("codes.txt", False)],
)
def test_a_file_that_no_mapping_describes_is_told_whether_it_could_be_read_or_not(
    name: str, is_described: bool
) -> None:
    source = SourceMapping(name="Essai", version=1, tables=ONE)
    told = undescribed([RawFile(name, "", (), ())], [source])
    message = f"{name} : aucune correspondance ne décrit ce fichier : ôtez-le, ou décrivez-le."
    assert [plain(str(one)) for one in told] == ([] if is_described else [message])
    assert all(one.level == "failure" for one in told)


NO_STATUS = (
    "s.csv : aucune colonne ne donne « status » (Situation professionnelle) : décrivez les colonnes des réponses dans "
    "la correspondance, sinon chacun y serait sans information."
)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("id|status", []),
        ("id|contract", [NO_STATUS]),
        ("id|job", [NO_STATUS]),
        # The job before says nothing of the wave itself.
        ("id|before", [NO_STATUS]),
    ],
)
def test_a_survey_that_does_not_say_the_situation_stops(header: str, expected: list[str]) -> None:
    grid = grid_of("s.csv", header + "\n1|CDI")
    table = mapping_of("s.csv", "survey", grid, "2014-09-01")
    source = SourceMapping(name="Essai", version=1, tables=[table])
    found = match([RawFile("s.csv", "", (grid,), ())], [source], CODEBOOK).findings
    assert [plain(str(f)) for f in found if f.level == "failure"] == expected


@pytest.mark.parametrize(("known", "warnings"), [(False, 1), (True, 0)])
def test_without_enrolments_nobody_is_a_beneficiary_but_those_known_before(
    known: bool, warnings: int
) -> None:
    grid = grid_of("s.csv", "id|status\n1|CDI")
    table = mapping_of("s.csv", "survey", grid, "2014-09-01")
    source = SourceMapping(name="Essai", version=1, tables=[table])
    found = match([RawFile("s.csv", "", (grid,), ())], [source], CODEBOOK, known=known).findings
    assert sum(f.check == "enrolments" for f in found) == warnings
