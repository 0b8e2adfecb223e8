"""Is the cost shown only where a budget is known, and of everybody?"""

import shutil
from pathlib import Path

import pandas as pd
import pytest

from dashboard.content.charts.bars import GroupedBars
from dashboard.disclosure.policy import INTERNAL
from dashboard.domain.codebook import Word
from dashboard.domain.errors import CodebookError
from dashboard.ingest.reference.budgets import read_budgets
from dashboard.opening import open_publication
from dashboard.outputs.csv import write_csv
from dashboard.outputs.deck.presentation import write_pptx
from dashboard.outputs.deck.template import own_template
from dashboard.publication import Publication
from dashboard.views.registry import not_offered
from dashboard.views.training.cost import VIEW
from tests.outputs.taken import parts
from tests.support.exhibits import composed, content, opened, plain, row, shown
from tests.support.retold import retold
from tests.support.stores import REFERENCE, tables

ONE = 'academic_year = "2016-2017"\namount = 1_065_000\nsource = "Bilan"\n'


def bars(search: str = "") -> GroupedBars:
    chart = content("cout", search).chart
    assert isinstance(chart, GroupedBars)
    return chart


def test_the_published_budget_stands_against_the_year_s_enrolments() -> None:
    everybody = content("cout")
    cost = row(everybody, "2016-2017")
    assert cost.count == everybody.base == 402
    assert cost.measures == (855, 1_065_000, 2649.25, 1245.61)


def test_a_year_without_a_known_budget_is_absent_and_not_zero() -> None:
    costs = content("cout")
    assert [row.labels for row in costs.data_table.rows] == [("2016-2017",)]
    assert bars().series[0].values == (1_065_000,)
    assert [name.plain for name in bars().categories] == ["2016-2017"]
    assert costs.population.endswith("2016-2017, seule année dont le budget est connu")
    assert any(plain(n).startswith("Budget inconnu, et non nul : 2012-2013") for n in costs.notes)


def test_a_calendar_year_is_mentioned() -> None:
    assert any("année civile 2017" in note for note in content("cout").notes)


def test_no_filter_applies_and_none_is_named() -> None:
    filtered = shown("cout", "genre=F&region=bretagne")
    assert filtered.content.data_table == content("cout").data_table
    assert filtered.selection == "Toutes les promotions, toutes les régions"
    assert any("Les filtres ne s'appliquent pas" in note for note in filtered.content.notes)


@pytest.mark.parametrize(("measure", "amount"), [("beneficiaire", 2649.25), ("ue", 1245.61)])
def test_per_beneficiary_and_per_unit(measure: str, amount: float) -> None:
    amounts = bars(f"cout.montant={measure}").series[0].values
    assert amounts[-1] == pytest.approx(amount, abs=0.005)


def test_it_is_not_offered_where_no_budget_is_known() -> None:
    assert VIEW.missing(retold(opened(), budgets=()).vocabulary)
    assert not VIEW.missing(opened().vocabulary)


def test_a_budget_of_no_year_of_the_tables_is_of_nobody() -> None:
    (budget,) = opened().vocabulary.codebook.budgets
    elsewhere = budget.model_copy(update={"academic_year": "2030-2031"})
    nothing = composed("cout", "", retold(opened(), budgets=(elsewhere,))).content
    assert (nothing.base, nothing.population) == (0, "bénéficiaires inscrits")


def test_the_words_are_those_of_the_study() -> None:
    study = opened().vocabulary.codebook.study
    modules = study.model_copy(update={"funded": Word(singular="module", plural="modules")})
    per_unit = composed("cout", "cout.montant=module", retold(opened(), study=modules, layers=()))
    assert per_unit.content.title == "Budget par module financé, par année universitaire"
    assert per_unit.content.data_table.measure_names[::3] == ("modules financés", "€ par module")
    assert "et 855 modules font" in plain(per_unit.content.reading)
    assert any("non par promotion ou par bénéficiaire" in note for note in per_unit.content.notes)


@pytest.mark.parametrize(
    ("beneficiaries", "divided"),
    [(None, True), (402, True), (383, True), (422, True), (380, False), (424, False), (330, False)],
)
def test_a_budget_is_divided_by_those_alone_whom_it_has_paid_for(
    beneficiaries: int | None, divided: bool
) -> None:
    told = composed("cout", "", _paying_for(beneficiaries)).content
    assert [row.labels for row in told.data_table.rows] == ([("2016-2017",)] if divided else [])


@pytest.mark.parametrize("measure", ["total", "beneficiaire", "ue"])
def test_what_is_not_divided_is_told_in_a_sentence_and_nowhere_shown(measure: str) -> None:
    exhibit = composed("cout", f"cout.montant={measure}", _paying_for(1200))
    assert exhibit.empty
    said = plain(exhibit.content.nothing)
    assert said == (
        "Le budget de 2016-2017 porte sur 1 200 bénéficiaires ; les tables en ont 402 : aucun coût n'est calculé."
    )
    assert exhibit.content.data_table.rows == ()


def test_a_year_that_is_divided_stands_beside_a_sentence_on_one_that_is_not() -> None:
    (budget,) = opened().vocabulary.codebook.budgets
    other = budget.model_copy(update={"academic_year": "2015-2016", "beneficiaries": 7})
    told = composed("cout", "", retold(opened(), budgets=(budget, other))).content
    assert [row.labels for row in told.data_table.rows] == [("2016-2017",)]
    assert told.population.endswith("2016-2017, seule année dont le coût est calculé")
    assert any("Le budget de 2015-2016 porte sur 7" in plain(note) for note in told.notes)


def test_our_budget_is_that_of_as_many_as_the_study_counts() -> None:
    book = opened().vocabulary.codebook
    (published,) = [f for f in book.figures if f.id == "figure-1/ensemble/2016-2017"]
    assert [budget.beneficiaries for budget in book.budgets] == [published.value]


@pytest.fixture(scope="module")
def a_part(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of one region, without a codebook: the dashboard's own files describe them."""
    folder = tables(tmp_path_factory.mktemp("part") / "tables")
    people = pd.read_csv(folder / "beneficiaries.csv", dtype=str)
    kept = people[people["region"] == "11"]["beneficiary_id"]
    for path in folder.glob("*.csv"):
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
        table[table["beneficiary_id"].isin(kept)].to_csv(path, index=False)
    return folder


def test_the_budget_of_the_partnership_is_not_divided_by_a_part_of_its_people(a_part: Path) -> None:
    exhibit = composed("cout", "", open_publication(a_part, REFERENCE, INTERNAL))
    assert exhibit.empty
    assert plain(exhibit.content.nothing).startswith(
        "Le budget de 2016-2017 porte sur 402 bénéficiaires ; les tables en ont "
    )
    slide = b"".join(parts(write_pptx(exhibit, own_template())).values())
    for written in (slide, write_csv(exhibit)):
        text = plain(written.decode("utf-8", "ignore"))
        assert "aucun coût n'est calculé" in text
        assert " par bénéficiaire et " not in text


def test_files_of_one_s_own_may_be_empty(a_part: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(a_part, tmp_path / "tables")
    for name in ("budgets.toml", "published-figures.toml"):
        (folder / name).write_text("", encoding="utf-8")
    missing = {
        lack.name for lack in not_offered(open_publication(folder, REFERENCE, INTERNAL).vocabulary)
    }
    assert {"cout", "rapprochement"} <= missing


def _paying_for(beneficiaries: int | None) -> Publication:
    (budget,) = opened().vocabulary.codebook.budgets
    told = budget.model_copy(update={"beneficiaries": beneficiaries})
    return retold(opened(), budgets=(told,))


@pytest.mark.parametrize(
    "text",
    [
        f"[[budget]]\n{ONE}calendar_year = 2017\n",
        f"[[budget]]\n{ONE}[[budget]]\n{ONE}",
        f"[[budget]]\n{ONE.replace('1_065_000', '0')}",
        "[[budget]",
    ],
    ids=["calendar year without a note", "twice the same year", "nothing spent", "no TOML"],
)
def test_a_wrong_budget_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "budgets.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CodebookError, match=r"budgets\.toml"):
        read_budgets(path)
