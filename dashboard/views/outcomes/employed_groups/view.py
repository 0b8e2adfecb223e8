"""Who is employed at a wave: executives, people who had agency work, women or men, which ages, which jobseekers?"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.charts.dots import DotRow, Room, Whole, dot_plot
from dashboard.content.click_filter import ClickFilter
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Row
from dashboard.content.page import OUTCOMES
from dashboard.content.theme import DOT
from dashboard.content.view import Scene, View, tall
from dashboard.domain.address import parameter_of, value_of
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import ABSENT, base_in_brackets, count, percent
from dashboard.text.words import inside, listed
from dashboard.views.kit.employment import (
    Employed,
    absent_cohorts_notes,
    employed,
    employed_click,
    employed_reading,
    employed_tell,
    fragile_note,
    further_columns,
)
from dashboard.views.kit.item_nonresponse import base_note, mostly_silent, tally, warning
from dashboard.views.kit.nonresponse_weighting import (
    PLAIN,
    corrected_title,
    correction_note,
    correction_option,
    with_weighted,
)
from dashboard.views.kit.survey_bases import (
    ANSWERED,
    RESPONDENTS_IN_WORDS,
    base_option,
    nobody_because,
    survey_base,
)
from dashboard.views.kit.verdicts import short_verdict
from dashboard.views.kit.wave_switch import nobody_at, wave_option
from dashboard.views.outcomes.employed_groups.groups import Group, groups_along, judged_together

WAVE = wave_option("emploi-groupes")
BASE = base_option("emploi-groupes", surveyed=False, answered=True)
CORRECTION = correction_option("emploi-groupes")
COMPARED = tuple(
    Dimension(name)
    for name in ("executive", "interim", "gender", "age_band", "long_term_jobseeker")
)

HOW_COMPARED = (
    "Chaque groupe est comparé aux autres groupes de la même caractéristique (intervalle de Newcombe). L'écart est "
    "établi si le test le confirme, après correction de Holm pour le nombre de comparaisons ; par défaut, non "
    "concluant ; non testé sous 30 personnes, ou si plus d'un tiers d'un côté n'a pas renseigné la vague."
)

JUDGED_PLAIN = "Les écarts entre groupes restent jugés sur les effectifs, sans redressement."
DIFFERENCE = ("écart (points)", "écart, borne basse", "écart, borne haute")


def ask(scene: Scene) -> Mapping[str, Query]:
    """Status at the chosen wave: of all, and by each characteristic."""
    status = Dimension("status", scene.position(WAVE))
    kept = survey_base(scene.selection, scene.position(BASE))
    queries = {
        "all": Query((status,), kept),
        **{str(key): Query((key, status), kept) for key in COMPARED},
    }
    return with_weighted(queries, wanted=_corrected(scene))


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """A dot a group, beside the share of all respondents."""
    wave = scene.position(WAVE)
    whole = employed(scene, tables, "all", wave, base=scene.position(BASE))
    groups = judged_together(
        [
            group
            for key in COMPARED
            for group in groups_along(scene, tables, key, wave, scene.position(BASE))
        ]
    )
    corrected = _corrected(scene)
    return Content(
        title=_title(wave, corrected=corrected),
        base=whole.counted.base,
        population=_population(scene),
        figure=dot_plot(
            [_dot(scene, group) for group in groups],
            Whole(whole.percent, f"ensemble : {percent(whole.percent, 0)}"),
            colour=DOT,
            axis_title="Part en emploi, avec son intervalle à 95 %",
            room=Room(22, 2) if scene.narrow else Room(60 if scene.projected else 34),
        ),
        data_table=DataTable(
            ("caractéristique", "groupe", "écart avec les autres"),
            "en emploi",
            (_whole_row(whole), *(_row(scene, group) for group in groups)),
            (*DIFFERENCE, *further_columns(scene.position(BASE), corrected=corrected)),
            compared=True,
        ),
        reading=_reading(scene, groups),
        alternative=_alternative(scene, groups, whole),
        source=scene.vocabulary.codebook.study.source_survey,
        notes=(
            *_silence_notes(scene, whole, groups),
            *fragile_note((inside(g.name(scene.vocabulary)), g.found.counted) for g in groups),
            *_unknown_note(scene, tables),
            *absent_cohorts_notes(scene.selection, scene.vocabulary, (wave,)),
            HOW_COMPARED,
            base_note(scene.position(BASE)),
            *_correction_notes(scene, whole, groups),
        ),
        nothing=_nothing(scene, whole, tables["all"].total()),
    )


def _population(scene: Scene) -> str:
    wave = scene.position(WAVE)
    if scene.position(BASE) == ANSWERED:
        return f"répondants des promotions interrogées, ayant renseigné {wave}"
    return f"{RESPONDENTS_IN_WORDS}, interrogés à {wave}"


def _nothing(scene: Scene, whole: Employed, respondents: int) -> str:
    """Why nobody stands in the base: silent at the wave, not asked yet, or no respondent at all."""
    wave = scene.position(WAVE)
    if whole.reached:
        return f"Aucun répondant de cette sélection n'a renseigné {wave}."
    return nobody_at(wave, nobody_because(scene.selection, scene.vocabulary), respondents)


def _silence_notes(scene: Scene, whole: Employed, groups: list[Group]) -> tuple[str, ...]:
    """Where many said nothing: of all, or else of some groups; then how many said nothing at all."""
    wave = scene.position(WAVE)
    together = ("ensemble", whole)
    apart = [(inside(group.name(scene.vocabulary)), group.found) for group in groups]
    named = [together] if mostly_silent(whole.silence) else apart
    return (
        *warning(
            scene.position(BASE), ((name, found.silence, found.answered) for name, found in named)
        ),
        *tally(scene.position(BASE), [("ensemble", [(wave, whole.silence)])]),
    )


def _dot(scene: Scene, group: Group) -> DotRow:
    name = group.name(scene.vocabulary)
    shown = group.short_name(scene.vocabulary) if scene.narrow else name
    return DotRow(
        label=f"{shown} {base_in_brackets(group.found.counted.base)}",
        value=group.found.percent,
        text=group.found.text,
        tell=f"{employed_tell(name, group.found)}<br>Écart avec les autres : {short_verdict(group.difference)}",
        interval=group.found.interval,
        conclusive=group.difference is not None and group.difference.conclusive,
        target=_click(scene, group),
    )


def _click(scene: Scene, group: Group) -> ClickFilter:
    vocabulary = scene.vocabulary
    of_group = {parameter_of(group.key, vocabulary): value_of(group.key, group.code, vocabulary)}
    return employed_click(vocabulary, scene.position(WAVE), of_group)


def _row(scene: Scene, group: Group) -> Row:
    found = group.difference
    return Row(
        (
            scene.vocabulary.variable(group.key.variable).label,
            group.name(scene.vocabulary),
            short_verdict(group.difference),
        ),
        group.found.counted.count,
        group.found.counted.base,
        (
            *((None, None, None) if found is None else (found.value, *found.interval)),
            *group.found.measures,
        ),
        _click(scene, group),
    )


def _whole_row(whole: Employed) -> Row:
    labels, found = ("Ensemble", "Ensemble", ABSENT), whole.counted
    return Row(labels, found.count, found.base, (None, None, None, *whole.measures))


def _corrected(scene: Scene) -> bool:
    return scene.position(CORRECTION) != PLAIN


def _title(wave: str, *, corrected: bool) -> str:
    """The question, or what is corrected: a stamp after a question mark would be lost."""
    if not corrected:
        return f"Qui est en emploi à {wave} ?"
    return corrected_title(f"Part en emploi à {wave}, par groupe", corrected=True)


def _correction_notes(scene: Scene, whole: Employed, groups: list[Group]) -> tuple[str, ...]:
    if not _corrected(scene):
        return ()
    effects = [whole.effect, *(group.found.effect for group in groups)]
    return (correction_note(scene, effects), JUDGED_PLAIN)


def _reading(scene: Scene, groups: list[Group]) -> str:
    if not groups:
        return ""
    read = max(
        groups,
        key=lambda g: (g.difference is not None and g.difference.conclusive, g.found.counted.base),
    )
    who = f" du groupe « {read.name(scene.vocabulary)} »"
    return employed_reading(read.found, who, scene, scene.position(WAVE), scene.position(BASE))


def _alternative(scene: Scene, groups: list[Group], whole: Employed) -> str:
    told = [f"{g.name(scene.vocabulary)} {percent(g.found.percent, 0)}" for g in groups]
    return (
        f"Un point par groupe, part en emploi à {scene.setting(WAVE)} ; "
        f"ensemble {percent(whole.percent, 0)} ; {', '.join(told)}."
    )


def _unknown_note(scene: Scene, tables: Mapping[str, ReleasedTable]) -> tuple[str, ...]:
    """How many respondents are in no group of a characteristic, since theirs is not known."""
    told = []
    for key in COMPARED:
        real = set(scene.vocabulary.real_codes(key))
        unknown = [code for code in scene.vocabulary.codes(key) if code not in real]
        where = {str(key): unknown}
        wave, base = scene.position(WAVE), scene.position(BASE)
        people = employed(scene, tables, str(key), wave, where, base).counted.base
        if people:
            name = scene.vocabulary.variable(key.variable).label.lower()
            told.append(f"{name} ({count(people)})")
    return (f"Répondants hors des groupes, faute d'information : {listed(told)}.",) if told else ()


VIEW = View(
    name="emploi-groupes",
    page=OUTCOMES,
    place=2,
    title="Qui est en emploi ?",
    ask=ask,
    tell=tell,
    options=(WAVE, BASE, CORRECTION),
    height=560,
    canvas=tall(500, narrow=600),
)
