"""How are the two groups drawn beside each other, and which numbers stand in their rows?"""

from __future__ import annotations

from dashboard.content.charts.bars import GroupedBars
from dashboard.content.charts.datum import Datum, Series
from dashboard.content.charts.rich_text import bold, rich
from dashboard.content.click_filter import ClickFilter, keeping
from dashboard.content.data_table import Key, Row
from dashboard.text.numbers import base_in_brackets, share
from dashboard.text.words import part_of_base
from dashboard.views.kit.notes import marks_of
from dashboard.views.kit.verdicts import short_verdict
from dashboard.views.survey.response.profile_shares import GROUPS, RESPONSE, Profile
from dashboard.views.survey.response.wave_bars import EXTENT

FEW = 6
"""Categories whose bars stand below each other on a projected screen."""


def grouped_bars(profile: Profile) -> GroupedBars:
    """Two bars a category, with their intervals."""
    # A room's screen is too low for a score of level bars with their numbers.
    upright = profile.scene.medium == "room" and len(profile.codes) > FEW
    return GroupedBars(
        tuple(rich(profile.label(code)) for code in profile.codes),
        tuple(_series(profile, group) for group in GROUPS),
        "percent",
        horizontal=not upright,
        extent=EXTENT,
    )


def _series(profile: Profile, group: str) -> Series:
    category = profile.scene.vocabulary.category(RESPONSE, group)
    return Series(
        f"{category.label} {base_in_brackets(profile.bases[group])}",
        category.colour,
        tuple(_datum(profile, group, code) for code in profile.codes),
        absent=category.absence is not None,
    )


def _datum(profile: Profile, group: str, code: str) -> Datum:
    part = profile.part(group, code)
    people = part_of_base(part)
    return Datum(
        part.percent,
        share(part, 0) if part.base else "",
        rich(bold(profile.label(code)), f"{profile.group_label(group)} : {people}"),
        _click(profile, group, code),
        part.interval,
        marks_of(part),
    )


def row(profile: Profile, group: str, code: str) -> Row:
    """One category in one group, with the difference between the groups in the row of the respondents."""
    part = profile.part(group, code)
    # The difference stands once, on the row of the respondents.
    difference = profile.differences.get(code) if group == GROUPS[0] else None
    return Row(
        (
            Key(profile.key, code, profile.label(code)),
            Key(RESPONSE, group, profile.group_label(group)),
        ),
        part.count,
        part.base,
        (None, None, None) if difference is None else difference.numbers,
        _click(profile, group, code),
        (short_verdict(difference),),
    )


def _click(profile: Profile, group: str, code: str) -> ClickFilter:
    return keeping((profile.key, code), (RESPONSE, group))
