"""Do the degree pathways aim higher than the diplomas that people came with? (study, text after figure 3)"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.charts.matrix import Cell, matrix
from dashboard.content.click_filter import ClickFilter
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Row
from dashboard.content.page import TRAINING
from dashboard.content.view import Scene, View
from dashboard.domain.address import parameter_of, value_of
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.rates import Share
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.domain.tables import ReleasedTable
from dashboard.text.nouns import PEOPLE, agreed
from dashboard.text.numbers import count, share
from dashboard.text.words import inside
from dashboard.views.kit.cohort_shares import CohortShares
from dashboard.views.kit.notes import (
    COHORT,
    absence_notes,
    definition_note,
    fragile_note,
    marked_share,
)

ENTRY, AIM, STEP = (
    Dimension("entry_diploma"),
    Dimension("main_target_level"),
    Dimension("level_step"),
)
COMPARED, CROSSED, ON_ENTRY = "comparaison", "croisement", "entree"
SHOWN = Switch(
    "diplomes.montrer",
    "Montrer",
    COMPARED,
    fixed(
        Choice(COMPARED, "Comparaison, par promotion"),
        Choice(CROSSED, "Croisement"),
        Choice(ON_ENTRY, "Diplôme d'entrée seul"),
    ),
)
WHO = "bénéficiaires d'un parcours diplômant dont le niveau visé et le diplôme d'entrée sont connus"
TITLE = "Niveau visé et diplôme d'entrée"
NO_BREAK = "\u00a0"
NOBODY = (
    "Aucun bénéficiaire de cette sélection ne suit un parcours diplômant dont le niveau visé et "
    "le diplôme d'entrée soient connus."
)


def ask(scene: Scene) -> Mapping[str, Query]:
    """People by step, cohort by cohort; where it is shown, by entry diploma alone, or with the level aimed at."""
    if scene.position(SHOWN) == ON_ENTRY:
        return {"entries": Query((COHORT, ENTRY), scene.selection)}
    people = {"steps": Query((COHORT, STEP), scene.selection)}
    if scene.position(SHOWN) == CROSSED:
        people["cross"] = Query((ENTRY, AIM), scene.selection)
    return people


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """Lower, same or higher by cohort; the matrix of diplomas and levels; or the diplomas alone."""
    if scene.position(SHOWN) == ON_ENTRY:
        return _entries(scene, tables["entries"])
    steps = CohortShares(scene, tables["steps"], STEP, PEOPLE)
    definitions = tuple(definition_note(scene, along) for along in (ENTRY, AIM))
    if scene.position(SHOWN) == CROSSED:
        return _crossing(
            scene,
            tables["cross"],
            (*absence_notes(scene, tables["steps"], STEP, PEOPLE), *definitions),
        )
    return Content(
        title=f"{TITLE}, par promotion",
        base=steps.base,
        population=WHO,
        figure=steps.figure(),
        data_table=DataTable(
            ("promotion", "niveau visé"),
            "bénéficiaires",
            steps.rows(),
            compared=True,
            partition_by=1,
        ),
        reading=steps.reading(_sentence),
        alternative=steps.alternative("niveau visé par rapport au diplôme d'entrée"),
        source=scene.vocabulary.codebook.study.source,
        notes=(*steps.notes(), *definitions),
        nothing=NOBODY,
    )


def _entries(scene: Scene, table: ReleasedTable) -> Content:
    """The entry diplomas by cohort, whatever people then aimed at."""
    found = CohortShares(scene, table, ENTRY, PEOPLE)
    return Content(
        title="Diplôme à l'entrée, par promotion",
        base=found.base,
        population="bénéficiaires dont le diplôme d'entrée est connu",
        figure=found.figure(),
        data_table=DataTable(
            ("promotion", "diplôme à l'entrée"),
            "bénéficiaires",
            found.rows(),
            compared=True,
            partition_by=1,
        ),
        reading=found.reading(_entry_sentence),
        alternative=found.alternative("plus haut diplôme à l'entrée"),
        source=scene.vocabulary.codebook.study.source_survey,
        notes=(*found.notes(), definition_note(scene, ENTRY)),
        nothing="Le diplôme d'entrée n'est connu d'aucun bénéficiaire de cette sélection.",
    )


def _entry_sentence(part: Share, entry: Category) -> str:
    return f"{PEOPLE.of_base(part)} {agreed(part, 'a', 'ont')} à l'entrée un diplôme de {inside(entry.label)}"


def _sentence(part: Share, step: Category) -> str:
    compared = {
        "lower": "un niveau inférieur à celui de",
        "same": "le même niveau que",
        "higher": "un niveau supérieur à celui de",
    }[step.code]
    verb = agreed(part, "vise", "visent")
    return (
        f"{PEOPLE.of_base(part)} {verb} {compared} {agreed(part, 'son', 'leur')} diplôme d'entrée"
    )


@dataclass(frozen=True)
class _Crossing:
    scene: Scene
    table: ReleasedTable

    @cached_property
    def entries(self) -> tuple[Category, ...]:
        """The entry diplomas that anybody with a known level came with."""
        real = self._real(ENTRY)
        return tuple(entry for entry in real if self.base(entry))

    @cached_property
    def aims(self) -> tuple[Category, ...]:
        return self._real(AIM)

    def base(self, entry: Category) -> int:
        aims = [aim.code for aim in self.aims]
        return self.table.count({str(ENTRY): entry.code, str(AIM): aims})

    def part(self, entry: Category, aim: Category) -> Share:
        found = self.table.count({str(ENTRY): entry.code, str(AIM): aim.code})
        return Share(found, self.base(entry))

    def step(self, entry: Category, aim: Category) -> str:
        """How the level aimed at compares, in the codebook's words."""
        code = ("lower", "same", "higher")[(aim.rank >= entry.rank) + (aim.rank > entry.rank)]
        return self.scene.vocabulary.category(STEP, code).label

    def click(self, entry: Category, aim: Category) -> ClickFilter:
        vocabulary = self.scene.vocabulary
        return {
            parameter_of(key, vocabulary): value_of(key, category.code, vocabulary)
            for key, category in ((ENTRY, entry), (AIM, aim))
        }

    def _real(self, key: Dimension) -> tuple[Category, ...]:
        vocabulary = self.scene.vocabulary
        return tuple(vocabulary.category(key, code) for code in vocabulary.real_codes(key))


def _crossing(scene: Scene, table: ReleasedTable, notes: tuple[str, ...]) -> Content:
    crossed = _Crossing(scene, table)
    cells = [(entry, aim) for entry in crossed.entries for aim in crossed.aims]
    return Content(
        title=TITLE,
        base=sum(crossed.base(entry) for entry in crossed.entries),
        population=WHO,
        figure=matrix(
            [
                f"{entry.short_label.replace(' ', NO_BREAK)}<br>"
                f"n{NO_BREAK}={NO_BREAK}{count(crossed.base(entry))}"
                for entry in crossed.entries
            ],
            [aim.short_label if scene.narrow else aim.label for aim in crossed.aims],
            [[_cell(crossed, entry, aim) for aim in crossed.aims] for entry in crossed.entries],
            row_title="À l'entrée",
            column_title="Niveau visé",
        ),
        data_table=DataTable(
            ("diplôme à l'entrée", "niveau visé", "comparaison"),
            "bénéficiaires",
            tuple(
                Row(
                    (entry.label, aim.label, crossed.step(entry, aim)),
                    part.count,
                    part.base,
                    target=crossed.click(entry, aim),
                )
                for entry, aim in cells
                for part in (crossed.part(entry, aim),)
            ),
            compared=True,
            partition_by=1,
        ),
        reading=_reading(crossed),
        alternative="Matrice des bénéficiaires selon leur diplôme à l'entrée (lignes) et le niveau "
        "visé (colonnes) ; parts calculées en ligne.",
        source=scene.vocabulary.codebook.study.source,
        notes=(
            "Parts calculées en ligne : parmi les bénéficiaires qui ont ce diplôme à l'entrée.",
            *fragile_note(
                [e.short_label for e in crossed.entries if Share(0, crossed.base(e)).fragile]
            ),
            *notes,
        ),
        nothing=NOBODY,
    )


def _cell(crossed: _Crossing, entry: Category, aim: Category) -> Cell:
    part = crossed.part(entry, aim)
    return Cell(
        part.percent,
        f"{count(part.count)}<br>{marked_share(part)}" if part.count else "0",
        f"<b>{entry.label} → {aim.label}</b><br>{crossed.step(entry, aim)}<br>"
        f"{PEOPLE.of_base(part)}",
    )


def _reading(crossed: _Crossing) -> str:
    cells = [(entry, aim) for entry in crossed.entries for aim in crossed.aims]
    if not cells:
        return ""
    entry, aim = max(cells, key=lambda pair: crossed.part(*pair).count)
    part = crossed.part(entry, aim)
    verb = agreed(part, "vise", "visent")
    return (
        f"Parmi les bénéficiaires de {inside(entry.label)} à l'entrée, {count(part.count)} sur "
        f"{count(part.base)} ({share(part)}) {verb} le {inside(aim.label)}."
    )


VIEW = View("diplomes", TRAINING, 5, TITLE, ask, tell, options=(SHOWN,))
