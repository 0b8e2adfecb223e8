"""Are contracts stable or precarious, before and after? (study, figure 6 and annexe VII)"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.charts.sankey import sankey
from dashboard.domain.dimension import Dimension
from dashboard.domain.options import Choice, Option, fixed
from dashboard.domain.query import Query
from dashboard.domain.rates import SMALL_BASE, Share
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.transitions import Flows, flows_between
from dashboard.text.numbers import count, interval, share
from dashboard.text.words import counted, inside, listed
from dashboard.views.bases import (
    RESPONDENTS,
    RESPONDENTS_IN_WORDS,
    employed_codes,
    nobody_because,
    survey_base,
)
from dashboard.views.contract_kinds import Kinds, KindTeller
from dashboard.views.contract_matrix import Pair, matrix_figure, matrix_row
from dashboard.views.pages import OUTCOMES
from dashboard.views.view import Content, Scene, Twin, View
from dashboard.views.wave_option import wave_option

FLOWS, ALL_WAVES, MATRIX = "flux", "flux-toutes-vagues", "matrice"
FORM = Option(
    "contrats.forme",
    "Forme",
    FLOWS,
    fixed(
        Choice(FLOWS, "Flux"),
        Choice(ALL_WAVES, "Flux, toutes les vagues"),
        Choice(MATRIX, "Matrice"),
    ),
)
WAVE = wave_option("contrats")
APART = Option(
    "contrats.independants",
    "Indépendants",
    "stables",
    fixed(Choice("stables", "Parmi les stables"), Choice("a-part", "À part")),
)


def ask(scene: Scene) -> Mapping[str, Query]:
    """Contracts at each step of the flows; and before against after, of those employed at the chosen wave."""
    respondents = survey_base(scene.selection, RESPONDENTS)
    before, after = _contract(scene.vocabulary.waves[0]), _contract(scene.setting(WAVE))
    employed = respondents.keeping(
        Dimension("status", scene.setting(WAVE)), employed_codes(scene.vocabulary)
    )
    return {
        "flows": Query(_steps(scene), respondents),
        "employed": Query((before, after), employed),
    }


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """Flows or a matrix between stable and precarious contracts, with the study's two readings."""
    kinds = Kinds(scene.vocabulary, scene.setting(APART) != APART.default)
    employed = kinds.gathered(tables["employed"])
    pair = Pair(kinds, employed.dimensions[0], employed.dimensions[1], employed)
    if scene.setting(FORM) == MATRIX:
        return _matrix_content(scene, pair)
    return _flow_content(scene, flows_between(kinds.gathered(tables["flows"])), pair)


def _flow_content(scene: Scene, flows: Flows, pair: Pair) -> Content:
    teller = KindTeller(scene, pair.kinds, flows)
    last = [node for node in flows.nodes if node.step == len(flows.steps) - 1]
    told = [f"{inside(teller.label(node))} {count(node.count)}" for node in last]
    return Content(
        title=_title(pair),
        base=flows.base,
        population=RESPONDENTS_IN_WORDS,
        figure=sankey(flows, teller, narrow=scene.narrow, projected=scene.projected),
        twin=Twin(
            ("étape", "contrat au départ", "contrat à l'arrivée"),
            "effectif",
            tuple(teller.row(flow) for flow in flows.flows),
            compared=True,
            parted=2,
        ),
        reading=_flow_reading(scene, teller),
        alternative=(
            f"Diagramme de flux : {inside(_title(pair))}, {counted(flows.base, 'répondant')} ; "
            f"à {flows.steps[-1].wave} : {listed(told)}."
        ),
        source=scene.vocabulary.codebook.study.source_survey,
        notes=(
            *filter(None, [_stable_again(pair)]),
            *_shared_notes(scene, pair, flows.base),
        ),
        nothing=nobody_because(scene.selection, scene.vocabulary),
    )


def _matrix_content(scene: Scene, pair: Pair) -> Content:
    crossings = [(b, a) for b in pair.kinds.real for a in pair.columns]
    wave = pair.after.wave
    outside = pair.table.total() - pair.people
    left_out = (
        (
            f"En emploi à {wave} mais hors de la matrice, contrat d'avant inconnu : {count(outside)}.",
        )
        if outside
        else ()
    )
    told = [
        f"{inside(pair.label(b))} puis {inside(pair.label(a))} {count(pair.cell(b, a).count)}"
        for b, a in crossings
    ]
    return Content(
        title=f"{_title(pair)} : matrice T0 × {wave}",
        base=pair.people,
        population=f"répondants en emploi à {wave} dont le contrat d'avant est connu",
        figure=matrix_figure(pair),
        twin=Twin(
            ("contrat avant (T0)", f"contrat à {wave}"),
            "effectif",
            tuple(matrix_row(pair, b, a) for b, a in crossings),
            compared=True,
            parted=1,
        ),
        reading=_stable_again(pair),
        alternative=f"Matrice : {' ; '.join(told)}.",
        source=scene.vocabulary.codebook.study.source_survey,
        notes=(*left_out, *_shared_notes(scene, pair, pair.people)),
        nothing=f"Aucun répondant en emploi à {wave} dont le contrat d'avant soit connu, dans cette sélection.",
    )


def _flow_reading(scene: Scene, teller: KindTeller) -> str:
    """Of those stable before, how many are stable at the next step; else the largest flow between two jobs."""
    first = [f for f in teller.flows.flows if f.source.step == 0]
    real = teller.kinds.real
    jobs = [f for f in first if f.source.code in real and f.target.code in real] or first
    if not jobs:
        return ""
    stable = teller.kinds.stable
    flow = max(jobs, key=lambda f: ((f.source.code, f.target.code) == (stable, stable), f.count))
    months = scene.vocabulary.codebook.waves[flow.target.dimension.wave or ""].months
    verb = "est" if flow.count == 1 else "sont"
    return (
        f"Sur {counted(flow.source.count, 'répondant')} {teller.being(flow.source)} avant la première "
        f"inscription, {count(flow.count)} ({share(Share(flow.count, flow.source.count))}) {verb} "
        f"{teller.being(flow.target)} {months}."
    )


def _stable_again(pair: Pair) -> str:
    """The study's first reading: of those stable before and employed at the wave, how many are stable again."""
    found, wave = pair.cell(pair.kinds.stable, pair.kinds.stable), pair.after.wave
    contract = inside(pair.label(pair.kinds.stable))
    if not pair.people:
        return ""
    if not found.base:
        return f"Aucun des répondants en emploi à {wave} dont le contrat d'avant est connu n'avait un {contract}."
    verb = _verb(found, "n'a", "a", "ont")
    return (
        f"Sur {counted(found.base, 'répondant')} en {contract} avant et en emploi à {wave}, "
        f"{verb} de nouveau un {contract}."
    )


def _same_kind(pair: Pair) -> tuple[str, ...]:
    """The study's second reading: of those employed whose contracts are known, how many have the same kind again."""
    found = pair.same
    if not found.base:
        return ()
    verb = _verb(found, "n'a", "a", "ont")
    people = counted(found.base, "répondant")
    told = f"Sur {people} en emploi à {pair.after.wave} dont les deux contrats sont connus, {verb}"
    return (f"{told} le même type de contrat qu'avant.",)


def _verb(found: Share, none: str, one: str, many: str) -> str:
    if not found.count:
        return f"aucun {none}"
    part = f"{share(found)}, intervalle à 95 % {interval(found)}"
    return f"{count(found.count)} ({part}) {one if found.count == 1 else many}"


def _shared_notes(scene: Scene, pair: Pair, base: int) -> tuple[str, ...]:
    fragile = (
        (f"Base inférieure à {SMALL_BASE} personnes : à lire avec prudence.",)
        if 0 < base < SMALL_BASE
        else ()
    )
    return (*_same_kind(pair), _what_is_stable(scene, pair.kinds), *fragile)


def _what_is_stable(scene: Scene, kinds: Kinds) -> str:
    members = kinds.members(_contract(scene.vocabulary.waves[0]))
    told = []
    for code, category in kinds.real.items():
        names = [scene.vocabulary.variable("contract").by_code[c].label for c in members[code]]
        if len(names) > 1:
            told.append(f"{category.label} : {', '.join(map(inside, names))}")
    about = (
        "les indépendants et chefs d'entreprise en sont sortis, à la différence du bilan"
        if kinds.apart
        else "le bilan juge discutable d'y compter les indépendants"
    )
    return f"{'. '.join(told)} ; {about}."


def _title(pair: Pair) -> str:
    apart = ", indépendants à part" if pair.kinds.apart else ""
    return f"Contrats stables et précaires, avant et après la formation{apart}"


def _contract(wave: str) -> Dimension:
    return Dimension("contract", wave)


def _steps(scene: Scene) -> tuple[Dimension, ...]:
    waves = scene.vocabulary.waves
    shown = waves if scene.setting(FORM) == ALL_WAVES else (waves[0], scene.setting(WAVE))
    return tuple(_contract(wave) for wave in shown)


VIEW = View(
    name="contrats",
    page=OUTCOMES,
    place=3,
    title="Contrats stables et précaires",
    ask=ask,
    tell=tell,
    options=(FORM, WAVE, APART),
    height=520,
)
