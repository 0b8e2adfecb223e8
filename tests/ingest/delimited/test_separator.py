"""Is the separator of a text found, whatever else stands in it?"""

import pytest

from dashboard.ingest.delimited.separator import separator_of, told_separator

TEXTS = {
    "semicolons and decimal commas": ("id;note;prix\n1;12,5;3,0\n2;13,5;4,0\n", ";"),
    "commas and semicolons in a text": ('id,nom,avis\n1,a,"x; y; z"\n2,b,"u; v; w"\n', ","),
    "tabs and commas in addresses": ("id\tnom\tadresse\n1\ta\t1, rue B, Lille\n", "\t"),
    "bars": ("id|nom\n1|a;b\n2|c\n", "|"),
    "titles above, with commas": ("Centre, Lille, Nord\nÉté, 2015\n\nid;nom;x\n1;a;\n2;b;\n3;c;\n", ";"),
    "one column": ("identifiant\nA1\nA2\n", None),
    "nothing": ("", None),
    "an open quote": ('id;nom\n1;"a\n2;b\n', ";"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "separator"), TEXTS.values(), ids=TEXTS)
def test_the_separator_is_that_of_the_widest_consistent_table(
    text: str, separator: str | None
) -> None:
    assert separator_of(text) == separator


@pytest.mark.parametrize(
    ("line", "separator"), [("sep=;\r\n", ";"), ('"sep=\t"', "\t"), ("sep=x\n", None), ("id;b", None)]
)  # fmt: skip
def test_excel_may_tell_the_separator(line: str, separator: str | None) -> None:
    assert told_separator(line) == separator
