"""Is a codebook that is no codebook, or contradicts itself, refused in French, with the place and what was expected?

The cases stand in `refused/codebook/`, a file for each kind of mistake: `- ` our codebook as it is, `+ ` what is there
instead, then every line of the refusal; N is the number of a line, … whatever follows.
"""

import re
from pathlib import Path

import pytest

from dashboard.domain.errors import CodebookError
from dashboard.domain.known_variables import KNOWN
from dashboard.ingest.reference.codebook import read_codebook
from dashboard.ingest.reference.codebook_faults import required
from tests.support.codebooks import OURS, Refused, changed, faults_of, read, refused
from tests.support.exhibits import plain

CASES = {
    f"{path.stem}: {title}": case
    for path in sorted((Path(__file__).parent / "refused" / "codebook").glob("*.txt"))
    for title, case in refused(path).items()
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_mistake_is_told_in_french_with_its_place(tmp_path: Path, case: Refused) -> None:
    said = [
        re.sub(r"^ligne \d+", "ligne N", line)
        for line in faults_of(tmp_path, changed(case.changes))
    ]
    for line, expected in zip(said, case.lines, strict=True):
        assert line == expected or (expected.endswith("…") and line.startswith(expected[:-1]))


def test_the_line_that_is_no_toml_is_given_by_its_number(tmp_path: Path) -> None:
    (fault,) = faults_of(tmp_path, "# one\r\n\r\n[study\r\n")
    assert fault == "ligne 3 : « [study » ; un crochet fermant « ] » manque."


def test_all_mistakes_are_told_at_once_and_twenty_of_them_one_by_one(tmp_path: Path) -> None:
    two = changed({'label = "Promotion"\n': "", 'label = "Genre"\n': ""})
    assert faults_of(tmp_path, two) == [
        "variable « cohort » : le champ « label » manque.",
        "variable « gender » : le champ « label » manque.",
    ]
    assert len(faults_of(tmp_path, OURS.replace("kind = ", "sort = "))) == 21


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (OURS.encode("utf-16"), "codebook.toml, ligne 1 : le fichier n'est pas encodé en UTF-8"),
        (b"# ok\n# \xe9", "codebook.toml, ligne 2 : le fichier n'est pas encodé en UTF-8"),
        (b"a = " + b"[" * 100_000, "codebook.toml : trop de listes l'une dans l'autre."),
        (b"a = " + b"9" * 5000, "codebook.toml, à la fin du fichier : ce n'est pas du TOML"),
        (b"a = ", "codebook.toml, à la fin du fichier : ni un texte entre guillemets"),
        (b"study = 3\nvariables = 3", "codebook.toml, [study] : « 3 » ; attendu : des champs"),
        (b"[variables]\na = 3\n[shared]\ncategories = 4", "codebook.toml, [shared] : section mal"),
        (b"", "codebook.toml : la section [study] manque"),
    ],
)
def test_what_is_no_codebook_at_all_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(CodebookError) as caught:
        read(tmp_path, content)
    assert plain(str(caught.value)).startswith(said)


def test_the_shape_of_every_variable_that_views_look_for_is_known() -> None:
    assert required.KNOWN.keys() == KNOWN.keys()


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    assert read(tmp_path, OURS.encode("utf-8-sig")).variables


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="le fichier n'existe pas"):
        read_codebook(tmp_path / "rien.toml")
    with pytest.raises(CodebookError, match="c'est un dossier"):
        read_codebook(tmp_path)
