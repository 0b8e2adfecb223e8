"""Are the respondents like those who did not answer, in what is known of both?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dashboard.content.charts.bars import Series, grouped_bars
from dashboard.content.click_filter import ClickFilter
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Row
from dashboard.content.view import Scene
from dashboard.domain.address import parameter_of, value_of
from dashboard.domain.comparisons import Difference, judged, share_difference
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.rates import SMALL_BASE, Share
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import FRAGILE, base_in_brackets, count, share
from dashboard.text.words import counted, inside, listed
from dashboard.views.kit.survey_bases import (
    SURVEYED,
    SURVEYED_IN_WORDS,
    nobody_because,
    survey_base,
)
from dashboard.views.kit.verdicts import short_verdict
from dashboard.views.survey.response.waves import CANVAS

_RESPONSE = Dimension("response")
GROUPS = ("respondent", "non_respondent")
PAIR = 2
"""Two categories that face each other: comparing either between the groups is one comparison."""

FEW = 6
"""Categories whose bars stand below each other on a projected screen."""

HOW_COMPARED = (
    "Écart : part parmi les répondants moins part parmi les non répondants, intervalle de Newcombe ; établi si le test "
    "le confirme, après correction de Holm pour le nombre de comparaisons, non concluant sinon."
)


@dataclass(frozen=True)
class _Profile:
    """Respondents and non-respondents by category of one variable."""

    scene: Scene
    table: ReleasedTable
    key: Dimension

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The categories that anybody has."""
        counts = self.table.by_code(str(self.key))
        return tuple(c for c in self.scene.vocabulary.real_codes(self.key) if counts[c])

    @cached_property
    def bases(self) -> dict[str, int]:
        """The people of each group whose category is known."""
        return {g: self.table.count({"response": g, str(self.key): self.codes}) for g in GROUPS}

    @cached_property
    def unknown(self) -> dict[str, int]:
        """The people of each group whose category is not known."""
        everybody = self.table.by_code("response")
        return {group: everybody[group] - self.bases[group] for group in GROUPS}

    def part(self, group: str, code: str) -> Share:
        """The share of a category in a group."""
        found = self.table.count({"response": group, str(self.key): code})
        return Share(found, self.bases[group])

    @cached_property
    def differences(self) -> dict[str, Difference]:
        """How far the groups are apart in each category, judged together."""
        made = {
            code: difference
            for code in self.codes
            if (difference := share_difference(*(self.part(group, code) for group in GROUPS)))
        }
        return judged(made, dict.fromkeys(made, "both") if len(made) == PAIR else None)

    def label(self, code: str) -> str:
        return self.scene.vocabulary.category(self.key, code).label

    def group_label(self, group: str) -> str:
        return self.scene.vocabulary.category(_RESPONSE, group).label

    def click(self, group: str, code: str) -> ClickFilter:
        vocabulary = self.scene.vocabulary
        return {
            parameter_of(self.key, vocabulary): value_of(self.key, code, vocabulary),
            parameter_of(_RESPONSE, vocabulary): value_of(_RESPONSE, group, vocabulary),
        }


def ask_profile(scene: Scene, key: Dimension) -> Mapping[str, Query]:
    """The people asked, by category and by whether they answered."""
    return {"profile": Query((key, _RESPONSE), survey_base(scene.selection, SURVEYED))}


def tell_profile(scene: Scene, table: ReleasedTable, key: Dimension) -> Content:
    """Two bars a category: its share among respondents, and among those who did not answer."""
    profile = _Profile(scene, table, key)
    variable = scene.vocabulary.variable(key.variable)
    known = ", de catégorie connue" if any(profile.unknown.values()) else ""
    return Content(
        title=f"Répondants et non répondants, par {inside(variable.label)}",
        base=sum(profile.bases.values()),
        population=f"{SURVEYED_IN_WORDS}{known}",
        figure=_figure(profile),
        data_table=DataTable(
            (inside(variable.label), "réponse"),
            "effectif",
            tuple(_row(profile, group, code) for code in profile.codes for group in GROUPS),
            ("écart (points)", "écart, borne basse", "écart, borne haute"),
            compared=True,
            texts=("écart",),
        ),
        reading=_reading(profile),
        alternative=_alternative(profile),
        source=scene.vocabulary.codebook.study.source,
        notes=(*_conclusive(profile), *_unknown(profile), *_fragile(profile), HOW_COMPARED),
        nothing=f"{variable.label} : inconnu de toutes les personnes interrogées de cette sélection."
        if table.total()
        else nobody_because(scene.selection, scene.vocabulary),
    )


def _figure(profile: _Profile) -> dict[str, Any]:
    # A room's screen is too low for a score of level bars with their numbers.
    upright = profile.scene.projected and len(profile.codes) > FEW
    return grouped_bars(
        [profile.label(code) for code in profile.codes],
        [_series(profile, group) for group in GROUPS],
        percent=True,
        horizontal=not upright,
        extent=CANVAS,
    )


def _series(profile: _Profile, group: str) -> Series:
    category = profile.scene.vocabulary.category(_RESPONSE, group)
    parts = [profile.part(group, code) for code in profile.codes]
    return Series(
        name=f"{category.label} {base_in_brackets(profile.bases[group])}",
        colour=category.colour,
        values=tuple(part.percent for part in parts),
        labels=tuple(_value(part) for part in parts),
        hovers=tuple(
            f"<b>{profile.label(code)}</b><br>{category.label} : {count(part.count)} sur {count(part.base)} "
            f"({share(part)})"
            for code, part in zip(profile.codes, parts, strict=True)
        ),
        absent=category.absence is not None,
        clicks=tuple(profile.click(group, code) for code in profile.codes),
        intervals=tuple(part.interval for part in parts),
    )


def _value(part: Share) -> str:
    if part.percent is None:
        return ""
    return f"{share(part, 0)} {FRAGILE}" if part.fragile else share(part, 0)


def _row(profile: _Profile, group: str, code: str) -> Row:
    part, found = profile.part(group, code), profile.differences.get(code)
    # The difference stands once, on the row of the respondents.
    told = found if group == GROUPS[0] else None
    return Row(
        (profile.label(code), profile.group_label(group)),
        part.count,
        part.base,
        (None, None, None) if told is None else (told.value, *told.interval),
        profile.click(group, code),
        (short_verdict(told),),
    )


def _reading(profile: _Profile) -> str:
    """The most numerous category."""
    if not profile.codes:
        return ""
    counts = profile.table.by_code(str(profile.key))
    code = max(profile.codes, key=lambda one: counts[one])
    told = []
    for group in GROUPS:
        part = profile.part(group, code)
        if part.base:
            who = inside(profile.group_label(group))
            told.append(f"{share(part)} des {who} ({count(part.count)} sur {count(part.base)})")
    return f"« {profile.label(code)} » : {listed(told)}."


def _alternative(profile: _Profile) -> str:
    told = [
        f"{profile.label(code)} {' contre '.join(share(profile.part(g, code), 0) for g in GROUPS)}"
        for code in profile.codes
    ]
    return f"Deux barres par catégorie, répondants puis non répondants : {', '.join(told)}."


def _conclusive(profile: _Profile) -> tuple[str, ...]:
    tested = {code: one for code, one in profile.differences.items() if one.tested}
    held = [f"« {profile.label(code)} »" for code, one in tested.items() if one.conclusive]
    if held:
        return (f"Écart établi : {listed(held)} ; les autres ne sont pas concluants.",)
    if tested:
        return ("Aucun écart n'est concluant.",)
    return (
        ("Aucun écart n'est testé : un des deux groupes est trop petit.",)
        if profile.differences
        else ()
    )


def _unknown(profile: _Profile) -> tuple[str, ...]:
    if not any(profile.unknown.values()):
        return ()
    answered, silent = (profile.unknown[group] for group in GROUPS)
    told = f"{counted(answered, 'répondant')}, {counted(silent, 'non répondant')}"
    return (f"Hors des bases, de catégorie inconnue : {told}.",)


def _fragile(profile: _Profile) -> tuple[str, ...]:
    few = [
        f"{inside(profile.group_label(group))} ({count(base)})"
        for group, base in profile.bases.items()
        if Share(0, base).fragile
    ]
    return (f"{FRAGILE} base inférieure à {SMALL_BASE} : {listed(few)}.",) if few else ()
