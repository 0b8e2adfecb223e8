"""In which words are the teaching teams described?"""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.content.charts.datum import marked
from dashboard.domain.codebook import Category
from dashboard.domain.counts import is_told
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.rates import Share
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import agreed, funded, report, variable_noun
from dashboard.text.numbers import count, share, share_in_words
from dashboard.text.variables import (
    category_noun,
    known,
    long_name,
    several_of,
    short_name,
    short_noun,
    variable_of,
)
from dashboard.text.words import NONE_TOLD, capital, inside, listed, number_in_words
from dashboard.views.kit.notes import fragile_note, marks_of
from dashboard.views.training.funded_words import known_of_no_unit, no_unit, units_have_no_interval
from dashboard.views.training.teaching_teams.counts import PATHWAY, TEAM, Bar, Teams


def view_title(vocabulary: Vocabulary) -> str:
    """The noun for teams, in the plural."""
    return capital(several_of(variable_of(TEAM, vocabulary)))


def title(teams: Teams) -> str:
    """What the bars show."""
    vocabulary = teams.scene.vocabulary
    heading = variable_of(TEAM, vocabulary).title
    if not teams.told_apart:
        return heading
    return f"{heading}, par {short_name(variable_of(PATHWAY, vocabulary))}"


def population(teams: Teams) -> str:
    """What the bars count."""
    vocabulary = teams.scene.vocabulary
    units = funded(vocabulary).several("financé")
    partly = any(category.absence for category in vocabulary.categories(TEAM))
    told = [*([PATHWAY] if teams.told_apart else []), *([TEAM] if partly else [])]
    nouns = [short_noun(variable_of(along, vocabulary)) for along in told]
    return f"{units} {known(*nouns)}" if nouns else units


def nothing(teams: Teams) -> str:
    """Why there is nothing to show."""
    vocabulary = teams.scene.vocabulary
    if not teams.table.total():
        return no_unit(vocabulary)
    unknown = PATHWAY if teams.told_apart and not teams.of_no_team else TEAM
    return known_of_no_unit(variable_noun(variable_of(unknown, vocabulary)), vocabulary)


def reading(teams: Teams) -> str:
    """The named teams' part of the first pathway; where no team is named beside others, that of the largest one."""
    if not teams.pathways:
        return ""
    vocabulary = teams.scene.vocabulary
    pathway = teams.pathways[0]
    bar = max(
        teams.bars[:1] if teams.named else teams.bars,
        key=lambda each: teams.share(pathway, each).count,
    )
    of_pathway = teams.share(pathway, bar)
    if not is_told(of_pathway.count):
        return ""
    units = funded(vocabulary)
    those = (
        f"{units.plural} de la catégorie « {pathway.label} »"
        if teams.told_apart
        else units.several("financé")
    )
    verb = agreed(of_pathway, "relève", "relèvent")
    return (
        f"Parmi les {those}, {number_in_words(of_pathway.count)} sur {count(of_pathway.base)} "
        f"({share_in_words(of_pathway)}) {verb} {_whose(teams, bar)}."
    )


def _whose(teams: Teams, bar: Bar) -> str:
    """After "relever": `des équipes nommées dans l'étude (...)`, or `de l'équipe « Santé »`."""
    vocabulary = teams.scene.vocabulary
    noun = category_noun(variable_of(TEAM, vocabulary))
    if not teams.named:
        return f"{noun.of_definite} « {bar.label} »"
    published = report(vocabulary)
    where = f" dans {published.definite}" if published else ""
    names = listed([f"« {teams.team(code).label} »" for code in teams.named])
    return f"des {noun.several('nommé')}{where} ({names})"


def alternative(teams: Teams) -> str:
    """The chart for those who do not see it: every bar's share."""
    vocabulary = teams.scene.vocabulary
    series = [
        f"{pathway.label} : {', '.join(_shares(teams, pathway)) or NONE_TOLD}"
        for pathway in teams.pathways
    ]
    team = long_name(variable_of(TEAM, vocabulary))
    return f"Barres : part des {funded(vocabulary).plural} de chaque {team}. {'. '.join(series)}."


def _shares(teams: Teams, pathway: Category) -> Iterator[str]:
    """Each bar's share of a pathway, of those that are told."""
    for bar in teams.bars:
        part = teams.share(pathway, bar)
        if not part.hidden:
            yield f"{bar.label} {rounded(part)}"


def rounded(part: Share) -> str:
    """A share without decimals, with its mark."""
    return marked(share(part, 0), marks_of(part))


def notes(teams: Teams) -> tuple[str, ...]:
    """What is outside the base, which bases are small, and that no share has an interval."""
    outside = [
        _outside(teams, along, code, units)
        for along, absent in ((PATHWAY, teams.of_no_pathway), (TEAM, teams.of_no_team))
        for code, units in absent.items()
    ]
    small = [inside(pathway.label) for pathway in teams.pathways if teams.small(pathway)]
    return (*outside, *fragile_note(small), units_have_no_interval(teams.scene.vocabulary))


def _outside(teams: Teams, along: Dimension, code: str, units: int) -> str:
    vocabulary = teams.scene.vocabulary
    name = inside(vocabulary.category(along, code).label)
    return f"Hors de la base, {name} : {funded(vocabulary).counted(units)}."
