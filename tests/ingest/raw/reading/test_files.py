"""Does whatever a path leads to give one finding, that says what it is and what to do?"""

import gzip
import io
import os
import zipfile
from pathlib import Path

import pytest

from dashboard.ingest.checks.finding import Finding
from dashboard.ingest.raw.reading.limits import Limits
from dashboard.ingest.raw.reading.read import read_file, read_files
from tests.support.plain_spaces import plain_spaces


def failures(path: Path, limits: Limits | None = None) -> list[Finding]:
    file = read_file(path, limits or Limits())
    assert file.grids == ()
    return [finding for finding in file.findings if finding.level == "failure"]


def zip_of(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "application/vnd.oasis.opendocument.text")
    return made.getvalue()


OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
TABLE = "Il faut un tableau : CSV, XLSX ou ODS ; demandez-le à qui l'a envoyé."
DOCUMENT = "c'est un document de traitement de texte"
BINARY = "c'est un classeur binaire (.xlsb) : enregistrez-le en XLSX dans un tableur."
ARCHIVE = "c'est une archive : ouvrez-la et donnez les fichiers qu'elle contient."
LOCKED = "le classeur est protégé par un mot de passe : enregistrez-le sans mot de passe."
OLD = (
    "c'est un classeur ou un document d'avant 2007 (.xls, .doc) : ouvrez-le dans un tableur et enregistrez-le en "
    "XLSX."
)
PAGE = (
    "c'est une page web ou du XML, quel que soit son nom : ouvrez le fichier dans un tableur et enregistrez-le en "
    "XLSX."
)
DAMAGED = (
    "le fichier est abîmé ou coupé : ouvrez-le dans un tableur et enregistrez-le de nouveau, ou demandez-le une "
    "seconde fois à qui l'a envoyé."
)
NO_TABLE = "aucun tableau n'y est écrit : demandez un autre fichier à qui l'a envoyé."
OTHERS = {
    "nothing": (b"", "fichier", "le fichier est vide : demandez-en un autre à qui l'a envoyé."),
    "empty lines": (b";;\n\n ;\n", "tableaux", NO_TABLE),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "format", f"c'est un document PDF. {TABLE}"),
    "JPEG": (b"\xff\xd8\xff\xe0\x00\x10JFIF", "format", f"c'est une image. {TABLE}"),
    "Parquet": (b"PAR1\x15\x04PAR1", "format", f"c'est un fichier Parquet. {TABLE}"),
    "gzip": (gzip.compress(b"id;nom\n1;a\n"), "format", f"{ARCHIVE} {TABLE}"),
    "program": (bytes(range(256)) * 20, "format", f"ce n'est ni un texte ni un classeur. {TABLE}"),
    "DOCX": (zip_of("word/document.xml"), "format", f"{DOCUMENT}. {TABLE}"),
    "PPTX": (zip_of("ppt/presentation.xml"), "format", f"c'est une présentation. {TABLE}"),
    "ODT": (zip_of("mimetype", "content.xml"), "format", f"{DOCUMENT} ou une présentation. {TABLE}"),
    "XLSB": (zip_of("xl/workbook.bin"), "format", BINARY),
    "zip": (zip_of("centre.csv"), "format", ARCHIVE),
    "XLS": (OLE, "format", OLD),
    "XLSX with a password": (OLE + "EncryptedPackage".encode("utf-16-le"), "format", LOCKED),
    "web page": (b"<html><table><tr><td>id</td></tr></table>", "format", PAGE),
    "half a zip": (zip_of("xl/workbook.xml")[:40], "classeur", DAMAGED),
}  # fmt: skip


@pytest.mark.parametrize(("content", "check", "message"), OTHERS.values(), ids=OTHERS)
def test_what_is_no_table_is_named(
    tmp_path: Path, content: bytes, check: str, message: str
) -> None:
    path = tmp_path / "centre.xlsx"
    path.write_bytes(content)
    (finding,) = failures(path)
    assert (finding.stage, finding.check, plain_spaces(finding.message)) == (
        "reading",
        check,
        message,
    )
    assert str(finding.place) == "centre.xlsx"


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    loop, pipe = tmp_path / "loop.csv", tmp_path / "pipe.csv"
    loop.symlink_to(loop)
    os.mkfifo(pipe)
    said = {
        path.name: plain_spaces(failures(path)[0].message)
        for path in (tmp_path, loop, pipe, tmp_path / "absent.csv", tmp_path / "a\0.csv")
    }
    assert said == {
        tmp_path.name: "c'est un dossier : donnez les fichiers qu'il contient.",
        "loop.csv": "c'est un lien qui renvoie à lui-même : donnez le fichier lui-même.",
        "pipe.csv": "ce n'est pas un fichier ordinaire : donnez un fichier.",
        "absent.csv": "le fichier n'existe pas : vérifiez son nom et son dossier.",
        "a\0.csv": "son nom contient un caractère interdit : renommez-le.",
    }


def test_a_file_of_two_gigabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(2_000_000_000)
    (finding,) = failures(path)
    assert plain_spaces(finding.message) == (
        "le fichier dépasse 268 Mo : séparez-le en plusieurs, par année par exemple."
    )
    assert read_file(path).digest == ""


def test_files_are_told_one_after_the_other(tmp_path: Path) -> None:
    paths = [tmp_path / "a.csv", tmp_path / "absent.csv", tmp_path / "b.csv"]
    for path in paths[::2]:
        path.write_text("id;nom\n1;Anne\n")
    told: list[tuple[int, int]] = []
    read = list(read_files(paths, tell=lambda done, all_of_them: told.append((done, all_of_them))))
    assert [file.file for file in read] == ["a.csv", "absent.csv", "b.csv"]
    assert [len(file.grids) for file in read] == [1, 0, 1]
    assert told == [(1, 3), (2, 3), (3, 3)]
