"""Does our codebook agree with itself?"""

from itertools import pairwise
from pathlib import Path

import pytest

from dashboard.domain.codebook import Category, Variable, Wave, slug
from dashboard.domain.errors import CodebookError
from dashboard.ingest.reference.codebook import read_codebook

OURS = Path(__file__).parents[2] / "data" / "codebook.toml"
CODEBOOK = read_codebook(OURS)
VARIABLES = list(CODEBOOK.variables.values())


def by_name(variable: Variable) -> str:
    return variable.name


def test_a_later_wave_counts_on_in_months() -> None:
    later = CODEBOOK.with_waves(["T5"]).waves["T5"]
    assert later.label == "54 à 60 mois après"
    assert later.short == "54-60 mois"


def test_a_number_that_is_none_of_months_is_not_counted_on() -> None:
    odd = Wave(label="Lot 20240001", short="9" * 5000, months="12 mois")
    later = odd.later(12, "T4")
    assert (later.label, later.short, later.months) == ("T4", "T4", "24 mois")


def test_a_wave_whose_names_have_no_months_is_followed_by_one_that_is_called_by_its_code() -> None:
    first = Wave(label="Un an après", short="Un an", months="un an après l'inscription")
    assert first.later(12, "T2") == Wave(label="T2", short="T2", months="à T2")


def test_a_study_that_does_not_say_how_often_it_asks_has_no_later_wave() -> None:
    study = CODEBOOK.study.model_copy(update={"months_between_waves": None})
    silent = CODEBOOK.model_copy(update={"study": study})
    assert list(silent.with_waves(["T9"]).waves) == ["T0", "T1", "T2", "T3"]


def test_a_variable_that_does_not_exist_is_reported_by_its_name() -> None:
    with pytest.raises(CodebookError, match="« taille »"):
        CODEBOOK.variable("taille")


@pytest.mark.parametrize(
    ("label", "written"),
    [
        ("Pays de la Loire", "pays-de-la-loire"),
        ("Île-de-France", "ile-de-france"),
        ("Provence-Alpes-Côte d'Azur", "provence-alpes-cote-d-azur"),
        ("Indépendant, chef d'entreprise", "independant-chef-d-entreprise"),
        ("CDI", "cdi"),
        ("", ""),
    ],
)
def test_a_label_becomes_a_word_of_an_address(label: str, written: str) -> None:
    assert slug(label) == written
    assert Category(code="X", label=label).parameter_value == written


def test_an_address_of_its_own_wins_over_the_label() -> None:
    assert Category(code="M", label="Hommes", address="H").parameter_value == "H"


@pytest.mark.parametrize("variable", VARIABLES, ids=by_name)
def test_no_category_can_be_taken_for_another_in_an_address(variable: Variable) -> None:
    meant: dict[str, str] = {}
    for category in (*variable.categories, *variable.absences):
        for text in {category.code, category.parameter_value}:
            assert meant.setdefault(text, category.code) == category.code
            assert text
            assert "," not in text


def test_no_variable_can_be_taken_for_another_in_an_address() -> None:
    parameters = [v.parameter for v in VARIABLES if v.parameter]
    assert len(parameters) == len(set(parameters))
    assert all(slug(p) == p.replace("_", "-") for p in parameters)


@pytest.mark.parametrize("variable", VARIABLES, ids=by_name)
def test_categories_and_absences_are_kept_apart(variable: Variable) -> None:
    assert all(category.absence is None for category in variable.categories)
    assert all(category.absence is not None for category in variable.absences)
    codes = [c.code for c in (*variable.categories, *variable.absences)]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(
    "variable", [v for v in VARIABLES if v.kind in ("band", "group")], ids=by_name
)
def test_a_derived_variable_has_the_absences_of_the_one_it_comes_from(variable: Variable) -> None:
    source = CODEBOOK.variable(variable.of)
    assert [c.code for c in variable.absences] == [c.code for c in source.absences]
    assert variable.per_wave == source.per_wave


@pytest.mark.parametrize("variable", [v for v in VARIABLES if v.kind == "band"], ids=by_name)
def test_bands_leave_no_gap_and_do_not_overlap(variable: Variable) -> None:
    bands = variable.categories
    assert bands[0].lower is None
    assert bands[-1].upper is None
    for band, following in pairwise(bands):
        assert band.upper is not None
        assert following.lower == band.upper + 1


@pytest.mark.parametrize("variable", [v for v in VARIABLES if v.kind == "group"], ids=by_name)
def test_every_category_belongs_to_a_group_that_exists(variable: Variable) -> None:
    wider = {category.code for category in variable.categories}
    assert {category.group for category in CODEBOOK.variable(variable.of).categories} == wider


@pytest.mark.parametrize("variable", [v for v in VARIABLES if v.groups], ids=by_name)
def test_every_group_of_a_variable_gathers_some_of_its_categories(variable: Variable) -> None:
    used = {category.group for category in variable.categories if category.group}
    assert used == {group.code for group in variable.groups}


def test_the_four_absences_of_a_survey_have_four_codes() -> None:
    for variable in VARIABLES:
        if variable.table == "survey" and variable.per_wave:
            kinds = [a.absence for a in variable.absences]
            assert kinds[-4:] == [
                "no_information",
                "non_respondent",
                "not_yet_surveyed",
                "out_of_scope",
            ]


def test_tables_and_filters_name_variables_that_exist() -> None:
    for table in CODEBOOK.tables.values():
        assert set(table.key) <= set(table.columns) <= set(CODEBOOK.variables)
    assert set(CODEBOOK.filters.more) <= set(CODEBOOK.filters.order) <= set(CODEBOOK.variables)
    assert all(CODEBOOK.variable(name).parameter for name in CODEBOOK.filters.order)


@pytest.mark.parametrize("variable", VARIABLES, ids=by_name)
def test_every_colour_is_written_in_six_hexadecimal_digits(variable: Variable) -> None:
    for category in (*variable.categories, *variable.absences, *variable.groups):
        assert len(category.colour) == 7
        assert category.colour[0] == "#"
        assert int(category.colour[1:], 16) >= 0
