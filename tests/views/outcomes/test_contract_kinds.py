"""Which kinds of contracts does a codebook make, and in which words are they told?"""

from collections.abc import Mapping

import pytest

from dashboard.domain.codebook import Apart, Category
from dashboard.domain.vocabulary import Vocabulary
from dashboard.exhibits.exhibit import Exhibit
from dashboard.publication import Publication
from dashboard.views.outcomes.contracts.kinds import Kinds
from dashboard.views.outcomes.contracts.view import APART, FORM, VIEW
from tests.support.exhibits import cells, composed, loosened
from tests.support.retold import changed, retold, with_variables
from tests.support.vocabularies import VOCABULARY, another

CONTRACT = VOCABULARY.variable("contract")

AGENCY = Apart(
    label="Missions",
    people="les personnes en mission",
    being="en mission",
    among="Parmi les précaires",
    feminine=True,
)


def with_contracts(publication: Publication, **by_code: Mapping[str, object]) -> Publication:
    """The demonstration, some of whose contracts have other fields."""
    return with_variables(publication, changed(CONTRACT, categories=contracts(**by_code)))


def contracts(**by_code: Mapping[str, object]) -> tuple[Category, ...]:
    return tuple(changed(c, **by_code.get(c.code, {})) for c in CONTRACT.categories)


def kinds(vocabulary: Vocabulary, *, apart: bool = False) -> list[str]:
    return list(Kinds(vocabulary, apart=apart).real)


def told(publication: Publication, search: str = "") -> Exhibit:
    return loosened(composed("contrats", search, publication))


def test_kinds_are_the_groups_then_the_contracts_of_no_group() -> None:
    ungrouped = changed(CONTRACT, categories=contracts(agency={"group": ""}))
    assert kinds(another(ungrouped)) == ["stable", "precarious", "agency"]
    assert kinds(another(ungrouped), apart=True) == [
        *("stable", "self_employed", "precarious", "agency")
    ]


def test_a_contract_of_no_group_keeps_its_people(publication: Publication) -> None:
    exhibit = told(with_contracts(publication, agency={"group": ""}))
    assert sum(flow.count or 0 for flow in cells(exhibit).values()) == 732
    agency = [labels for labels in cells(exhibit) if labels[1] == "Intérim"]
    assert agency
    assert exhibit.content.reading == told(publication).content.reading


def test_a_group_may_be_coded_as_a_contract_that_is_not_in_it(publication: Publication) -> None:
    groups = tuple(
        changed(group, code="agency") if group.code == "precarious" else group
        for group in CONTRACT.groups
    )
    into = {code: {"group": "agency"} for code in ("fixed_term", "subsidised", "seasonal")}
    variable = changed(CONTRACT, categories=contracts(**into, agency={"group": ""}), groups=groups)
    exhibit = told(with_variables(publication, variable))
    named = {label for labels in cells(exhibit) for label in labels[1:]}
    assert {"Contrat précaire", "Intérim"} <= named
    assert sum(flow.count or 0 for flow in cells(exhibit).values()) == 732


def test_the_first_reading_is_about_the_stable_ones_wherever_they_stand(
    publication: Publication,
) -> None:
    reversed_groups = changed(CONTRACT, groups=tuple(reversed(CONTRACT.groups)))
    exhibit = told(with_variables(publication, reversed_groups))
    assert exhibit.content.reading == told(publication).content.reading


@pytest.mark.parametrize(
    ("label", "named"),
    [
        ("Contrat durable", "contrat durable"),
        ("Emploi stable", "emploi stable"),
        ("CDI", "CDI"),
        ("Titulaire", "contrat « Titulaire »"),
    ],
)
def test_a_kind_is_named_as_french_allows(label: str, named: str) -> None:
    groups = (changed(CONTRACT.groups[0], label=label), CONTRACT.groups[1])
    vocabulary = another(changed(CONTRACT, groups=groups))
    assert Kinds(vocabulary, apart=False).named("stable") == named


def test_where_no_contract_may_be_taken_out_there_is_no_switch(publication: Publication) -> None:
    without = with_contracts(publication, self_employed={"apart": None})
    assert not APART.is_shown(without.vocabulary)
    assert APART.is_shown(publication.vocabulary)
    (note,) = (n for n in told(without).content.notes if n.startswith("Contrat stable : "))
    assert note.endswith("emploi saisonnier.")


def test_several_may_be_taken_out_together(publication: Publication) -> None:
    several = with_contracts(publication, agency={"apart": AGENCY})
    assert APART.label(several.vocabulary) == "Indépendants et missions"  # type: ignore[operator]
    labels = [choice.label for choice in APART.offered(several.vocabulary)]
    assert labels == ["Dans leur groupe", "À part"]
    apart = told(several, "?contrats.independants=a-part").content
    assert apart.title.endswith(", indépendants et missions à part")
    assert any(
        "et les personnes en mission sont sortis de leur groupe" in note for note in apart.notes
    )


def test_those_taken_out_agree_with_their_noun(publication: Publication) -> None:
    women = with_contracts(publication, self_employed={"apart": None}, agency={"apart": AGENCY})
    labels = [choice.label for choice in APART.offered(women.vocabulary)]
    assert labels == ["Parmi les précaires", "À part"]
    notes = told(women, "?contrats.independants=a-part").content.notes
    assert any(
        "Les personnes en mission sont sorties de leur groupe, à la diff" in n for n in notes
    )


def test_what_the_report_does_is_told_where_there_is_one(publication: Publication) -> None:
    study = changed(publication.vocabulary.codebook.study, report=None)
    content = told(retold(publication, study=study), "?contrats.independants=a-part").content
    assert any(
        note.endswith("chefs d'entreprise sont sortis de leur groupe.") for note in content.notes
    )


def test_all_of_a_group_may_be_taken_out(publication: Publication) -> None:
    out = Apart(label="Stables", people="les stables", being="en emploi stable")
    of_group = CONTRACT.codes_of_group("stable")
    nobody_left = with_contracts(publication, **{code: {"apart": out} for code in of_group})
    content = told(nobody_left, "?contrats.independants=a-part&contrats.forme=matrice").content
    assert {"CDI", "Contrat précaire"} <= {row.labels[0] for row in content.data_table.rows}
    assert "Contrat stable" not in {row.labels[0] for row in content.data_table.rows}


def test_it_needs_stable_contracts_and_a_wave_before() -> None:
    no_role = tuple(changed(group, role=None) for group in CONTRACT.groups)
    assert VIEW.missing(VOCABULARY) == ()
    assert len(VIEW.missing(another(without=("contract",)))) == 1
    assert len(VIEW.missing(another(changed(CONTRACT, groups=no_role)))) == 1
    assert len(VIEW.missing(another(waves=("T1", "T2")))) == 1


def test_with_one_wave_after_the_flows_of_all_waves_are_no_position() -> None:
    positions = [choice.value for choice in FORM.offered(another(waves=("T0", "T1")))]
    assert positions == ["flux", "matrice"]
