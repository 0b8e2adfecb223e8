"""Who is employed, and which contracts are stable, according to tables that nobody has described yet?"""

from pathlib import Path

from dashboard.ingest.reference.codebook import read_codebook
from tests.cli.new_study.drafts import drafted, without_columns
from tests.cli.ran import ran
from tests.support.tables import Texts, valid_tables, write_csv


def with_contracts(codes: dict[str, str]) -> Texts:
    """Small tables that are valid, whose contracts have other codes."""
    tables = valid_tables()
    return {**tables, "survey": tables["survey"].replace({"contract": codes})}


def test_contracts_are_stable_or_precarious_as_far_as_their_codes_are_known(tmp_path: Path) -> None:
    codes = {"open_ended": "cdi", "fixed_term": "CDD", "self_employed": "vacation"}
    folder = tmp_path / "tables"
    folder.mkdir()
    written = ran(
        "new-study", tmp_path / "neuve", "--from", write_csv(folder, with_contracts(codes))
    )
    contract = read_codebook(tmp_path / "neuve" / "codebook.toml").variable("contract")
    assert [(c.code, c.label, c.group) for c in contract.categories] == [
        ("cdi", "CDI", "stable"),
        ("CDD", "CDD", "precarious"),
        ("vacation", "À COMPLÉTER : vacation", ""),
    ]
    assert [(group.code, group.role) for group in contract.groups] == [
        ("stable", "stable"),
        ("precarious", "precarious"),
    ]
    assert (
        "À vérifier : survey.csv, colonne contract : le code « vacation » n'est ni un contrat stable ni un contrat "
        "précaire. Les champs group et groups le disent : ils sont expliqués dans le dictionnaire."
    ) in written.lines


def test_the_employed_are_those_who_describe_a_job(tmp_path: Path) -> None:
    tables = valid_tables()
    status = tables["survey"]["status"]
    tables["survey"]["status"] = status.replace(
        {"salaried": "a", "self_employed": "b", "searching": "c"}
    )
    book = drafted(tmp_path, tables)
    assert book.variable("status").codes_with("employed") == ("a", "b")
    assert book.variable("status").by_code["a"].label == "À COMPLÉTER : a"


def test_where_nothing_tells_who_is_employed_the_label_says_so(tmp_path: Path) -> None:
    jobs = ["contract", "csp", "sector", "working_time", "gross_monthly_salary"]
    tables = without_columns("survey", *jobs)
    status = tables["survey"]["status"]
    tables["survey"]["status"] = status.replace(
        {"salaried": "a", "self_employed": "b", "searching": "c"}
    )
    book = drafted(tmp_path, {name: t for name, t in tables.items() if name != "benefits"})
    (employed,) = book.variable("status").codes_with("employed")
    label = book.variable("status").by_code[employed].label
    assert label == f"À COMPLÉTER : {employed}, compté comme en emploi faute de savoir"


def test_where_only_names_tell_who_is_employed_it_is_to_be_looked_at(tmp_path: Path) -> None:
    jobs = ["contract", "csp", "sector", "working_time", "gross_monthly_salary"]
    tables = without_columns("survey", *jobs)
    tables["survey"]["status"] = tables["survey"]["status"].replace(
        {"salaried": "en_poste", "self_employed": "demandeur_emploi", "searching": "autre"}
    )
    (tmp_path / "tables").mkdir()
    written = ran("new-study", tmp_path / "neuve", "--from", write_csv(tmp_path / "tables", tables))
    book = read_codebook(tmp_path / "neuve" / "codebook.toml")
    assert book.variable("status").codes_with("employed") == ("en_poste",)
    assert (
        "À vérifier : survey.csv, colonne status : le code « en_poste » est compté en emploi, mais rien dans les "
        "autres colonnes ne le confirme. Le champ group = \"employed\" d'un code dit qu'il est en emploi."
    ) in written.lines
