"""Is nothing shown of a file that is given as TOML and is a table of people?"""

from pathlib import Path

import pytest

from dashboard.domain.errors import MappingError
from dashboard.ingest.reference.toml_file import read_toml

TABLES = [
    "N°;Nom;Prénom;Né le\n1;DURAND;Marie;03/04/1971\n",
    "1;DURAND;Marie;03/04/1971\n",
    "DURAND\tMarie\n",
    '"DURAND","Marie","1971-04-03"\n',
    '"DURAND"\n"LE GOFF"\n',
    "DURAND\n",
    "Nom : DURAND\n",
    '[{"nom": "DURAND", "prenom": "Marie"}]\n',
    '["DURAND", "Marie"]\n',
    '{"nom": "DURAND"}\n',
    "<row>DURAND</row>\n",
    "'DURAND';'Marie'\n",
    "# remarque\n\nformat = 1\nDURAND;Marie\n",
]


@pytest.mark.parametrize("text", TABLES)
def test_no_line_of_a_table_is_shown(tmp_path: Path, text: str) -> None:
    path = tmp_path / "mapping.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MappingError) as caught:
        read_toml(path, MappingError)
    said = str(caught.value).replace("\u00a0", " ")
    assert said.startswith("mapping.toml, ligne ")
    assert "cette ligne n'est pas du TOML" in said
    assert "DURAND" not in said
    assert "Marie" not in said


@pytest.mark.parametrize(
    "line",
    [
        'label = "Genre',
        "label = Genre",
        "[variables.gender",
        "code = 1 2",
        '{ code = "F"',
        '"a b" = x',
    ],
)
def test_a_line_that_is_meant_as_toml_is_shown(tmp_path: Path, line: str) -> None:
    path = tmp_path / "codebook.toml"
    path.write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(MappingError) as caught:
        read_toml(path, MappingError)
    assert line.split(maxsplit=1)[0] in str(caught.value)
