"""What did the training bring, in the respondents' words, cohort by cohort? (study, figure 9)"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.charts.bars import Series, grouped_bars
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Row
from dashboard.content.page import BENEFITS
from dashboard.content.view import Scene, View, tall
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.rates import Share
from dashboard.domain.tables import ReleasedTable
from dashboard.text.nouns import PEOPLE, Noun, agreed
from dashboard.text.numbers import FRAGILE, count, percent, share
from dashboard.views.kit.nonresponse_weighting import (
    CORRECTED_COLUMNS,
    CorrectedShare,
    corrected_title,
    correction_note,
    correction_option,
    wanted,
    weighed,
    weighted_name,
    with_weighted,
)
from dashboard.views.kit.notes import COHORT, absence_notes, click_of, fragile_note
from dashboard.views.kit.survey_bases import (
    RESPONDENTS,
    RESPONDENTS_IN_WORDS,
    nobody_because,
    survey_base,
)

CORRECTION = correction_option("apports")
BENEFIT, RESPONSE = Dimension("benefit"), Dimension("response")
ANSWERED = Noun("répondant", "répondants")
SEVERAL = (
    "Plusieurs réponses possibles : un répondant compte dans chaque apport qu'il cite, et les "
    "pourcentages d'une promotion ne s'additionnent pas à 100 %."
)
SILENT = "Base : tous les répondants, ceux qui n'ont cité aucun apport compris."


@dataclass(frozen=True)
class _Benefits:
    """Of the respondents of each cohort, and of all, how many name each benefit."""

    scene: Scene
    tables: Mapping[str, ReleasedTable]

    @cached_property
    def bases(self) -> dict[str, int]:
        """The respondents of each cohort that has any; of all of them, under "", where there are several."""
        answered = self.scene.vocabulary.real_codes(RESPONSE)
        found = {
            cohort: self.tables["people"].count({str(COHORT): cohort, str(RESPONSE): answered})
            for cohort in self.scene.vocabulary.cohorts
        }
        known = {cohort: base for cohort, base in found.items() if base}
        return known | {"": sum(known.values())} if len(known) > 1 else known

    @property
    def base(self) -> int:
        return sum(base for cohort, base in self.bases.items() if cohort)

    @cached_property
    def benefits(self) -> tuple[Category, ...]:
        return self.scene.vocabulary.categories(BENEFIT)

    def part(self, cohort: str, benefit: Category) -> Share:
        where = {str(BENEFIT): benefit.code} | ({str(COHORT): cohort} if cohort else {})
        return Share(self.tables["answers"].count(where), self.bases[cohort])

    def shown(self, cohort: str, benefit: Category) -> CorrectedShare:
        """The share as it is drawn: corrected where the reader asked for it."""
        part = self.part(cohort, benefit)
        if not wanted(self.scene, CORRECTION):
            return CorrectedShare(part)
        people, answers = (self.tables[weighted_name(name)] for name in ("people", "answers"))
        of = {str(COHORT): cohort} if cohort else {}
        whole = people.weight({**of, str(RESPONSE): self.scene.vocabulary.real_codes(RESPONSE)})
        named = answers.weight({**of, str(BENEFIT): benefit.code})
        return CorrectedShare(part, weighed(self.scene, named, whole, part.base))

    def series(self, benefit: Category) -> Series:
        parts = [(cohort, self.shown(cohort, benefit)) for cohort in self.bases]
        return Series(
            name=benefit.label,
            colour=benefit.colour,
            values=tuple(part.percent for _, part in parts),
            labels=tuple(self._label(part) for _, part in parts),
            hovers=tuple(
                f"<b>{benefit.label}</b><br>{name_of(cohort)} : "
                f"{ANSWERED.of_base(part.counted)}{part.tell}"
                for cohort, part in parts
            ),
            clicks=tuple(click_of(self.scene, cohort, BENEFIT, "") for cohort in self.bases),
            intervals=tuple(part.interval for _, part in parts),
        )

    def name(self, cohort: str) -> str:
        """A cohort on the axis, with its base; marked there for a room, whose upright bars are narrow."""
        base = self.bases[cohort]
        mark = f" {FRAGILE}" if self.scene.projected and Share(0, base).fragile else ""
        return f"{name_of(cohort)}{mark}<br>n\u00a0=\u00a0{count(base)}"

    def _label(self, part: CorrectedShare) -> str:
        return percent(part.percent, 0) if self.scene.projected else part.label


def ask(scene: Scene) -> Mapping[str, Query]:
    """The people of each cohort by response, and the benefits that the respondents name."""
    answered = survey_base(scene.selection, RESPONDENTS)
    queries = {
        "people": Query((COHORT, RESPONSE), scene.selection),
        "answers": Query((COHORT, BENEFIT), answered, "answer"),
    }
    return with_weighted(queries, wanted=wanted(scene, CORRECTION))


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """A bar for each benefit, cohort by cohort, with its interval."""
    found, corrected = _Benefits(scene, tables), wanted(scene, CORRECTION)
    title = "Apports de la formation, par promotion"
    return Content(
        title=corrected_title(title, corrected=True)
        if corrected
        else f"{title} (plusieurs réponses possibles)",
        base=found.base,
        population=RESPONDENTS_IN_WORDS,
        figure=grouped_bars(
            [found.name(cohort) for cohort in found.bases],
            [found.series(benefit) for benefit in found.benefits],
            percent=True,
            # A room's screen is too low for twenty level bars with their numbers, and wide enough for upright ones.
            horizontal=not scene.projected,
            extent=880 if scene.projected else 560,
        ),
        data_table=DataTable(
            ("promotion", "apport"),
            "répondants qui le citent",
            tuple(
                Row(
                    (name_of(cohort), benefit.label),
                    part.count,
                    part.base,
                    found.shown(cohort, benefit).correction,
                    target=click_of(scene, cohort, BENEFIT, ""),
                )
                for cohort in found.bases
                for benefit in found.benefits
                for part in (found.part(cohort, benefit),)
            ),
            CORRECTED_COLUMNS if corrected else (),
            compared=True,
        ),
        reading=_reading(found),
        alternative=_alternative(found),
        source=scene.vocabulary.codebook.study.source_survey,
        notes=_notes(found),
        nothing=nobody_because(scene.selection, scene.vocabulary),
    )


def name_of(cohort: str) -> str:
    """A cohort's name on the axis and in the table; all of them together have none."""
    return cohort or "Ensemble"


def _reading(found: _Benefits) -> str:
    cohorts = [cohort for cohort in found.bases if cohort]
    if not cohorts:
        return ""
    benefit = max(found.benefits, key=lambda one: found.part(cohorts[-1], one).count)
    part, shown = found.part(cohorts[-1], benefit), found.shown(cohorts[-1], benefit)
    if shown.corrected is not None:
        return (
            f"Dans la promotion {cohorts[-1]}, {percent(shown.percent)} des répondants citent l'apport "
            f"« {benefit.label} » après redressement de la non-réponse ({share(part)} sans redressement)."
        )
    verb = agreed(part, "cite", "citent") if part.count else "ne cite"
    return (
        f"Dans la promotion {cohorts[-1]}, {ANSWERED.of_base(part)} {verb} l'apport "
        f"« {benefit.label} »."
    )


def _alternative(found: _Benefits) -> str:
    last = next(reversed(found.bases), None)
    if last is None:
        return ""
    told = ", ".join(
        f"{b.label} {percent(found.shown(last, b).percent, 0)}" for b in found.benefits
    )
    return (
        "Barres : part des répondants de chaque promotion qui citent chaque apport, plusieurs "
        f"réponses possibles. {name_of(last)} : {told}."
    )


def _notes(found: _Benefits) -> tuple[str, ...]:
    aside = absence_notes(found.scene, found.tables["people"], RESPONSE, PEOPLE)
    fragile = [name_of(c) for c, base in found.bases.items() if Share(0, base).fragile]
    effects = [found.shown(c, benefit).effect for c in found.bases for benefit in found.benefits]
    corrected = [correction_note(found.scene, effects)] if wanted(found.scene, CORRECTION) else []
    return (SEVERAL, SILENT, *aside, *fragile_note(fragile), *corrected)


VIEW = View(
    name="apports",
    page=BENEFITS,
    place=1,
    title="Apports de la formation",
    ask=ask,
    tell=tell,
    options=(CORRECTION,),
    height=620,
    canvas=tall(640),
    wide=True,
)
