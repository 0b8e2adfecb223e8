"""Is a mapping read, and is one that contradicts itself or the codebook refused in French, with its place?"""

from pathlib import Path

import pytest

from dashboard.ingest.raw.mapping.digest import codebook_digest, outdated
from dashboard.ingest.raw.mapping.unconfirmed import unconfirmed
from dashboard.ingest.raw.mapping.write import write_mapping
from tests.ingest.raw.mapping.mappings import ENROLMENTS, SURVEY, codebook, faults_of, read
from tests.support.codebooks import Refused, changed, refused
from tests.support.exhibits import plain

TABLE = "table « inscriptions-*.xlsx », feuille « Inscrits »"


@pytest.mark.parametrize("text", [ENROLMENTS, SURVEY], ids=["enrolments", "survey"])
def test_what_is_read_and_written_again_is_the_same_mapping(tmp_path: Path, text: str) -> None:
    mapping = read(tmp_path, text)
    again = write_mapping(mapping, codebook())
    assert read(tmp_path, again) == mapping
    assert write_mapping(read(tmp_path, again), codebook()) == again


def test_a_byte_order_mark_and_the_line_ends_of_windows_are_no_fault(tmp_path: Path) -> None:
    windows = b"\xef\xbb\xbf" + ENROLMENTS.replace("\n", "\r\n").encode()
    assert read(tmp_path, windows) == read(tmp_path, ENROLMENTS)


MAPPINGS = {"enrolments": ENROLMENTS, "survey": SURVEY}
REFUSED = [
    pytest.param(text, case, id=f"{kind}: {title}")
    for kind, text in MAPPINGS.items()
    for title, case in refused(Path(__file__).parent / "refused" / f"{kind}.txt").items()
]


@pytest.mark.parametrize(("text", "case"), REFUSED)
def test_a_fault_is_told_in_french_with_its_place(tmp_path: Path, text: str, case: Refused) -> None:
    said = faults_of(tmp_path, changed(case.changes, text))
    for line, expected in zip(said, case.lines, strict=True):
        assert line == expected or (expected.endswith("…") and line.startswith(expected[:-1]))


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    two = ENROLMENTS.replace('"gender"', '"gendre"').replace('"52"', '"Nantes"')
    assert len(faults_of(tmp_path, two)) == 2


def test_two_tables_of_the_same_files_are_refused(tmp_path: Path) -> None:
    tables = ENROLMENTS[ENROLMENTS.index("[[tables]]") :]
    (line,) = faults_of(tmp_path, ENROLMENTS + tables)
    assert line.startswith(f"{TABLE} : ces fichiers et cette feuille sont déjà ceux d'une autre")


def test_what_is_not_confirmed_is_listed_line_by_line(tmp_path: Path) -> None:
    text = ENROLMENTS.replace('makes = "enrol', 'confirmed = false\nmakes = "enrol')
    text = text.replace('column = "Nom"', 'column = "Nom"\nconfirmed = false')
    assert [plain(str(line)) for line in unconfirmed(read(tmp_path, text))] == [
        f"{TABLE} : à confirmer",
        f"{TABLE}, colonne « Sexe », réponse « Mlle » : à confirmer",
        f"{TABLE}, colonne « Nom » : à confirmer",
    ]


def test_what_is_not_known_yet_may_be_empty_as_long_as_it_is_to_be_confirmed(
    tmp_path: Path,
) -> None:
    text = ENROLMENTS.replace('makes = "enrol', 'confirmed = false\nmakes = "enrol')
    text = text.replace('region = "52"', 'region = ""').replace('Mlle = "F"', 'Mlle = ""')
    mapping = read(tmp_path, text)
    assert mapping.tables[0].constants["region"] == ""
    assert len(unconfirmed(mapping)) == 2


def test_what_an_empty_cell_means_is_an_answer_like_any_other(tmp_path: Path) -> None:
    text = ENROLMENTS.replace('"Féminin" = "F"', '"" = "F"').replace('["Mlle"]', '["Mlle", ""]')
    mapping = read(tmp_path, text)
    assert mapping.tables[0].columns[2].answers[""] == "F"
    assert read(tmp_path, write_mapping(mapping, codebook())) == mapping
    assert plain(str(unconfirmed(mapping)[-1])) == (
        f"{TABLE}, colonne « Sexe », cellule vide : à confirmer"
    )


def test_a_mapping_of_another_codebook_is_told(tmp_path: Path) -> None:
    book = codebook()
    dated = f'version = 3\ncodebook = "{codebook_digest(book)}"'
    assert outdated(read(tmp_path, ENROLMENTS.replace("version = 3", dated)), book) == ""
    older = read(tmp_path, ENROLMENTS.replace("version = 3", 'version = 3\ncodebook = "0123"'))
    assert "a été écrite pour un autre état du dictionnaire" in outdated(older, book)
