"""Does an address say exactly which people and switches are meant, and what of it was not understood?"""

import pytest

from dashboard.domain.address import format_address, parse_address
from dashboard.domain.dimension import dimension
from dashboard.domain.selection import Condition, Selection, selection_of
from dashboard.domain.switches import Choice, Switch, fixed
from tests.support.vocabularies import VOCABULARY

MEASURE = Switch(
    "carte.mesure",
    "Indicateur",
    "beneficiaires",
    fixed(Choice("beneficiaires", "Bénéficiaires"), Choice("ue", "UE")),
)


def selecting(**kept: tuple[str, ...]) -> Selection:
    """The selection written `gender=("F",), status_at_T1=("searching",)`."""
    return selection_of(
        Condition(dimension(name.replace("_at_T", "@T")), codes) for name, codes in kept.items()
    )


@pytest.mark.parametrize(
    ("search", "selection"),
    [
        ("", Selection()),
        ("?", Selection()),
        ("genre=F", selecting(gender=("F",))),
        ("?genre=F", selecting(gender=("F",))),
        ("?genre=H", selecting(gender=("M",))),
        ("?promotion=2013-2014,2014-2015", selecting(cohort=("2013-2014", "2014-2015"))),
        ("?promotion=2013-2014&promotion=2014-2015", selecting(cohort=("2013-2014", "2014-2015"))),
        ("?age=moins-de-30-ans", selecting(age_band=("under_30",))),
        ("?region=ile-de-france", selecting(region=("11",))),
        ("?region2016=grand-est", selecting(current_region=("44",))),
        ("?situation.T1=en-emploi-salarie", selecting(status_at_T1=("salaried",))),
        ("?csp.T0=sans-information", selecting(csp_at_T0=("no_information",))),
        (
            "?situation.T1=en-etude&situation.T2=inactif",
            selecting(status_at_T1=("studying",), status_at_T2=("inactive",)),
        ),
    ],
)
def test_an_address_selects_people(search: str, selection: Selection) -> None:
    address = parse_address(search, VOCABULARY, [MEASURE])
    assert address.problems == ()
    assert address.selection == selection
    assert address.switches == {}


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("?genre=M", "?genre=H"),
        ("?region=52", "?region=pays-de-la-loire"),
        ("?age=under_30", "?age=moins-de-30-ans"),
        ("?chomage=yes", "?chomage=deld"),
        ("?situation.T1=salaried", "?situation.T1=en-emploi-salarie"),
    ],
)
def test_codes_of_the_tables_are_understood_as_well_as_words(code: str, word: str) -> None:
    by_code = parse_address(code, VOCABULARY, [])
    assert by_code == parse_address(word, VOCABULARY, [])
    assert format_address(by_code.selection, {}, VOCABULARY) == word


@pytest.mark.parametrize(
    "parameter",
    [
        "couleur",
        "gender",  # the name in code is not the name in an address
        "situation",  # has one value a wave: which one?
        "situation.T3",  # a wave that these tables do not have
        "genre.T1",  # has no wave
        "annee",  # describes an enrolment, not a person
        "modalite",
        "apport",
        "age_detaille",  # whole numbers are not filtered one by one
        "carte.couleur",
        "",
    ],
)
def test_an_unknown_parameter_is_reported_and_selects_nobody_else(parameter: str) -> None:
    address = parse_address(f"?{parameter}=F&genre=F", VOCABULARY, [MEASURE])
    (problem,) = address.problems
    assert problem.startswith(f"Le paramètre « {parameter} » n'existe pas.")
    assert address.selection == selecting(gender=("F",))


@pytest.mark.parametrize(
    ("search", "value", "parameter", "valid"),
    [
        ("?genre=X", "X", "genre", "« Genre » : Femmes, Hommes"),
        ("?genre=", "", "genre", "« Genre » : Femmes, Hommes"),
        ("?genre", "", "genre", "« Genre » : Femmes, Hommes"),
        ("?genre=f", "f", "genre", "« Genre » : Femmes, Hommes"),
        ("?genre=<script>", "<script>", "genre", "« Genre » : Femmes, Hommes"),
        (
            "?promotion=1999-2000",
            "1999-2000",
            "promotion",
            "« Promotion » : 2012-2013, 2013-2014, 2014-2015, 2015-2016",
        ),
    ],
)
def test_an_unknown_value_is_reported_with_the_valid_ones(
    search: str, value: str, parameter: str, valid: str
) -> None:
    address = parse_address(search, VOCABULARY, [])
    (problem,) = address.problems
    assert problem == (
        f"La valeur « {value} » du paramètre « {parameter} » n'existe pas. "
        f"Valeurs possibles pour {valid}."
    )
    assert not address.selection


def test_a_category_of_another_wave_is_not_one_of_this_wave() -> None:
    assert parse_address("?situation.T0=demandeur-d-emploi", VOCABULARY, []).problems == ()
    (problem,) = parse_address("?situation.T1=demandeur-d-emploi", VOCABULARY, []).problems
    assert problem.startswith("La valeur « demandeur-d-emploi » du paramètre « situation.T1 »")


def test_the_good_values_beside_a_bad_one_still_count() -> None:
    address = parse_address("?genre=F,X&region=52", VOCABULARY, [])
    assert address.selection == selecting(gender=("F",), region=("52",))
    assert len(address.problems) == 1


@pytest.mark.parametrize(
    ("search", "switches", "problems"),
    [
        ("?carte.mesure=ue", {"carte.mesure": "ue"}, 0),
        ("?carte.mesure=beneficiaires", {}, 0),
        ("?carte.mesure=ue&carte.mesure=beneficiaires", {}, 0),
        ("?carte.mesure=euros", {}, 1),
        ("?carte.mesure=", {}, 1),
    ],
)
def test_a_switch_is_read_and_its_default_left_out(
    search: str, switches: dict[str, str], problems: int
) -> None:
    address = parse_address(search, VOCABULARY, [MEASURE])
    assert address.switches == switches
    assert len(address.problems) == problems


def test_a_bad_switch_is_reported_with_its_positions() -> None:
    (problem,) = parse_address("?carte.mesure=euros", VOCABULARY, [MEASURE]).problems
    assert problem == (
        "La valeur « euros » du paramètre « carte.mesure » n'existe pas. "
        "Valeurs possibles pour « Indicateur » : Bénéficiaires, UE."
    )


@pytest.mark.parametrize(
    ("search", "canonical"),
    [
        ("", ""),
        ("genre=F", "?genre=F"),
        ("?genre=H,F", "?genre=F,H"),
        ("?genre=F&promotion=2014-2015,2013-2014", "?promotion=2013-2014,2014-2015&genre=F"),
        ("?situation.T1=inactif&genre=F", "?genre=F&situation.T1=inactif"),
        (
            "?csp.T1=ouvriers&situation.T1=inactif&csp.T0=employes",
            "?csp.T0=employes&situation.T1=inactif&csp.T1=ouvriers",
        ),
        ("?carte.mesure=ue&genre=F", "?genre=F&carte.mesure=ue"),
        ("?carte.mesure=beneficiaires&genre=F", "?genre=F"),
    ],
)
def test_one_state_has_one_address(search: str, canonical: str) -> None:
    read = parse_address(search, VOCABULARY, [MEASURE])
    assert format_address(read.selection, read.switches, VOCABULARY) == canonical
    assert parse_address(canonical, VOCABULARY, [MEASURE]) == read


@pytest.mark.parametrize(
    ("search", "first", "second"),
    [
        ("?b.genre=H", Selection(), selecting(gender=("M",))),
        ("?genre=F&b.genre=H", selecting(gender=("F",)), selecting(gender=("M",))),
        (
            "?b.situation.T1=inactif&region=corse",
            selecting(region=("94",)),
            selecting(status_at_T1=("inactive",)),
        ),
    ],
)
def test_a_second_selection_to_compare_with_is_kept_apart(
    search: str, first: Selection, second: Selection
) -> None:
    address = parse_address(search, VOCABULARY, [])
    assert (address.selection, address.other, address.problems) == (first, second, ())
    written = format_address(address.selection, {}, VOCABULARY, address.other)
    assert parse_address(written, VOCABULARY, []) == address


@pytest.mark.parametrize("search", ["?b.couleur=bleu", "?b.genre=X", "?b.=F", "?b.b.genre=F"])
def test_a_fault_of_the_second_selection_is_reported_as_it_was_written(search: str) -> None:
    (problem,) = parse_address(search, VOCABULARY, []).problems
    parameter, _, _ = search.removeprefix("?").partition("=")
    assert f"« {parameter} »" in problem


def test_what_has_a_meaning_in_an_address_is_escaped_there() -> None:
    written = format_address(Selection(), {"carte.note": "a&b=c d"}, VOCABULARY)
    free = Switch("carte.note", "Note", "", fixed(Choice("", ""), Choice("a&b=c d", "")))
    assert parse_address(written, VOCABULARY, [free]).switches == {"carte.note": "a&b=c d"}
