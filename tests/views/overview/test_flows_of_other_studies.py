"""What do the diagrams of the overview show, and offer, of a study that has less than ours, or names it otherwise?"""

from dataclasses import replace

import pytest

from dashboard.content.charts.flows import FlowDiagram
from dashboard.content.view import View
from dashboard.domain.codebook import Category
from dashboard.domain.switches import Switch
from dashboard.domain.vocabulary import Vocabulary
from dashboard.exhibits.exhibit import Exhibit
from dashboard.views.kit.survey_bases import BOTH_EMPLOYED
from dashboard.views.overview import csp, employment_status, sector
from dashboard.views.overview.flows import base_in_words
from dashboard.views.overview.job_flows import ALL_WAVES
from tests.studies.studies import study
from tests.support.exhibits import composed, loosened
from tests.support.vocabularies import VOCABULARY, another

STATUS, DURATION = VOCABULARY.variable("status"), VOCABULARY.variable("long_term_jobseeker")


def of_five_waves(view: str, search: str = "") -> Exhibit:
    """The exhibit of a study that asks five times, and nothing about the time before."""
    return loosened(composed(view, search, study("cinq_vagues")))


def diagram(exhibit: Exhibit) -> FlowDiagram:
    assert isinstance(exhibit.content.chart, FlowDiagram)
    return exhibit.content.chart


def switch(view: View, parameter: str) -> Switch:
    (named,) = [each for each in view.switches if each.parameter == parameter]
    return named


def labels(view: View, parameter: str, vocabulary: Vocabulary) -> list[str]:
    return [choice.label for choice in switch(view, parameter).offered(vocabulary)]


def test_without_a_wave_before_a_diagram_starts_at_the_first_one() -> None:
    exhibit = of_five_waves("statut")
    assert [step.plain for step in diagram(exhibit).steps][:2] == ["T1 · 6 mois", "T2 · 12 mois"]
    assert len(diagram(exhibit).steps) == 5
    assert exhibit.content.title == "Situation après la formation"
    assert "sont en emploi 6 mois après" in exhibit.content.reading
    assert " À T2 : " in exhibit.content.alternative


def test_jobs_are_shown_from_the_first_wave_to_the_second_or_to_the_last() -> None:
    assert len(diagram(of_five_waves("secteur")).steps) == 2
    every = diagram(of_five_waves("secteur", f"?secteur.vagues={ALL_WAVES}"))
    assert [step.plain[:2] for step in every.steps] == ["T1", "T2", "T3", "T4", "T5"]


def test_nothing_that_needs_the_time_before_is_offered_without_it() -> None:
    vocabulary = study("cinq_vagues").vocabulary
    assert labels(sector.VIEW, "secteur.base", vocabulary) == ["Répondants", "Tous les interrogés"]
    assert labels(sector.VIEW, "secteur.vagues", vocabulary) == ["T1 et T2", "Toutes"]
    assert not switch(employment_status.VIEW, "statut.depart").is_shown(vocabulary)


def test_two_waves_leave_none_to_add() -> None:
    vocabulary = another(waves=("T0", "T2"))
    assert labels(csp.VIEW, "csp.vagues", vocabulary) == ["T0 et T2"]
    assert not switch(csp.VIEW, "csp.vagues").is_shown(vocabulary)


@pytest.mark.parametrize("view", [employment_status.VIEW, csp.VIEW, sector.VIEW])
def test_one_wave_has_no_flows(view: View) -> None:
    assert view.missing(another(waves=("T1",))) == ("l'enquête n'a qu'une vague",)
    assert not view.missing(another(waves=("T1", "T2")))


def test_a_variable_that_is_not_asked_at_each_wave_has_no_flows() -> None:
    once = VOCABULARY.variable("csp").model_copy(update={"per_wave": False})
    assert csp.VIEW.missing(another(once)) == (
        "la variable « csp » n'est pas demandée à chaque vague",
    )
    (reason,) = csp.VIEW.missing(another(without=("csp",)))
    assert reason.startswith("le dictionnaire n'a pas la variable « csp »")


def test_a_view_is_called_as_the_study_calls_its_variable() -> None:
    branch = VOCABULARY.variable("sector").model_copy(update={"label": "Branche", "noun": None})
    vocabulary = another(branch)
    assert sector.VIEW.title_in(vocabulary) == "Branche"
    subject = replace(employment_status.MOVES, variable="sector").subject(vocabulary)
    assert base_in_words(BOTH_EMPLOYED, subject, vocabulary) == (
        "répondants dont la réponse « Branche » est connue à T0 et à T1 (en emploi aux deux dates)"
    )


def starts(vocabulary: Vocabulary) -> list[str]:
    return labels(employment_status.VIEW, "statut.depart", vocabulary)


def durations(*names: str) -> tuple[Category, ...]:
    return tuple(Category(code=name, label=name) for name in names)


def test_what_all_were_before_they_came_is_named_with_what_divides_it() -> None:
    assert starts(VOCABULARY) == ["Demandeurs d'emploi", "DE et DELD"]
    plain = DURATION.model_copy(update={"categories": durations("Moins d'un an", "Un an ou plus")})
    assert starts(another(plain)) == ["Demandeurs d'emploi", "Moins d'un an et un an ou plus"]


def test_a_situation_without_a_phrase_is_named_by_its_label() -> None:
    first, *others = STATUS.categories
    bare = first.model_copy(update={"phrase": ""})
    vocabulary = another(STATUS.model_copy(update={"categories": (bare, *others)}))
    assert starts(vocabulary)[0] == "Demandeur d'emploi"


def test_variables_are_named_where_people_were_in_several_situations() -> None:
    vocabulary = another(STATUS.model_copy(update={"categories": STATUS.categories[1:]}))
    assert starts(vocabulary) == ["Situation professionnelle", "Durée de chômage"]


def test_many_durations_are_not_named_one_by_one() -> None:
    many = DURATION.model_copy(update={"categories": durations("1 an", "2 ans", "3 ans", "4 ans")})
    assert starts(another(many)) == ["Situation professionnelle", "Durée de chômage"]


def test_without_durations_or_a_wave_before_there_is_nothing_to_divide() -> None:
    assert starts(another(without=("long_term_jobseeker",))) == ["Situation professionnelle"]
    assert starts(another(waves=("T1", "T2"))) == ["Situation professionnelle"]
