"""Where did the partnership reach people, year after year? (study, carte 1)"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.charts.classes import count_labels
from dashboard.content.charts.small_maps import SmallMaps
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Key, Row, total_along
from dashboard.content.page import TERRITORIES
from dashboard.content.view import Canvas, Scene, View
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import count
from dashboard.text.words import counted, listed
from dashboard.views.territories.deployment.counts import COUNTED, YEAR, Deployment, ask
from dashboard.views.territories.deployment.maps import year_map
from dashboard.views.territories.regions import REGION, region_click, region_key, region_named

NEW = (
    "Une région est dite nouvelle l'année où le partenariat y compte ses premiers inscrits, "
    "toutes personnes confondues : les filtres n'y changent rien."
)
_OPENING = "opening"


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """One small map a year, the regions of the year's extension outlined."""
    deployment = Deployment(scene, tables)
    first = deployment.first_only
    return Content(
        title="Déploiement du partenariat, année par année",
        base=tables["beneficiaries"].total(),
        population="bénéficiaires, comptés l'année de leur première inscription"
        if first
        else "bénéficiaires, comptés une fois dans chaque année universitaire où ils sont inscrits",
        chart=SmallMaps(
            "study",
            tuple(year_map(deployment, year) for year in deployment.years),
            deployment.classes,
            count_labels(deployment.classes, count),
        ),
        data_table=DataTable(
            ("région", "année universitaire", "ouverture"),
            "premières inscriptions" if first else "inscrits",
            tuple(row for year in deployment.years for row in _rows(deployment, year)),
            ("dont premières inscriptions", "UE financées"),
        ),
        reading=_reading(deployment),
        alternative=_alternative(deployment),
        source=scene.vocabulary.codebook.study.source_enrolment,
        notes=(NEW,),
        nothing="Aucun bénéficiaire dans cette sélection.",
    )


def _rows(deployment: Deployment, year: str) -> list[Row]:
    rows = [
        Row(
            (
                region_key(deployment.scene, region),
                Key(YEAR, year, year),
                _opening(deployment, year, region),
            ),
            deployment.people(year, region),
            None,
            (deployment.people(year, region, rank="first"), deployment.units(year, region)),
            region_click(region),
        )
        for region in deployment.open_in(year)
    ]
    keys = (total_along(REGION), Key(YEAR, year, year), total_along(_OPENING, ""))
    measures = (deployment.people(year, rank="first"), deployment.units(year))
    return [*rows, Row(keys, deployment.people(year), None, measures)]


def _opening(deployment: Deployment, year: str, region: str) -> Key:
    """Whether the region opened that year, or before."""
    if deployment.is_new(year, region):
        return Key(_OPENING, "new", "nouvelle")
    return Key(_OPENING, "earlier", "déjà couverte")


def _reading(deployment: Deployment) -> str:
    """The last year with anybody, and where most of its people live."""
    year = next((y for y in reversed(deployment.years) if deployment.people(y)), None)
    if year is None:
        return ""
    region = max(deployment.open_in(year), key=lambda code: deployment.people(year, code))
    people, everywhere = deployment.people(year, region), deployment.people(year)
    verb = "est inscrit" if people == 1 else "sont inscrits"
    if deployment.first_only:
        verb += " pour la première fois"
    return (
        f"En {year}, {counted(people, 'bénéficiaire')} {verb} "
        f"{region_named(deployment.scene, region).locative}, "
        f"sur {count(everywhere)} au total."
    )


def _alternative(deployment: Deployment) -> str:
    steps = []
    for year in deployment.years:
        new = [region_named(deployment.scene, region).label for region in deployment.new_in(year)]
        word = "nouvelle" if len(new) == 1 else "nouvelles"
        added = f", {word} : {listed(new)}" if new and deployment.people(year) else ""
        steps.append(f"{year}, {deployment.in_words(deployment.people(year))}{added}")
    return f"Petites cartes de France, une par année universitaire : {' ; '.join(steps)}."


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
)
