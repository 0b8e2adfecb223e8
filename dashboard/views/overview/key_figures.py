"""What are the figures that everybody asks for first?"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.charts.tiles import Tile, tiles
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Row
from dashboard.content.page import OVERVIEW
from dashboard.content.view import Scene, View
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.rates import Share
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import SILENT, count, decimal, rounded, share
from dashboard.text.words import capital, counted, inside
from dashboard.views.kit.employment import Employed, employed
from dashboard.views.kit.item_nonresponse import mostly_silent, warning
from dashboard.views.kit.survey_bases import RESPONDENTS, survey_base

RESPONSE = Dimension("response")
EMPLOYED_BASE = "Part en emploi : sur les répondants des promotions qui ont atteint la vague."


def ask(scene: Scene) -> Mapping[str, Query]:
    """People, units, response, and status at each wave after the first."""
    selection = scene.selection
    answered = survey_base(selection, RESPONDENTS)
    waves = {wave: Dimension("status", wave) for wave in scene.vocabulary.waves[1:]}
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
    response = tables["response"].by_code("response")
    asked = response["respondent"] + response["non_respondent"]
    answered = Share(response["respondent"], asked)
    figures = [
        (
            Tile("Bénéficiaires", count(people), "personnes, selon les filtres"),
            Row(("Bénéficiaires",), people, None),
        ),
        (
            Tile("UE financées", count(units), "toutes années universitaires"),
            Row(("UE financées",), units, None),
        ),
        (
            Tile(
                "UE par bénéficiaire",
                decimal(units / people if people else None),
                f"{count(units)} UE, {counted(people, 'bénéficiaire')}",
            ),
            Row(
                ("UE par bénéficiaire",),
                0,
                people,
                (rounded(units / people, 2) if people else None,),
                counted=False,
            ),
        ),
        (
            Tile("Taux de réponse", share(answered, 0), _of(answered, "interrogé"), answered),
            Row(("Taux de réponse",), answered.count, answered.base),
        ),
    ]
    at_work = {wave: employed(scene, tables, wave, wave) for wave in scene.vocabulary.waves[1:]}
    for wave, found in at_work.items():
        label = f"En emploi à {wave}"
        figures.append(
            (
                Tile(
                    label,
                    share(found.counted, 0),
                    _of_wave(
                        found, tables[_everybody(wave)], Dimension("status", wave), scene.vocabulary
                    ),
                    found.counted,
                ),
                Row((label,), found.counted.count, found.counted.base),
            )
        )
    shown = tuple(tile for tile, _ in figures)
    return Content(
        title="Chiffres clés",
        base=people,
        population="bénéficiaires",
        figure=tiles([(tile.label, tile.value, tile.base) for tile in shown]),
        data_table=DataTable(
            ("indicateur",),
            "effectif",
            tuple(row if row.measures else _padded(row) for _, row in figures),
            ("moyenne",),
            compared=True,
        ),
        reading=_reading(people, units),
        alternative=" ; ".join(f"{t.label} : {t.value} ({t.base})" for t in shown) + ".",
        source=scene.vocabulary.codebook.study.source,
        notes=(
            EMPLOYED_BASE,
            *warning(RESPONDENTS, [(w, one.silence, one.answered) for w, one in at_work.items()]),
        ),
        tiles=shown,
        nothing="Aucun bénéficiaire dans cette sélection.",
    )


def _padded(row: Row) -> Row:
    return Row(row.labels, row.count, row.base, (None,), row.target)


def _of(found: Share, noun: str) -> str:
    if not found.base:
        return f"aucun {noun}"
    return f"{count(found.count)} sur {counted(found.base, noun)}"


def _of_wave(
    employed: Employed, table: ReleasedTable, status: Dimension, vocabulary: Vocabulary
) -> str:
    """The base of an employment rate; without one, why: each absence by itself, with its people where there are two."""
    if employed.reached:
        silence = employed.silence
        mark = f" {SILENT}" if mostly_silent(silence) else ""
        silent = f", dont {count(silence.count)} sans information{mark}" if silence.count else ""
        return _of(employed.counted, "répondant") + silent
    found = {code: people for code, people in table.by_code(str(status)).items() if people}
    if not found:
        return "aucun bénéficiaire"
    if len(found) > 1:
        return ", ".join(_absent(code, n, status, vocabulary) for code, n in found.items())
    (code,) = found
    if code == "non_respondent":
        return "aucun répondant"
    return inside(vocabulary.category(RESPONSE, code).label)


def _absent(code: str, people: int, status: Dimension, vocabulary: Vocabulary) -> str:
    named = vocabulary.category(status if people == 1 else RESPONSE, code)
    return f"{count(people)} {inside(named.label)}"


def _reading(people: int, units: int) -> str:
    if not people:
        return ""
    has = "a bénéficié" if people == 1 else "ont bénéficié"
    return (
        f"{capital(counted(people, 'personne'))} {has} de "
        f"{counted(units, 'UE financée', 'UE financées')}, soit {decimal(units / people)} par personne."
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
