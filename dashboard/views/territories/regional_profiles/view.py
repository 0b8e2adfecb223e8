"""Which regions have a profile of their own? (study, "spécification des régions")"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.charts.datum import Datum
from dashboard.content.charts.dots import DotRow, Dots, Reference
from dashboard.content.charts.rich_text import RichText, bold, rich
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Row
from dashboard.content.page import TERRITORIES
from dashboard.content.theme import SEQUENTIAL
from dashboard.content.view import Scene, View, tall
from dashboard.domain import needs
from dashboard.domain.statistics.rates import Share
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import NO_BREAK, base_in_brackets
from dashboard.text.words import capital
from dashboard.views.kit.notes import marks_of
from dashboard.views.kit.regions import main_noun
from dashboard.views.kit.verdicts import (
    CONCLUSIVE,
    GAP_BOUNDS,
    beside_verdict,
    gap_in_words,
    is_tested,
    legend_of,
    verdict_key,
)
from dashboard.views.territories.regional_profiles.profiles import TRAIT, Profiles, ask
from dashboard.views.territories.regional_profiles.traits import any_trait
from dashboard.views.territories.regional_profiles.words import (
    alternative,
    notes,
    nothing,
    of_those_shown,
    reading,
)
from dashboard.views.territories.regions import region_click, region_key


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """A dot and its interval for each region: how far it stands from the others."""
    profiles = Profiles(scene, tables)
    trait, study, noun = profiles.trait, scene.vocabulary.codebook.study, profiles.noun
    return Content(
        title=f"{trait.label} : chaque {noun.singular} face aux autres",
        base=profiles.base,
        population=f"{trait.measure.base_words}{of_those_shown(profiles)}",
        chart=_dots(profiles),
        data_table=DataTable(
            (noun.singular, "conclusion"),
            trait.measure.counted,
            tuple(_row(profiles, region) for region in profiles.shown),
            (
                *([] if trait.is_share else [trait.in_words]),
                profiles.others_named + (" (%)" if trait.is_share else ""),
                f"écart ({trait.unit})" if trait.unit else "écart",
                *GAP_BOUNDS,
            ),
            with_intervals=trait.is_share,
        ),
        reading=reading(profiles),
        alternative=alternative(profiles),
        source=study.source if trait.surveyed else study.source_enrolment,
        notes=notes(profiles),
        nothing=nothing(profiles),
        nothing_to_find=profiles.nothing_to_find,
    )


def _dots(profiles: Profiles) -> Dots:
    on_phone = profiles.scene.medium == "phone"
    others, unit = profiles.others_named, profiles.trait.unit
    return Dots(
        rows=tuple(_dot(profiles, region) for region in profiles.shown),
        colour=SEQUENTIAL[-1],
        reference=Reference(0, "comme les autres" if on_phone else f"comme les {others}"),
        verdicts=legend_of(profiles.differences.get(region) for region in profiles.shown),
        unit="number",
        axis_title=f"écart avec les {others}" + (f", en {unit}" if unit else ""),
        name_letters=22 if on_phone else 40,
        confidence=99,
    )


def _dot(profiles: Profiles, region: str) -> DotRow:
    trait, group = profiles.trait, profiles.groups[region]
    difference = profiles.differences.get(region)
    name = profiles.region(region).label.replace(" ", NO_BREAK)
    against = f" contre {trait.write(profiles.others[region])}"
    datum = Datum(
        value=difference.value if difference else None,
        label=trait.write(group) + ("" if profiles.scene.medium == "phone" else against),
        hover=_hover(profiles, region),
        click=region_click(profiles.where, region),
        interval=difference.interval if difference else None,
        marks=marks_of(Share(0, group.people)),
    )
    return DotRow(
        label=f"{name} {base_in_brackets(group.people)}",
        datum=beside_verdict(datum, difference),
        conclusive=profiles.verdict(region) == CONCLUSIVE,
        tested=is_tested(difference),
    )


def _hover(profiles: Profiles, region: str) -> RichText:
    trait, difference = profiles.trait, profiles.differences.get(region)
    return rich(
        bold(profiles.region(region).label),
        f"{trait.label} : {trait.with_base(profiles.groups[region])}",
        f"{capital(profiles.others_named)} : {trait.with_base(profiles.others[region])}",
        *([f"Écart : {gap_in_words(difference, trait.unit)}"] if difference else []),
        capital(profiles.verdict(region)),
    )


def _row(profiles: Profiles, region: str) -> Row:
    group, others = profiles.groups[region], profiles.others[region]
    difference = profiles.differences.get(region)
    values = (others.value,) if group.share else (group.value, others.value)
    gap = difference.numbers if difference is not None else (None, None, None)
    return Row(
        (region_key(profiles.scene, profiles.where, region), verdict_key(profiles.verdict(region))),
        group.share.count if group.share else group.people,
        group.share.base if group.share else None,
        (*values, *gap),
        region_click(profiles.where, region),
    )


def _title(vocabulary: Vocabulary) -> str:
    return f"Profils des {main_noun(vocabulary).plural}"


VIEW = View(
    name="profils-regionaux",
    page=TERRITORIES,
    place=3,
    title=_title,
    ask=ask,
    tell=tell,
    switches=(TRAIT,),
    height=560,
    canvas=tall(560, phone=600),
    needs=(needs.regions, any_trait),
)
