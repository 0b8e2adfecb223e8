"""Who came with which diploma and aims at which level?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from dashboard.content.charts.datum import marked
from dashboard.content.charts.matrix import Matrix, MatrixCell
from dashboard.content.charts.rich_text import RichText, bold, rich
from dashboard.content.click_filter import NO_CLICK, ClickFilter, keeping
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Key, Row
from dashboard.content.view import Scene
from dashboard.domain.codebook import Category
from dashboard.domain.counts import is_told
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.rates import Share
from dashboard.domain.tables import ReleasedTable
from dashboard.text.nouns import PEOPLE, variable_noun
from dashboard.text.numbers import NO_BREAK, count, share, share_in_words
from dashboard.text.variables import long_name, variable_of
from dashboard.text.words import capital, inside, number_in_words
from dashboard.views.kit.notes import fragile_note, marks_of
from dashboard.views.training.aims import aiming
from dashboard.views.training.diplomas.words import (
    AIM,
    ENTRY,
    STEP,
    nobody,
    title,
    who,
    who_came_with,
)


@dataclass(frozen=True)
class Crossing:
    """The people of `table` by entry diploma and level aimed at; shares are of those with the same entry diploma."""

    scene: Scene
    table: ReleasedTable

    @cached_property
    def entries(self) -> tuple[Category, ...]:
        """The entry diplomas that anybody with a known level came with, if their number is told."""
        return tuple(e for e in self._known(ENTRY) if self.base(e) and is_told(self.base(e)))

    @cached_property
    def aims(self) -> tuple[Category, ...]:
        """The levels that may be aimed at."""
        return self._known(AIM)

    @property
    def pairs(self) -> tuple[tuple[Category, Category], ...]:
        """Each crossing, row by row."""
        return tuple((entry, aim) for entry in self.entries for aim in self.aims)

    @property
    def total(self) -> int:
        """Those whose entry diploma and level are known."""
        real = self.scene.vocabulary.real_codes
        return self.table.count({str(ENTRY): real(ENTRY), str(AIM): real(AIM)})

    def base(self, entry: Category) -> int:
        """Those who came with `entry` and whose level is known."""
        aims = self.scene.vocabulary.real_codes(AIM)
        return self.table.count({str(ENTRY): entry.code, str(AIM): aims})

    def share(self, entry: Category, aim: Category) -> Share:
        """Those who aim at `aim`, of those who came with `entry`."""
        people = self.table.count({str(ENTRY): entry.code, str(AIM): aim.code})
        return Share(people, self.base(entry))

    def step(self, entry: Category, aim: Category) -> Category:
        """How the level aimed at compares with the entry diploma."""
        if aim.rank == entry.rank:
            return self.scene.vocabulary.category(STEP, "same")
        code = "lower" if aim.rank < entry.rank else "higher"
        return self.scene.vocabulary.category(STEP, code)

    def _known(self, along: Dimension) -> tuple[Category, ...]:
        return tuple(c for c in self.scene.vocabulary.categories(along) if c.absence is None)


def crossing_of(crossing: Crossing, further_notes: tuple[str, ...]) -> Content:
    """The matrix of everybody selected whose diploma and level are known."""
    vocabulary = crossing.scene.vocabulary
    came_with, aimed_at = (variable_of(along, vocabulary) for along in (ENTRY, AIM))
    small = [inside(e.short_label) for e in crossing.entries if Share(0, crossing.base(e)).fragile]
    return Content(
        title=title(vocabulary),
        base=crossing.total,
        population=who(vocabulary),
        chart=_matrix(crossing),
        data_table=DataTable(
            (inside(came_with.label), long_name(aimed_at), "comparaison"),
            "bénéficiaires",
            tuple(_row(crossing, entry, aim) for entry, aim in crossing.pairs),
            with_intervals=True,
            partition_by=1,
        ),
        reading=_reading(crossing),
        alternative=f"Matrice des bénéficiaires selon leur {inside(came_with.label)} (lignes) et "
        f"{variable_noun(aimed_at).definite} (colonnes) ; parts calculées en ligne.",
        source=vocabulary.codebook.study.source,
        notes=(
            "Parts calculées en ligne : parmi les bénéficiaires qui ont ce diplôme à l'entrée.",
            *fragile_note(small),
            *further_notes,
        ),
        nothing=nobody(vocabulary),
    )


def _matrix(crossing: Crossing) -> Matrix:
    phone = crossing.scene.medium == "phone"
    aimed_at = long_name(variable_of(AIM, crossing.scene.vocabulary))
    return Matrix(
        rows=tuple(_row_name(crossing, entry) for entry in crossing.entries),
        columns=tuple(rich(aim.short_label if phone else aim.label) for aim in crossing.aims),
        cells=tuple(
            tuple(_cell(crossing, entry, aim) for aim in crossing.aims)
            for entry in crossing.entries
        ),
        row_title="À l'entrée",
        column_title=capital(aimed_at),
    )


def _row_name(crossing: Crossing, entry: Category) -> RichText:
    base = f"n{NO_BREAK}={NO_BREAK}{count(crossing.base(entry))}"
    return rich(entry.short_label.replace(" ", NO_BREAK), base)


def _cell(crossing: Crossing, entry: Category, aim: Category) -> MatrixCell:
    of_entry = crossing.share(entry, aim)
    percent = marked(share(of_entry, 0), marks_of(of_entry))
    alone = not of_entry.count or not is_told(of_entry.count)
    return MatrixCell(
        of_entry.percent,
        rich(count(of_entry.count)) if alone else rich(count(of_entry.count), percent),
        rich(
            bold(f"{entry.label} → {aim.label}"),
            crossing.step(entry, aim).label,
            PEOPLE.of_base(of_entry),
        ),
        _click(crossing, entry, aim),
    )


def _row(crossing: Crossing, entry: Category, aim: Category) -> Row:
    of_entry, step = crossing.share(entry, aim), crossing.step(entry, aim)
    return Row(
        (
            Key(ENTRY, entry.code, entry.label),
            Key(AIM, aim.code, aim.label),
            Key(STEP, step.code, step.label),
        ),
        of_entry.count,
        of_entry.base,
        click=_click(crossing, entry, aim),
    )


def _click(crossing: Crossing, entry: Category, aim: Category) -> ClickFilter:
    """Keeps who came with that diploma and aims at that level, if there is anybody."""
    people = crossing.share(entry, aim).count
    anybody = is_told(people) and people > 0
    return keeping((ENTRY, entry.code), (AIM, aim.code)) if anybody else NO_CLICK


def _reading(crossing: Crossing) -> str:
    """The crossing with most people."""
    if not crossing.pairs:
        return ""
    entry, aim = max(crossing.pairs, key=lambda pair: crossing.share(*pair).count)
    of_entry = crossing.share(entry, aim)
    if not is_told(of_entry.count):
        return ""
    return (
        f"Parmi les {who_came_with(entry)}, {number_in_words(of_entry.count)} sur "
        f"{count(of_entry.base)} ({share_in_words(of_entry)}) {aiming(of_entry, aim)}."
    )
