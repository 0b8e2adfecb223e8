"""Which regions have a profile of their own? (study, "spécification des régions")

Each region is compared with the others together, never with the whole that contains it: the two groups share nobody,
which is what the intervals and the test suppose.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.charts.dots import DotRow, Room, Whole, dot_plot
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Row
from dashboard.content.page import TERRITORIES
from dashboard.content.theme import SEQUENTIAL
from dashboard.content.view import Scene, View, tall
from dashboard.domain.comparisons import Difference
from dashboard.domain.one_vs_rest import Group, OneVsRest
from dashboard.domain.query import Query
from dashboard.domain.rates import SMALL_BASE
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import FRAGILE, NO_BREAK, base_in_brackets, signed
from dashboard.text.words import capital, counted, listed
from dashboard.views.kit.survey_bases import nobody_because
from dashboard.views.kit.verdicts import CONCLUSIVE, UNTESTED, gap_in_words, verdict_of
from dashboard.views.territories.regional_traits import TRAITS, Trait, trait_named
from dashboard.views.territories.regions import (
    REGION,
    of_people,
    of_regions,
    region_click,
    region_named,
)

TRAIT = Switch(
    "profils-regionaux.mesure",
    "Indicateur",
    TRAITS[0].name,
    fixed(*(Choice(trait.name, trait.choice) for trait in TRAITS)),
)

HOW = (
    "Chaque région est comparée aux autres régions réunies, et non à l'ensemble, qui la contient. "
    "Un écart n'est établi que s'il résiste à la correction de Holm (régions comparées : {tested}) ; "
    "sinon il est non concluant, ce qui ne veut pas dire nul. "
    "L'intervalle à 95 % ({method}) est celui d'un écart pris seul."
)
UNTESTABLE = (
    "Chaque région est comparée aux autres régions réunies, mais aucune n'a ici assez de personnes pour qu'un écart "
    "soit testé."
)


@dataclass(frozen=True)
class _Profiles:
    """Each region of the selection, the others together, and what sets them apart."""

    scene: Scene
    tables: Mapping[str, ReleasedTable]

    @cached_property
    def trait(self) -> Trait:
        return trait_named(self.scene.position(TRAIT))

    @cached_property
    def standing(self) -> OneVsRest:
        """The people of every region, of whom the trait is known, and how each region stands."""
        table, vocabulary = self.tables["trait"], self.scene.vocabulary
        codes = vocabulary.codes(REGION)
        return OneVsRest({code: self.trait.group(table, code, vocabulary) for code in codes})

    @property
    def groups(self) -> Mapping[str, Group]:
        return self.standing.groups

    @property
    def others(self) -> Mapping[str, Group]:
        return self.standing.others

    @property
    def differences(self) -> Mapping[str, Difference]:
        return self.standing.differences

    def is_tested(self, region: str) -> bool:
        return self.standing.is_tested(region)

    @cached_property
    def shown(self) -> list[str]:
        """The regions that the selection looks at, from the most above the others to the most below."""
        inside = self.tables["inside"].by_code(str(REGION))
        codes = [code for code in self.groups if inside[code]]

        def rank(code: str) -> tuple[bool, float]:
            difference = self.differences.get(code)
            return difference is None, -(difference.value if difference else 0.0)

        return sorted(codes, key=rank)

    @cached_property
    def base(self) -> int:
        """The people of the regions shown; nobody, where there is nothing to compare."""
        if not any(code in self.differences for code in self.shown):
            return 0
        return sum(self.groups[code].people for code in self.shown)

    @cached_property
    def fixed(self) -> bool:
        """Whether a filter leaves all people of all regions on one side of the trait: a gap is then none of theirs."""
        shares = [group.share for group in self.groups.values()]
        filtered = bool(self.scene.selection.codes(self.trait.along))
        return filtered and all(s is not None and s.count in (0, s.base) for s in shares)

    def verdict(self, region: str) -> str:
        return UNTESTED if self.fixed else verdict_of(self.differences.get(region))


def ask(scene: Scene) -> Mapping[str, Query]:
    """The trait by region, in all regions, since each is compared with the others."""
    trait = trait_named(scene.position(TRAIT))
    return {
        "trait": Query((REGION, trait.along), trait.of(of_people(scene.selection))),
        "inside": Query((REGION,), of_regions(scene.selection)),
    }


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """A dot and its interval for each region: how far it stands from the others."""
    found = _Profiles(scene, tables)
    trait, study = found.trait, scene.vocabulary.codebook.study
    return Content(
        title=f"{trait.label} : chaque région face aux autres",
        base=found.base,
        population=trait.base_words,
        figure=dot_plot(
            [_dot(found, region) for region in found.shown],
            Whole(0, "comme les autres" + ("" if scene.narrow else " régions")),
            colour=SEQUENTIAL[-1],
            percent=False,
            axis_title=f"écart avec les autres régions, en {trait.unit}",
            room=Room(22 if scene.narrow else 40),
        ),
        data_table=DataTable(
            ("région", "conclusion"),
            trait.counted,
            tuple(_row(found, region) for region in found.shown),
            (
                *([] if trait.measure else [trait.in_words]),
                "autres régions" + (" (%)" if trait.measure else ""),
                f"écart ({trait.unit})",
                "borne basse",
                "borne haute",
            ),
            compared=trait.measure is not None,
        ),
        reading=_reading(found),
        alternative=_alternative(found),
        source=study.source if trait.surveyed else study.source_enrolment,
        notes=_notes(found),
        nothing=_nothing(found),
    )


def _dot(found: _Profiles, region: str) -> DotRow:
    category, trait = region_named(found.scene, region), found.trait
    group, others = found.groups[region], found.others[region]
    difference = found.differences.get(region)
    mark = f" {FRAGILE}" if group.people < SMALL_BASE else ""
    against = "" if found.scene.narrow else f" contre {trait.write(others)}"
    return DotRow(
        label=f"{category.label.replace(' ', NO_BREAK)} {base_in_brackets(group.people)}",
        value=difference.value if difference else None,
        text=f"{trait.write(group)}{against}{mark}",
        tell="<br>".join(
            [
                f"<b>{category.label}</b>",
                f"{trait.label} : {trait.tell(group)}",
                f"Autres régions : {trait.tell(others)}",
                *([f"Écart : {gap_in_words(difference, trait.unit)}"] if difference else []),
                capital(found.verdict(region)),
            ]
        ),
        interval=difference.interval if difference else None,
        conclusive=found.verdict(region) == CONCLUSIVE,
        target=region_click(found.scene, region),
    )


def _row(found: _Profiles, region: str) -> Row:
    group, others = found.groups[region], found.others[region]
    difference = found.differences.get(region)
    values = (others.value,) if group.share else (group.value, others.value)
    numbers = (
        (difference.value, *difference.interval) if difference is not None else (None, None, None)
    )
    return Row(
        (region_named(found.scene, region).label, found.verdict(region)),
        group.share.count if group.share else group.people,
        group.share.base if group.share else None,
        (*values, *numbers),
        region_click(found.scene, region),
    )


def _reading(found: _Profiles) -> str:
    """The widest difference that stands; where none does, the region with most people."""
    told = [region for region in found.shown if region in found.differences]
    if not told:
        return ""

    def rank(region: str) -> tuple[bool, float]:
        difference = found.differences[region]
        return difference.conclusive, (
            abs(difference.value) if difference.conclusive else found.groups[region].people
        )

    region = max(told, key=rank)
    trait = found.trait
    sentence = (
        f"{capital(region_named(found.scene, region).locative)}, {trait.in_words} : "
        f"{trait.tell(found.groups[region])}, contre {trait.write(found.others[region])} "
        "dans les autres régions."
    )
    if found.fixed:
        return sentence
    gap = gap_in_words(found.differences[region], trait.unit)
    return f"{sentence} {capital(found.verdict(region))} : {gap}."


def _alternative(found: _Profiles) -> str:
    standing = [
        f"{region_named(found.scene, region).label} ({signed(found.differences[region].value)})"
        for region in found.shown
        if found.verdict(region) == CONCLUSIVE
    ]
    return (
        f"Points et intervalles : {found.trait.in_words}, écart entre chaque région et les autres, "
        f"{counted(len(found.shown), 'région', feminine=True)}. "
        + (f"Écarts établis : {listed(standing)}." if standing else "Aucun écart établi.")
    )


def _notes(found: _Profiles) -> tuple[str, ...]:
    tested = sum(found.is_tested(region) for region in found.groups)
    notes = [HOW.format(tested=tested, method=found.trait.method) if tested else UNTESTABLE]
    if found.fixed:
        notes.append("Un filtre fixe déjà cet indicateur : l'écart n'y apprend rien.")
    if of_regions(found.scene.selection):
        notes.append(
            "Le filtre de région choisit les lignes ; la comparaison porte sur toutes les régions."
        )
    small = [
        region_named(found.scene, region).label
        for region in found.shown
        if not found.is_tested(region)
    ]
    if small:
        notes.append(
            f"{FRAGILE} base inférieure à {SMALL_BASE}, écart non testé : {listed(small)}."
        )
    return tuple(notes)


def _nothing(found: _Profiles) -> str:
    if found.shown:
        return "Il n'y a pas assez de personnes, ici ou dans les autres régions, pour comparer."
    if found.trait.surveyed:
        return nobody_because(found.scene.selection, found.scene.vocabulary)
    return "Personne à compter pour cet indicateur dans cette sélection."


VIEW = View(
    name="profils-regionaux",
    page=TERRITORIES,
    place=3,
    title="Profils des régions",
    ask=ask,
    tell=tell,
    options=(TRAIT,),
    height=560,
    canvas=tall(560, narrow=600),
)
