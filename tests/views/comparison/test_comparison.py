"""Are two selections compared only where the comparison means something?"""

import pytest

from dashboard.content.charts.dots import Dots
from dashboard.content.notes import Concern, foremost
from dashboard.domain.address import Address
from dashboard.domain.codebook import Word
from dashboard.exhibits.composition import compose
from dashboard.views.comparison.start import offers
from dashboard.views.comparison.view import COMPARED, VIEW
from dashboard.views.comparison.words import NOT_COMPARED
from dashboard.views.kit.verdicts import INCONCLUSIVE, TOO_SILENT, UNTESTED
from dashboard.views.registry import view_named, views
from tests.studies.studies import study
from tests.support.exhibits import composed, opened, plain
from tests.support.retold import changed, retold, with_variables
from tests.views.comparison.compared import COHORTS, compared, line, line_of


def test_each_line_holds_both_shares_and_their_difference() -> None:
    exhibit = compared("?promotion=2013-2014&b.promotion=2014-2015")
    row = line(exhibit, "T0 → T1", "Demandeur d'emploi", "En recherche d'emploi")
    # Study, annexes III a and IV a: 68 of 142, 91 of 146.
    assert row.measures[:2] == (91, 146)
    assert row.measures[3:5] == (68, 142)
    assert row.measures[6] == pytest.approx(100 * (91 / 146 - 68 / 142), abs=0.01)
    low, high = row.measures[7:]
    assert low is not None
    assert high is not None
    assert low < 100 * (91 / 146 - 68 / 142) < high


def test_the_base_is_everybody_of_either_side() -> None:
    exhibit = compared("?promotion=2013-2014&b.promotion=2014-2015")
    assert exhibit.content.base == 142 + 146


def test_groups_that_share_people_are_never_said_to_differ() -> None:
    exhibit = compared("?genre=F&b.promotion=2015-2016")
    assert "des deux côtés" in plain(" ".join(exhibit.content.notes))
    verdicts = {row.labels[-1] for row in exhibit.content.data_table.rows}
    assert verdicts == {UNTESTED, NOT_COMPARED}


def test_groups_that_share_people_have_no_interval_anywhere() -> None:
    content = compared("?genre=F&b.promotion=2015-2016").content
    assert all(row.measures[7:] == (None, None) for row in content.data_table.rows)
    assert "à 95 %" not in plain(content.reading)
    assert isinstance(content.chart, Dots)
    assert all(row.datum.interval is None for row in content.chart.rows)


def test_a_wave_that_one_side_has_not_reached_is_no_zero() -> None:
    content = compared("?promotion=2013-2014&b.promotion=2015-2016&comparer.vue=emploi")
    row = line(content, "T3 30-36\xa0mois")
    assert row.labels[-1] == NOT_COMPARED
    assert row.measures[:3] == row.measures[6:] == (None, None, None)
    flows = compared("?promotion=2013-2014&b.promotion=2015-2016").content.data_table.rows
    assert {row.labels[-1] for row in flows if row.labels[0] == "T2 → T3"} == {NOT_COMPARED}


@pytest.mark.parametrize(
    ("search", "why"),
    [
        ("?promotion=2012-2013,2013-2014&b.promotion=2016-2017&comparer.vue=niveaux", "moitié"),
        ("?promotion=2013-2014&b.promotion=2016-2017&comparer.vue=cadres", "connu de personne"),
        ("?genre=F&b.genre=H&comparer.vue=genre-age", "Rien à comparer ici"),
        (
            "?age=30-39&b.age=40-49&comparer.vue=genre-age&genre-age.figure=pyramide",
            "Rien à comparer ici",
        ),
        (
            "?age=30-39&comparer.vue=genre-age&genre-age.figure=pyramide",
            "Rien à comparer ici",
        ),
        (
            "?promotion=2012-2013&b.promotion=2015-2016&comparer.vue=emploi",
            "vide pour A (Promotion 2012-2013). La",
        ),
        ("?genre=F&b.genre=H&comparer.vue=deploiement", "ne montre pas de parts"),
    ],
)
def test_why_there_is_nothing_to_compare(search: str, why: str) -> None:
    assert why in plain(compared(search).content.nothing)


@pytest.mark.parametrize(
    ("search", "labels"),
    [
        (
            "?promotion=2013-2014&b.promotion=2015-2016&comparer.vue=emploi-groupes",
            ("Durée de chômage", "Demandeurs d'emploi de longue durée"),
        ),
        ("?genre=F&b.region=bretagne&comparer.vue=emploi-groupes", ("Genre", "Hommes")),
        ("?promotion=2013-2014&b.promotion=2016-2017&comparer.vue=carte", ("Hauts-de-France",)),
        ("?genre=F&b.genre=H&comparer.vue=genre-age", ("2013-2014", "Femmes")),
        ("?genre=F&b.region=bretagne&comparer.vue=carte", ("Bretagne",)),
        ("?genre=F&b.region=bretagne&comparer.vue=carte&carte.decoupage=2016", ("Bretagne",)),
    ],
)
def test_what_a_group_cannot_have_is_not_compared(search: str, labels: tuple[str, ...]) -> None:
    assert line(compared(search), *labels).labels[-1] == NOT_COMPARED


def test_nobody_is_counted_where_a_group_could_have_been() -> None:
    content = compared("?promotion=2013-2014&b.promotion=2015-2016&comparer.vue=unites")
    assert line(content, "5 UE").measures[3:5] == (0, 245)


@pytest.mark.parametrize("view", ["equipes", "niveaux", "modalites"])
def test_units_are_never_tested(view: str) -> None:
    content = compared(f"?promotion=2014-2015&b.promotion=2015-2016&comparer.vue={view}").content
    assert {row.labels[-1].removesuffix(" △") for row in content.data_table.rows} == {UNTESTED}
    assert "indépendantes" in " ".join(content.notes)


def test_a_small_base_is_reported_and_never_concluded_from() -> None:
    row = line(
        compared("?promotion=2013-2014&b.promotion=2015-2016&comparer.vue=contrats"),
        *("T0 → T1", "Contrat stable", "Contrat stable"),
    )
    assert row.measures[4] == 15
    assert row.labels[-1] == f"{UNTESTED} △"


@pytest.mark.parametrize(
    "search",
    [
        "?promotion=2012-2013&b.promotion=2016-2017&comparer.vue=unites&unites.annees=toutes",
        "?genre=F&b.region=bretagne&comparer.vue=deploiement",
        "?promotion=2013-2014&b.promotion=2014-2015&comparer.vue=cadres",
        "?genre=F&b.genre=H&comparer.vue=genre-age",
    ],
)
def test_where_no_line_can_be_compared_it_says_why(search: str) -> None:
    exhibit = compared(search)
    assert exhibit.empty
    assert exhibit.content.nothing


def test_everybody_is_not_compared_with_everybody() -> None:
    exhibit = compared("")
    assert exhibit.empty
    assert "même sélection" in exhibit.content.nothing
    assert exhibit.content.offers[0].label == "Femmes et hommes"


def test_what_is_offered_can_be_compared() -> None:
    for offer in compared("").content.offers:
        address = Address(offer.selection, other=offer.other)
        assert not compose(view_named("comparer"), address, opened()).empty


def test_an_absence_of_information_is_never_compared() -> None:
    exhibit = compared("?promotion=2014-2015&b.promotion=2015-2016")
    absent = [r for r in exhibit.content.data_table.rows if "Pas encore interrogé" in r.labels]
    assert {row.labels[-1] for row in absent} <= {NOT_COMPARED}
    assert "Pas encore interrogé" not in exhibit.content.reading


@pytest.mark.parametrize("view", ["emploi", "statut"])
def test_silence_is_not_taken_for_jobs_lost(view: str) -> None:
    """At T2, 73 of the 142 respondents of 2013-2014 told nothing: of those who did, more are employed than of A."""
    content = compared(f"?promotion=2015-2016&b.promotion=2013-2014&comparer.vue={view}").content
    at_t2 = [row for row in content.data_table.rows if "T2" in row.labels[0]]
    assert {row.labels[-1] for row in at_t2} - {NOT_COMPARED} == {TOO_SILENT}
    assert any(note.startswith("◇") for note in content.notes)


@pytest.mark.parametrize(
    "view",
    ["chiffres-cles", "emploi", "emploi&emploi.base=renseignes", "emploi&emploi.base=interroges"],
)
def test_women_and_men_are_not_tested_at_t2_whatever_the_base(view: str) -> None:
    """106 of 267 women and 71 of 229 men told nothing at T2: the order of their shares depends on them."""
    content = compared(f"?genre=F&b.genre=H&comparer.vue={view}").content
    rows = [row for row in content.data_table.rows if "T2" in row.labels[-2]]
    whole = [row for row in rows if row.labels[0] in ("Ensemble", "En emploi à T2")]
    assert [row.labels[-1] for row in whole] == [TOO_SILENT]
    assert isinstance(content.chart, Dots)
    drawn = [row for row in content.chart.rows if "T2" in row.label]
    assert any("item_nonresponse" in row.datum.marks for row in drawn)
    warned = foremost(content.notes)
    assert warned is not None
    assert warned.concern == Concern.ORDER


@pytest.mark.parametrize("view", ["travail-salaire", "travail-salaire&travail-salaire.vague=T2"])
def test_silence_before_or_after_stops_a_verdict_on_pay(view: str) -> None:
    content = compared(f"?genre=F&b.genre=H&comparer.vue={view}").content
    assert {row.labels[-1] for row in content.data_table.rows} == {TOO_SILENT}


def test_a_file_names_both_sides() -> None:
    assert compared("?genre=F&b.genre=H").selection == "A : Femmes ; B : Hommes"


def test_people_on_both_sides_are_not_counted_twice() -> None:
    assert compared("?genre=F").content.base == 732


def test_a_side_without_anybody_is_reported() -> None:
    exhibit = compared("?promotion=2013-2014&b.promotion=2012-2013")
    assert exhibit.empty
    assert "rien à comparer" in plain(exhibit.content.nothing)


def test_a_large_difference_is_said_to_be_one() -> None:
    exhibit = compared("?promotion=2012-2013&b.promotion=2013-2014&comparer.vue=modalites")
    assert exhibit.content.data_table.rows
    regions = compared("?promotion=2013-2014&b.promotion=2015-2016&comparer.vue=carte")
    assert (
        line(regions, "Languedoc-Roussillon").labels[-1]
        == "écart établi, promotion 2013-2014 plus haut"
    )


def test_what_a_path_filter_fixes_is_no_finding() -> None:
    kept = compared("?genre=F&b.genre=H&situation.T1=en-emploi-salarie").content.data_table.rows
    row = [row for row in kept if row.labels[0] == "T0 → T1"]
    assert {row.labels[-1] for row in row} == {NOT_COMPARED}


@pytest.mark.parametrize("view", [choice.value for choice in COMPARED.choices(opened().vocabulary)])
def test_every_view_offered_can_be_compared(view: str) -> None:
    exhibit = compared(f"{COHORTS.split('&comparer', maxsplit=1)[0]}&comparer.vue={view}")
    assert plain(exhibit.content.title).startswith(views()[view].title_in(opened().vocabulary))


def test_only_views_that_the_study_offers_can_be_compared() -> None:
    vocabulary = study("une_vague").vocabulary
    compared_views = [choice.value for choice in COMPARED.offered(vocabulary)]
    assert "statut" not in compared_views
    assert COMPARED.first(vocabulary) == compared_views[0]
    assert set(compared_views) < {choice.value for choice in COMPARED.offered(opened().vocabulary)}


def test_groups_that_the_study_compares_stand_for_those_it_does_not_know() -> None:
    assert [
        offer.label for offer in composed("comparer", "", study("une_vague")).content.offers
    ] == [
        "Femmes et hommes",
        "Promotions 2020-2021 et 2021-2022",
        "Moins de 40 ans et 60 ans et plus",
    ]
    uses = opened().vocabulary.codebook.uses
    few = retold(opened(), uses=changed(uses, compared=("interim", "executive")))
    without = with_variables(few, without=("gender", "age_band"))
    assert [plain(offer.label) for offer in offers(without.vocabulary)] == [
        "Avec mission d'intérim et sans mission d'intérim",
        "Promotions 2015-2016 et 2016-2017",
        "Ayant cotisé en tant que cadres et n'ayant pas cotisé en tant que cadres",
    ]


def test_what_is_funded_and_the_report_are_called_by_their_names() -> None:
    renamed = changed(
        opened().vocabulary.codebook.study,
        funded=Word(singular="module"),
        report=Word(singular="synthèse", feminine=True),
    )
    tables = retold(opened(), study=renamed)
    units = composed(
        "comparer", "?promotion=2014-2015&b.promotion=2015-2016&comparer.vue=modalites", tables
    )
    assert "Les modules d'un même bénéficiaire ne sont pas indépendants" in " ".join(
        units.content.notes
    )
    poorly_known = "?promotion=2012-2013,2013-2014&b.promotion=2016-2017&comparer.vue=niveaux"
    said = plain(composed("comparer", poorly_known, tables).content.nothing)
    assert " : comme dans la synthèse, une promotion" in said
    unpublished = retold(tables, study=changed(renamed, report=None))
    said = plain(composed("comparer", poorly_known, unpublished).content.nothing)
    assert " : une promotion aussi mal connue n'est pas comparée" in said
    assert VIEW.missing(unpublished.vocabulary) == ()


def test_key_figures_keep_their_mean_and_their_counts() -> None:
    content = compared(
        "?promotion=2013-2014&b.promotion=2015-2016&comparer.vue=chiffres-cles"
    ).content
    # Study, annexe I and tableau 2: 245 and 258 beneficiaries, 588 and 699 units.
    assert line_of(content, "Bénéficiaires").measures[11] == 258 - 245
    mean = line_of(content, "UE par bénéficiaire")
    assert mean.measures[9] == pytest.approx(699 / 258, abs=0.01)
    assert mean.measures[10] == pytest.approx(588 / 245, abs=0.01)
    gap, low, high = mean.measures[11:]
    assert gap == pytest.approx(699 / 258 - 588 / 245, abs=0.01)
    assert (low or 0) < 0 < (gap or 0) < (high or 0)
    assert mean.labels[-1] == INCONCLUSIVE
