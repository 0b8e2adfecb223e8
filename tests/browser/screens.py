"""What does a room see of a screen: how large is its smallest text, and is any of it cut?"""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

TEXTS = """() => {
  // What a figure's own scaling and the page's add to the size that the style sheet gives a text.
  const scaleOf = (element) => {
    const graph = element.closest('.graph');
    if (!graph) return 1;
    const root = element.closest('svg.main-svg, svg.chart');
    const own = root.getScreenCTM().inverse().multiply(element.getScreenCTM());
    return Math.hypot(own.a, own.b) * new DOMMatrix(getComputedStyle(graph).transform).a;
  };
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim(), element = walker.currentNode.parentElement;
    if (!text || ['SCRIPT', 'STYLE'].includes(element.tagName)) continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (element.closest('.visually-hidden, .skip, .filter > label')) {
      const box = element.getBoundingClientRect();
      if (box.width < 2 || box.right < 0) continue;
    }
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const box = range.getBoundingClientRect();
    const frame = (element.closest('.canvas') || document.documentElement).getBoundingClientRect();
    const cut = Math.max(frame.left - box.left, box.right - frame.right,
                         frame.top - box.top, box.bottom - Math.min(frame.bottom, innerHeight));
    // A filter holds its choice twice, once out of sight.
    const rects = element.closest('article') ? [...range.getClientRects()] : [];
    const lines = rects.map((r) => [r.left, r.top, r.right, r.bottom]);
    texts.push([text, parseFloat(getComputedStyle(element).fontSize) * scaleOf(element), cut, lines]);
  }
  return texts;
}"""


@dataclass(frozen=True)
class Text:
    """One visible text: its size in pixels, by how much it leaves its figure or the screen, and its lines' boxes.

    A box is left, top, right and bottom, in pixels; only texts of an exhibit have any.
    """

    words: str
    size: float
    cut: float
    lines: list[list[float]]


def opened(page: Page, path: str) -> None:
    """Opens `path` and waits until every exhibit is drawn, also those that are not on the screen."""
    page.goto(path)
    page.wait_for_selector("article:visible")
    page.wait_for_function(
        """() => [...document.querySelectorAll('article')].every(
             (a) => a.querySelector('.empty, .tiles, svg.chart, .main-svg'))"""
    )
    page.wait_for_timeout(800)


def texts(page: Page) -> list[Text]:
    """Every text that is seen, in HTML and in figures."""
    return [Text(*parts) for parts in page.evaluate(TEXTS)]


def superimposed(visible: list[Text]) -> list[tuple[str, str]]:
    """The pairs of texts that are written over each other: whose letters touch, not the air above and below them."""
    boxes = [(text.words, *_letters(line)) for text in visible for line in text.lines]
    return [
        (box[0], other[0])
        for i, box in enumerate(boxes)
        for other in boxes[i + 1 :]
        if box[1] < other[3] and other[1] < box[3] and box[2] < other[4] and other[2] < box[4]
    ]


def _letters(line: list[float]) -> tuple[float, float, float, float]:
    """The box of small letters in the box of a line."""
    left, top, right, bottom = line
    air = 0.27 * (bottom - top)
    return left + 1, top + air, right - 1, bottom - air


def scrolls(page: Page) -> bool:
    """Whether the page is larger than the window."""
    larger: bool = page.evaluate(
        """() => { const root = document.documentElement;
          return root.scrollHeight > innerHeight || root.scrollWidth > innerWidth; }"""
    )
    return larger
