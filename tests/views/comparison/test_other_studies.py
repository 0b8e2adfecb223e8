"""Can any study be compared with itself, whatever it compares groups by?"""

from __future__ import annotations

from tests.studies.answers import exhibit
from tests.studies.studies import study
from tests.support.retold import retold


def test_groups_that_are_cohorts_and_regions_are_lines_as_others() -> None:
    of_study = study("rien_publie")
    uses = of_study.vocabulary.codebook.uses
    grouped = retold(of_study, uses=uses.model_copy(update={"compared": ("cohort", "region")}))
    search = "genre=hommes&b.genre=femmes&comparer.vue=emploi-groupes"
    rows = exhibit("comparer", search, grouped).content.data_table.rows
    named = {label for row in rows for label in row.labels}
    assert "Bretagne" in named
    assert any("2019-2020" in label for label in named)


def test_a_region_keeps_its_capital_in_a_sentence() -> None:
    of_study = study("rien_publie")
    uses = of_study.vocabulary.codebook.uses
    grouped = retold(of_study, uses=uses.model_copy(update={"compared": ("region",)}))
    notes = " ".join(exhibit("emploi-groupes", "", grouped).content.notes)
    assert "Bretagne (" in notes
    assert "bretagne" not in notes
