"""Does the probe of `bench/` see when what a click changes is painted, and when nothing moves any more?"""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

PROBE = Path(__file__).parents[2] / "bench" / "probe.js"

BODY = """
<p class="headline">Tous</p><button>Femmes</button>
<article class="exhibit" id="map"><div class="canvas"><svg class="chart"><path d="M0 0"/></svg></div></article>
<article class="exhibit" id="figures"><p>1</p></article>
<article class="exhibit" id="still"><p>1</p></article>
"""

CLICK = """(changes) => document.querySelector('button').addEventListener('click', () => {
  const act = {
    told: () => (document.querySelector('.headline').textContent = 'Femmes'),
    map: () => document.querySelector('path').setAttribute('d', `M1 ${performance.now()}`),
    figures: () => (document.querySelector('#figures p').textContent = performance.now()),
    busy: () => requestAnimationFrame(() => setTimeout(() => {
      const end = performance.now() + 400;
      while (performance.now() < end);
    }, 0)),
    unseen: () => document.querySelector('#still').setAttribute('data-due', performance.now()),
  };
  for (const [name, after] of changes) setTimeout(act[name], after);
})"""


@pytest.fixture
def probed(page: Page) -> Page:
    page.add_init_script(path=PROBE)
    page.goto("about:blank")
    page.set_content(BODY)
    return page


def seen(page: Page, *changes: tuple[str, int]) -> dict[str, Any]:
    """What the probe sees of a click after which the page makes these changes, each so many milliseconds later."""
    page.evaluate(CLICK, list(changes))
    page.evaluate("probe.watch()")
    page.get_by_role("button").click()
    times: dict[str, Any] = page.evaluate("probe.result()")
    return times


def test_each_exhibit_counts_once_and_those_that_stay_do_not(probed: Page) -> None:
    times = seen(probed, ("told", 50), ("map", 60), ("figures", 300), ("map", 400), ("unseen", 500))
    assert times["complete"]
    first, last = sorted(times["exhibits"])
    assert 60 <= first < last
    assert last >= 300


def test_a_page_is_settled_at_its_last_visible_change(probed: Page) -> None:
    times = seen(probed, ("told", 50), ("map", 60), ("map", 450), ("unseen", 700))
    assert times["settled"] >= 450
    assert times["settled"] > max(times["exhibits"])


def test_a_page_that_does_not_tell_the_new_selection_is_waited_for(probed: Page) -> None:
    times = seen(probed, ("map", 20), ("figures", 900), ("told", 900))
    assert times["complete"]
    assert max(times["exhibits"]) >= 900


def test_a_frame_counts_when_it_is_shown_whatever_the_page_does_right_after_it(
    probed: Page,
) -> None:
    times = seen(probed, ("told", 50), ("busy", 60), ("map", 60), ("told", 600))
    assert max(times["exhibits"]) < 400


def test_what_stood_below_the_screen_for_a_moment_moves_nothing(probed: Page) -> None:
    for_a_moment = """() => {
      const below = '<article class="exhibit" style="position: absolute; top: 3000px"></article>';
      document.body.insertAdjacentHTML('beforeend', below);
      document.querySelector('button').addEventListener('click', () => setTimeout(() => {
        const left = document.createElement('p');
        document.body.lastElementChild.append(left);
        left.append('1');
        left.remove();
      }, 450));
    }"""
    probed.evaluate(for_a_moment)
    times = seen(probed, ("told", 50), ("map", 60))
    assert times["settled"] < 450 <= times["still"]


def test_a_card_is_there_when_it_is_shown_whatever_the_page_does_right_after_it(
    probed: Page,
) -> None:
    late = """() => new Promise((resolve) => {
      const start = performance.now();
      probe.load({ late: false });
      setTimeout(() => {
        const card = `<article class="exhibit" id="late">${"1".repeat(99)}</article>`;
        document.body.insertAdjacentHTML("beforeend", card);
        requestAnimationFrame(() => setTimeout(() => {
          const end = performance.now() + 600;
          while (performance.now() < end);
        }, 0));
      }, 50);
      const told = setInterval(() => {
        if (!probe.times.late) return;
        clearInterval(told);
        resolve(probe.times.late - start);
      }, 20);
    })"""
    assert 50 <= probed.evaluate(late) < 600
