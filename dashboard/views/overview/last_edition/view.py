"""What has changed since the previous edition: people, answers, key figures?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from dashboard.content.charts.matrix import Matrix, MatrixCell
from dashboard.content.charts.rich_text import RichText, bold, rich
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Key, Row
from dashboard.content.medium import Medium
from dashboard.content.page import OVERVIEW
from dashboard.content.view import Scene, View, tall
from dashboard.domain import needs
from dashboard.domain.query import Query
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import NO_BREAK, count, to_hundredths
from dashboard.views.overview.evolution.charts import NAME_LETTERS
from dashboard.views.overview.evolution.tables import UNITS
from dashboard.views.overview.last_edition import words
from dashboard.views.overview.last_edition.compared import Compared
from dashboard.views.overview.last_edition.editions import (
    previous_edition,
    previous_scene,
    why_not,
)
from dashboard.views.overview.last_edition.figures import changes, queries

TITLE = "Depuis la dernière édition"
NOW, BEFORE = "cette édition", "édition précédente"

BARE = 0.0
"""All cells stand on the page's own ground: what stands out elsewhere is established, and here nothing is tested."""


def ask(scene: Scene) -> Mapping[str, Query]:
    """What each key figure is made of, in both editions; in this one alone where the other cannot tell."""
    now = {f"now {name}": query for name, query in queries(scene).items()}
    before = previous_scene(scene)
    if before is None:
        return now
    earlier = {
        f"before {name}": replace(query, edition="previous")
        for name, query in queries(before).items()
    }
    return now | earlier


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """A row a figure: what it is, what it was, and the gap."""
    now, before = _of(tables, "now "), previous_scene(scene)
    people = now["people"].total()
    if before is None or not people:
        return _nothing(scene, people)
    known = changes(scene, before, now, _of(tables, "before "))
    return Content(
        title=TITLE,
        base=people,
        population="bénéficiaires dans cette édition",
        chart=_chart(known, scene),
        data_table=_table(known),
        reading=words.reading(known),
        alternative=words.alternative(known),
        source=scene.vocabulary.codebook.study.source,
        notes=words.notes(scene, people),
    )


def _of(tables: Mapping[str, ReleasedTable], edition: str) -> dict[str, ReleasedTable]:
    return {
        name.removeprefix(edition): table
        for name, table in tables.items()
        if name.startswith(edition)
    }


def _nothing(scene: Scene, people: int) -> Content:
    return Content(
        title=TITLE,
        base=people,
        population="bénéficiaires dans cette édition",
        chart=None,
        data_table=DataTable(("indicateur",), "", ()),
        reading="",
        alternative=TITLE,
        source=scene.vocabulary.codebook.study.source,
        nothing=why_not(scene) if people else "Aucun bénéficiaire dans cette sélection.",
        nothing_to_find=True,
    )


def _chart(known: Sequence[Compared], scene: Scene) -> Matrix:
    """A matrix, which the server draws, as that of the changes between cohorts."""
    before = previous_edition(scene).edition
    return Matrix(
        rows=tuple(rich(change.label) for change in known),
        columns=(
            _edition("Cette édition", scene.dataset_info.dated),
            _edition("La précédente", before.dated),
            rich("Écart"),
        ),
        cells=tuple(tuple(_cells(change, scene.medium)) for change in known),
        name_letters=NAME_LETTERS[scene.medium],
    )


def _edition(name: str, dated: date) -> RichText:
    return rich(name.replace(" ", NO_BREAK), f"{dated:%d/%m/%Y}")


def _cells(change: Compared, medium: Medium) -> list[MatrixCell]:
    now, before = change.with_bases
    gap = "non diffusé" if any(change.hidden) else change.gap_written
    hover = rich(
        bold(change.label),
        f"Cette édition : {now}",
        f"La précédente : {before}",
        f"Écart : {gap}",
    )
    told = rich(bold(change.gap_written)) if change.gap else rich(change.gap_written)
    return [MatrixCell(BARE, text, hover) for text in (*_values(change, medium), told)]


def _values(change: Compared, medium: Medium) -> list[RichText]:
    """Each value with what it is of; on a phone, whose columns are narrow, with how many people.

    On a slide, whose rows are low, both stand on one line.
    """
    if change.kind == "count":
        return [rich(value) for value in change.written]
    if medium == "room":
        return [rich(value) for value in change.with_bases]
    bases = [
        why if value is None and why and not hidden else f"n{NO_BREAK}={NO_BREAK}{count(base or 0)}"
        for value, why, base, hidden in zip(
            change.values, change.lacking, change.bases, change.hidden, strict=True
        )
    ]
    of_whom = bases if medium == "phone" else change.of_whom
    return [rich(value, of) for value, of in zip(change.written, of_whom, strict=True)]


def _table(known: Sequence[Compared]) -> DataTable:
    of_both = [
        name
        for edition in (NOW, BEFORE)
        for name in (f"effectif ou moyenne, {edition}", f"part, {edition} (%)", f"base, {edition}")
    ]
    return DataTable(
        ("indicateur", "unité"),
        "",
        tuple(map(_row, known)),
        (*of_both, "écart : cette édition moins la précédente"),
    )


def _row(change: Compared) -> Row:
    unit = UNITS[change.kind]
    keys = Key("indicator", change.code, change.label), Key("unit", unit, unit)
    numbers = (*change.numbers(0), *change.numbers(1), to_hundredths(change.gap))
    return Row(keys, None, None, numbers)


VIEW = View(
    name="derniere-edition",
    page=OVERVIEW,
    place=7,
    title=TITLE,
    ask=ask,
    tell=tell,
    height=500,
    canvas=tall(500, phone=740),
    wide=True,
    compares=True,
    needs=(needs.previous_edition,),
)
