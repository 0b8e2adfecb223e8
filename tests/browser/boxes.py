"""Which texts of the charts on a page are written over each other, or cut?"""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

BOXES = """() => {
  // A line of text, as tall as its small letters: the air above and below them may be shared.
  const AIR = 0.2, ALONG = 1;
  const lines = (canvas) => {
    const found = [];
    const walker = document.createTreeWalker(canvas, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const words = walker.currentNode.textContent.trim(), element = walker.currentNode.parentElement;
      if (!words || ["SCRIPT", "STYLE"].includes(element.tagName)) continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      for (const { left, right, top, bottom, width, height } of range.getClientRects()) {
        if (width < 1) continue;
        const air = AIR * height;
        found.push({ words, left: left + ALONG, right: right - ALONG, top: top + air, bottom: bottom - air });
      }
    }
    return found;
  };
  const room = (canvas) => {
    const { left, right, top, bottom } = canvas.getBoundingClientRect();
    const within = canvas.clientWidth < canvas.scrollWidth ? canvas.scrollWidth - canvas.clientWidth : 0;
    return { left: left - canvas.scrollLeft, right: right - canvas.scrollLeft + within, top, bottom };
  };
  const faults = [];
  for (const canvas of document.querySelectorAll("article .canvas:not(.hidden)")) {
    const view = canvas.closest("article").id, seen = lines(canvas), inside = room(canvas);
    for (const line of seen) {
      const beyond = Math.max(inside.left - line.left, line.right - inside.right, inside.top - line.top,
                              line.bottom - inside.bottom);
      if (beyond > 1) faults.push([view, `« ${line.words} » is cut by ${Math.round(beyond)} pixels`]);
    }
    seen.sort((one, other) => one.top - other.top);
    seen.forEach((one, i) => {
      for (let j = i + 1; j < seen.length && seen[j].top < one.bottom; j += 1) {
        const other = seen[j];
        if (one.left < other.right && other.left < one.right && other.top < one.bottom && one.top < other.bottom) {
          faults.push([view, `« ${one.words} » and « ${other.words} » overlap`]);
        }
      }
    });
  }
  return faults;
}"""


@dataclass(frozen=True)
class Fault:
    """A text of the chart of a view that is cut, or two that overlap."""

    view: str
    said: str

    def __str__(self) -> str:
        return f"{self.view}: {self.said}"


def faults(page: Page) -> list[Fault]:
    """Those of every chart that the page has drawn."""
    return [Fault(view, said) for view, said in page.evaluate(BOXES)]
