"""Which share of each cohort is employed at each wave that it has reached?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.content.click_filter import ClickFilter, keeping
from dashboard.content.data_table import DataTable, Key, Row
from dashboard.content.view import Scene
from dashboard.domain.counts import is_told
from dashboard.domain.switches import Choice, Switch
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.views.kit.employment import (
    BOUNDS_COLUMNS,
    Employed,
    employed,
    measure_names,
)
from dashboard.views.kit.nonresponse_weighting import correction_switch, wanted
from dashboard.views.kit.notes import COHORT
from dashboard.views.kit.settled import is_foregone_at
from dashboard.views.kit.survey_bases import base_switch

BASE = base_switch("emploi", answered=True)
CORRECTION = correction_switch("emploi")
PLAIN, BOUNDED = "parts", "bornes"


def _forms(vocabulary: Vocabulary) -> tuple[Choice, ...]:
    """A line a cohort; or, of one wave, a dot; or else a dot a cohort and wave, on the band that silence leaves."""
    plain = "Lignes" if len(vocabulary.after) > 1 else "Points"
    return (Choice(PLAIN, plain), Choice(BOUNDED, "Bornes du silence"))


FORM = Switch("emploi.forme", "Forme", PLAIN, _forms)


def is_bounded(scene: Scene) -> bool:
    """Whether the reader asked for the bounds of silence."""
    return scene.position(FORM) == BOUNDED


@dataclass(frozen=True)
class Point:
    """One cohort at one wave that it has reached."""

    cohort: str
    wave: str
    part: Employed
    click: ClickFilter

    @property
    def is_drawn(self) -> bool:
        """Whether there is a share: somebody is in its base."""
        return self.part.counted.base > 0

    @property
    def bounds(self) -> tuple[float | None, ...]:
        """The share of all asked in percent if nobody of the silent is employed, and if all are."""
        return tuple(share.percent for share in self.part.bounds_of_silence)


def is_corrected(scene: Scene) -> bool:
    """Whether shares are corrected for non-response: where the reader asked for it, and the base allows it."""
    return wanted(scene, CORRECTION)


def points_at(scene: Scene, tables: Mapping[str, ReleasedTable], wave: str) -> list[Point]:
    """Each cohort at `wave`; one that has not reached it, or of which nobody is selected or too few, has no point.

    One of which everybody was asked and nobody told has a point, whose base may be of nobody: it cannot be drawn, but
    its silence counts in a comparison of all cohorts together.

    `tables` holds, by the name of `wave`, the crossing of cohorts with the status at that wave.
    """
    points = []
    for cohort in scene.vocabulary.cohorts:
        part = employed(scene, tables, wave, wave, {str(COHORT): cohort}, scene.position(BASE))
        if part.reached and is_told(part.reached):
            # Not those who are employed alone: every share of what is then left would be 100 %.
            points.append(Point(cohort, wave, part, keeping((COHORT, cohort))))
    return points


def told_waves(scene: Scene) -> tuple[str, ...]:
    """The waves after enrolment at which no filter decides who is employed."""
    return tuple(wave for wave in scene.vocabulary.after if not is_foregone_at(scene, wave))


def data_table(scene: Scene, points: Sequence[Point]) -> DataTable:
    """A row a point, with how many did not answer about the wave; and what they might make of the share.

    Nobody is counted in a base of nobody: that is an absence, no zero.
    """
    return DataTable(
        ("promotion", "temps d'observation"),
        "en emploi",
        tuple(_row(scene, point) for point in points),
        (
            *measure_names(scene.position(BASE), corrected=is_corrected(scene)),
            *(BOUNDS_COLUMNS if is_bounded(scene) else ()),
        ),
        with_intervals=True,
    )


def wave_label(scene: Scene, wave: str) -> str:
    """The wave and its months, which no line may break: `T1 6-12 mois`."""
    months = scene.vocabulary.codebook.waves[wave].short.replace(" ", "\u00a0")
    return f"{wave} {months}"


def _row(scene: Scene, point: Point) -> Row:
    return Row(
        (
            Key(COHORT, point.cohort, point.cohort),
            Key("wave", point.wave, wave_label(scene, point.wave)),
        ),
        point.part.counted.count if point.is_drawn else None,
        point.part.counted.base,
        (*point.part.measures, *(point.bounds if is_bounded(scene) else ())),
        point.click,
        silent=point.part.silent,
        silent_outside=point.part.silent_outside,
    )
