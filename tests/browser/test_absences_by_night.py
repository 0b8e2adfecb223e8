"""Do numbers read on bars that stand for no answer, and is such a bar, by night, darker than one of answers?"""

from __future__ import annotations

import re
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from dashboard.outputs.layout.contrast import luminance

Scheme = Literal["light", "dark"]

READS = 4.5

BARS = """(view) => {
  const card = getComputedStyle(document.querySelector("article")).backgroundColor;
  const filled = (path) => {
    const hatched = /url\\("?#([^")]+)/.exec(path.style.fill);
    const fill = hatched ? document.querySelector(`[id="${hatched[1]}"] rect`) : path;
    const { fill: colour, fillOpacity } = getComputedStyle(fill);
    return [Boolean(hatched), colour, Number(fillOpacity)];
  };
  return [...document.querySelectorAll(`#${view} .barlayer .point`)].map((point) => {
    const text = point.querySelector("tspan");
    return [...filled(point.querySelector("path")), card, text && getComputedStyle(text).fill];
  });
}"""
"""Of each bar: whether it is hatched, its colour, how much of that is seen, what is behind it, and its number's ink."""


def channels(colour: str) -> list[int]:
    return [int(channel) for channel in re.findall(r"\d+", colour)[:3]]


def light(colour: str, *, over: str = "rgb(0, 0, 0)", seen: float = 1) -> float:
    """The luminance of a colour of which a part is seen over another."""
    mixed = [
        round(seen * top + (1 - seen) * under)
        for top, under in zip(channels(colour), channels(over), strict=True)
    ]
    return luminance("#" + "".join(f"{channel:02x}" for channel in mixed))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("path", "view"), [("/enquete", "reponses"), ("/beneficiaires", "cadres")])
def test_what_is_no_answer(page: Page, path: str, view: str, scheme: Scheme) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(path)
    page.locator(f"#{view}").scroll_into_view_if_needed()
    expect(page.locator(f"#{view} .barlayer .point").first).to_be_attached()
    brightness: dict[bool, list[float]] = {True: [], False: []}
    for hatched, colour, seen, card, ink in page.evaluate(BARS, view):
        fill = light(colour, over=card, seen=seen)
        brightness[hatched].append(fill)
        if hatched and ink is not None:
            darker, lighter = sorted((fill, light(ink)))
            assert (lighter + 0.05) / (darker + 0.05) >= READS, (colour, ink)
    assert brightness[True]
    assert brightness[False]
    if scheme == "dark":
        assert max(brightness[True]) < max(brightness[False])
