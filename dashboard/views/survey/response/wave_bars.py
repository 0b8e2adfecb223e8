"""How are the parts of each cohort at each wave drawn, and which numbers stand in their rows?"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.content.charts.bars import StackedBars
from dashboard.content.charts.datum import Datum, Series
from dashboard.content.charts.rich_text import bold, rich
from dashboard.content.click_filter import ClickFilter, keeping
from dashboard.content.data_table import Key, Row
from dashboard.content.view import Scene
from dashboard.domain.dimension import Dimension
from dashboard.text.numbers import base_in_brackets, count, share
from dashboard.text.words import part_of_base
from dashboard.views.kit.notes import COHORT, marks_of
from dashboard.views.survey.response.wave_parts import ANSWERED, Part, label_of

EXTENT = 640
"""Pixels between the first bar and the last: this chart is made for every cohort."""


def stacked_bars(scene: Scene, parts: Sequence[Part]) -> StackedBars:
    """A bar a cohort and wave, filled to 100 % by its parts."""
    bars = list(dict.fromkeys((part.cohort, part.wave) for part in parts))
    codes = list(dict.fromkeys(part.code for part in parts))
    placed = {(part.cohort, part.wave, part.code): part for part in parts}
    return StackedBars(
        tuple(
            rich(f"{cohort} · {wave} {base_in_brackets(placed[cohort, wave, codes[0]].of)}")
            for cohort, wave in bars
        ),
        tuple(_series(scene, code, [placed[*bar, code] for bar in bars]) for code in codes),
        "percent",
        extent=EXTENT,
    )


def _series(scene: Scene, code: str, parts: Sequence[Part]) -> Series:
    return Series(
        label_of(scene, parts[0]),
        _colour(scene, parts[0]),
        tuple(_datum(scene, part) for part in parts),
        absent=code != ANSWERED,
    )


def _datum(scene: Scene, part: Part) -> Datum:
    """A share where they were asked; a number where they were not, since that is no share of the asked."""
    of_base = part_of_base(part.share).rpartition(" (")
    people = f"{label_of(scene, part)} : {part_of_base(part.share) if part.asked else of_base[0] or of_base[2]}"
    return Datum(
        # Nobody is no segment: of a cohort that was never asked, it would be a share.
        part.share.percent if part.people else None,
        share(part.share, 0) if part.asked else count(part.people),
        rich(
            bold(f"{part.cohort}, {part.wave}"),
            people,
        ),
        _click(scene, part),
        marks=marks_of(part.share) if part.asked else (),
    )


def _colour(scene: Scene, part: Part) -> str:
    if part.code == ANSWERED:
        return scene.vocabulary.category(Dimension("response"), "respondent").colour
    return scene.vocabulary.category(part.status, part.code).colour


def _click(scene: Scene, part: Part) -> ClickFilter:
    answered = part.code == ANSWERED
    statuses = scene.vocabulary.real_codes(part.status) if answered else (part.code,)
    return keeping((COHORT, part.cohort), (part.status, statuses))


def row(scene: Scene, part: Part) -> Row:
    """One part; those whom the survey has not reached have no share."""
    return Row(
        (
            Key(COHORT, part.cohort, part.cohort),
            Key("wave", part.wave, part.wave),
            Key(part.status, part.code, label_of(scene, part)),
        ),
        part.people,
        part.of if part.asked else None,
        click=_click(scene, part),
    )
