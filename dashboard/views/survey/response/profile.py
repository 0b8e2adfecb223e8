"""Are the respondents like those who did not answer, in what is known of both?"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.content import Content
from dashboard.content.data_table import DataTable
from dashboard.content.view import Scene
from dashboard.domain.counts import is_told
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.statistics.rates import Share
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import count, share
from dashboard.text.words import counted, inside, listed
from dashboard.views.kit.group_names import group_name
from dashboard.views.kit.notes import small_bases_note
from dashboard.views.kit.settled import is_decided
from dashboard.views.kit.survey_bases import (
    SURVEYED,
    SURVEYED_IN_WORDS,
    nobody_because,
    survey_base,
)
from dashboard.views.kit.verdicts import GAP_BOUNDS, how_tabled
from dashboard.views.survey.response.profile_bars import grouped_bars, row
from dashboard.views.survey.response.profile_shares import GROUPS, RESPONSE, Profile

HOW_COMPARED = "Écart : part parmi les répondants moins part parmi les non répondants."

PEOPLE_OF = {"respondent": "répondants", "non_respondent": "non répondants"}
"""Who the groups are, after an article: a codebook may call them by a verb (« Ont répondu »)."""


def ask_profile(scene: Scene, key: Dimension) -> Mapping[str, Query]:
    """The people asked, by category and by whether they answered."""
    return {"profile": Query((key, RESPONSE), survey_base(scene.selection, SURVEYED))}


def tell_profile(scene: Scene, table: ReleasedTable, key: Dimension) -> Content:
    """Two bars a category: its share among respondents, and among those who did not answer."""
    profile = Profile(scene, table, key)
    variable = scene.vocabulary.variable(key.variable)
    known = ", de catégorie connue" if any(profile.unknown.values()) else ""
    return Content(
        title=f"Répondants et non répondants, par {inside(variable.label)}",
        base=profile.base,
        population=f"{SURVEYED_IN_WORDS}{known}",
        chart=grouped_bars(profile),
        data_table=DataTable(
            (inside(variable.label), "réponse"),
            "effectif",
            tuple(
                row(profile, group, code)
                for code in profile.codes
                for group in GROUPS
                if profile.bases[group]
            ),
            ("écart (points)", *GAP_BOUNDS),
            with_intervals=True,
            remark_names=("écart",),
        ),
        reading=_reading(profile),
        alternative=_alternative(profile),
        source=scene.vocabulary.codebook.study.source,
        notes=(
            *_conclusive(profile),
            *_unknown(profile),
            *_small_bases(profile),
            _how_compared(scene),
        ),
        nothing=f"{variable.label} : inconnu de toutes les personnes interrogées de cette sélection."
        if table.total()
        else nobody_because(scene.selection, scene.vocabulary),
    )


def _how_compared(scene: Scene) -> str:
    return f"{HOW_COMPARED} {how_tabled(rounded=scene.dataset_info.rounded)}"


def _reading(profile: Profile) -> str:
    """The most numerous category; no share where a filter leaves no other."""
    if not profile.codes:
        return ""
    counts = profile.table.by_code(str(profile.key))
    # Not told, a number stands as low as zero.
    code = max(profile.codes, key=lambda each: counts[each])
    shares = []
    for group in GROUPS:
        part = profile.part(group, code)
        if part.hidden:
            continue
        if part.base and is_decided(profile.scene, profile.key, (code,)):
            shares.append(f"{count(part.count)} {PEOPLE_OF[group]}")
        elif part.base:
            shares.append(
                f"{share(part)} des {PEOPLE_OF[group]} ({count(part.count)} sur {count(part.base)})"
            )
    if not shares:
        return ""
    key = profile.key
    vocabulary = profile.scene.vocabulary
    group = group_name(vocabulary.category(key, code), vocabulary.variable(key.variable))
    return f"Le groupe « {group} » réunit {listed(shares)}."


def _alternative(profile: Profile) -> str:
    told = [code for code in profile.codes if not any(profile.part(g, code).hidden for g in GROUPS)]
    shares = [
        f"{profile.label(code)} {' contre '.join(share(profile.part(g, code), 0) for g in GROUPS)}"
        for code in told
    ]
    chart = "Deux barres par catégorie, répondants puis non répondants"
    if not shares:
        return f"{chart}, dont les parts ne sont pas toutes diffusées."
    untold = (
        " Les autres parts ne sont pas toutes diffusées." if len(told) < len(profile.codes) else ""
    )
    return f"{chart} : {', '.join(shares)}.{untold}"


def _conclusive(profile: Profile) -> tuple[str, ...]:
    tested = {code: gap for code, gap in profile.differences.items() if gap.tested}
    established = [f"« {profile.label(code)} »" for code, gap in tested.items() if gap.conclusive]
    if established:
        others = " ; les autres ne sont pas concluants" if len(established) < len(tested) else ""
        return (f"Écart établi : {listed(established)}{others}.",)
    if tested:
        return ("Aucun écart n'est concluant.",)
    if not profile.differences:
        return ()
    unsure = any(gap.untested == "not_known" for gap in profile.differences.values())
    verb = "est peut-être" if unsure else "est"
    return (f"Aucun écart n'est testé : un des deux groupes {verb} trop petit.",)


def _unknown(profile: Profile) -> tuple[str, ...]:
    if not any(profile.unknown.values()):
        return ()
    answered, silent = (profile.unknown[group] for group in GROUPS)
    if not is_told(answered) or not is_told(silent):
        return ()
    people = f"{counted(answered, 'répondant')}, {counted(silent, 'non répondant')}"
    return (f"Hors des bases, de catégorie inconnue : {people}.",)


def _small_bases(profile: Profile) -> tuple[str, ...]:
    return small_bases_note(
        [
            f"{inside(profile.group_label(group))} ({count(base)})"
            for group, base in profile.bases.items()
            if is_told(base) and Share(0, base).fragile
        ]
    )
