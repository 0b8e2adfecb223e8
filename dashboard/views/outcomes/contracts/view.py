"""Are contracts stable or precarious, before and after? (study, figure 6 and annexe VII)"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dashboard.content.content import Content
from dashboard.content.data_table import DataTable
from dashboard.content.page import OUTCOMES
from dashboard.content.view import Scene, View
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.transitions import flows_between
from dashboard.text.numbers import count, percent
from dashboard.text.words import counted, inside, listed
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
from dashboard.views.outcomes.contracts.kinds import Kinds, KindWords
from dashboard.views.outcomes.contracts.words import (
    flow_reading,
    same_kind,
    stable_again,
    what_is_stable,
)

FLOWS, ALL_WAVES, MATRIX = "flux", "flux-toutes-vagues", "matrice"
FORM = Switch(
    "contrats.forme",
    "Forme",
    FLOWS,
    fixed(
        Choice(FLOWS, "Flux"),
        Choice(ALL_WAVES, "Flux, toutes les vagues"),
        Choice(MATRIX, "Matrice"),
    ),
)
WAVE = wave_switch("contrats")
APART = Switch(
    "contrats.independants",
    "Indépendants",
    "stables",
    fixed(Choice("stables", "Parmi les stables"), Choice("a-part", "À part")),
)
CORRECTION = correction_switch("contrats")


def ask(scene: Scene) -> Mapping[str, Query]:
    """Contracts at each step of the flows; and before against after, of those employed at the chosen wave."""
    respondents = survey_base(scene.selection, RESPONDENTS)
    before, after = _contract(scene.vocabulary.waves[0]), _contract(scene.position(WAVE))
    employed = respondents.keeping(
        Dimension("status", scene.position(WAVE)), employed_codes(scene.vocabulary)
    )
    queries = {
        "flows": Query(_steps(scene), respondents),
        "employed": Query((before, after), employed),
    }
    return with_weighted(queries, wanted=wanted(scene, CORRECTION))


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """Flows or a matrix between stable and precarious contracts, with the study's two readings."""
    kinds = Kinds(scene.vocabulary, scene.position(APART) != APART.default)
    by_kind = {name: kinds.collapse_categories(table) for name, table in tables.items()}
    employed = by_kind["employed"]
    weights = by_kind.get(weighted_name("employed"))
    before, after = employed.dimensions
    pair = Pair(scene, kinds, before, after, employed, weights)
    asked = reached(tables["flows"], after)
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
    numbers = [f"{inside(words.label(node))} {shares.written(node)}" for node in last]
    title = corrected_title(_title(pair), corrected=flows.weighted)
    effects = (*shares.effects(), *(shares.leaving(flow).effect for flow in flows.flows))
    return Content(
        title=title,
        base=flows.base,
        population=RESPONDENTS_IN_WORDS,
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
            f"Diagramme de flux : {inside(title)}, {counted(flows.base, 'répondant')} ; "
            f"à {flows.steps[-1].wave} : {listed(numbers)}."
        ),
        source=scene.vocabulary.codebook.study.source_survey,
        notes=(
            *filter(None, [stable_again(pair)]),
            *same_kind(pair),
            what_is_stable(scene, pair.kinds),
            *shares.notes(),
            *_correction_notes(scene, pair, effects),
        ),
        nothing=nobody_because(scene.selection, scene.vocabulary),
    )


def _matrix_content(scene: Scene, pair: Pair, nothing: str) -> Content:
    crossings = [(b, a) for b in pair.kinds.real for a in pair.columns]
    cells = {crossing: pair.cell(*crossing) for crossing in crossings}
    wave, corrected = pair.after.wave, pair.weights is not None
    numbers = [
        f"{inside(pair.label(b))} puis {inside(pair.label(a))} "
        f"{percent(cell.percent, 0) if corrected else count(cell.counted.count)}"
        for (b, a), cell in cells.items()
    ]
    return Content(
        title=corrected_title(f"{_title(pair)} : matrice T0 × {wave}", corrected=corrected),
        base=pair.people,
        population=f"répondants en emploi à {wave} dont le contrat d'avant est connu",
        chart=matrix_chart(pair),
        data_table=DataTable(
            ("contrat avant (T0)", f"contrat à {wave}"),
            "effectif",
            tuple(matrix_row(pair, b, a) for b, a in crossings),
            CORRECTED_COLUMNS if corrected else (),
            with_intervals=True,
            partition_by=1,
        ),
        reading=stable_again(pair),
        alternative=f"{corrected_title('Matrice', corrected=corrected)} : {' ; '.join(numbers)}.",
        source=scene.vocabulary.codebook.study.source_survey,
        notes=(
            *_outside(pair),
            *same_kind(pair),
            what_is_stable(scene, pair.kinds),
            *small_base_note(pair.people),
            *_correction_notes(scene, pair, (cell.effect for cell in cells.values())),
        ),
        nothing=nothing,
    )


def _outside(pair: Pair) -> tuple[str, ...]:
    """How many are employed at the wave and in no row of the matrix."""
    if not pair.outside:
        return ()
    return (
        f"En emploi à {pair.after.wave} mais hors de la matrice, contrat d'avant inconnu : {count(pair.outside)}.",
    )


def _correction_notes(scene: Scene, pair: Pair, effects: Iterable[float | None]) -> tuple[str, ...]:
    readings = (pair.cell(pair.kinds.stable, pair.kinds.stable).effect, pair.same.effect)
    return correction_notes(scene, CORRECTION, RESPONDENTS, (*effects, *readings))


def _title(pair: Pair) -> str:
    apart = ", indépendants à part" if pair.kinds.apart else ""
    return f"Contrats stables et précaires, avant et après la formation{apart}"


def _contract(wave: str) -> Dimension:
    return Dimension("contract", wave)


def _steps(scene: Scene) -> tuple[Dimension, ...]:
    waves = scene.vocabulary.waves
    shown = waves if scene.position(FORM) == ALL_WAVES else (waves[0], scene.position(WAVE))
    return tuple(_contract(wave) for wave in shown)


VIEW = View(
    name="contrats",
    page=OUTCOMES,
    place=3,
    title="Contrats stables et précaires",
    ask=ask,
    tell=tell,
    switches=(FORM, CORRECTION, WAVE, APART),
    height=520,
)
