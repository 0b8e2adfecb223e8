"""Which selections are answered, under which policy, and what is said of those that are not?"""

import pytest

from dashboard.disclosure.admission import admission_of, one_choice
from dashboard.disclosure.policy import DIFFUSION, INTERNAL, Policy, internal_of
from dashboard.disclosure.thresholds import MOST_CONDITIONS
from dashboard.domain.address import parse_address
from dashboard.domain.selection import Selection
from dashboard.text.refusals import refusal_in_words
from tests.support.exhibits import plain
from tests.support.vocabularies import VOCABULARY

BRETAGNE_AND_NORMANDIE = internal_of(("53", "28"))


def selected(search: str) -> Selection:
    address = parse_address(search, VOCABULARY, ())
    assert address.problems == ()
    return address.selection


@pytest.mark.parametrize(
    ("search", "policy", "several", "too_many"),
    [
        # one value, or a grouping that the codebook publishes
        ("", DIFFUSION, [], 0),
        ("genre=F", DIFFUSION, [], 0),
        ("cadre=inconnu", DIFFUSION, [], 0),
        ("region=grand-ouest&age=moins-de-40-ans", DIFFUSION, [], 0),
        ("region=bretagne,normandie,pays-de-la-loire", DIFFUSION, [], 0),
        ("situation.T1=en-emploi&situation.T2=sans-emploi", DIFFUSION, [], 0),
        (
            "contrat.T1=cdi,titulaire-de-la-fonction-publique,independant-chef-d-entreprise",
            DIFFUSION,
            [],
            0,
        ),
        # any other set of values, "all but" among them
        ("region=bretagne,normandie", DIFFUSION, ["region"], 0),
        ("region=grand-ouest,alsace", DIFFUSION, ["region"], 0),
        ("age=moins-de-30-ans,30-39,40-49", DIFFUSION, ["age_band"], 0),
        ("genre=F,H", DIFFUSION, ["gender"], 0),
        ("cadre=oui,non", DIFFUSION, ["executive"], 0),
        ("promotion=2013-2014,2014-2015", DIFFUSION, ["cohort"], 0),
        ("contrat.T1=cdi,titulaire-de-la-fonction-publique", DIFFUSION, ["contract"], 0),
        ("genre=F,H&region=alsace,bretagne", DIFFUSION, ["gender", "region"], 0),
        # three conditions, steps of a path among them
        ("genre=F&age=30-39&cadre=oui", DIFFUSION, [], 0),
        ("genre=F&situation.T1=en-etude&situation.T2=inactif", DIFFUSION, [], 0),
        ("genre=F&age=30-39&cadre=oui&region=bretagne", DIFFUSION, [], 1),
        (
            "genre=F&age=30-39&cadre=oui&situation.T1=en-etude&situation.T2=inactif",
            DIFFUSION,
            [],
            2,
        ),
        ("region=bretagne&region2016=bretagne&genre=F&age=30-39", DIFFUSION, [], 1),
        ("genre=F,H&age=30-39&cadre=oui&region=bretagne", DIFFUSION, ["gender"], 1),
        # who is told everything, and who is told everything of some regions
        ("genre=F,H&age=30-39&cadre=oui&region=bretagne", INTERNAL, [], 0),
        ("genre=F,H&age=30-39&cadre=oui&region=bretagne", BRETAGNE_AND_NORMANDIE, [], 0),
        ("genre=F,H&region=bretagne,normandie", BRETAGNE_AND_NORMANDIE, [], 0),
        ("genre=F&region=bretagne,alsace", BRETAGNE_AND_NORMANDIE, ["region"], 0),
        ("genre=F&age=30-39&cadre=oui&region=alsace", BRETAGNE_AND_NORMANDIE, [], 1),
        ("genre=F&age=30-39&cadre=oui&interim=oui", BRETAGNE_AND_NORMANDIE, [], 1),
    ],
)
def test_a_selection_is_answered_or_what_of_it_is_too_much(
    search: str, policy: Policy, several: list[str], too_many: int
) -> None:
    admission = admission_of(selected(search), policy, VOCABULARY)
    assert [condition.dimension.variable for condition in admission.several] == several
    assert admission.too_many == too_many
    assert bool(admission) is not bool(several or too_many)


def test_lists_keep_one_choice_where_nothing_else_is_ever_answered() -> None:
    assert [one_choice(p) for p in (DIFFUSION, INTERNAL, BRETAGNE_AND_NORMANDIE)] == [
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("search", "said"),
    [
        (
            "age=30-39,50-ans-et-plus",
            (
                "Le filtre « Tranche d'âge » garde « 30 à 39 ans » et « 50 ans et plus » : gardez un seul choix, ou un "
                "regroupement (Moins de 40 ans, 40 ans et plus), ou retirez-le."
            ),
        ),
        (
            "genre=F,H",
            "Le filtre « Genre » garde « Femmes » et « Hommes » : gardez un seul choix, ou retirez-le.",
        ),
        (
            "genre=F&cadre=oui&age=30-39&region=grand-ouest",
            (
                "Elle a 4 filtres, et 3 au plus sont permis : retirez-en 1 parmi « Tranche d'âge : 30 à 39 ans », "
                "« Statut cadre : Oui », « Genre : Femmes » et « Région : Grand Ouest »."
            ),
        ),
    ],
)
def test_a_refusal_says_what_to_take_off(search: str, said: str) -> None:
    selection = selected(search)
    several = admission_of(selection, DIFFUSION, VOCABULARY).several
    told = plain(refusal_in_words(selection, several, MOST_CONDITIONS, VOCABULARY))
    assert (
        told
        == f"Cette sélection n'est pas diffusée, pour que personne ne puisse être reconnu. {said}"
    )
