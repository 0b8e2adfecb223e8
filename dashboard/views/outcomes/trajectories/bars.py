"""How are the paths of each cohort drawn, a bar a cohort, and which numbers stand in the table?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard.content.charts.bars import StackedBars
from dashboard.content.charts.datum import Datum, Series
from dashboard.content.charts.rich_text import RichText, bold, rich
from dashboard.content.data_table import TOTAL, DataTable, Key, Row
from dashboard.content.theme import FOUND, KEPT, LOST, NEVER, TO_AND_FRO, UNTOLD
from dashboard.domain.employment_paths import PATHS, Path, is_possible
from dashboard.text.numbers import NO_BREAK, count, share
from dashboard.text.words import part_of_base
from dashboard.views.kit.cohorts.breakdown import cohort_key, cohort_label
from dashboard.views.kit.notes import marks_of
from dashboard.views.outcomes.trajectories.counts import Trajectories
from dashboard.views.outcomes.trajectories.spans import span_name
from dashboard.views.outcomes.trajectories.staying import Staying

LEAST_LABELLED = 15
"""From this share on, a segment has its number on a phone."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a path is named, on a phone too, and drawn."""

    label: str
    short: str
    colour: str


LOOKS: Mapping[Path, Look] = {
    "kept": Look("En emploi à toutes les vagues", "Toujours en emploi", KEPT),
    "found": Look("Emploi trouvé", "Emploi trouvé", FOUND),
    "back_and_forth": Look("Allers-retours", "Allers-retours", TO_AND_FRO),
    "lost": Look("Emploi perdu", "Emploi perdu", LOST),
    "never": Look("Jamais en emploi", "Jamais en emploi", NEVER),
    "incomplete": Look("Réponses incomplètes", "Incomplet", UNTOLD),
}


def drawn(trajectories: Trajectories) -> tuple[Path, ...]:
    """The paths that have a colour: those that somebody can be on over the waves of some bar, and have a share."""
    most = max((len(trajectories.span(bar)) for bar in trajectories.bars), default=0)
    return tuple(
        path
        for path in PATHS
        if is_possible(path, most) and not (path == "incomplete" and trajectories.of_complete)
    )


def chart(trajectories: Trajectories) -> StackedBars:
    """A bar for each cohort, filled by the paths; those whose answers are incomplete last."""
    phone = trajectories.scene.medium == "phone"
    whom = "de ceux qui ont tout renseigné" if trajectories.of_complete else "des répondants"
    return StackedBars(
        tuple(_bar_name(trajectories, bar) for bar in trajectories.bars),
        tuple(
            Series(
                LOOKS[path].short if phone else LOOKS[path].label,
                LOOKS[path].colour,
                tuple(_datum(trajectories, path, bar) for bar in trajectories.bars),
                absent=path == "incomplete",
            )
            for path in drawn(trajectories)
        ),
        "percent",
        axis_title=f"Part {whom}",
    )


def data_table(trajectories: Trajectories, staying: Staying) -> DataTable:
    """A row for each bar and path that is possible there; then how many of those employed first still are, by wave."""
    return DataTable(
        ("promotion", "trajectoire"),
        "effectif",
        (*_path_rows(trajectories), *_staying_rows(trajectories, staying)),
        with_intervals=True,
        remark_names=("vagues",),
    )


def bar_label(trajectories: Trajectories, bar: str) -> str:
    """`2015-2016 (T1 et T2)`."""
    return f"{cohort_label(bar)} ({_span(trajectories, bar)})"


def _path_rows(trajectories: Trajectories) -> Iterator[Row]:
    for bar in trajectories.bars:
        for path in PATHS:
            part = trajectories.share(path, bar)
            untold = path == "incomplete"
            if not is_possible(path, len(trajectories.span(bar))):
                continue
            yield Row(
                (cohort_key(bar), Key("path", path, LOOKS[path].label)),
                part.count,
                None if untold and trajectories.of_complete else part.base,
                click=trajectories.click(path, bar),
                remarks=(_span(trajectories, bar),),
                comparable=not untold,
                silent=0 if trajectories.of_complete else trajectories.incomplete(bar).count,
                silent_outside=trajectories.incomplete(bar).count
                if trajectories.of_complete
                else 0,
            )


def _staying_rows(trajectories: Trajectories, staying: Staying) -> Iterator[Row]:
    for bar in trajectories.bars:
        for wave in trajectories.span(bar)[1:]:
            still = staying.at(wave, trajectories.cohorts(bar))
            if still is None:
                continue
            yield Row(
                (
                    cohort_key(bar),
                    Key("path", f"still@{wave}", f"En emploi à {staying.first}, encore à {wave}"),
                ),
                still.share.count,
                still.share.base,
                click=staying.click(wave, "" if bar == TOTAL else bar),
                remarks=(f"{staying.first} et {wave}",),
                silent=still.silent,
            )


def _bar_name(trajectories: Trajectories, bar: str) -> RichText:
    base = f"n{NO_BREAK}={NO_BREAK}{count(trajectories.base(bar))}"
    return rich(cohort_label(bar), f"{_span(trajectories, bar)}, {base}")


def _span(trajectories: Trajectories, bar: str) -> str:
    return span_name(trajectories.span(bar), trajectories.scene.vocabulary)


def _datum(trajectories: Trajectories, path: Path, bar: str) -> Datum:
    if not is_possible(path, len(trajectories.span(bar))):
        return Datum(None)
    part = trajectories.share(path, bar)
    hover = rich(bold(LOOKS[path].label), f"{bar_label(trajectories, bar)} : {part_of_base(part)}")
    click = trajectories.click(path, bar)
    # What does not fit stands beyond the bar, which on a phone leaves no bar.
    fits = trajectories.scene.medium != "phone" or (part.percent or 0) >= LEAST_LABELLED
    label = share(part, 0) if fits else ""
    return Datum(part.percent, label, hover, click, marks=marks_of(part))
