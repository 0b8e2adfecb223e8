"""Is each row kept, refused or merged whatever it holds, do the tables load, and does no name come along?"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dashboard.ingest.raw.matching import Matches
from dashboard.ingest.raw.result.account import Provenance, account
from dashboard.ingest.raw.result.files import json_bytes, table_files
from dashboard.web.import_report.page import report
from dashboard.web.import_report.told import Told
from tests.ingest.raw.small import KEY, Came, came, enrolments, survey
from tests.support.examples import examples

# What can be read comes first and often: rows of faults alone would make no table.
IDENTIFIERS = ("77001", "77002", "77003", "77004", " 77 001", "")
YEARS = ("2013-2014", "2014/15", "2015-16", "2013-2014", "2014-2015", "2014", "2030-2031", "")
UNITS = ("A1", "a1", "B2", "C3", "=B2", "x@y.example", "")
GENDERS = ("Mme", "M.", "mme ", "Mme", "X", "")
BORN = ("02/09/1980", "1980-09-02", "03/03/1975", "01/01/2015", "hier", "")
REGIONS = ("52", "82", "52", "52", "99", "")
DAYS = (
    "05/09/2014",
    "2015-09-20",
    "20/09/2016 10:12",
    "11/09/2015",
    "01/01/2013",
    "31/12/2030",
    "?",
)
STATUSES = ("CDI", "Chômage", "CDI", "", "DE", "Ailleurs")
CONTRACTS = ("CDI", "CDD", "Aucun", "", "", "?")
SALARIES = ("1 550,00 €", "12", "beaucoup", "")
TICKS = ("Oui", "Non", "")


def lines(*cells: Sequence[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.tuples(*map(st.sampled_from, cells)).map("|".join), max_size=12)


ENROLMENTS = lines(IDENTIFIERS, YEARS, UNITS, GENDERS, BORN, REGIONS)
ANSWERS = lines(IDENTIFIERS, DAYS, STATUSES, CONTRACTS, CONTRACTS, SALARIES, TICKS)


def imported(first: list[str], second: list[str], answers: list[str]) -> Came:
    head = "id|year|unit|gender|born|region"
    return came(
        enrolments("\n".join([head, *first])),
        enrolments("\n".join([head, *second])),
        survey("\n".join(["id|on|status|contract|before|salary|job", *answers])),
    )


@examples(100)
@given(first=ENROLMENTS, second=ENROLMENTS, answers=ANSWERS)
def test_rows_read_are_kept_refused_or_merged_and_the_tables_load(
    first: list[str], second: list[str], answers: list[str]
) -> None:
    all_ = imported(first, second, answers)
    accounts = {a.file: a for a in all_.accounts}
    # csv passes over a line that is empty; none of these is.
    assert [accounts[name].read for name in ("e0.csv", "e1.csv", "s2.csv")] == [
        len(first),
        len(second),
        len(answers),
    ]
    for a in accounts.values():
        assert a.read == a.kept + a.refused + a.merged
        assert min(a.kept, a.refused, a.merged) >= 0
    units, people = all_.made.tables["units"], all_.made.tables["beneficiaries"]
    assert len(units) == accounts["e0.csv"].kept + accounts["e1.csv"].kept
    told = [a for a in all_.made.ledger.left_out if a.rule.effect == "refused"]
    assert len(told) == sum(a.refused for a in accounts.values())
    assert len(all_.made.ledger.merged) == sum(a.merged for a in accounts.values())
    if people:
        all_.loaded()


@examples(100)
@given(first=ENROLMENTS, second=ENROLMENTS, answers=ANSWERS)
def test_the_same_rows_give_the_same_bytes(
    first: list[str], second: list[str], answers: list[str]
) -> None:
    one, other = (imported(first, second, answers) for _ in range(2))
    assert everything(one) == everything(other)


@examples(60)
@given(first=ENROLMENTS, answers=ANSWERS, later=ENROLMENTS, more=ANSWERS)
def test_what_is_added_to_an_earlier_import_loads_and_loses_nobody(
    first: list[str], answers: list[str], later: list[str], more: list[str]
) -> None:
    before = imported(first, [], answers)
    if not before.made.tables["beneficiaries"]:
        return
    head = "id|year|unit|gender|born|region"
    after = came(
        enrolments("\n".join([head, *later])),
        survey("\n".join(["id|on|status|contract|before|salary|job", *more])),
        earlier=before.earlier(),
    )
    after.loaded()
    for table, known in (
        ("beneficiaries", ("beneficiary_id", "cohort")),
        ("units", ("beneficiary_id", "academic_year", "unit")),
        ("survey", ("beneficiary_id", "wave", "surveyed_on")),
        ("benefits", ("beneficiary_id", "benefit")),
    ):
        assert set(before.table(table, *known)) <= set(after.table(table, *known))
    for a in after.accounts:
        assert a.read == a.kept + a.refused + a.merged


NAMES = st.text(st.characters(categories=["L"]), min_size=3, max_size=10).map(lambda t: f"Zq{t}")


@examples(200)
@given(
    name=NAMES,
    number=st.integers(10**7, 10**9).map(str),
    words=st.sampled_from(["{}", "merci de {}", "={}", "« {} »", "N{}"]),
    spoilt=st.booleans(),
)
def test_no_text_of_a_personal_column_and_no_identifier_is_written(
    name: str, number: str, words: str, *, spoilt: bool
) -> None:
    gender = "X" if spoilt else "Mme"
    all_ = came(
        enrolments(
            f"id|name|year|unit|gender\n{number}|{name}|2013-2014|A1|{gender}\n{number}|{name}|2013-2014|A2|Mme"
        ),
        survey(f"id|status|text\n{number}|CDI|{words.format(name)}\n{number}|CDI|tout va bien"),
        survey(f"id|status|text\n{number}|?|{words.format(number)}"),
    )
    written = everything(all_)
    assert name.casefold() not in written.casefold()
    assert number not in written


@examples(100)
@given(number=st.integers(1, 99_999), other=st.integers(1, 99_999))
def test_an_identifier_joins_its_rows_however_a_file_has_it(number: int, other: int) -> None:
    two = came(
        enrolments(f"wide id|year|unit\n{number:05d}|2013-2014|A1\n{other}|2013-2014|A1"),
        enrolments(f"wide id|year|unit\n {number} |2014-2015|A1"),
        survey(f"wide id|status\n{number}|CDI"),
    )
    assert len(two.made.tables["beneficiaries"]) == len({number, other})
    assert not two.places()


def everything(of: Came) -> str:
    """All that an import writes but the distributions, which are counts."""
    provenance = Provenance(of.files, (), "empreinte", "", date(2017, 12, 31))
    told = Told(
        of.made, provenance, Matches((), (), ()), (), (), of.book, 5, written=True, compared=""
    )
    files = {
        **table_files(of.made, of.book),
        "import.json": json_bytes(account(of.made, provenance, of.book)),
        "rapport.html": report(told),
    }
    assert KEY not in json.dumps(account(of.made, provenance, of.book))
    return "\n".join(f"{name}\n{content.decode()}" for name, content in files.items())
