"""Do raw files become the tables of the people behind them, whole or not at all, and does nobody's name come along?"""

from __future__ import annotations

import json
import logging
from collections import Counter
from html import unescape
from pathlib import Path

import pytest

from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.ingest.raw.pseudonyms import fingerprint
from dashboard.publication import Publication
from tests.cli.importing.pile import MANY, Pile
from tests.cli.ran import ran
from tests.ingest.raw.small import KEY
from tests.support.codebooks import OURS
from tests.support.demonstration import FOLDER
from tests.support.exhibits import plain
from tests.support.raw_files import write_sources
from tests.support.raw_people import REGIONS, as_known_in

OTHER_KEY = "une autre clé d'essai qui n'ouvre rien non plus"


def test_the_tables_count_what_is_true_of_the_people(pile: Pile) -> None:
    publication = pile.opened("première")
    assert _counts(publication, "cohort", "gender", "region") == Counter(
        (p.cohort, p.gender, REGIONS[p.centre]) for p in pile.known
    )
    assert _counts(publication, "executive", "entry_diploma") == Counter(
        (p.executive, p.diploma) for p in pile.known
    )
    assert _counts(publication, "age_at_enrolment") == Counter((str(p.age),) for p in pile.known)
    funded = Counter(
        (year, mode, team)
        for p in pile.known
        for year, units in p.units.items()
        for _, team, mode, _ in units
    )
    assert _counts(publication, "academic_year", "modality", "teaching_team", of="unit") == funded
    assert _counts(publication, "benefit", of="answer") == Counter(
        (benefit,) for p in pile.known for benefit in p.benefits
    )


def test_each_wave_has_the_answers_of_its_september(pile: Pile) -> None:
    publication = pile.opened("première")
    for wave in (1, 2, 3):
        told = Counter(
            (answer["status"],)
            for p in pile.known
            for year, answer in p.answers.items()
            if year - int(p.cohort[:4]) == wave and answer["status"] != "no_information"
        )
        counted = _counts(publication, f"status@T{wave}")
        assert {code: n for code, n in counted.items() if code in told} == told


def _counts(
    publication: Publication, *names: str, of: str = "beneficiary"
) -> Counter[tuple[str, ...]]:
    dimensions = tuple(Dimension(*name.split("@")) for name in names)
    table = publication.tabulate(Query(dimensions, counted=of))  # type: ignore[arg-type]
    return Counter({codes: n for codes, n in table.cells() if n})


def test_the_folder_has_its_account_and_its_report(pile: Pile) -> None:
    files = pile.files("première")
    assert sorted(files) == [
        "beneficiaries.csv",
        "benefits.csv",
        "data.toml",
        "import.json",
        "rapport.html",
        "refused.csv",
        "survey.csv",
        "units.csv",
    ]
    account = json.loads(files["import.json"])
    assert account["key_fingerprint"] == fingerprint(KEY)
    assert [source["file"] for source in account["sources"]] == sorted(p.name for p in pile.sources)
    for source in account["sources"]:
        assert source["read"] == source["kept"] + source["refused"] + source["merged"] > 0
    assert account["rules"]["unité inscrite deux fois"] == 5
    assert account["rows"]["beneficiaries"] == MANY
    assert b"date = 2016-09-01" in files["data.toml"]


def test_the_same_files_give_the_same_bytes(pile: Pile) -> None:
    again = pile.imported("seconde", sources=pile.sources[::-1])
    assert again.code == 0
    assert pile.files("seconde") == pile.files("première")
    assert again.said.count(" lignes lues, dont ") == 1


def test_no_personal_data_and_no_identifier_is_in_any_file_or_message(
    pile: Pile, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        said = pile.imported("discrète")
    everything = b"\n".join(pile.files("discrète").values()).decode()
    everything += said.said + said.faults + caplog.text
    for person in pile.known:
        for text in (*person.personal, person.identifier, str(person.number), person.born):
            assert text.lower() not in everything.lower(), text


def test_an_import_of_two_years_has_the_tables_of_one_at_once(pile: Pile, tmp_path: Path) -> None:
    before = write_sources(tmp_path, as_known_in(pile.known, "2014-2015"), (2014, 2015))
    assert pile.imported("l'an dernier", sources=before).code == 0
    added = pile.imported("cette année", "--onto", pile.folder / "l'an dernier")
    assert added.code == 0, added.faults
    whole, onto = pile.files("première"), pile.files("cette année")
    for name in ("beneficiaries.csv", "units.csv", "survey.csv", "benefits.csv"):
        assert onto[name] == whole[name], name
    account = json.loads(onto["import.json"])
    assert account["onto"] == pile.opened("l'an dernier").version
    report = plain(onto["rapport.html"].decode())
    assert "Ajouté aux tables du dossier « l'an dernier », données au " in unescape(report)
    assert account["rules"]["unité déjà connue"] > 0
    assert account["rules"]["réponse déjà connue"] > 0


def test_another_key_stops_the_import_before_known_people_become_new_ones(
    pile: Pile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASHBOARD_IMPORT_KEY", OTHER_KEY)
    refused = pile.imported("autre clé", "--onto", pile.folder / "première")
    assert refused.code == 1
    assert "cette clé n'est pas celle de" in refused.faults
    assert fingerprint(OTHER_KEY) in refused.faults
    assert OTHER_KEY not in refused.faults
    assert not (pile.folder / "autre clé").exists()
    monkeypatch.setenv("DASHBOARD_DATA", str(pile.folder / "première"))
    assert "cette clé n'est pas celle de" in pile.imported("autre clé").faults


def test_tables_that_no_import_has_written_cannot_be_added_to(pile: Pile) -> None:
    refused = pile.imported("sur la démonstration", "--onto", FOLDER)
    assert refused.code == 1
    assert "ces tables ne viennent pas d'un import" in refused.faults


def test_without_a_key_nothing_is_imported_and_how_to_make_one_is_told(
    pile: Pile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DASHBOARD_IMPORT_KEY")
    refused = pile.imported("sans clé")
    assert refused.code == 1
    assert 'python -c "import secrets; print(secrets.token_hex(32))"' in refused.faults
    assert not (pile.folder / "sans clé").exists()


def test_a_folder_of_sources_is_read_without_the_mappings_that_lie_in_it(
    pile: Pile, tmp_path: Path
) -> None:
    for path in [*pile.sources, *pile.mappings]:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    given = [part for path in pile.mappings for part in ("--mapping", tmp_path / path.name)]
    assert ran("import", tmp_path, *given, "--to", tmp_path / "tables").code == 0
    written = (tmp_path / "tables" / "survey.csv").read_bytes()
    assert written == pile.files("première")["survey.csv"]


def test_what_the_named_checks_doubt_is_told_once_and_stands_in_the_report(pile: Pile) -> None:
    added = pile.imported("deux fois", "--onto", pile.folder / "première")
    assert added.code == 0
    everything = plain(added.said + added.faults)
    doubt = "beneficiaries.csv, colonne region : personne dans"
    assert everything.count(doubt) == 1
    report = plain(pile.files("deux fois")["rapport.html"].decode())
    assert report.count(doubt) == 1
    assert "sont comparées à celles des tables du dossier « première », données au" in report
    assert "personne n'est bénéficiaire" not in everything


def test_what_is_published_is_read_beside_the_next_import(
    pile: Pile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "magasin"
    assert ran("publish", pile.folder / "première", "--store", store).code == 0
    monkeypatch.setenv("DASHBOARD_DATA", str(store))
    assert pile.imported("à côté").code == 0
    report = plain(pile.files("à côté")["rapport.html"].decode())
    version = (store / "current").read_text(encoding="utf-8").strip()
    assert f"sont comparées à celles de la version {version}" in report
    monkeypatch.setenv("DASHBOARD_IMPORT_KEY", OTHER_KEY)
    assert "cette clé n'est pas celle de" in pile.imported("à côté, autre clé").faults


def test_a_study_of_its_own_keeps_its_codebook(
    pile: Pile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "étude"
    own.mkdir()
    for name, content in pile.files("première").items():
        (own / name).write_bytes(content)
    text = OURS.replace('label = "Genre"', 'label = "Sexe"', 1)
    (own / "codebook.toml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("DASHBOARD_DATA", str(own))
    assert pile.imported("la sienne").code == 0
    assert pile.files("la sienne")["codebook.toml"].decode() == text
    assert "Sexe (bénéficiaires)" in plain(pile.files("la sienne")["rapport.html"].decode())


@pytest.mark.parametrize("name", ["correspondance.toml", "inscriptions.csv", "page.html"])
def test_no_file_but_a_report_is_replaced_by_one(pile: Pile, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    content = b"<!doctype html>\n<p>La page de quelqu'un</p>"
    path.write_bytes(content)
    refused = pile.imported("rapporté", "--rapport", path)
    assert refused.code == 1
    assert "ce fichier existe et n'est pas un rapport d'import" in refused.faults
    assert path.read_bytes() == content
    assert not (pile.folder / "rapporté").exists()


def test_an_older_report_is_replaced(pile: Pile, tmp_path: Path) -> None:
    path = tmp_path / "rapport.html"
    path.write_bytes(pile.files("première")["rapport.html"])
    assert pile.imported("rapporté", "--rapport", path).code == 0
