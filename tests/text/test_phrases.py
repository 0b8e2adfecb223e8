"""Is each category that can be filtered described in a sentence that a French reader would write?"""

from __future__ import annotations

import pytest

from dashboard.domain.address import format_address, parameter_of, parse_address, value_of
from dashboard.domain.codebook import Category, Variable, Word
from dashboard.domain.dimension import Dimension
from dashboard.text.phrases import filled, phrase_of
from dashboard.text.selections import selection_in_words
from tests.support.vocabularies import VOCABULARY

TABLE = """
age=moins-de-30-ans            | de moins de 30 ans
age=30-39                      | de 30 à 39 ans
age=40-49                      | de 40 à 49 ans
age=50-ans-et-plus             | de 50 ans et plus
cadre=oui                      | ayant cotisé en tant que cadres
cadre=non                      | n'ayant pas cotisé en tant que cadres
cadre=inconnu                  | au statut cadre inconnu
chomage=de                     | demandeurs d'emploi depuis moins d'un an
chomage=deld                   | demandeurs d'emploi de longue durée
chomage=inconnu                | à la durée de chômage inconnue
interim=oui                    | avec mission d'intérim
interim=non                    | sans mission d'intérim
interim=inconnu                | sans information sur l'intérim
diplome=IV                     | au diplôme d'entrée de niveau IV (bac au plus)
diplome=III                    | au diplôme d'entrée de niveau III (bac+2)
diplome=II                     | au diplôme d'entrée de niveau II (bac+3 ou bac+4)
diplome=I                      | au diplôme d'entrée de niveau I (bac+5 et plus)
diplome=inconnu                | au diplôme d'entrée inconnu
reponse=repondants             | répondants à l'enquête
reponse=non-repondants         | non répondants
reponse=pas-encore-interroges  | pas encore interrogés
reponse=hors-champ-de-l-enquete | hors champ de l'enquête
poursuite=une-seule-annee      | avec une seule année d'inscription
poursuite=poursuite-sans-interruption | avec une poursuite sans interruption
poursuite=reprise-apres-interruption | avec une reprise après interruption
parcours_beneficiaire=parcours-diplomant | en parcours diplômant
parcours_beneficiaire=a-la-carte | suivant des UE à la carte
parcours_beneficiaire=parcours-inconnu | au parcours inconnu
niveau_beneficiaire=IV         | visant un diplôme de niveau IV (bac au plus)
niveau_beneficiaire=III        | visant un diplôme de niveau III (bac+2)
niveau_beneficiaire=II         | visant un diplôme de niveau II (bac+3 ou bac+4)
niveau_beneficiaire=I          | visant un diplôme de niveau I (bac+5 et plus)
niveau_beneficiaire=sans-objet-a-la-carte | suivant des UE à la carte
niveau_beneficiaire=niveau-inconnu | au niveau visé inconnu
progression=niveau-inferieur   | visant un niveau inférieur à leur diplôme d'entrée
progression=meme-niveau        | visant le niveau de leur diplôme d'entrée
progression=niveau-superieur   | visant un niveau supérieur à leur diplôme d'entrée
progression=sans-objet-a-la-carte | suivant des UE à la carte
progression=niveau-ou-diplome-inconnu | au niveau visé ou au diplôme d'entrée inconnu
situation.T0=demandeur-d-emploi | demandeurs d'emploi à T0
situation.T1=en-emploi-salarie | en emploi salarié à T1
situation.T1=independant-chef-d-entreprise | indépendants ou chefs d'entreprise à T1
situation.T1=en-recherche-d-emploi | en recherche d'emploi à T1
situation.T1=en-etude          | en étude à T1
situation.T1=inactif           | inactifs à T1
situation.T1=sans-information  | sans information sur leur situation à T1
situation.T1=non-repondant     | n'ayant jamais répondu à l'enquête
situation.T1=pas-encore-interroge | pas encore interrogés à T1
situation.T1=hors-champ-de-l-enquete | hors champ de l'enquête
contrat.T1=cdi                 | en contrat « CDI » à T1
contrat.T1=titulaire-de-la-fonction-publique | en contrat « Titulaire de la fonction publique » à T1
contrat.T1=independant-chef-d-entreprise | en contrat « Indépendant, chef d'entreprise » à T1
contrat.T1=cdd                 | en contrat « CDD » à T1
contrat.T1=interim             | en contrat « Intérim » à T1
contrat.T1=emploi-aide         | en contrat « Emploi aidé » à T1
contrat.T1=emploi-saisonnier   | en contrat « Emploi saisonnier » à T1
contrat.T1=sans-emploi         | sans emploi à T1
contrat.T1=sans-information    | sans information sur leur contrat à T1
csp.T0=agriculteurs            | de CSP « Agriculteurs » à T0
csp.T0=artisans-commercants-chefs-d-entreprise | de CSP « Artisans, commerçants, chefs d'entreprise » à T0
csp.T0=executives | de CSP « Cadres et professions intellectuelles supérieures » à T0
csp.T0=professions-intermediaires | de CSP « Professions intermédiaires » à T0
csp.T0=employes                | de CSP « Employés » à T0
csp.T0=ouvriers                | de CSP « Ouvriers » à T0
csp.T0=sans-emploi             | sans emploi à T0
csp.T0=sans-information        | sans information sur leur CSP à T0
secteur.T1=agriculture         | du secteur « Agriculture » à T1
secteur.T1=industrie           | du secteur « Industrie » à T1
secteur.T1=construction        | du secteur « Construction » à T1
secteur.T1=commerce-transport-et-services-divers | du secteur « Commerce, transport et services divers » à T1
secteur.T1=public_services | du secteur « Administration, enseignement, santé et action sociale » à T1
secteur.T1=sans-emploi         | sans emploi à T1
secteur.T1=sans-information    | sans information sur leur secteur à T1
temps_travail.T1=temps-plein   | à temps plein à T1
temps_travail.T1=temps-partiel | à temps partiel à T1
temps_travail.T1=sans-emploi   | sans emploi à T1
temps_travail.T1=sans-information | sans information sur leur temps de travail à T1
salaire.T1=moins-de-1-000      | au salaire brut mensuel de moins de 1 000 € à T1
salaire.T1=1-000-a-1-499       | au salaire brut mensuel de 1 000 à 1 499 € à T1
salaire.T1=1-500-a-1-999       | au salaire brut mensuel de 1 500 à 1 999 € à T1
salaire.T1=2-000-a-2-999       | au salaire brut mensuel de 2 000 à 2 999 € à T1
salaire.T1=3-000-et-plus       | au salaire brut mensuel de 3 000 € et plus à T1
salaire.T1=sans-emploi         | sans emploi à T1
salaire.T1=sans-information    | sans information sur leur salaire à T1
"""
PHRASES = dict([part.strip() for part in line.split("|")] for line in TABLE.strip().splitlines())

SAME_FOR_ALL_JOBS = ("non_respondent", "not_yet_surveyed", "out_of_scope")
"""Absences of the person, which every variable of the survey shares with the first one."""

NOT_IN_TABLE = ("cohort", "region", "current_region", "gender")


def sentence_of(search: str) -> str:
    address = parse_address(search, VOCABULARY, [])
    assert address.problems == ()
    return selection_in_words(address.selection, VOCABULARY)


@pytest.mark.parametrize("search", PHRASES)
def test_a_category_has_its_phrase(search: str) -> None:
    assert sentence_of(search) == f"Bénéficiaires {PHRASES[search]}"


def test_every_category_that_can_be_filtered_is_in_the_table() -> None:
    missing = []
    for variable in VOCABULARY.codebook.variables.values():
        key = Dimension(variable.name, "T1" if variable.per_wave else None)
        if not variable.parameter or variable.kind == "integer":
            continue
        if not VOCABULARY.selects_people(key) or variable.name in NOT_IN_TABLE:
            continue
        missing += [
            f"{parameter_of(key, VOCABULARY)}={value_of(key, code, VOCABULARY)}"
            for code in VOCABULARY.codes(key)
            if variable.name == "status" or code not in SAME_FOR_ALL_JOBS or not variable.per_wave
        ]
    written = {_written(search).replace(".T0=", ".T1=") for search in PHRASES}
    assert [search for search in missing if search not in written] == []


def _written(search: str) -> str:
    """`search` as an address has it; the table has codes where these are much shorter."""
    return format_address(
        parse_address(search, VOCABULARY, []).selection, {}, VOCABULARY
    ).removeprefix("?")


@pytest.mark.parametrize(
    ("search", "sentence"),
    [
        (
            "genre=F&csp.T0=employes&situation.T1=en-recherche-d-emploi",
            "Femmes de CSP « Employés » à T0 et en recherche d'emploi à T1",
        ),
        ("genre=F&chomage=deld", "Femmes demandeuses d'emploi de longue durée"),
        ("genre=F&situation.T1=inactif", "Femmes inactives à T1"),
        ("genre=F,H&situation.T1=inactif", "Femmes ou hommes inactifs à T1"),
        (
            "situation.T1=en-emploi-salarie,independant-chef-d-entreprise",
            "Bénéficiaires en emploi à T1",
        ),
        (
            "situation.T1=en-etude,inactif,non-repondant",
            "Bénéficiaires en étude ou inactifs à T1, ou n'ayant jamais répondu à l'enquête",
        ),
        (
            "csp.T1=employes,ouvriers,sans-emploi",
            "Bénéficiaires de CSP « Employés » ou « Ouvriers », ou sans emploi à T1",
        ),
        (
            "contrat.T1=cdi,titulaire-de-la-fonction-publique,independant-chef-d-entreprise,cdd",
            "Bénéficiaires en contrat stable ou en contrat « CDD » à T1",
        ),
    ],
)
def test_phrases_together(search: str, sentence: str) -> None:
    assert sentence_of(search) == sentence


YES, NO = Category(code="yes", label="Oui"), Category(code="no", label="Non")


def variable(label: str = "Handicap", phrase: str = "", noun: Word | None = None) -> Variable:
    return Variable(
        name="handicap",
        label=label,
        kind="category",
        table="beneficiaries",
        definition="Situation déclarée.",
        phrase=phrase,
        noun=noun,
        about="leur {situation}",
        categories=(YES, NO),
    )


def test_a_category_without_a_phrase_is_what_its_variable_is() -> None:
    phrase = phrase_of((YES,), variable(), None)
    assert phrase == "dont la réponse « Handicap » est « Oui »"


def test_the_word_of_a_variable_stands_in_its_clause_with_the_wave() -> None:
    named = variable(noun=Word(singular="handicap"))
    assert phrase_of((YES, NO), named, "T2") == "dont le handicap est « Oui » ou « Non » à T2"


def test_labels_of_places_stand_alone() -> None:
    assert phrase_of((YES, NO), variable(), None, alone=True) == "Oui ou Non"


@pytest.mark.parametrize(
    ("category", "of_variable", "phrase"),
    [
        (
            Category(code="x", label="{label} {0} {"),
            "",
            "dont la réponse « {a} » est « {label} {0} { »",
        ),
        (Category(code="x", label="{wave}"), "de {named} à {wave}", "de {wave} à T1"),
        (
            Category(code="x", label="X", phrase="sans {about} {ni} {} {0}"),
            "",
            "sans leur {situation} {ni} {} {0}",
        ),
        (Category(code="x", label="X", phrase="}{"), "", "}{"),
    ],
)
def test_braces_that_are_no_placeholders_stay_as_they_are_written(
    category: Category, of_variable: str, phrase: str
) -> None:
    wave = "T1" if of_variable else None
    assert phrase_of((category,), variable("{a}", of_variable), wave) == phrase


def test_what_is_put_in_is_not_read_again() -> None:
    assert filled("{a} et {b}", {"a": "{b}", "b": "{a}"}) == "{b} et {a}"
