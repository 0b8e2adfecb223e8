"""What are the figures that everybody asks for first?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.content.charts.tiles import Tile, Tiles
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Key, Row
from dashboard.content.page import OVERVIEW
from dashboard.content.view import Scene, View
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.statistics.rates import Share
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import PEOPLE, funded
from dashboard.text.numbers import NO_BREAK, PLURAL, SILENT, count, decimal, rounded, share
from dashboard.text.words import capital, counted, inside
from dashboard.views.kit.employment import Employed, employed
from dashboard.views.kit.item_nonresponse import is_mostly_unanswered, warning
from dashboard.views.kit.survey_bases import RESPONDENTS, survey_base

RESPONSE = Dimension("response")
EMPLOYED_BASE = "Part en emploi : sur les répondants des promotions qui ont atteint la vague."


@dataclass(frozen=True)
class _Figure:
    """One key figure, by its code: its tile and its numbers in the table."""

    code: str
    tile: Tile
    count: int | None
    base: int | None = None
    mean: float | None = None

    @property
    def row(self) -> Row:
        key = Key("indicator", self.code, self.tile.label)
        return Row((key,), self.count, self.base, (self.mean,))


def ask(scene: Scene) -> Mapping[str, Query]:
    """People, what is funded, response, and status at each wave after enrolment."""
    selection = scene.selection
    answered = survey_base(selection, RESPONDENTS)
    waves = {wave: Dimension("status", wave) for wave in scene.vocabulary.after}
    return {
        "people": Query((), selection),
        "units": Query((), selection, "unit"),
        "response": Query((RESPONSE,), selection),
        **{wave: Query((status,), answered) for wave, status in waves.items()},
        **{_everybody(wave): Query((status,), selection) for wave, status in waves.items()},
    }


def _everybody(wave: str) -> str:
    """The name of the counts that tell the absences of a wave."""
    return f"everybody {wave}"


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """Tiles, each with its base in words."""
    people, units = tables["people"].total(), tables["units"].total()
    at_work = {wave: employed(scene, tables, wave, wave) for wave in scene.vocabulary.after}
    figures = (
        *_people_and_units(people, units, scene.vocabulary),
        _response(tables["response"]),
        *(
            _at_work(wave, at_wave, tables[_everybody(wave)], scene.vocabulary)
            for wave, at_wave in at_work.items()
        ),
    )
    tiles = tuple(figure.tile for figure in figures)
    untold = [
        (wave, at_wave.item_nonresponse, at_wave.answered) for wave, at_wave in at_work.items()
    ]
    return Content(
        title="Chiffres clés",
        base=people,
        population="bénéficiaires",
        chart=Tiles(tiles),
        data_table=DataTable(
            ("indicateur",),
            "effectif",
            tuple(figure.row for figure in figures),
            ("moyenne",),
            with_intervals=True,
        ),
        reading=_reading(people, units, scene.vocabulary),
        alternative=" ; ".join(f"{t.label} : {t.value} ({t.base})" for t in tiles) + ".",
        source=scene.vocabulary.codebook.study.source,
        notes=(EMPLOYED_BASE, *warning(RESPONDENTS, untold)),
        tiles=tiles,
        nothing="Aucun bénéficiaire dans cette sélection.",
    )


def _people_and_units(people: int, units: int, vocabulary: Vocabulary) -> tuple[_Figure, ...]:
    """How many people, how much is funded, and how much of it a person."""
    mean, noun = units / people if people else None, funded(vocabulary)
    how_many = f"{count(units)} {noun.plural if units >= PLURAL else noun.singular}"
    return (
        _Figure(
            "people",
            Tile("Bénéficiaires", count(people), "personnes, selon les filtres"),
            people,
        ),
        _Figure(
            "units",
            Tile(capital(noun.several("financé")), count(units), "toutes années universitaires"),
            units,
        ),
        _Figure(
            "units_per_person",
            Tile(
                capital(f"{noun.plural} par bénéficiaire"),
                decimal(mean),
                f"{how_many}, {PEOPLE.counted(people)}",
            ),
            None,
            people,
            None if mean is None else rounded(mean, 2),
        ),
    )


def _response(table: ReleasedTable) -> _Figure:
    """Of those asked, how many answered at least once."""
    asked = table.count({str(RESPONSE): ("respondent", "non_respondent")})
    answered = Share(table.count({str(RESPONSE): "respondent"}), asked)
    tile = Tile("Taux de réponse", share(answered, 0), _of(answered, "interrogé"), answered)
    return _Figure("response_rate", tile, answered.count, answered.base)


def _at_work(
    wave: str, at_wave: Employed, everybody: ReleasedTable, vocabulary: Vocabulary
) -> _Figure:
    """Of the respondents whom the wave has reached, how many are employed."""
    part = at_wave.counted
    base = _base_of_wave(at_wave, everybody, Dimension("status", wave), vocabulary)
    tile = Tile(f"En emploi à {wave}", share(part, 0), base, part)
    return _Figure(f"employed@{wave}", tile, part.count, part.base)


def _of(part: Share, noun: str) -> str:
    if not part.base:
        return f"aucun {noun}"
    return f"{count(part.count)} sur {counted(part.base, noun)}"


def _base_of_wave(
    at_wave: Employed, everybody: ReleasedTable, status: Dimension, vocabulary: Vocabulary
) -> str:
    """The base of an employment rate; without one, why: each absence by itself, with its people where there are two."""
    if at_wave.reached:
        missing = at_wave.item_nonresponse
        mark = f"{NO_BREAK}{SILENT}" if is_mostly_unanswered(missing) else ""
        without = f", dont {count(missing.count)} sans information{mark}" if missing.count else ""
        return _of(at_wave.counted, "répondant") + without
    absences = {code: n for code, n in everybody.by_code(str(status)).items() if n}
    if not absences:
        return "aucun bénéficiaire"
    if len(absences) > 1:
        return ", ".join(_absent(code, n, status, vocabulary) for code, n in absences.items())
    (code,) = absences
    if code == "non_respondent":
        return "aucun répondant"
    return inside(vocabulary.category(RESPONSE, code).label)


def _absent(code: str, people: int, status: Dimension, vocabulary: Vocabulary) -> str:
    named = vocabulary.category(status if people == 1 else RESPONSE, code)
    return f"{count(people)} {inside(named.label)}"


def _reading(people: int, units: int, vocabulary: Vocabulary) -> str:
    if not units:
        return ""
    has = "a bénéficié" if people == 1 else "ont bénéficié"
    return (
        f"{capital(counted(people, 'personne'))} {has} de "
        f"{funded(vocabulary).counted(units, 'financé')}, soit {decimal(units / people)} par personne."
    )


VIEW = View(
    name="chiffres-cles",
    page=OVERVIEW,
    place=1,
    title="Chiffres clés",
    ask=ask,
    tell=tell,
    height=220,
    wide=True,
    tiled=True,
)
