"""Which answers does a proposal write, which are to be confirmed, and which does it keep to itself?"""

from tests.ingest.raw.proposals.grids import ENROLMENTS, ROWS, column_of, proposal, raw_file


def test_labels_codes_and_synonyms_are_recognised_without_case_and_accents() -> None:
    column = column_of({**ENROLMENTS, "Sexe": ("F", "MASCULIN", "féminin", "Mme", "homme")}, "Sexe")
    assert column.answers == {"F": "F", "MASCULIN": "M", "Mme": "F", "féminin": "F", "homme": "M"}
    assert column.to_confirm == []


def test_one_answer_in_two_spellings_is_written_once() -> None:
    column = column_of({**ENROLMENTS, "Sexe": ("Féminin", "FEMININ", "Masculin")}, "Sexe")
    assert len(column.answers) == 2


def test_an_answer_that_looks_like_a_label_is_to_be_confirmed() -> None:
    column = column_of({**ENROLMENTS, "Région": ("Bretagne", "Poitou-Charente")}, "Région")
    assert column.answers == {"Bretagne": "53", "Poitou-Charente": "54"}
    assert column.to_confirm == ["Poitou-Charente"]


def test_signs_between_words_do_not_matter_but_one_before_them_does() -> None:
    columns = {
        **ENROLMENTS,
        "Région": ("Ile de France", "Rhone Alpes"),
        "DELD": ("< 12 mois", "12 mois"),
    }
    assert column_of(columns, "Région").answers == {"Ile de France": "11", "Rhone Alpes": "82"}
    assert column_of(columns, "DELD").answers == {"12 mois": "", "< 12 mois": "no"}


def test_an_unknown_answer_that_several_gave_is_written_without_a_code() -> None:
    column = column_of({**ENROLMENTS, "Modalité": ("FOD", "P", "Webinaire")}, "Modalité")
    assert column.answers["Webinaire"] == ""
    assert column.to_confirm == ["Webinaire"]


def test_what_one_person_wrote_is_not_written_and_told_as_a_number() -> None:
    values = ["FOD"] * (ROWS - 2) + ["Kervadec", "Kervadec"]
    found = proposal(raw_file({**ENROLMENTS, "Modalité": values}))
    column = found.mapping.tables[0].columns[-1]
    assert column.answers == {"FOD": "distance"}
    (told,) = [f.message for f in found.findings if f.place.column == "Modalité"]
    assert told.startswith("1 réponse hors du dictionnaire")


def test_many_unknown_answers_are_not_written() -> None:
    values = [f"Ville{'abcdefghijklmnopqrstuvwxyz'[n % 26]}" for n in range(26) for _ in range(8)]
    column = column_of({**ENROLMENTS, "EPN": values}, "EPN")
    assert column.answers == {}


def test_identifiers_of_digits_have_a_width_where_some_begin_with_a_zero() -> None:
    assert column_of(ENROLMENTS, "N° auditeur").width == 5
    plain = {**ENROLMENTS, "N° auditeur": [str(n) for n in range(10, 10 + ROWS)]}
    assert column_of(plain, "N° auditeur").width is None
