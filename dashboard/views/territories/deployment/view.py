"""Where did the partnership reach people, year after year? (study, carte 1)"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.charts.classes import count_labels
from dashboard.content.charts.small_maps import SmallMaps
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Key, Row, total_along
from dashboard.content.page import TERRITORIES
from dashboard.content.view import Canvas, Scene, View
from dashboard.domain.counts import is_told
from dashboard.domain.needs import region_map
from dashboard.domain.tables import ReleasedTable
from dashboard.text.nouns import Noun
from dashboard.text.numbers import count
from dashboard.text.words import capital, counted, listed
from dashboard.views.kit.enrolments import EACH_YEAR, FIRST_ONLY
from dashboard.views.kit.regions import boxed_words, in_region, new, unknown_notes, unmapped_note
from dashboard.views.territories.deployment.counts import COUNTED, YEAR, Deployment, ask
from dashboard.views.territories.deployment.maps import year_map
from dashboard.views.territories.regions import region_key

_OPENING = "opening"

AMONG_THEM = "dont premières inscriptions"


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """One small map a year, the regions of the year's extension outlined."""
    deployment = Deployment(scene, tables)
    first, noun = deployment.first_only, deployment.noun
    return Content(
        title="Déploiement du partenariat, année par année",
        base=deployment.base,
        population=FIRST_ONLY if first else EACH_YEAR,
        chart=SmallMaps(
            deployment.layer.map,
            tuple(year_map(deployment, year) for year in deployment.drawn),
            deployment.classes,
            count_labels(deployment.classes, count),
            deployment.coverage.without,
            new(noun),
            boxed_words(deployment.layer),
            "aucun, ou trop peu" if scene.dataset_info.rounded else "aucun",
        ),
        data_table=DataTable(
            (noun.singular, "année universitaire", "ouverture"),
            "premières inscriptions" if first else "inscrits",
            tuple(row for year in deployment.years for row in _rows(deployment, year)),
            (*(() if first else (AMONG_THEM,)), deployment.unit.several("financé")),
        ),
        reading=_reading(deployment),
        alternative=_alternative(deployment),
        source=scene.vocabulary.codebook.study.source_enrolment,
        notes=_notes(deployment),
        nothing="Aucun bénéficiaire dans cette sélection.",
    )


def _notes(deployment: Deployment) -> tuple[str, ...]:
    """What "new" means, and who is on no map."""
    noun, vocabulary = deployment.noun, deployment.scene.vocabulary
    people = deployment.beneficiaries
    regions = {code: number for code, number in people.items() if code in deployment.codes}
    return (
        _what_new_means(noun),
        *_years_of_nobody(deployment),
        *unmapped_note(deployment.layer, regions, vocabulary),
        *unknown_notes(deployment.where, people, vocabulary),
    )


def _years_of_nobody(deployment: Deployment) -> tuple[str, ...]:
    """The years that have no map."""
    years = [year for year in deployment.years if year not in deployment.drawn]
    if not years:
        return ()
    nobody = "de première inscription" if deployment.first_only else "d'inscrits"
    return (f"Sans carte, faute {nobody} dans cette sélection : {listed(years)}.",)


def _what_new_means(noun: Noun) -> str:
    one = f"{'Une' if noun.feminine else 'Un'} {noun.singular} est {noun.agreeing('dit')}"
    return (
        f"{one} {new(noun)} l'année où le partenariat y compte ses premiers inscrits, "
        "toutes personnes confondues : les filtres n'y changent rien."
    )


def _rows(deployment: Deployment, year: str) -> list[Row]:
    where = deployment.where
    rows = [
        Row(
            (
                region_key(deployment.scene, where, region),
                Key(YEAR, year, year),
                _opening(deployment, year, region),
            ),
            deployment.people(year, region),
            None,
            _measures(deployment, year, region),
            deployment.click(region),
        )
        for region in (*deployment.open_in(year), *deployment.covered_in(year))
    ]
    keys = (total_along(where), Key(YEAR, year, year), total_along(_OPENING, ""))
    return [*rows, Row(keys, deployment.people(year), None, _measures(deployment, year))]


def _measures(deployment: Deployment, year: str, region: str = "") -> tuple[int, ...]:
    """How many of the people enrolled came for the first time, where others are counted too; and their units."""
    units = deployment.units(year, region)
    if deployment.first_only:
        return (units,)
    return (deployment.people(year, region, rank="first"), units)


def _opening(deployment: Deployment, year: str, region: str) -> Key:
    """Whether the first people of the region came that year, or before; or none yet, although it is covered."""
    if region in deployment.covered_in(year):
        return Key(_OPENING, "covered", deployment.coverage.covered_without)
    if deployment.is_new(year, region):
        return Key(_OPENING, "new", new(deployment.noun))
    return Key(_OPENING, "earlier", f"déjà {deployment.noun.agreeing('couvert')}")


def _reading(deployment: Deployment) -> str:
    """The last year with anybody, and where most of its people live."""
    year = next((y for y in reversed(deployment.years) if _has_number(deployment, y)), None)
    if year is None:
        return ""
    told = [code for code in deployment.open_in(year) if is_told(deployment.people(year, code))]
    region = max(told, key=lambda code: deployment.people(year, code))
    people, everywhere = deployment.people(year, region), deployment.people(year)
    verb = "est inscrit" if people == 1 else "sont inscrits"
    if deployment.first_only:
        verb += " pour la première fois"
    return (
        f"En {year}, {counted(people, 'bénéficiaire')} {verb} "
        f"{in_region(deployment.region(region), deployment.noun)}, "
        f"sur {count(everywhere)} au total."
    )


def _has_number(deployment: Deployment, year: str) -> bool:
    """Whether anybody may be told of in that year: in all regions, and in one of them."""
    regions = [deployment.people(year, code) for code in deployment.open_in(year)]
    numbers = [number for number in regions if is_told(number)]
    return bool(is_told(deployment.people(year)) and any(numbers))


def _alternative(deployment: Deployment) -> str:
    steps = []
    for year in deployment.years:
        opened = [deployment.region(region).label for region in deployment.new_in(year)]
        word = new(deployment.noun, many=len(opened) != 1)
        added = f" ; {word} : {listed(opened)}" if opened and deployment.people(year) else ""
        steps.append(f"{year}, {deployment.in_words(deployment.people(year))}{added}")
    of_france = " de France" if deployment.layer.shapes else ""
    return (
        f"Petites cartes{of_france}, une par année universitaire. {'. '.join(map(capital, steps))}."
    )


VIEW = View(
    name="deploiement",
    page=TERRITORIES,
    place=1,
    title="Déploiement année par année",
    ask=ask,
    tell=tell,
    switches=(COUNTED,),
    height=380,
    canvas=Canvas("clamp(340px, 26vw, 500px)", "620px", spread=True),
    wide=True,
    needs=(region_map,),
)
