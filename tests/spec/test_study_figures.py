"""Do the files that a reader takes away agree with the figures that the study prints?"""

import csv
from io import StringIO

import pytest

from dashboard.exhibits.composition import compose
from dashboard.outputs.csv import write_csv
from dashboard.publication import Publication
from dashboard.views.registry import view_named
from dashboard.web.pages import read

COHORTS = ("2012-2013", "2013-2014", "2014-2015", "2015-2016", "2016-2017")

ANNEXE_I = """
    Alsace                   0   38   25   33   32   128
    Aquitaine                0    0   19   29   30    78
    Bretagne                 0    0    0   29    9    38
    Centre                   0   17   13   17    8    55
    Franche-Comté            0    4    3    3    0    10
    Hauts-de-France          0    0    0    0   44    44
    Île-de-France            0    0    3   10   44    57
    Languedoc-Roussillon     0   60   29   16   13   118
    Limousin                 0    0    0    0    4     4
    Midi-Pyrénées            0    0    0    0    5     5
    Normandie                0    0    0    0   11    11
    Pays_de_la_Loire         0   74   55   58   56   243
    Poitou-Charentes         0    0    3   19   11    33
    Rhône-Alpes             28   52   33   44   63   220
    Ensemble                28  245  183  258  330  1044
"""
PRINTED = {
    line.split()[0].replace("_", " "): [int(cell) for cell in line.split()[1:]]
    for line in ANNEXE_I.strip().splitlines()
}
REGIONS = [region for region in PRINTED if region != "Ensemble"]


def exported(view: str, search: str, publication: Publication) -> list[dict[str, str]]:
    """The lines of the CSV file of one view."""
    address = read(search, publication)
    assert address.problems == ()
    file = write_csv(compose(view_named(view), address, publication)).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(file, newline=""), delimiter=";"))


def key_figure(name: str, search: str, publication: Publication) -> dict[str, str]:
    lines = exported("chiffres-cles", search, publication)
    return next(line for line in lines if line["indicateur"] == name)


@pytest.mark.parametrize("column", range(6), ids=[*COHORTS, "ensemble"])
def test_beneficiaries_by_region_and_cohort_are_those_of_annexe_i(
    column: int, publication: Publication
) -> None:
    search = f"?promotion={COHORTS[column]}" if column < len(COHORTS) else ""
    lines = exported("carte", search, publication)
    covered = [line for line in lines if line["couverture"] == "couverte"]
    counts = {line["région"]: int(line["effectif"]) for line in covered}
    assert counts == {region: PRINTED[region][column] for region in REGIONS}
    assert {int(line["base"]) for line in covered} == {PRINTED["Ensemble"][column]}


def test_regions_without_enrolment_are_a_zero_where_they_are_covered_alone(
    publication: Publication,
) -> None:
    # The study: the whole country is covered from 2016-2017 on.
    lines = exported("carte", "", publication)
    open_ones = [line for line in lines if line["couverture"] == "couverte, aucune inscription"]
    assert len(open_ones) == len(lines) - len(REGIONS) > 0
    assert {(line["effectif"], line["part"]) for line in open_ones} == {("0", "0")}
    before = exported("carte", "?carte.annee=2015-2016", publication)
    closed = [line for line in before if line["couverture"] == "non couverte"]
    assert len(closed) == 10
    assert {(line["effectif"], line["base"], line["part"]) for line in closed} == {("", "", "")}


def test_regions_are_listed_from_the_most_beneficiaries(publication: Publication) -> None:
    lines = exported("carte", "", publication)
    listed = [line["région"] for line in lines if line["couverture"] == "couverte"]
    assert listed[:3] == ["Pays de la Loire", "Rhône-Alpes", "Alsace"]
    people = [PRINTED[region][5] for region in listed]
    assert people == sorted(people, reverse=True)


def test_annexe_i_adds_up_as_printed() -> None:
    for column in range(6):
        assert sum(PRINTED[region][column] for region in REGIONS) == PRINTED["Ensemble"][column]
    for cells in PRINTED.values():
        assert sum(cells[:5]) == cells[5]


@pytest.mark.parametrize(("figure", "count"), [("Bénéficiaires", "1044"), ("UE financées", "2645")])
def test_the_population_of_the_study(figure: str, count: str, publication: Publication) -> None:
    assert key_figure(figure, "", publication)["effectif"] == count


@pytest.mark.parametrize(
    ("cohort", "respondents", "asked"),
    [
        ("2013-2014", 142, 245),
        ("2014-2015", 146, 183),
        ("2015-2016", 208, 258),
        ("2016-2017", 236, 330),
    ],
)
def test_respondents_by_cohort(
    cohort: str, respondents: int, asked: int, publication: Publication
) -> None:
    line = key_figure("Taux de réponse", f"?promotion={cohort}", publication)
    assert (line["effectif"], line["base"]) == (str(respondents), str(asked))


def test_the_cohort_enrolled_before_the_survey_has_no_response_rate(
    publication: Publication,
) -> None:
    line = key_figure("Taux de réponse", "?promotion=2012-2013", publication)
    assert (line["effectif"], line["base"], line["part"]) == ("", "", "")


def arrivals(step: str, search: str, publication: Publication) -> dict[str, int]:
    """How many people arrive in each status at the end of one step of the Sankey."""
    counts: dict[str, int] = {}
    for line in exported("statut", search, publication):
        if line["étape"] == step:
            status = line["situation à l'arrivée"]
            counts[status] = counts.get(status, 0) + int(line["effectif"])
    return counts


SALARIED, SELF_EMPLOYED = "En emploi salarié", "Indépendant, chef d'entreprise"
SEARCHING = "En recherche d'emploi"
OTHERS = ("En étude", "Inactif", "Sans information")


@pytest.mark.parametrize(
    ("cohort", "salaried", "self_employed", "searching", "others"),
    [
        # Annexes III to VI. Others: studying, inactive, without information.
        ("2013-2014", 41, 4, 68, [5, 2, 22]),
        ("2016-2017", 64, 9, 139, [7, 11, 6]),
    ],
)
def test_status_at_t1(
    cohort: str,
    salaried: int,
    self_employed: int,
    searching: int,
    others: list[int],
    publication: Publication,
) -> None:
    assert arrivals("T0 → T1", f"?promotion={cohort}", publication) == {
        SALARIED: salaried,
        SELF_EMPLOYED: self_employed,
        SEARCHING: searching,
        **dict(zip(OTHERS, others, strict=True)),
    }


def test_status_at_t1_of_2014_2015_where_the_others_are_printed_together(
    publication: Publication,
) -> None:
    counts = arrivals("T0 → T1", "?promotion=2014-2015", publication)
    assert (counts[SALARIED], counts[SELF_EMPLOYED], counts[SEARCHING]) == (38, 5, 91)
    assert sum(counts[status] for status in OTHERS) == 12


@pytest.mark.parametrize(
    ("cohort", "at_t1", "and_t2", "and_t3"),
    [("2013-2014", 45, 30, 20), ("2014-2015", 43, 19, 6), ("2015-2016", 86, 55, None)],
)
def test_those_employed_at_t1_are_followed_by_a_path(
    cohort: str, at_t1: int, and_t2: int, and_t3: int | None, publication: Publication
) -> None:
    path = f"?promotion={cohort}&situation.T1=en-emploi-salarie,independant-chef-d-entreprise"
    assert sum(arrivals("T0 → T1", path, publication).values()) == at_t1
    for step, static_html in (("T1 → T2", and_t2), ("T2 → T3", and_t3)):
        counts = arrivals(step, path, publication)
        if static_html is None:
            assert counts == {"Pas encore interrogé": at_t1}
        else:
            assert counts.get(SALARIED, 0) + counts.get(SELF_EMPLOYED, 0) == static_html


@pytest.mark.parametrize(
    ("cohort", "wave", "percent"),
    [
        # Figure 5, the points that the text quotes.
        ("2014-2015", "T1", 29),
        ("2015-2016", "T1", 41),
        ("2014-2015", "T2", 34),
        ("2015-2016", "T2", 48),
    ],
)
def test_share_employed(cohort: str, wave: str, percent: int, publication: Publication) -> None:
    line = key_figure(f"En emploi à {wave}", f"?promotion={cohort}", publication)
    assert round(float(line["part des répondants (%)"].replace(",", "."))) == percent


@pytest.mark.parametrize(
    ("view", "code", "at_t0", "same"),
    [
        ("csp", "Employés", 56, 60),  # figure 7
        ("secteur", "Commerce, transport et services divers", 43, 46),  # figure 8
    ],
)
def test_occupation_and_sector_before_and_after(
    view: str, code: str, at_t0: int, same: int, publication: Publication
) -> None:
    subject = {"csp": "catégorie", "secteur": "secteur"}[view]
    departure, arrival = f"{subject} au départ", f"{subject} à l'arrivée"
    people = exported(view, "", publication)
    known = [line for line in people if line[departure] not in ("Sans information", "Sans emploi")]
    total = sum(int(line["effectif"]) for line in known)
    of_code = sum(int(line["effectif"]) for line in known if line[departure] == code)
    assert round(100 * of_code / total) == at_t0
    both = exported(view, f"?{view}.base=deux-emplois", publication)
    unchanged = sum(int(line["effectif"]) for line in both if line[departure] == line[arrival])
    assert round(100 * unchanged / int(both[0]["base"])) == same
