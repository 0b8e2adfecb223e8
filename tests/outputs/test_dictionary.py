"""Does the dictionary tell whoever reads the exports what every column and code means?"""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from flask.testing import FlaskClient

from dashboard.current import Current
from dashboard.outputs.dictionary import ABSENCES, HEADER, KINDS, write_dictionary
from dashboard.publication import Publication
from dashboard.web.server import create_app
from tests.outputs.taken import hostile_publication

Line = dict[str, str]


def lines(content: bytes) -> list[Line]:
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=";"))


@pytest.fixture(scope="module")
def told(publication: Publication) -> list[Line]:
    return lines(write_dictionary(publication.vocabulary, publication.dataset_info))


def of(told: list[Line], variable: str) -> list[Line]:
    return [line for line in told if line["variable"] == variable]


def test_it_is_written_as_every_other_export(publication: Publication) -> None:
    content = write_dictionary(publication.vocabulary, publication.dataset_info)
    assert content.startswith(b"\xef\xbb\xbfvariable;")
    assert content.count(b"\r\n") == len(lines(content)) + 1


def test_every_variable_is_there_with_what_it_means(
    told: list[Line], publication: Publication
) -> None:
    variables = publication.vocabulary.codebook.variables
    assert list(dict.fromkeys(line["variable"] for line in told)) == list(variables)
    assert all(line["libellé"] and line["définition"] and line["nature"] for line in told)
    assert all(line["données"].endswith(f"version {publication.version}") for line in told)


def test_a_code_has_its_label_and_how_an_address_writes_it(told: list[Line]) -> None:
    women = of(told, "gender")[0]
    assert (women["code"], women["libellé du code"]) == ("F", "Femmes")
    assert (women["paramètre d'adresse"], women["valeur dans une adresse"]) == ("genre", "F")
    assert "Filtres" in women["où elle apparaît"]
    assert "Genre et âge" in women["où elle apparaît"]


def test_an_absence_is_told_apart_and_a_number_has_no_line_for_each_value(
    told: list[Line],
) -> None:
    absent = {line["code"]: line["absence"] for line in of(told, "status")}
    assert absent["no_information"] == "interrogé, sans information"
    assert absent["salaried"] == ""
    assert of(told, "status")[0]["vagues"] == "T0, T1, T2, T3"
    assert [line["code"] for line in of(told, "age_at_enrolment")] in ([""], ["unknown"])


def test_every_kind_and_absence_has_its_french_word(told: list[Line]) -> None:
    assert set(HEADER) == set(told[0])
    kinds = {line["nature"].split(" (")[0] for line in told}
    assert kinds <= set(KINDS.values())
    assert {line["absence"] for line in told} <= {"", *ABSENCES.values()}


def test_the_dashboard_gives_it_and_every_page_leads_to_it(publication: Publication) -> None:
    client: FlaskClient = create_app(Current(publication)).server.test_client()
    answer = client.get("/export/dictionnaire.csv")
    assert answer.status_code == 200
    assert "dictionnaire-2017-10-31-demonstration.csv" in answer.headers["Content-Disposition"]
    assert lines(answer.data)
    assert 'href="/export/dictionnaire.csv"' in client.get("/devenir").text


def test_no_word_of_a_codebook_runs_in_a_spreadsheet(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    hostile = hostile_publication(tmp_path_factory.mktemp("codebook"))
    for line in lines(write_dictionary(hostile.vocabulary, hostile.dataset_info)):
        assert not [cell for cell in line.values() if cell[:1] in ("=", "+", "-", "@")]
