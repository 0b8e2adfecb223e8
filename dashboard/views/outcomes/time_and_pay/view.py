"""How do working time and pay compare before and after, for the same people? (study, annexe II)"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.charts.bars import Series, stacked_bars
from dashboard.content.click_filter import ClickFilter
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Row
from dashboard.content.page import OUTCOMES
from dashboard.content.view import Scene, View
from dashboard.domain.address import parameter_of, value_of
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.rates import SMALL_BASE
from dashboard.domain.selection import Selection
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import FRAGILE, count, interval, percent, share
from dashboard.text.words import counted, inside
from dashboard.views.kit.nonresponse_weighting import (
    CORRECTED_COLUMNS,
    corrected_title,
    correction_note,
    wanted,
    with_weighted,
)
from dashboard.views.kit.survey_bases import (
    RESPONDENTS,
    employed_codes,
    nobody_because,
    survey_base,
)
from dashboard.views.kit.wave_switch import nobody_at, reached
from dashboard.views.outcomes.time_and_pay.same_people import (
    AMOUNT,
    CORRECTION,
    COUNTED_ALONG,
    SALARY,
    TIME,
    VARIABLE,
    WAVE,
    Change,
    steps_of,
)

TITLES = {
    SALARY: "Salaire brut mensuel avant et après, mêmes personnes",
    TIME: "Temps de travail avant et après, mêmes personnes",
}
KNOWN = {SALARY: "le salaire est connu", TIME: "le temps de travail est connu"}
NOT_FULL_TIME = (
    "Salaires déclarés, temps pleins et temps partiels ensemble, sans correction de l'inflation."
)
UNCORRECTED = (
    "Les médianes et les passages d'une tranche à l'autre restent calculés sur les effectifs, "
    "sans redressement."
)


def ask(scene: Scene) -> Mapping[str, Query]:
    """Categories before against after, of those known at both; amounts for the medians; the status of all."""
    steps, respondents = steps_of(scene), survey_base(scene.selection, RESPONDENTS)
    both = _both(scene, respondents)
    status = Dimension("status", scene.position(WAVE))
    pairs = {"pairs": Query(steps, both)}
    queries = {
        **with_weighted(pairs, wanted=wanted(scene, CORRECTION)),
        "status": Query((status,), respondents),
    }
    if scene.position(VARIABLE) == SALARY:
        for step in steps:
            queries[f"amounts {step.wave}"] = Query((Dimension(AMOUNT, step.wave),), both)
    return queries


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """A bar before and a bar after, of the same people."""
    change, variable = Change(scene, tables), scene.position(VARIABLE)
    wave = scene.position(WAVE)
    known = f"{KNOWN[variable]} à T0 et à {wave}"
    return Content(
        title=corrected_title(TITLES[variable], corrected=wanted(scene, CORRECTION)),
        base=change.base,
        population=f"répondants dont {known}",
        figure=stacked_bars(
            [_bar_name(change, step) for step in change.steps],
            [_series(change, category) for category in change.categories()],
            percent=True,
            narrow=scene.narrow,
            axis_title=f"Part des {counted(change.base, 'personne')}",
        ),
        data_table=_data_table(change, variable),
        reading=_reading(change, known),
        alternative=_alternative(change, variable),
        source=scene.vocabulary.codebook.study.source_survey,
        notes=_notes(change, variable),
        nothing=_nothing(scene, tables, known),
    )


def _both(scene: Scene, respondents: Selection) -> Selection:
    """Those whose category is known before and after: otherwise two groups of people would be compared."""
    for step in steps_of(scene):
        respondents = respondents.keeping(step, scene.vocabulary.real_codes(step))
    return respondents


def _bar_name(change: Change, step: Dimension) -> str:
    middle = change.median(step)
    median_told = "" if middle is None else f", médiane {_euros(middle)}"
    mark = f" {FRAGILE}" if 0 < change.base < SMALL_BASE else ""
    return f"{_when(change, step)}{median_told}{mark}"


def _when(change: Change, step: Dimension) -> str:
    short = change.scene.vocabulary.codebook.waves[step.wave or ""].short
    return f"{short} ({step.wave})"


def _euros(amount: int) -> str:
    """`1 650 €`, which no line breaks."""
    return f"{count(amount)}\u00a0€"


def _series(change: Change, category: Category) -> Series:
    found = {step: change.shown(step, category.code) for step in change.steps}
    return Series(
        name=category.label,
        colour=category.colour,
        values=tuple(part.percent for part in found.values()),
        labels=tuple(percent(part.percent, 0) for part in found.values()),
        hovers=tuple(
            f"<b>{category.label}</b><br>{_when(change, step)} : "
            f"{count(part.counted.count)} sur {count(part.counted.base)} ({share(part.counted)}){part.tell}"
            for step, part in found.items()
        ),
        clicks=tuple(_click(change, step, category) for step in found),
    )


def _click(change: Change, step: Dimension, category: Category) -> ClickFilter:
    vocabulary = change.scene.vocabulary
    return {parameter_of(step, vocabulary): value_of(step, category.code, vocabulary)}


def _data_table(change: Change, variable: str) -> DataTable:
    paid = variable == SALARY
    further = CORRECTED_COLUMNS if wanted(change.scene, CORRECTION) else ()
    nothing = (None,) * len(further)
    rows = []
    for step in change.steps:
        for category in change.categories():
            found = change.shown(step, category.code)
            labels = (_when(change, step), category.label)
            more = (*((None,) if paid else ()), *found.correction)
            target = _click(change, step, category)
            rows.append(Row(labels, found.counted.count, found.counted.base, more, target))
        if paid:
            labels = (_when(change, step), "Ensemble")
            rows.append(Row(labels, change.base, None, (change.median(step), *nothing)))
    name = change.scene.vocabulary.variable(COUNTED_ALONG[variable]).label
    columns = (*(("médiane (€)",) if paid else ()), *further)
    return DataTable(
        ("date", name), "effectif", tuple(rows), columns, compared=True, partition_by=1
    )


def _reading(change: Change, known: str) -> str:
    """The commonest category after."""
    after = change.steps[1]
    if not change.base:
        return ""
    category = max(change.categories(), key=lambda c: change.found(after, c.code).count)
    found = change.found(after, category.code)
    months = change.scene.vocabulary.codebook.waves[after.wave or ""].months
    shown = change.shown(after, category.code)
    if shown.corrected is not None:
        return (
            f"Sur {counted(change.base, 'répondant')} dont {known}, {percent(shown.percent)} "
            f"{_doing(category, found.base)} {months}, après redressement de la non-réponse "
            f"({share(found)} sans redressement)."
        )
    return (
        f"Sur {counted(change.base, 'répondant')} dont {known}, {count(found.count)} ({share(found)}) "
        f"{_doing(category, found.count)} {months}."
    )


def _doing(category: Category, people: int) -> str:
    """`gagnent de 1 500 à 1 999 € bruts par mois`, `travaillent à temps plein`."""
    one = people == 1
    if category.lower is None and category.upper is None:
        return f"{'travaille' if one else 'travaillent'} à {inside(category.label)}"
    between = category.lower is not None and category.upper is not None
    amount = f"de {category.label}" if between else inside(category.label)
    return f"{'gagne' if one else 'gagnent'} {amount} bruts par mois"


def _alternative(change: Change, variable: str) -> str:
    told = []
    for step in change.steps:
        parts = [
            f"{c.label} {percent(change.shown(step, c.code).percent, 0)}"
            for c in change.categories()
        ]
        told.append(f"{_when(change, step)} : {', '.join(parts)}")
    return f"Deux barres, {TITLES[variable].lower()}. {' ; '.join(told)}."


def _notes(change: Change, variable: str) -> tuple[str, ...]:
    wave, employed = change.steps[1].wave, _employed(change.scene, change.tables)
    compared = (
        f"En emploi à {wave} : {counted(employed, 'répondant')} ; ceux dont la réponse manque à l'une des deux "
        "dates ne sont pas comparés."
    )
    notes = [_moves(change, variable), compared]
    if variable == SALARY:
        notes.append(NOT_FULL_TIME)
        if change.base < SMALL_BASE:
            notes.append(f"Médianes non montrées : il faut {SMALL_BASE} réponses.")
    if wanted(change.scene, CORRECTION):
        effects = [
            change.shown(s, c.code).effect for s in change.steps for c in change.categories()
        ]
        notes += [correction_note(change.scene, effects), UNCORRECTED]
    if 0 < change.base < SMALL_BASE:
        notes.append(f"{FRAGILE} base inférieure à {SMALL_BASE} : à lire avec prudence.")
    return tuple(notes)


def _moves(change: Change, variable: str) -> str:
    same = change.moved(0)
    part = f"{share(same)}, intervalle à 95 % {interval(same)}"
    if variable == TIME:
        return f"Même temps de travail aux deux dates : {count(same.count)} sur {count(same.base)} ({part})."
    up, down = change.moved(1), change.moved(-1)
    return (
        f"Même tranche aux deux dates : {count(same.count)} sur {count(same.base)} ({part}) ; "
        f"tranche plus élevée : {count(up.count)} ; moins élevée : {count(down.count)}."
    )


def _nothing(scene: Scene, tables: Mapping[str, ReleasedTable], known: str) -> str:
    """Why nobody is compared: an answer that is missing, nobody employed, nobody asked yet, or no respondent at all."""
    if _employed(scene, tables):
        return f"Aucun répondant dont {known}, dans cette sélection."
    wave, respondents = scene.position(WAVE), tables["status"]
    if reached(respondents, Dimension("status", wave)):
        return f"Aucun répondant en emploi à {wave} dans cette sélection."
    because = nobody_because(scene.selection, scene.vocabulary)
    return nobody_at(wave, because, respondents.total())


def _employed(scene: Scene, tables: Mapping[str, ReleasedTable]) -> int:
    """The respondents who have a job at the wave, whatever they told of it."""
    at_wave = str(Dimension("status", scene.position(WAVE)))
    return tables["status"].count({at_wave: employed_codes(scene.vocabulary)})


VIEW = View(
    name="travail-salaire",
    page=OUTCOMES,
    place=4,
    title="Temps de travail et salaire",
    ask=ask,
    tell=tell,
    options=(VARIABLE, WAVE, CORRECTION),
)
