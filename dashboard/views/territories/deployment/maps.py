"""What does the map of one year show: its title, and each region on it and under the mouse?"""

from __future__ import annotations

import re

from dashboard.content.charts.rich_text import Piece, RichText, bold, rich
from dashboard.content.charts.small_maps import SmallMap, SmallPlace
from dashboard.text.numbers import count
from dashboard.text.words import capital, counted
from dashboard.views.territories.deployment.counts import Deployment
from dashboard.views.territories.regions import REGION, region_click, region_named

_SHORT_LINE = re.compile(r"(?<=,) |(?<=première) |(?<=premières) ")
"""Where a line is broken that stands beside its map in a room: there is width for two words."""


def year_map(deployment: Deployment, year: str) -> SmallMap:
    codes = deployment.scene.vocabulary.codes(REGION)
    places = tuple(_place(deployment, year, region) for region in codes)
    return SmallMap(year, _subtitle(deployment, year), places)


def _subtitle(deployment: Deployment, year: str) -> RichText:
    """How many people, then how far the partnership had spread."""
    here, new = deployment.open_in(year), deployment.new_in(year)
    people = deployment.people(year)
    covered = counted(len(here), "région", feminine=True)
    lines = [deployment.in_words(people)]
    # How far the partnership had spread tells nothing of a selection that has nobody enrolled that year.
    if people and deployment.scene.medium == "phone":
        lines = [f"{count(people)} · {covered}"]
    elif people and 0 < len(new) < len(here):
        extended = counted(len(new), "nouvelle", feminine=True)
        lines.append(f"{covered}, dont {extended}")
    elif people:
        lines.append(covered)
    if deployment.scene.medium == "room":
        return rich(*(short for line in lines for short in _SHORT_LINE.split(line)))
    return rich(*lines)


def _place(deployment: Deployment, year: str, region: str) -> SmallPlace:
    name: list[Piece] = [bold(region_named(deployment.scene, region).label), f", {year}"]
    since = deployment.since.get(region)
    if since is None or since > year:
        return SmallPlace(region, "uncovered", hover=rich(name, "Région non couverte"))
    click = region_click(region)
    if region not in deployment.inside:
        return SmallPlace(region, "outside", hover=rich(name, "Hors de la sélection"), click=click)
    people, new = deployment.people(year, region), deployment.is_new(year, region)
    units = deployment.units(year, region)
    hover = rich(
        name,
        capital(deployment.in_words(people)),
        f"dont {count(deployment.people(year, region, rank='first'))} pour la première fois",
        capital(counted(units, "UE financée", "UE financées", feminine=True)),
        *(["Nouvelle région"] if new else []),
    )
    label = count(people) if people else ""
    return SmallPlace(region, "shown", people, label, hover, click, is_new=new)
