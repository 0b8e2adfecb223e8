"""Which texts of the cards on a page are written over each other, or cut?"""

from __future__ import annotations

from playwright.sync_api import Page

BOXES = """() => {
  // A line of text, as tall as its small letters and digits: the air above and below them may be shared.
  const AIR = 0.2, ALONG = 1, SLACK = 1;
  const CLOSED = "script, style, option, .visually-hidden, .data-table-scroll, [popover], .menu";
  const heard = (element) => getComputedStyle(element).clipPath !== "none";
  const lines = (article) => {
    const found = [];
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const words = walker.currentNode.textContent.trim(), element = walker.currentNode.parentElement;
      if (!words || element.closest(CLOSED) || heard(element)) continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const frame = element.closest(".canvas") || article;
      for (const { left, right, top, bottom, width, height } of range.getClientRects()) {
        if (width < 1) continue;
        const air = AIR * height;
        found.push({ words, frame, left: left + ALONG, right: right - ALONG, top: top + air, bottom: bottom - air });
      }
    }
    return found;
  };
  // What can be moved sideways reaches as far as it can be moved.
  const room = (frame) => {
    const { left, right, top, bottom } = frame.getBoundingClientRect();
    const from = left - frame.scrollLeft;
    const moved = getComputedStyle(frame).overflowX === "auto" ? frame.scrollWidth - frame.clientWidth : 0;
    return { left: from, right: right - frame.scrollLeft + moved, top, bottom };
  };
  const faults = [];
  for (const article of document.querySelectorAll("article")) {
    const seen = lines(article), said = new Set();
    for (const line of seen) {
      const inside = room(line.frame);
      const beyond = Math.max(inside.left - line.left, line.right - inside.right, inside.top - line.top,
                              line.bottom - inside.bottom);
      if (beyond > SLACK) said.add(`« ${line.words} » is cut by ${Math.round(beyond)} pixels`);
    }
    seen.sort((one, other) => one.top - other.top);
    seen.forEach((one, i) => {
      for (let j = i + 1; j < seen.length && seen[j].top < one.bottom; j += 1) {
        const other = seen[j];
        if (one.left < other.right && other.left < one.right) {
          said.add(`« ${one.words} » and « ${other.words} » overlap`);
        }
      }
    });
    faults.push(...[...said].map((fault) => `${article.id}: ${fault}`));
  }
  return faults;
}"""

ALL_AT_ONCE = """() => {
  const sheet = [...document.styleSheets].find((sheet) => sheet.href);
  sheet.insertRule(".canvas { content-visibility: visible !important }");
}"""


def drawn_at_once(page: Page) -> None:
    """Lets the page lay out what is below the screen too."""
    page.evaluate(ALL_AT_ONCE)


def faults(page: Page) -> list[str]:
    """The texts of each card that are cut, and those that overlap."""
    found: list[str] = page.evaluate(BOXES)
    return found
