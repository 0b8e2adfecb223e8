"""Does a codebook follow from tables: their variables, kinds and codes, in known words or in words to be filled in?"""

import shutil
from pathlib import Path

import pytest

from dashboard.cli.new_study.known import known
from dashboard.disclosure.policy import INTERNAL
from dashboard.exhibits.composition import FAILED
from dashboard.opening import open_publication
from tests.cli.new_study.drafts import drafted, with_columns
from tests.cli.ran import ran
from tests.studies.answers import exhibit, file_texts, page_texts, pages, switched
from tests.studies.studies import STUDIES, folder_of
from tests.support.tables import valid_tables, write_csv, write_parquet

DEMONSTRATION = Path(__file__).parents[3] / "data" / "demonstration"
REFERENCE = DEMONSTRATION.parent

YES_NO: list[str | None] = ["yes", "no", "no", "yes"]


def test_a_new_variable_has_words_to_be_filled_in_and_its_uses(tmp_path: Path) -> None:
    book = drafted(tmp_path, with_columns("beneficiaries", {"handicap": YES_NO}))
    handicap = book.variable("handicap")
    assert handicap.label == "À COMPLÉTER : handicap"
    assert handicap.definition == "À COMPLÉTER : ce que dit la colonne « handicap »"
    assert (handicap.kind, handicap.table, handicap.parameter) == (
        "category",
        "beneficiaries",
        "handicap",
    )
    assert [(c.code, c.label) for c in handicap.categories] == [
        ("no", "À COMPLÉTER : no"),
        ("yes", "À COMPLÉTER : yes"),
    ]
    assert "handicap" in book.filters.order
    assert "handicap" in book.uses.known_of_all
    assert "handicap" in book.uses.compared
    (measure,) = [m for m in book.measures if m.variable == "handicap"]
    assert measure.codes == ("yes",)
    assert measure.label == "À COMPLÉTER : part de « yes » (handicap)"


def test_a_known_variable_has_its_words_colours_and_roles(tmp_path: Path) -> None:
    book = drafted(tmp_path, valid_tables())
    gender = book.variable("gender")
    assert (gender.label, gender.parameter) == ("Genre", "genre")
    assert [(c.code, c.label, c.phrase, c.colour) for c in gender.categories] == [
        ("F", "Femmes", "femmes", "#0f766e"),
        ("M", "Hommes", "hommes", "#8fb8de"),
    ]
    assert book.variable("contract").codes_with("stable") == ("open_ended", "self_employed")
    assert book.variable("status").codes_with("employed") == ("salaried", "self_employed")
    assert book.variable("status").by_code["jobseeker"].waves == ("T0",)


def test_other_spellings_of_known_codes_have_their_words(tmp_path: Path) -> None:
    book = drafted(tmp_path, with_columns("beneficiaries", {"gender": ["F", "H", "F", "H"]}))
    assert [(c.code, c.label, c.phrase) for c in book.variable("gender").categories] == [
        ("F", "Femmes", "femmes"),
        ("H", "Hommes", "hommes"),
    ]


def test_two_spellings_of_one_code_are_two_codes(tmp_path: Path) -> None:
    book = drafted(tmp_path, with_columns("beneficiaries", {"gender": ["F", "H", "M", "H"]}))
    labels = [c.label for c in book.variable("gender").categories]
    assert labels == ["Femmes", "Hommes", "À COMPLÉTER : H"]


def test_only_the_codes_that_are_found_are_categories(tmp_path: Path) -> None:
    book = drafted(tmp_path, valid_tables())
    assert [c.code for c in book.variable("teaching_team").categories] == [
        "computing",
        "accounting",
        "other",
    ]
    assert [c.code for c in book.variable("executive").absences] == ["unknown"]
    assert book.variable("gender").absences == ()


def test_an_unknown_code_of_a_known_variable_is_to_be_filled_in(tmp_path: Path) -> None:
    book = drafted(tmp_path, with_columns("beneficiaries", {"gender": ["F", "X", "F", "M"]}))
    gender = book.variable("gender")
    assert [c.label for c in gender.categories] == ["Femmes", "Hommes", "À COMPLÉTER : X"]


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["1", "2", "1", "2"], "category"),
        ([str(n) for n in range(4)], "category"),
        (["2014-09-01", "2014-10-01", "2014-09-01", "2015-01-01"], "identifier"),
        (["007", "010", "007", "007"], "category"),
    ],
)
def test_few_distinct_texts_are_codes_and_days_are_carried_along(
    tmp_path: Path, cells: list[str | None], kind: str
) -> None:
    book = drafted(tmp_path, with_columns("beneficiaries", {"x": cells}))
    assert book.variable("x").kind == kind


def test_many_distinct_whole_numbers_are_a_number_within_its_bounds(tmp_path: Path) -> None:
    folder = shutil.copytree(DEMONSTRATION, tmp_path / "tables")
    people = (folder / "beneficiaries.csv").read_text(encoding="utf-8").splitlines()
    lines = [f"{people[0]},distance_km", *(f"{line},{i % 90}" for i, line in enumerate(people[1:]))]
    (folder / "beneficiaries.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert ran("new-study", folder, "--from", folder).code == 0
    vocabulary = open_publication(folder, REFERENCE, INTERNAL).vocabulary
    distance = vocabulary.variable("distance_km")
    assert (distance.kind, distance.minimum, distance.maximum) == ("integer", 0, 89)


def test_an_empty_cell_of_a_number_is_an_absence(tmp_path: Path) -> None:
    book = drafted(
        tmp_path, with_columns("beneficiaries", {"age_at_enrolment": ["34", None, "51", "40"]})
    )
    age = book.variable("age_at_enrolment")
    assert age.nullable
    assert [absence.code for absence in age.absences] == ["unknown"]
    assert [absence.code for absence in book.variable("age_band").absences] == ["unknown"]


def test_the_bounds_of_a_known_number_hold_those_that_are_found(tmp_path: Path) -> None:
    book = drafted(
        tmp_path, with_columns("beneficiaries", {"age_at_enrolment": ["34", "80", "51", "40"]})
    )
    age = book.variable("age_at_enrolment")
    assert (age.minimum, age.maximum) == (16, 80)


def test_french_words_for_what_is_not_known_are_absences(tmp_path: Path) -> None:
    book = drafted(
        tmp_path, with_columns("beneficiaries", {"handicap": ["oui", "non", "inconnu", "nsp"]})
    )
    handicap = book.variable("handicap")
    assert [c.code for c in handicap.categories] == ["non", "oui"]
    assert [(c.code, c.label, c.absence) for c in handicap.absences] == [
        ("inconnu", "Inconnu", "unknown"),
        ("nsp", "Inconnu (nsp)", "unknown"),
    ]


def test_what_looks_like_no_answer_in_the_survey_is_to_be_looked_at(tmp_path: Path) -> None:
    cells: list[str | None] = ["nsp", "oui", "oui", "non", "non", "oui", "oui", "oui"]
    tables = with_columns("survey", {"content": cells})
    folder = tmp_path / "tables"
    folder.mkdir()
    written = ran("new-study", tmp_path / "neuve", "--from", write_csv(folder, tables))
    assert written.code == 0
    assert (
        "À vérifier : survey.csv, colonne content : le code « nsp » est compté comme une réponse. "
        "S'il dit que rien n'est su, écrivez-le « no_information » dans la table."
    ) in written.lines


@pytest.mark.parametrize(
    ("codes", "shapes"),
    [
        (["84", "44", "11", "53"], ["current"]),
        (["52", "11", "11", "53"], ["current"]),
        (["22", "31", "11", "53"], ["former", "current"]),
        (["83", "28", "32", "53"], ["study", "current"]),
        (["R1", "R2", "R3", "11"], []),
        (["R1", "unknown", "53", "11"], ["current"]),
        (["unknown"] * 4, ["current"]),
    ],
)
def test_the_outlines_that_fit_the_regions_are_proposed(
    tmp_path: Path, codes: list[str | None], shapes: list[str]
) -> None:
    book = drafted(tmp_path, with_columns("beneficiaries", {"region": codes}))
    assert [layer.shapes for layer in book.layers] == shapes
    assert all(layer.has_map for layer in book.layers)


def test_waves_are_those_of_the_survey(tmp_path: Path) -> None:
    book = drafted(tmp_path, valid_tables())
    assert list(book.waves) == ["T0", "T1", "T2"]
    assert book.waves["T0"].label == "Avant l'inscription"
    assert (book.waves["T1"].label, book.waves["T1"].short) == ("À COMPLÉTER : T1",) * 2


def test_a_study_without_benefits_has_no_such_table(tmp_path: Path) -> None:
    book = drafted(tmp_path, {n: t for n, t in valid_tables().items() if n != "benefits"})
    assert "benefits" not in book.tables
    assert "benefit" not in book.variables


def test_parquet_is_read_as_well(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    tables = write_parquet(tmp_path / "tables", valid_tables())
    written = ran("new-study", tmp_path / "neuve", "--from", tables)
    assert written.code == 0, written.faults
    assert (
        written.lines[1]
        == "Copié à côté : beneficiaries.parquet, units.parquet, survey.parquet, benefits.parquet"
    )
    assert open_publication(tmp_path / "neuve", REFERENCE, INTERNAL).vocabulary.cohorts


def test_tables_are_copied_beside_the_codebook_as_they_are(tmp_path: Path) -> None:
    assert ran("new-study", tmp_path / "neuve", "--from", DEMONSTRATION).code == 0
    for path in DEMONSTRATION.iterdir():
        assert (tmp_path / "neuve" / path.name).read_bytes() == path.read_bytes()


def test_the_demonstration_is_described_again_with_nothing_but_the_study_to_be_told(
    tmp_path: Path,
) -> None:
    assert ran("new-study", tmp_path / "neuve", "--from", DEMONSTRATION).code == 0
    vocabulary = open_publication(tmp_path / "neuve", REFERENCE, INTERNAL).vocabulary
    ours = open_publication(DEMONSTRATION, REFERENCE, INTERNAL).vocabulary
    assert set(vocabulary.codebook.variables) == set(ours.codebook.variables)
    assert vocabulary.codebook.uses == ours.codebook.uses
    assert vocabulary.codebook.filters == ours.codebook.filters
    for name, variable in ours.codebook.variables.items():
        usual = known().codes(name)
        assert all(c.code in usual for c in vocabulary.variable(name).categories), variable


@pytest.mark.parametrize("name", STUDIES)
def test_what_is_drafted_answers_on_every_page_before_a_word_is_filled_in(
    name: str, tmp_path: Path
) -> None:
    written = ran("new-study", tmp_path / "neuve", "--from", folder_of(name))
    assert written.code == 0, written.faults
    publication = open_publication(tmp_path / "neuve", REFERENCE, INTERNAL)
    for page in pages(publication):
        assert FAILED not in page_texts(page, "", publication), page.path
    for view, search in switched(publication):
        assert file_texts(exhibit(view, search, publication), "csv"), (view, search)
    told = ran("study", tmp_path / "neuve")
    assert told.code == 0
    assert "  study : partners, description, population, source, survey" in told.lines
