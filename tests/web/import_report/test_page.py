"""Does the report of an import tell all that was done, on a page without a script that anybody can read?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

import lxml.html
import pytest

from dashboard.disclosure.policy import INTERNAL_DOCUMENT
from dashboard.ingest.checks.finding import Finding, Place
from dashboard.ingest.raw.answers.questionnaires import NO_WAVE
from dashboard.ingest.raw.grid import Grid, RawFile, SetAside
from dashboard.ingest.raw.ledger import Ledger, Origin
from dashboard.ingest.raw.mapping.model import ColumnMapping, GridMapping, SourceMapping
from dashboard.ingest.raw.matching import Matched, Matches
from dashboard.ingest.raw.reading.read import read_file
from dashboard.ingest.raw.result.account import Provenance
from dashboard.ingest.raw.result.alarms import alarms
from dashboard.ingest.raw.result.distributions import distributions
from dashboard.web.import_report.page import report
from dashboard.web.import_report.places import lines
from dashboard.web.import_report.told import Told
from tests.ingest.raw.result.test_distributions import two_years
from tests.ingest.raw.small import Came, came, enrolments, survey
from tests.spec.written import CODEBOOK
from tests.support.exhibits import plain

GRID = Grid(
    "a.xlsx", "Inscrits", ("Nom", "Autre"), (), (SetAside(4, "ligne vide"), SetAside(9, "total"))
)
MAPPED = GridMapping(
    files="a.xlsx",
    makes="enrolments",
    columns=[
        ColumnMapping(column="Nom", personal="name"),
        ColumnMapping(column="Avis <b>", ignored="texte libre"),
    ],
)
NOTES = Grid("a.xlsx", "Notes", ("x",), ())


def page(made: Came, *, written: bool = True, before: Came | None = None) -> lxml.html.HtmlElement:
    source = SourceMapping(name="Centres", version=3, tables=[MAPPED])
    matched = Matched(0, GRID, MAPPED, tuple(enumerate(MAPPED.columns)), ("colonne 3",))
    file = RawFile("a.xlsx", "5" * 64, (GRID, NOTES), ())
    told = Told(
        made.made,
        Provenance((file,), ((source, "6" * 64),), "0123456789abcdef", "abc123" if before else "", date(2016, 9, 1)),
        Matches((matched,), (NOTES,), ()),
        (Finding("shape", "x", "warning", "à regarder.", Place("a.xlsx", "Notes")),),
        distributions(made.loaded(), before.loaded(), CODEBOOK) if before else (),
        CODEBOOK,
        5.0,
        written,
        "de la version abc123" if before else "",
        tuple(alarms(made.made)),
    )  # fmt: skip
    return lxml.html.document_fromstring(report(told).decode())


@lru_cache(maxsize=1)
def small() -> Came:
    return came(
        enrolments(
            "id|year|unit|gender\n1|2013-2014|A1|Mme\n1|2013-2014|A1|Mme\n2|2013-2014|A1|X\n3|2013-2014|A1|X\n4|2013-2014|A1|X"
        ),
        survey("id|on|status|salary\n1|05/09/2015|CDI|12"),
    )


def text(of: lxml.html.HtmlElement, anchor: str) -> str:
    return plain(" ".join(of.get_element_by_id(anchor).text_content().split()))


def rows(of: lxml.html.HtmlElement, anchor: str) -> list[list[str]]:
    found = of.get_element_by_id(anchor).iterfind(".//tbody/tr")
    return [[plain(cell.text_content()) for cell in row] for row in found]


def test_the_page_is_one_file_without_a_script_that_a_screen_reader_can_follow() -> None:
    told = page(small())
    assert told.get("lang") == "fr"
    assert [e.tag for e in told.iter("script", "link", "img", "iframe", "object")] == []
    assert "http" not in lxml.html.tostring(told, encoding="unicode")
    assert len(list(told.iter("h1"))) == 1
    for section in told.iter("section"):
        assert told.get_element_by_id(section.get("aria-labelledby")).tag == "h2"
    links = [a.get("href").removeprefix("#") for a in told.iter("a")]
    assert links == [section.get("id") for section in told.iter("section")]
    for table in told.iter("table"):
        assert table.find("caption") is not None
        assert {head.get("scope") for head in table.iter("th")} == {"col", "row"}
        widths = {len(row) for row in table.iter("tr")}
        assert len(widths) == 1


def test_each_page_says_that_it_stays_within_the_house() -> None:
    told = page(small())
    assert next(told.iter("main"))[0].text_content() == INTERNAL_DOCUMENT
    (style,) = told.iter("style")
    assert f'@top-center {{ content: "{INTERNAL_DOCUMENT}"' in style.text_content()


def test_it_tells_what_was_read_kept_refused_and_merged_by_file() -> None:
    told = page(small())
    assert rows(told, "lu")[:3] == [
        ["e0.csv", "", "5", "1", "3", "1"],
        ["s1.csv", "", "1", "1", "0", "0"],
        ["Ensemble", "", "6", "2", "3", "1"],
    ]
    assert ["a.xlsx", "Inscrits", "ligne vide", "1", "4"] in rows(told, "lu")
    assert ["a.xlsx", "Notes", "hors de la correspondance", "0", ""] in rows(told, "lu")
    assert ["a.xlsx", "5" * 64] in rows(told, "lu")


def test_it_tells_each_rule_with_its_lines_and_its_count() -> None:
    told = page(small())
    assert rows(told, "ecarte") == [
        ["réponse inconnue", "e0.csv", "", "gender", "3", "4 à 6"],
        ["nombre hors bornes", "s1.csv", "", "salary", "1", "2"],
    ]
    assert rows(told, "fusionne") == [["unité inscrite deux fois", "e0.csv", "", "", "1", "3"]]
    assert "Aucun désaccord" in text(told, "tranche")
    counts = {row[0]: row[3] for row in rows(told, "regles")}
    assert counts["réponse inconnue"] == "3"
    assert counts["deux centres"] == "0"


def test_it_tells_which_columns_are_left_out_and_no_name_is_markup() -> None:
    told = page(small())
    assert rows(told, "personnel") == [
        ["a.xlsx", "Inscrits", "Nom", "donnée personnelle : nom ou prénom"],
        ["a.xlsx", "Inscrits", "Avis <b>", "texte libre"],
        ["a.xlsx", "Inscrits", "colonne 3", "inconnue de la correspondance"],
    ]
    assert "0123456789abcdef" in text(told, "personnel")
    assert list(told.iter("b")) == told.xpath("//ul[@class='figures']//b")


def test_it_warns_of_what_stops_nothing_and_of_waves_without_an_answer() -> None:
    said = text(page(small()), "avertissements")
    assert "a.xlsx, feuille Notes : à regarder." in said
    assert "T1 de la promotion 2013-2014 : aucune réponse dans les fichiers" in said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (True, "Import écrit : 50,0 % des lignes refusées, pour un seuil de 5,0 %."),
        (
            False,
            "Rien n'est écrit : 50,0 % des lignes refusées ; 60,0 % de celles de e0.csv, au-delà du seuil de 5,0 %.",
        ),
    ],
)
def test_its_head_says_whether_anything_is_written(written: bool, said: str) -> None:
    (verdict,) = page(small(), written=written).find_class("verdict")
    assert plain(verdict.text_content()) == said


def test_it_says_what_moved_and_shows_each_distribution_beside_the_current_one() -> None:
    last_year, now = two_years((20, 80), (45, 15))
    told = page(now, before=last_year)
    assert (
        "Genre, « Femmes » : 75,0 % (n = 60) parmi les ajoutés, 20,0 % (n = 100) avant ; écart de +55,0 points"
        in text(told, "mouvements")
    )
    assert ["Femmes", "20", "20,0 %", "45", "75,0 %", "65", "40,6 %"] in rows(told, "repartitions")
    assert "1 écart établi" in plain(told.text_content())


def test_without_current_tables_nothing_is_compared() -> None:
    assert "rien n'est comparé" in text(page(small()), "mouvements")


@pytest.mark.parametrize(
    ("numbers", "told"),
    [([], ""), ([5], "5"), ([2, 3], "2, 3"), ([9, 2, 3, 4, 4], "2 à 4, 9"), ([1044], "1 044")],
)
def test_runs_of_lines_are_told_as_one(numbers: list[int], told: str) -> None:
    assert plain(lines(numbers)) == told


def test_of_very_many_runs_the_rest_is_counted() -> None:
    assert plain(lines(range(1, 1001, 2))).endswith(", 299 et 350 autres")


def test_rows_that_a_spreadsheet_counts_otherwise_are_told_both_ways(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text('id;avis\n1;"sur\ndeux lignes"\n2;rien\n', encoding="utf-8")
    (grid,) = read_file(path).grids
    assert [(row.line, row.rank) for row in grid.rows] == [(2, 2), (4, 3)]
    ledger = Ledger()
    for row in grid.rows:
        origin = Origin(0, row.line, grid.file, "", row.rank)
        ledger.read(origin)
        ledger.close(NO_WAVE, origin)
    told = page(Came(replace(small().made, ledger=ledger)), written=False)
    assert rows(told, "ecarte") == [["vague impossible", "s.csv", "", "", "2", "2, 4", "2, 3"]]


def test_what_is_told_first_stands_in_the_head_of_the_page() -> None:
    known = came(enrolments("id|year|unit|cadre\n1|2013-2014|A1|Oui"))
    other = came(enrolments("id|year|unit|cadre\n1|2014-2015|A1|Non"), earlier=known.earlier())
    told = page(other)
    said = plain(told.xpath("//p[@class='verdict stopped']")[0].text_content())
    assert said.startswith("1 personne contredit les tables de départ")
