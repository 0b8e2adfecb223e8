"""Does a mapping as it is written say what each line means, and what nobody is sure of?"""

from pathlib import Path

from dashboard.ingest.raw.mapping.write import write_mapping
from tests.ingest.raw.mapping.mappings import ENROLMENTS, SURVEY, codebook, read
from tests.support.exhibits import plain


def written(folder: Path, text: str) -> str:
    return plain(write_mapping(read(folder, text), codebook()))


def test_labels_of_the_codebook_stand_beside_names_and_codes(tmp_path: Path) -> None:
    text = written(tmp_path, ENROLMENTS)
    assert 'variable = "gender"  # Genre\n' in text
    assert '"Féminin" = "F"  # Femmes\n' in text


def test_each_line_to_be_confirmed_says_so_and_no_other(tmp_path: Path) -> None:
    unsure = ENROLMENTS.replace('column = "Né le"', 'column = "Né le"\nconfirmed = false')
    lines = written(tmp_path, unsure).split("[[tables]]")[-1].split("\n")
    assert [line for line in lines if "# à confirmer" in line] == [
        'Mlle = "F"  # à confirmer : « Femmes » ?',
        "# à confirmer : cette colonne donne-t-elle « Âge à la première inscription » ?",
    ]


def test_what_a_row_is_and_what_is_to_be_filled_in_is_asked_of_a_table(tmp_path: Path) -> None:
    unsure = SURVEY.replace("[[tables]]", "[[tables]]\nconfirmed = false")
    assert (
        "# à confirmer : un questionnaire par ligne ? les constantes sont-elles justes ?\n"
        in written(tmp_path, unsure)
    )
    empty = unsure.replace('"2016-09-01"', '""')
    asked = '# à confirmer : un questionnaire par ligne ? remplissez ce qui est vide, "".\n'
    assert asked in written(tmp_path, empty)


def test_each_field_is_explained_once_at_the_top(tmp_path: Path) -> None:
    head = written(tmp_path, SURVEY).split("format = 1")[0]
    for field in (
        "variable",
        "personal",
        "ignored",
        "wave",
        "to_confirm",
        "option",
        "width",
        "kept",
    ):
        assert sum(line.startswith(f"# {field} ") for line in head.split("\n")) == 1
