"""Are contracts stable or precarious, before and after?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dashboard.content.content import Content
from dashboard.content.data_table import DataTable
from dashboard.content.page import OUTCOMES
from dashboard.content.view import Scene, View
from dashboard.domain.counts import is_told
from dashboard.domain.dimension import Dimension
from dashboard.domain.needs import at_each_wave, before, several_waves_after, with_role
from dashboard.domain.query import Query
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.transitions import flows_between
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import count, percent
from dashboard.text.words import NONE_TOLD, counted, inside, listed
from dashboard.views.kit.flow_diagrams import flow_diagram
from dashboard.views.kit.flow_shares import OF_ALL, FlowShares
from dashboard.views.kit.nonresponse_weighting import (
    CORRECTED_COLUMNS,
    corrected_title,
    correction_notes,
    correction_switch,
    wanted,
    weighted_name,
    with_weighted,
)
from dashboard.views.kit.notes import small_base_note
from dashboard.views.kit.survey_bases import (
    RESPONDENTS,
    RESPONDENTS_IN_WORDS,
    employed_codes,
    nobody_because,
    survey_base,
)
from dashboard.views.kit.wave_switch import nobody_at, reached, wave_switch
from dashboard.views.outcomes.contracts.crossing import Pair, matrix_chart, matrix_row
from dashboard.views.outcomes.contracts.kinds import Kinds, KindWords, taken_out
from dashboard.views.outcomes.contracts.words import (
    flow_reading,
    same_kind,
    stable_again,
    taken_out_names,
    title_of,
    what_is_stable,
)

FLOWS, ALL_WAVES, MATRIX = "flux", "flux-toutes-vagues", "matrice"
FORM = Switch(
    "contrats.forme",
    "Forme",
    FLOWS,
    fixed(
        Choice(FLOWS, "Flux"),
        Choice(ALL_WAVES, "Flux, toutes les vagues", (several_waves_after,)),
        Choice(MATRIX, "Matrice"),
    ),
)
WAVE = wave_switch("contrats")
TOGETHER, TAKEN_OUT = "stables", "a-part"


def _apart_choices(vocabulary: Vocabulary) -> tuple[Choice, ...]:
    """Among those of their group, or by themselves; one position where the codebook lets none be taken out."""
    contracts = taken_out(vocabulary)
    if not contracts:
        return (Choice(TOGETHER, ""),)
    among = {category.apart.among for category in contracts if category.apart}
    together = among.pop() if len(among) == 1 else ""
    return (Choice(TOGETHER, together or "Dans leur groupe"), Choice(TAKEN_OUT, "À part"))


APART = Switch("contrats.independants", taken_out_names, TOGETHER, _apart_choices, expert=True)
CORRECTION = correction_switch("contrats")


def ask(scene: Scene) -> Mapping[str, Query]:
    """Contracts at each step of the flows; and before against after, of those employed at the chosen wave."""
    respondents = survey_base(scene.selection, RESPONDENTS)
    step_before, step_after = _steps(scene)
    employed = respondents.keeping(
        Dimension("status", scene.position(WAVE)), employed_codes(scene.vocabulary)
    )
    queries = {
        "flows": Query(_steps_shown(scene), respondents),
        "employed": Query((step_before, step_after), employed),
    }
    return with_weighted(queries, wanted=wanted(scene, CORRECTION))


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """Flows or a matrix between kinds of contracts, with two readings of those employed."""
    kinds = Kinds(scene.vocabulary, apart=scene.position(APART) == TAKEN_OUT)
    by_kind = {name: kinds.collapse_categories(table) for name, table in tables.items()}
    employed = by_kind["employed"]
    weights = by_kind.get(weighted_name("employed"))
    pair = Pair(scene, kinds, *_steps(scene), employed, by_kind["flows"], weights)
    asked = reached(tables["flows"], pair.after)
    if scene.position(FORM) == MATRIX:
        return _matrix_content(scene, pair, _nothing(scene, tables, asked))
    flows = flows_between(by_kind["flows"], by_kind.get(weighted_name("flows")))
    content = _flow_content(scene, FlowShares(scene, flows), pair)
    if asked or scene.position(FORM) == ALL_WAVES:
        return content
    # A diagram of people who wait for their turn would say nothing of contracts.
    return replace(content, base=0, nothing=_nothing(scene, tables, asked))


def _nothing(scene: Scene, tables: Mapping[str, ReleasedTable], asked: int) -> str:
    """Why there is nobody: no job known before and at the wave, nobody asked yet, or no respondent at all."""
    wave = scene.position(WAVE)
    if asked:
        return f"Aucun répondant en emploi à {wave} dont le contrat d'avant soit connu, dans cette sélection."
    because = nobody_because(scene.selection, scene.vocabulary)
    return nobody_at(wave, because, tables["flows"].total())


def _flow_content(scene: Scene, shares: FlowShares, pair: Pair) -> Content:
    flows = shares.flows
    words = KindWords(scene, pair.kinds, flows, shares)
    last = [node for node in flows.nodes if node.step == len(flows.steps) - 1]
    numbers = [f"{inside(words.label(node))} {shares.in_words(node)}" for node in last]
    title = corrected_title(_title(pair), corrected=flows.weighted)
    effects = (*shares.effects(), *(shares.leaving(flow).effect for flow in flows.flows))
    return Content(
        title=title,
        base=flows.base,
        population=RESPONDENTS_IN_WORDS,
        waiting=shares.waiting(),
        chart=flow_diagram(scene, flows, shares, words),
        data_table=DataTable(
            ("étape", "contrat au départ", "contrat à l'arrivée"),
            "effectif",
            tuple(words.row(flow) for flow in flows.flows),
            (OF_ALL, *CORRECTED_COLUMNS) if flows.weighted else (),
            with_intervals=True,
            partition_by=2,
        ),
        reading=flow_reading(scene, words),
        alternative=(
            f"Diagramme de flux : {inside(title)}, {counted(flows.base, 'répondant')}. "
            f"À {flows.steps[-1].wave} : {listed(numbers) or NONE_TOLD}."
        ),
        source=scene.vocabulary.codebook.study.source_survey,
        notes=(
            *filter(None, [stable_again(pair)]),
            *same_kind(pair),
            *what_is_stable(scene, pair.kinds),
            *shares.notes(),
            *_correction_notes(scene, pair, effects),
        ),
        nothing=nobody_because(scene.selection, scene.vocabulary),
    )


def _matrix_content(scene: Scene, pair: Pair, nothing: str) -> Content:
    crossings = [(b, a) for b in pair.kinds.real for a in pair.columns]
    cells = {crossing: pair.cell(*crossing) for crossing in crossings}
    first, wave, corrected = pair.before.wave, pair.after.wave, pair.weights is not None
    numbers = [
        f"{inside(pair.label(b))} puis {inside(pair.label(a))} "
        f"{percent(cell.percent, 0) if corrected else count(cell.counted.count)}"
        for (b, a), cell in cells.items()
        if is_told(cell.counted.count) and (cell.percent is not None or not corrected)
    ]
    return Content(
        title=corrected_title(f"{_title(pair)} : matrice {first} × {wave}", corrected=corrected),
        base=pair.people,
        population=f"répondants en emploi à {wave} dont le contrat d'avant est connu",
        chart=matrix_chart(pair),
        data_table=DataTable(
            (f"contrat avant ({first})", f"contrat à {wave}"),
            "effectif",
            tuple(matrix_row(pair, b, a) for b, a in crossings),
            CORRECTED_COLUMNS if corrected else (),
            with_intervals=True,
            partition_by=1,
        ),
        reading=stable_again(pair),
        alternative=f"{corrected_title('Matrice', corrected=corrected)} : {' ; '.join(numbers) or NONE_TOLD}.",
        source=scene.vocabulary.codebook.study.source_survey,
        notes=(
            *_outside(pair),
            *same_kind(pair),
            *what_is_stable(scene, pair.kinds),
            *small_base_note(pair.people),
            *_correction_notes(scene, pair, (cell.effect for cell in cells.values())),
        ),
        nothing=nothing,
    )


def _outside(pair: Pair) -> tuple[str, ...]:
    """How many are employed at the wave and in no row of the matrix."""
    if not pair.outside or not is_told(pair.outside):
        return ()
    return (
        f"En emploi à {pair.after.wave} mais hors de la matrice, contrat d'avant inconnu : {count(pair.outside)}.",
    )


def _correction_notes(scene: Scene, pair: Pair, effects: Iterable[float | None]) -> tuple[str, ...]:
    readings = (pair.cell(pair.kinds.stable, pair.kinds.stable).effect, pair.same.effect)
    return correction_notes(scene, CORRECTION, (*effects, *readings))


def _title(pair: Pair) -> str:
    vocabulary = pair.kinds.vocabulary
    apart = f", {inside(taken_out_names(vocabulary))} à part" if pair.kinds.apart else ""
    return f"{title_of(vocabulary)}, avant et après la formation{apart}"


def _steps(scene: Scene) -> tuple[Dimension, Dimension]:
    """The contract before enrolment, and at the chosen wave."""
    return Dimension("contract", scene.vocabulary.before), Dimension(
        "contract", scene.position(WAVE)
    )


def _steps_shown(scene: Scene) -> tuple[Dimension, ...]:
    """The steps of the flows: the same, or every wave."""
    if scene.position(FORM) != ALL_WAVES:
        return _steps(scene)
    return tuple(Dimension("contract", wave) for wave in scene.vocabulary.waves)


VIEW = View(
    name="contrats",
    page=OUTCOMES,
    place=4,
    title=title_of,
    ask=ask,
    tell=tell,
    switches=(FORM, CORRECTION, WAVE, APART),
    height=520,
    needs=(
        with_role("contract", "stable"),
        at_each_wave("contract"),
        before,
        with_role("status", "employed"),
    ),
)
