"""What do the rules make of the text of one cell?"""

from datetime import date

import pytest

from dashboard.ingest.raw.cleaning.academic_years import read_year
from dashboard.ingest.raw.cleaning.ages import age_in
from dashboard.ingest.raw.cleaning.identifiers import read_identifier
from dashboard.ingest.raw.cleaning.numbers import read_number
from dashboard.ingest.raw.cleaning.personal_values import looks_personal, names_any, words_of
from dashboard.ingest.raw.cleaning.spaces import tidy
from tests.spec.written import CODEBOOK

TODAY = date(2017, 12, 31)


@pytest.mark.parametrize(
    ("written", "tidied", "rules"),
    [
        ("A1", "A1", []),
        (" A1  ", "A1", ["espaces en trop"]),
        ("A\u00a01", "A 1", ["espaces insécables"]),
        ("\ufeffA1\u202f", "A1", ["espaces insécables", "espaces en trop"]),
        ("Pays  de la\tLoire", "Pays de la Loire", ["espaces en trop"]),
        ("Ile\u0302", "Ilê", []),
        ("   ", "", ["espaces en trop"]),
        ("", "", []),
    ],
)
def test_spaces_say_nothing(written: str, tidied: str, rules: list[str]) -> None:
    text, met = tidy(written)
    assert (text, [rule.name for rule in met]) == (tidied, rules)


@pytest.mark.parametrize(
    ("written", "year"),
    [
        ("2015-2016", "2015-2016"),
        ("2015/16", "2015-2016"),
        ("2015-16", "2015-2016"),
        ("2015/2016", "2015-2016"),
        ("2015 - 2016", "2015-2016"),
        ("2015–2016", "2015-2016"),
        ("1999/00", "1999-2000"),
        ("2017-2018", "2017-2018"),
        ("2018-2019", "année à venir"),
        ("2015-2017", "année illisible"),
        ("2015-14", "année illisible"),
        ("2015", "année illisible"),
        ("15/16", "année illisible"),
        ("", "année illisible"),
    ],
)
def test_an_academic_year_is_two_years_that_follow(written: str, year: str) -> None:
    cell = read_year(written, TODAY)
    assert (cell.refused.name if cell.refused else cell.value) == year
    assert bool(cell.rules) == (not cell.refused and written != year)


@pytest.mark.parametrize(
    ("born", "year", "age"),
    [
        (date(1980, 9, 1), 2013, 33),
        (date(1980, 9, 2), 2013, 32),
        (date(1980, 8, 31), 2013, 33),
        (date(1996, 2, 29), 2013, 17),
    ],
)
def test_an_age_is_that_of_the_first_of_september(born: date, year: int, age: int) -> None:
    assert age_in(born, year) == age


@pytest.mark.parametrize(
    ("written", "width", "identifier"),
    [
        ("00123", None, "00123"),
        ("123", 5, "00123"),
        ("ab 12", None, "AB12"),
        ("ＡＢ１２", None, "AB12"),
        ("A1", 5, "A1"),
        ("123456", 5, "identifiant trop long"),
        ("", 5, "identifiant absent"),
    ],
)
def test_an_identifier_is_the_same_however_it_is_typed(
    written: str, width: int | None, identifier: str
) -> None:
    cell = read_identifier(written, width)
    assert (cell.refused.name if cell.refused else cell.value) == identifier


@pytest.mark.parametrize(
    ("variable", "written", "number"),
    [
        ("gross_monthly_salary", "1550", "1550"),
        ("gross_monthly_salary", "1 550,00 €", "1550"),
        ("gross_monthly_salary", "1 549,5", "1550"),
        ("gross_monthly_salary", "1549.49 euros", "1549"),
        ("gross_monthly_salary", "49", "nombre hors bornes"),
        ("gross_monthly_salary", "-1550", "nombre hors bornes"),
        ("gross_monthly_salary", "environ 1500", "nombre illisible"),
        ("gross_monthly_salary", "1,550,000", "nombre illisible"),
        ("gross_monthly_salary", "١٥٥٠", "nombre illisible"),
        ("age_at_enrolment", "34 ans", "34"),
        ("age_at_enrolment", "12", "âge hors bornes"),
        ("age_at_enrolment", "trente", "nombre refusé"),
    ],
)
def test_a_number_is_whole_and_within_the_codebook(
    variable: str, written: str, number: str
) -> None:
    cell = read_number(written, CODEBOOK.variables[variable])
    said = cell.refused or next((r for r in cell.rules if r.effect == "blanked"), None)
    assert (said.name if said else cell.value) == number


@pytest.mark.parametrize(
    ("text", "personal"),
    [
        ("écrire à a.b@courriel.example merci", True),
        ("06 12 34 56 78", True),
        ("+33612345678", True),
        ("2 84 05 75 123 456 72", True),
        ("284057512345672", True),
        ("CCG102", False),
        ("J'ai trouvé en 2016, à 1 550 euros", False),
    ],
)
def test_personal_data_is_found_by_its_shape(text: str, personal: bool) -> None:
    assert looks_personal(text) == personal


@pytest.mark.parametrize(
    ("text", "personal", "named"),
    [
        ("Merci de la part de Zoé DÜRAND", ["Durand", "Zoe"], True),
        ("signé : jeanmarcdupont", ["DUPONT Jean-Marc"], True),
        ("mon numéro est 06.12.34.56.78", ["06 12 34 56 78"], True),
        ("Tout va bien", ["Durand", "Zoe"], False),
        ("Le reste", ["Le"], False),
        ("La comptabilité des communes", ["a.durand@courriel.com", "3 rue des Lilas"], False),
        ("c'est a.durand qui écrit", ["a.durand@courriel.com"], True),
        ("une structure", ["Luc"], False),
        ("Luc, merci", ["Luc"], True),
    ],
)
def test_a_text_that_names_its_writer_is_found(text: str, personal: list[str], named: bool) -> None:
    assert names_any(text, words_of(personal)) == named
