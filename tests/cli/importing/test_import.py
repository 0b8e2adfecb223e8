"""Do raw files become the tables of the people behind them, whole or not at all, and does nobody's name come along?"""

from __future__ import annotations

import json
import logging
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.disclosure.policy import INTERNAL
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.ingest.raw.pseudonyms import fingerprint
from dashboard.publication import Publication, open_publication
from tests.cli.ran import Ran, ran
from tests.ingest.raw.small import KEY
from tests.support.codebooks import OURS
from tests.support.demonstration import FOLDER
from tests.support.exhibits import plain
from tests.support.raw_files import write_sources
from tests.support.raw_mappings import write_mappings
from tests.support.raw_people import REGIONS, Person, as_known_in, people

OTHER_KEY = "une autre clé d'essai qui n'ouvre rien non plus"
MANY = 50


class Pile:
    """A folder of raw files and mappings, and what is imported beside it."""

    def __init__(self, folder: Path, known: list[Person]) -> None:
        self.folder, self.known = folder, known
        self.sources = write_sources(folder / "sources", known)
        self.mappings = write_mappings(folder)

    def imported(self, to: str, *more: str | Path, sources: list[Path] | None = None) -> Ran:
        given = [part for path in self.mappings for part in ("--mapping", path)]
        return ran("import", *(sources or self.sources), *given, "--to", self.folder / to, *more)

    def files(self, of: str) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in (self.folder / of).iterdir()}

    def opened(self, of: str) -> Publication:
        return open_publication(self.folder / of, FOLDER.parent, INTERNAL)


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pile]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DASHBOARD_IMPORT_KEY", KEY)
        made = Pile(tmp_path_factory.mktemp("pile"), people(MANY))
        assert made.imported("première").code == 0
        yield made


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_IMPORT_KEY", KEY)


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


def test_a_line_that_nobody_has_confirmed_stops_the_import(pile: Pile) -> None:
    unsure = pile.folder / "douteuse.toml"
    text = pile.mappings[0].read_text(encoding="utf-8")
    unsure.write_text(
        text.replace('column = "Nom"', 'column = "Nom"\nconfirmed = false', 1), encoding="utf-8"
    )
    refused = ran("import", *pile.sources, "--mapping", unsure, "--to", pile.folder / "douteuse")
    assert refused.code == 1
    assert "colonne « Nom » : à confirmer" in refused.faults


def test_above_the_threshold_only_the_report_is_written(pile: Pile, tmp_path: Path) -> None:
    spoilt = tmp_path / "inscriptions-a.csv"
    content = pile.sources[0].read_bytes().decode("cp1252")
    spoilt.write_bytes(content.replace("M.;", "Sieur;").encode("cp1252"))
    sources = [spoilt, *pile.sources[1:]]
    refused = pile.imported("trop", sources=sources)
    assert refused.code == 1
    assert not (pile.folder / "trop").exists()
    report = pile.folder / "trop.rapport.html"
    assert str(report) in refused.faults
    assert "lignes : réponse inconnue (inscriptions-a.csv, colonne Civilité)" in refused.faults
    assert "Rien n" in report.read_text(encoding="utf-8")
    assert "Sieur" not in report.read_text(encoding="utf-8")
    elsewhere = tmp_path / "pourquoi.html"
    assert pile.imported("trop", "--rapport", elsewhere, sources=sources).code == 1
    assert elsewhere.read_bytes() == report.read_bytes()
    kept = pile.imported("trop", "--refus-max", "80", sources=sources)
    assert kept.code == 0
    assert not report.exists(), "the report of the import that was refused is of no use any more"
    lines = pile.files("trop")["refused.csv"].decode("utf-8-sig").splitlines()
    assert lines[0] == "fichier;feuille;ligne;rang;colonne;règle;écarté"
    of_answers = [line for line in lines if line.endswith(";Civilité;réponse inconnue;ligne")]
    men = sum(
        len(units)
        for p in pile.known
        for units in p.units.values()
        if (p.centre, p.gender) == ("a", "M")
    )
    assert len(of_answers) == men > 0
    assert all(line.startswith("inscriptions-a.csv;;") for line in of_answers)


def test_a_file_of_which_too_much_is_refused_stops_the_import_of_all(
    pile: Pile, tmp_path: Path
) -> None:
    spoilt = tmp_path / "enquete-2016.csv"
    content = pile.sources[5].read_bytes()
    spoilt.write_bytes(content.replace(b"Sans activit", b"Sans rien", 3))
    sources = [*pile.sources[:5], spoilt]
    refused = pile.imported("un fichier", "--refus-max", "5", sources=sources)
    assert refused.code == 1, refused.said
    assert "Rien n'est importé : enquete-2016.csv : 3 lignes refusées sur" in refused.faults
    report = (pile.folder / "un fichier.rapport.html").read_text(encoding="utf-8")
    assert "de celles de enquete-2016.csv, au-delà du seuil" in plain(report)


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
    assert plain(pile.files("deux fois")["rapport.html"].decode()).count(doubt) == 1
    assert "personne n'est bénéficiaire" not in everything


def test_a_folder_in_use_is_left_alone(pile: Pile) -> None:
    (pile.folder / "pris").mkdir(exist_ok=True)
    (pile.folder / "pris" / "a.txt").write_text("a", encoding="utf-8")
    refused = pile.imported("pris")
    assert refused.code == 1
    assert "n'est pas un dossier vide" in refused.faults
    assert [path.name for path in (pile.folder / "pris").iterdir()] == ["a.txt"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("inscriptions-a.csv", b"", "Rien n'est importé"),
        (
            "autre.csv",
            b"a;b\n1;2\n3;4\n",
            "autre.csv : aucune correspondance ne décrit ce fichier : ôtez-le",
        ),
        ("codes.txt", b'"a', "codes.txt : aucune correspondance ne décrit ce fichier : ôtez-le"),
        ("inscriptions-a.csv", b"Nom;UE\nx;y\nz;t\n", "la colonne « N° auditeur » manque."),
    ],
)
def test_a_stage_that_fails_stops_the_next(
    pile: Pile, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    refused = pile.imported("arrêté", sources=[path, *pile.sources[1:]])
    assert refused.code == 1
    assert said in refused.faults
    assert not (pile.folder / "arrêté").exists()


def test_a_file_that_is_given_twice_under_two_names_is_refused(pile: Pile, tmp_path: Path) -> None:
    copy = tmp_path / "inscriptions-a.csv"
    copy.write_bytes(pile.sources[0].read_bytes())
    twin = tmp_path / "enquete-2013.csv"
    twin.write_bytes(pile.sources[3].read_bytes())
    refused = pile.imported("double", sources=[*pile.sources, twin])
    assert "sont le même fichier" in refused.faults
    # The same path twice is one file.
    assert pile.imported("une fois", sources=[*pile.sources, pile.sources[0]]).code == 0


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--date", "hier", "l'option « --date » : « hier » n'est pas un jour tel que 2017-10-31."),
        ("--refus-max", "beaucoup", "l'option « --refus-max » : « beaucoup » n'est pas un nombre de 0 à 100."),
        ("--mapping", "/nulle/part.toml", "l'option « --mapping » : le fichier « /nulle/part.toml » n'existe pas."),
    ],
)  # fmt: skip
def test_a_wrong_option_is_refused_in_french(
    pile: Pile, option: str, value: str, said: str
) -> None:
    refused = pile.imported("option", option, value)
    assert (refused.code, refused.fault_lines[-1]) == (2, said)


def test_what_is_published_is_read_beside_the_next_import(
    pile: Pile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "magasin"
    assert ran("publish", pile.folder / "première", "--to", store).code == 0
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
