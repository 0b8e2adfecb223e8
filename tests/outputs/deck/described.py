"""Small descriptions of every kind of chart, made by hand for the tests of slides."""

from __future__ import annotations

from dashboard.content.charts import (
    Chart,
    Distributions,
    Dots,
    FlowDiagram,
    GroupedBars,
    Lines,
    Matrix,
    Pyramid,
    RegionMap,
    SmallMaps,
    StackedBars,
    Tiles,
)
from dashboard.content.charts.classes import Classes
from dashboard.content.charts.datum import Datum, Series
from dashboard.content.charts.distributions import Distribution, DistributionPoint
from dashboard.content.charts.dots import DotRow, Reference
from dashboard.content.charts.flows import FlowLink, FlowNode
from dashboard.content.charts.lines import LineSeries
from dashboard.content.charts.matrix import MatrixCell
from dashboard.content.charts.region_map import MapLegend, Place
from dashboard.content.charts.rich_text import bold, rich
from dashboard.content.charts.small_maps import SmallMap, SmallPlace
from dashboard.content.charts.tiles import Tile
from dashboard.outputs.layout.geography import regions
from tests.support.outlines import STUDY

GREEN, BLUE, GREY = "#46936c", "#1f5f9e", "#d9dde2"


def dots() -> Dots:
    """Three groups in three fifths of whom the whole is: one apart, one not, one of which nothing is known."""
    rows = (
        DotRow("Femmes", Datum(70.0, "70 %", rich(bold("Femmes"), "7 sur 10"), interval=(60, 80))),
        DotRow("Hommes", Datum(50.0, "50 %", rich("Hommes"), interval=(30, 70)), conclusive=False),
        DotRow("Autres", Datum(None, "–", rich("Autres"))),
    )
    return Dots(rows, BLUE, Reference(60.0, "ensemble : 60 %"), axis_title="Part en emploi")


def distributions() -> Distributions:
    """Two cohorts: most had one unit in the first, as many had one as had three in the second."""
    return Distributions(
        (
            Distribution(
                rich("2013-2014", "n = 100"),
                (
                    DistributionPoint(1, 80.0, "80 %", rich("1 UE")),
                    DistributionPoint(2, 20.0, "20 %", rich("2 UE")),
                ),
                mean=1.2,
                median=1,
                mean_label="",
                text=rich([bold("1,2"), " en moyenne"], "de 1 à 2 UE"),
            ),
            Distribution(
                rich("2014-2015", "n = 10"),
                (
                    DistributionPoint(1, 50.0, "50 %", rich("1 UE, la seconde")),
                    DistributionPoint(3, 50.0, "50 %", rich("3 UE")),
                ),
                mean=2.0,
                median=2,
                mean_label="2,0",
                text=rich([bold("2,0"), " en moyenne"], "de 1 à 3 UE"),
            ),
        ),
        GREEN,
        "UE par bénéficiaire",
    )


def flows() -> FlowDiagram:
    """Ten people: eight in work, of whom two answer nothing later, and two who search, and find work."""
    return FlowDiagram(
        steps=(rich("T1"), rich("T2", "10 répondants")),
        nodes=(
            FlowNode(0, "job", "En emploi", "8", GREEN, 8, hover=rich("T1 : en emploi")),
            FlowNode(0, "searching", "En recherche", "2", BLUE, 2, hover=rich("T1 : recherche")),
            FlowNode(1, "job", "En emploi", "8", GREEN, 8, hover=rich("T2 : en emploi")),
            FlowNode(
                1,
                "none",
                "Sans réponse",
                "2",
                GREY,
                2,
                absent=True,
                hover=rich("T2 : sans réponse"),
            ),
        ),
        links=(
            FlowLink(0, 2, 6, rich("6 restent")),
            FlowLink(0, 3, 2, rich("2 se taisent")),
            FlowLink(1, 2, 2, rich("2 trouvent")),
        ),
        weight=10,
    )


def region_map() -> RegionMap:
    """People in the first three regions of the study; the fourth is outside, the last not covered, the rest empty."""
    codes = [region.code for region in regions(STUDY)]
    people = {codes[0]: 10, codes[1]: 40, codes[2]: 20}
    places = []
    for region in regions(STUDY):
        hover = rich(bold(region.name))
        if region.code in people:
            number = people[region.code]
            places.append(
                Place(region.code, "shown", region.name, number, number, str(number), hover)
            )
        elif region.code == codes[3]:
            places.append(Place(region.code, "outside", hover=hover))
        elif region.code == codes[-1]:
            places.append(Place(region.code, "uncovered", hover=hover))
        else:
            places.append(Place(region.code, "empty", hover=hover))
    legend = MapLegend(
        "Bénéficiaires", ("1 à 19", "20 et plus"), "UE financées", "UE", 40, ((20, "20"), (5, "5"))
    )
    return RegionMap(STUDY, tuple(places), Classes((1.0, 20.0)), legend)


def small_maps() -> SmallMaps:
    """Two years: the first region is there from the first on, the second is new in the second."""
    codes = [region.code for region in regions(STUDY)]

    def year(title: str, people: dict[str, int], new: str) -> SmallMap:
        places = tuple(
            SmallPlace(
                code, "shown", people[code], str(people[code]), rich(code), is_new=code == new
            )
            if code in people
            else SmallPlace(code, "uncovered", hover=rich(code))
            for code in codes
        )
        return SmallMap(title, rich(f"{sum(people.values())} bénéficiaires"), places)

    maps = (
        year("2013-2014", {codes[0]: 5}, codes[0]),
        year("2014-2015", {codes[0]: 5, codes[1]: 500}, codes[1]),
    )
    return SmallMaps(
        STUDY, maps, Classes((1.0, 10.0, 50.0, 100.0, 500.0)), ("1", "10", "50", "100", "500")
    )


def tiles() -> Tiles:
    """Five figures: one more than stand side by side."""
    base = "247 sur 732 répondants, dont 46 sans réponse à la question"
    first = Tile("Taux de réponse", "34 %", base)
    return Tiles((first, *(Tile(f"Chiffre {i}", str(i), "bénéficiaires") for i in range(2, 6))))


def _series(*values: float) -> tuple[Series, ...]:
    return (
        Series("Femmes", GREEN, tuple(Datum(value, f"{value:.0f} %") for value in values)),
        Series("Hommes", BLUE, tuple(Datum(100 - v, f"{100 - v:.0f} %") for v in values)),
    )


def every_kind() -> dict[str, Chart]:
    """A chart of each kind, by the name of its class."""
    categories = (rich("2013-2014"), rich("2014-2015"))
    series = _series(40, 60)
    line = LineSeries("Femmes", GREEN, series[0].data)
    cells = ((MatrixCell(3, rich("3")), MatrixCell(None, rich("–"))),)
    charts: tuple[Chart, ...] = (
        StackedBars(categories, series, "percent"),
        GroupedBars(categories, series, "percent"),
        Lines(categories, (line,)),
        Pyramid(("moins de 30 ans", "30 ans et plus"), series[0], series[1]),
        Matrix((rich("Bac"),), (rich("Licence"), rich("Master")), cells),
        dots(),
        distributions(),
        flows(),
        region_map(),
        small_maps(),
        tiles(),
    )
    return {type(chart).__name__: chart for chart in charts}
