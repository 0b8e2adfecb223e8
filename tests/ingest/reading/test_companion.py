"""What date, version and stamp do the tables of a folder have?"""

import os
from datetime import date
from pathlib import Path

import pytest

from dashboard.domain.errors import TableError
from dashboard.ingest.reading.tables import read_tables
from tests.support.tables import CODEBOOK, edited, valid_tables, write_csv

DAY = 86_400


def refusal(folder: Path) -> str:
    with pytest.raises(TableError) as caught:
        read_tables(folder, CODEBOOK)
    return str(caught.value).replace("\u00a0", " ").replace("\u202f", " ")


def test_the_version_changes_with_any_byte_and_only_then(tmp_path: Path) -> None:
    first = read_tables(write_csv(tmp_path, valid_tables()), CODEBOOK).version
    assert read_tables(write_csv(tmp_path, valid_tables()), CODEBOOK).version == first
    other = edited(valid_tables(), "beneficiaries", 2, {"age_at_enrolment": "35"})
    assert read_tables(write_csv(tmp_path, other), CODEBOOK).version != first
    assert len(first) == 12
    assert int(first, 16) >= 0


def test_without_a_companion_the_tables_are_real_and_dated_from_the_last_file(
    tmp_path: Path,
) -> None:
    write_csv(tmp_path, valid_tables())
    for days, name in enumerate(CODEBOOK.tables, start=1):
        os.utime(tmp_path / f"{name}.csv", (days * DAY, days * DAY))
    tables = read_tables(tmp_path, CODEBOOK)
    assert (tables.dated, tables.demonstration, tables.label) == (date(1970, 1, 5), False, "")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_the_companion_dates_and_stamps_the_tables(tmp_path: Path, encoding: str) -> None:
    write_csv(tmp_path, valid_tables())
    bare = read_tables(tmp_path, CODEBOOK)
    (tmp_path / "data.toml").write_text(
        '[data]\ndate = 2017-10-31\ndemonstration = true\nlabel = "Données d\'essai"\n',
        encoding=encoding,
    )
    tables = read_tables(tmp_path, CODEBOOK)
    assert (tables.dated, tables.demonstration, tables.label) == (
        date(2017, 10, 31),
        True,
        "Données d'essai",
    )
    assert tables.version != bare.version


COMPANIONS = {
    "no section": ("date = 2017-10-31\n", "data.toml : la section [data] manque."),
    "a text for a section": ('data = "2017"\n', "data.toml : la section [data] manque."),
    "date as a text": (
        '[data]\ndate = "octobre 2017"\ndemonstration = true\nlabel = ""\n',
        (
            "data.toml, champ date : « octobre 2017 » ; "
            "attendu : une date sans guillemets, telle que 2017-10-31."
        ),
    ),
    "number for a yes": (
        '[data]\ndate = 2017-10-31\ndemonstration = 1\nlabel = ""\n',
        "data.toml, champ demonstration : « 1 » ; attendu : true ou false.",
    ),
    "field absent": (
        "[data]\ndate = 2017-10-31\ndemonstration = true\n",
        (
            "data.toml, champ label : absent ; "
            "attendu : un texte entre guillemets, qui peut être vide."
        ),
    ),
    "unknown field": (
        '[data]\ndate = 2017-10-31\ndemonstration = true\nlabel = ""\ntitle = ""\n',
        "data.toml : champ inconnu « title ».",
    ),
}


@pytest.mark.parametrize(("content", "message"), COMPANIONS.values(), ids=COMPANIONS)
def test_a_companion_that_is_wrong_is_refused(tmp_path: Path, content: str, message: str) -> None:
    write_csv(tmp_path, valid_tables())
    (tmp_path / "data.toml").write_text(content, encoding="utf-8")
    assert refusal(tmp_path) == message


def test_a_companion_that_is_not_toml_is_refused(tmp_path: Path) -> None:
    write_csv(tmp_path, valid_tables())
    (tmp_path / "data.toml").write_text("[data", encoding="utf-8")
    assert refusal(tmp_path) == "data.toml, à la fin du fichier : un crochet fermant « ] » manque."
