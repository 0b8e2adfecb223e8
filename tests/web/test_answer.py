"""Does an answer hold the page, its parts, and what is new of them to a browser?"""

import pytest

from dashboard.content.page import PAGES
from dashboard.views.registry import offered_on
from dashboard.web.answer import Question, answer
from dashboard.web.card.card_parts import PARTS
from dashboard.web.presentation import PRESENTATION
from tests.support.exhibits import opened
from tests.support.pages import answer_to, tree, values, words

EVERY_PAGE = pytest.mark.parametrize("page", [*PAGES, PRESENTATION], ids=lambda page: page.name)


@EVERY_PAGE
def test_every_part_of_every_card_has_a_digest(page: object) -> None:
    shown = answer_to(getattr(page, "path", ""))
    assert shown.parts.keys() == shown.digests.keys()
    cards = dict.fromkeys(name.split("/")[0] for name in shown.parts)
    # Key figures have no chart: they are tiles above.
    parts = [(card, part) for card in cards for part in PARTS]
    assert list(shown.parts) == [
        f"{card}/{part}" for card, part in parts if (card, part) != ("chiffres-cles", "chart")
    ]


@EVERY_PAGE
def test_the_whole_page_is_made_of_the_parts(page: object) -> None:
    shown = answer_to(getattr(page, "path", ""), "?genre=F")
    assert shown.page == page
    laid = tree(shown.html).xpath(".//*[@data-part]")
    for element in laid:
        name = element.get("data-part")
        assert element.get("data-digest") == shown.digests[name]
        assert (
            f'data-digest="{shown.digests[name]}">{shown.parts[name]}</{element.tag}>' in shown.html
        )
    assert set(shown.parts) == {element.get("data-part") for element in laid}


def test_a_page_has_a_card_for_each_of_its_views() -> None:
    for page in PAGES:
        names = [view.name for view in offered_on(page, opened().vocabulary)]
        cards = values(answer_to(page.path).html, "aria-labelledby")
        assert [name for name in names if f"titre-{name}" in cards] == names


def test_a_browser_that_knows_nothing_is_told_everything() -> None:
    shown = answer_to("/")
    assert shown.new_to({}) == {
        name: [shown.digests[name], str(shown.parts[name])] for name in shown.parts
    }


def test_what_a_browser_knows_is_left_out() -> None:
    shown = answer_to("/")
    assert shown.new_to(shown.digests) == {}
    older = {**shown.digests, "carte/chart": "0" * 12, "gone/chart": "0" * 12}
    assert set(shown.new_to(older)) == {"carte/chart"}


def test_the_same_question_has_the_same_answer() -> None:
    first, second = answer_to("/", "?genre=F"), answer_to("/", "?genre=F")
    assert first.digests == second.digests
    assert first.html == second.html


def test_a_filter_changes_the_parts_that_tell_of_people_and_no_others() -> None:
    everybody, women = answer_to("/"), answer_to("/", "?genre=F")
    new = women.new_to(everybody.digests)
    assert {
        f"{name}/{part}" for name in ("carte", "statut") for part in ("head", "chart", "foot")
    } <= set(new)
    assert {name.split("/")[1] for name in new} == {"head", "chart", "foot", "details"}


def test_no_filter_changes_a_view_of_the_method() -> None:
    new = answer_to("/enquete", "?genre=F").new_to(answer_to("/enquete").digests)
    assert new
    assert {name for name in new if name.startswith(("methode/", "rapprochement/"))} == set()


def test_a_switch_changes_its_own_card() -> None:
    new = answer_to("/", "?carte.mesure=ue").new_to(answer_to("/").digests)
    assert {name.split("/")[0] for name in new} == {"carte"}
    assert "carte/options" in new


@pytest.mark.parametrize(
    ("search", "best"),
    [
        ("", ""),
        ("?genre=H,F", "?genre=F,H"),
        ("?carte.mesure=ue&genre=F", "?genre=F&carte.mesure=ue"),
        ("?genre=F&carte.mesure=beneficiaires", "?genre=F"),
        ("?genre=X", None),
        ("?couleur=bleu&genre=F", None),
    ],
)
def test_an_address_is_told_in_its_best_form_unless_some_of_it_is_not_understood(
    search: str, best: str | None
) -> None:
    assert answer_to("/", search).best == best


def test_an_open_table_is_there_and_others_are_not() -> None:
    shown = answer_to("/", tables=frozenset({"statut"}))
    assert "<table" in shown.parts["statut/table"]
    assert shown.parts["carte/table"] == ""
    (button,) = tree(shown.html).xpath(".//button[@data-table='statut']")
    assert button.get("aria-expanded") == "true"
    (other,) = tree(shown.html).xpath(".//button[@data-table='carte']")
    assert other.get("aria-expanded") == "false"
    assert set(shown.new_to(answer_to("/").digests)) == {"statut/table"}


def test_a_table_of_no_card_changes_nothing() -> None:
    asked = answer_to("/", tables=frozenset({"meteo", "</div>"}))
    assert asked.html == answer_to("/").html


def test_a_phone_is_sent_other_charts_of_the_same_numbers() -> None:
    wide, narrow = answer_to("/"), answer_to("/", narrow=True)
    new = narrow.new_to(wide.digests)
    assert "statut/chart" in new
    assert {name.split("/")[1] for name in new} == {"chart"}


def test_an_unknown_page_is_the_overview_and_says_so() -> None:
    shown = answer_to("/nope<b>")
    assert shown.page.name == "vue-d-ensemble"
    assert shown.html == answer_to("/").html
    assert "La page «\u00a0/nope<b>\u00a0» n'existe pas" in words(shown.bar.messages)


def test_an_unknown_value_is_told_and_the_rest_is_shown() -> None:
    shown = answer_to("/", "?genre=F&region=atlantide")
    assert "La valeur «\u00a0atlantide\u00a0»" in words(shown.bar.messages)
    assert "La page n'en tient pas compte." in words(shown.bar.messages)
    assert shown.bar.headline.startswith("Femmes")
    assert shown.parts == answer_to("/", "?genre=F").parts


def test_a_comparison_names_both_sides_and_chooses_its_view_once() -> None:
    shown = answer_to("/comparer", "?genre=F&b.genre=H")
    assert shown.bar.headline.startswith("A\u00a0: Femmes")
    assert values(shown.bar.chips, "data-remove") == ["genre", "b.genre"]
    (choices,) = tree(shown.html).xpath("./*[@class='compared']")
    assert choices.xpath(".//select | .//button")
    assert len(tree(shown.html).xpath(".//*[@data-part='comparer/options']")) == 1


def test_a_chip_takes_off_its_filter_by_a_name_that_is_read_aloud() -> None:
    (chip,) = tree(answer_to("/", "?genre=F").bar.chips).xpath("button")
    assert chip.get("data-remove") == "genre"
    assert chip.get("aria-label").startswith("Retirer le filtre ")


def test_what_an_answer_weighs_grows_with_it() -> None:
    everything = answer_to("/", tables=frozenset({"carte"}))
    assert everything.weight > answer_to("/").weight > 10_000


def test_questions_are_the_same_whatever_the_order_of_their_tables() -> None:
    assert Question("/", "", frozenset(("a", "b"))) == Question("/", "", frozenset(("b", "a")))
    assert answer(Question("/", ""), opened()).broken is False
