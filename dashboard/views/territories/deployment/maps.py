"""What does the map of one year show: its title, and each region on it and under the mouse?"""

from __future__ import annotations

import re

from dashboard.content.charts.rich_text import Piece, RichText, bold, rich
from dashboard.content.charts.small_maps import SmallMap, SmallPlace
from dashboard.domain.counts import SUPPRESSED_TEXT, is_told
from dashboard.text.numbers import count
from dashboard.text.words import UNTOLD_NUMBER, capital, counted
from dashboard.views.kit.regions import new, new_one
from dashboard.views.territories.deployment.counts import Deployment

_SHORT_LINE = re.compile(r"(?<=,) |(?<=première) |(?<=premières) ")
"""Where a line is broken that stands beside its map in a room: there is width for two words."""


def year_map(deployment: Deployment, year: str) -> SmallMap:
    """The map of one year: the regions that have an outline, and those at its edge."""
    places = tuple(
        _place(deployment, year, region)
        for region in deployment.codes
        if region in deployment.layer.on_map
    )
    return SmallMap(year, _subtitle(deployment, year), places)


def _subtitle(deployment: Deployment, year: str) -> RichText:
    """How many people, then how far the partnership had spread."""
    here, opened = deployment.open_in(year), deployment.new_in(year)
    people, noun = deployment.people(year), deployment.noun
    covered = f"{_at_least(deployment, year)}{noun.counted(len(here))}"
    lines = [deployment.in_words(people)]
    if deployment.scene.medium == "phone":
        lines = [f"{count(people)} · {covered}"]
    elif 0 < len(opened) < len(here):
        extended = counted(len(opened), new(noun), new(noun, many=True))
        lines.append(f"{covered}, dont {extended}")
    else:
        lines.append(covered)
    if deployment.scene.medium == "room":
        return rich(*(short for line in lines for short in _SHORT_LINE.split(line)))
    return rich(*lines)


def _at_least(deployment: Deployment, year: str) -> str:
    """`au moins ` where covered regions are told to have nobody, or too few: any of them may be one more."""
    uncertain = deployment.coverage.rounded and deployment.covered_in(year)
    return "au moins " if uncertain else ""


def _place(deployment: Deployment, year: str, region: str) -> SmallPlace:
    noun = deployment.noun
    name: list[Piece] = [bold(deployment.region(region).label), f", {year}"]
    since = deployment.since.get(region)
    if since is None or since > year:
        return _without_enrolment(deployment, year, region, name)
    click = deployment.click(region)
    if region not in deployment.inside:
        return SmallPlace(region, "outside", hover=rich(name, "Hors de la sélection"), click=click)
    people, is_new = deployment.people(year, region), deployment.is_new(year, region)
    units = deployment.units(year, region)
    if not is_told(people):
        hover = rich(name, capital(UNTOLD_NUMBER))
        return SmallPlace(region, "suppressed", 0, SUPPRESSED_TEXT, hover, click, is_new=is_new)
    again = []
    if not deployment.first_only and is_told(
        first := deployment.people(year, region, rank="first")
    ):
        again.append(f"dont {count(first)} pour la première fois")
    hover = rich(
        name,
        capital(deployment.in_words(people)),
        *again,
        *([capital(deployment.unit.counted(units, "financé"))] if is_told(units) else []),
        *([capital(new_one(noun))] if is_new else []),
    )
    label = count(people) if people else ""
    return SmallPlace(region, "shown", people, label, hover, click, is_new=is_new)


def _without_enrolment(
    deployment: Deployment, year: str, region: str, name: list[Piece]
) -> SmallPlace:
    """A region where nobody has enrolled yet: whether it is covered is another question."""
    coverage = deployment.coverage
    if region in deployment.covered_in(year):
        said = coverage.of_region(coverage.covered_without)
        return SmallPlace(region, "shown", hover=rich(name, said))
    if deployment.coverage.covers(region, year):
        return SmallPlace(region, "outside", hover=rich(name, "Hors de la sélection"))
    said = coverage.of_region(coverage.without)
    return SmallPlace(region, "uncovered", hover=rich(name, said))
