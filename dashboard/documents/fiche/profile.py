"""How does one region stand against the others, on every indicator by which regions are compared?

The indicators, their comparison and its verdicts are those of the view of regional profiles, asked once for each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from dashboard.content.charts.dots import DotRow, Dots, Reference
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Key, Row
from dashboard.content.page import TERRITORIES
from dashboard.content.theme import SEQUENTIAL
from dashboard.content.view import Scene, View
from dashboard.documents.fiche.region import one_region
from dashboard.domain import needs
from dashboard.domain.query import Query
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import base_in_brackets
from dashboard.text.words import listed
from dashboard.views.kit.regions import main_noun
from dashboard.views.kit.verdicts import CONCLUSIVE, GAP_BOUNDS, legend_of, verdict_key
from dashboard.views.territories.regional_profiles.profiles import TRAIT, Profiles
from dashboard.views.territories.regional_profiles.profiles import ask as ask_one
from dashboard.views.territories.regional_profiles.traits import any_trait
from dashboard.views.territories.regional_profiles.view import tell as tell_one
from dashboard.views.territories.regional_profiles.words import reading

PARTS = "/"
"""Between the name of an indicator and that of its query."""


@dataclass(frozen=True)
class _Profile:
    """The region of a scene by every indicator of which it has somebody."""

    scene: Scene
    tables: Mapping[str, ReleasedTable]

    @cached_property
    def region(self) -> str:
        """The code of the region; empty where the scene does not look at one."""
        region = one_region(self.scene.selection, self.scene.vocabulary)
        return "" if region is None else region.code

    @cached_property
    def by_trait(self) -> dict[str, Profiles]:
        """The comparison of all regions on each indicator that is known of somebody here."""
        every = {
            name: Profiles(scene, _of(name, self.tables)) for name, scene in _scenes(self.scene)
        }
        return {name: one for name, one in every.items() if self.region in one.groups}

    @property
    def shares(self) -> list[Profiles]:
        """Those that are shares: their gaps are in points, and stand on one axis."""
        return [one for one in self.by_trait.values() if one.trait.is_share]

    @cached_property
    def contents(self) -> dict[str, Content]:
        """What the view of regional profiles tells of each indicator."""
        return {name: tell_one(one.scene, one.tables) for name, one in self.by_trait.items()}

    @property
    def established(self) -> list[str]:
        """The indicators on which the region stands apart."""
        return [
            one.trait.in_words
            for one in self.by_trait.values()
            if one.verdict(self.region) == CONCLUSIVE
        ]


def _scenes(scene: Scene) -> Iterator[tuple[str, Scene]]:
    """The scene of each indicator, by its name."""
    for choice in TRAIT.offered(scene.vocabulary):
        yield choice.value, replace(scene, switches={TRAIT.parameter: choice.value})


def _of(name: str, tables: Mapping[str, ReleasedTable]) -> dict[str, ReleasedTable]:
    """The tables that were asked for the indicator called `name`, by their own names."""
    head = f"{name}{PARTS}"
    return {key.removeprefix(head): table for key, table in tables.items() if key.startswith(head)}


def ask(scene: Scene) -> Mapping[str, Query]:
    """What the view of regional profiles asks, for each indicator."""
    return {
        f"{name}{PARTS}{key}": query
        for name, own in _scenes(scene)
        for key, query in ask_one(own).items()
    }


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """A dot and its interval for each share: how far the region stands from the others."""
    profile, study, noun = (
        _Profile(scene, tables),
        scene.vocabulary.codebook.study,
        main_noun(scene.vocabulary),
    )
    compared = tuple(profile.by_trait.values())
    return Content(
        title=f"Profil face aux autres {noun.plural}",
        base=max((one.groups[profile.region].people for one in compared), default=0),
        population="bénéficiaires",
        chart=_dots(profile) if profile.shares else None,
        data_table=DataTable(
            ("indicateur", "conclusion"),
            "effectif",
            tuple(_row(one, profile.region) for one in compared),
            (noun.singular, f"autres {noun.plural}", "écart", *GAP_BOUNDS),
        ),
        reading=_reading(profile),
        alternative=_alternative(profile),
        source=study.source,
        notes=tuple(dict.fromkeys(note for one in profile.contents.values() for note in one.notes)),
        nothing=f"Il n'y a pas assez de personnes, ici ou dans les autres {noun.plural}, pour comparer.",
    )


def _dots(profile: _Profile) -> Dots:
    noun = main_noun(profile.scene.vocabulary)
    return Dots(
        rows=tuple(_dot(one, profile) for one in profile.shares),
        colour=SEQUENTIAL[-1],
        reference=Reference(0, f"comme les autres {noun.plural}"),
        verdicts=legend_of(one.differences.get(profile.region) for one in profile.shares),
        unit="number",
        axis_title=f"écart avec les autres {noun.plural}, en points",
        name_letters=56,
        confidence=99,
    )


def _dot(one: Profiles, profile: _Profile) -> DotRow:
    """The row of the region in the chart of one indicator, under the name of that one."""
    chart = profile.contents[one.trait.measure.name].chart
    if not isinstance(chart, Dots):
        raise TypeError("the profiles of regions are drawn as dots")
    (row,) = chart.rows
    base = base_in_brackets(one.groups[profile.region].people)
    return replace(row, label=f"{one.trait.label} {base}")


def _row(one: Profiles, region: str) -> Row:
    group, others, difference = one.groups[region], one.others[region], one.differences.get(region)
    share, gap = group.share, (None, None, None) if difference is None else difference.numbers
    return Row(
        (
            Key("indicator", one.trait.measure.name, one.trait.label),
            verdict_key(one.verdict(region)),
        ),
        share.count if share else group.people,
        share.base if share else None,
        (group.value, others.value, *gap),
        comparable=False,
    )


def _reading(profile: _Profile) -> str:
    """The first indicator on which the region stands apart; where it does on none, the first of all."""
    compared = [one for one in profile.by_trait.values() if profile.region in one.differences]
    apart = [one for one in compared if one.verdict(profile.region) == CONCLUSIVE]
    return reading((apart or compared)[0]) if compared else ""


def _alternative(profile: _Profile) -> str:
    """Every indicator in a sentence, which also tells those that the chart has not got."""
    told = " ".join(filter(None, map(reading, profile.by_trait.values())))
    found = (
        f"Écarts établis : {listed(profile.established)}."
        if profile.established
        else "Aucun écart établi."
    )
    return f"Points et intervalles, un indicateur par ligne. {found} {told}".strip()


VIEW = View(
    name="profil",
    page=TERRITORIES,
    place=0,
    title=lambda vocabulary: f"Profil face aux autres {main_noun(vocabulary).plural}",
    ask=ask,
    tell=tell,
    height=300,
    needs=(needs.regions, any_trait),
)
"""In the document of a region alone: on a page of all regions it would be empty until one is chosen."""
