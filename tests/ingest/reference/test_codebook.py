"""Is a malformed codebook refused with its place?"""

from pathlib import Path

import pytest

from dashboard.domain.errors import CodebookError
from dashboard.ingest.reference.codebook import read_codebook

OURS = Path(__file__).parents[3] / "data" / "codebook.toml"


@pytest.mark.parametrize(
    ("written", "instead", "place"),
    [
        ('kind = "academic_year"', 'kind = "annee"', "variables.cohort.kind"),
        ('label = "Promotion"', "", "variables.cohort.label"),
        ('label = "Promotion"', 'label = "Promotion"\ncolor = "red"', "variables.cohort.color"),
        ('categories = "levels"', 'categories = "grades"', "grades"),
        ('absence = "unknown"', 'absence = "perhaps"', "absence"),
        ("maximum = 75", 'maximum = "vieux"', "variables.age_at_enrolment.maximum"),
        ("[study]", "[studies]", "study"),
        ("[study]", "[study", "line"),
    ],
)
def test_a_malformed_codebook_is_refused_with_the_place(
    tmp_path: Path, written: str, instead: str, place: str
) -> None:
    text = OURS.read_text(encoding="utf-8")
    assert written in text
    path = tmp_path / "dictionnaire.toml"
    path.write_text(text.replace(written, instead, 1), encoding="utf-8")
    with pytest.raises(CodebookError, match=place) as caught:
        read_codebook(path)
    assert str(caught.value).startswith("Dictionnaire illisible (dictionnaire.toml) : ")


def test_a_codebook_without_variables_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "vide.toml"
    path.write_text("", encoding="utf-8")
    with pytest.raises(CodebookError, match="variables"):
        read_codebook(path)
