// How does one go to another page, and to a place of a page?

import { isTooLong, listSearch } from "./tray/address.js";
import { tray } from "./tray/store.js";
import { elsewhere, present, PRESENTATION, selectionSearch, visit } from "./navigation.js";
import { below, within } from "./site.js";

const SEEK_MS = 100;
const SEEK_TIMES = 50;
const TITLE = document.title;

const HELD_MS = 3000;
const HANDS = ["wheel", "touchstart", "pointerdown", "keydown"];

// Brings a place into view, and back to where it stood while the page is still being laid out, until a hand moves it.
export function bring(place) {
  // Gliding over thousands of pixels takes seconds while charts are drawn.
  const scroll = () => place.scrollIntoView({ behavior: "instant" });
  const watch = new ResizeObserver(scroll);
  const leave = () => watch.disconnect();
  scroll();
  watch.observe(document.body);
  for (const hand of HANDS) window.addEventListener(hand, leave, { once: true, passive: true, capture: true });
  window.setTimeout(leave, HELD_MS);
}

// Brings a place of the page into view, as soon as it is there.
function seek(name, times) {
  const place = name && document.getElementById(name);
  if (place) {
    bring(place);
    if (place.hasAttribute("tabindex")) place.focus({ preventScroll: true });
  } else if (name && times > 0) {
    window.setTimeout(() => seek(name, times - 1), SEEK_MS);
  }
}

// A place that cannot be read is none.
function placeNamed(hash) {
  try {
    return decodeURIComponent(hash);
  } catch {
    return "";
  }
}

// The page at `path` is on screen: its link is marked, its title told, and, on a page that is there as a whole,
// the place that the address names is sought.
export function arrived(path, isWhole) {
  document.querySelectorAll("[data-page]").forEach((link) => {
    if (link.dataset.page === (path.replace(/\/+$/, "") || "/")) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  });
  const current = document.querySelector("[data-page][aria-current]");
  document.title = current ? `${current.dataset.title} – ${TITLE}` : TITLE;
  if (isWhole) seek(placeNamed(window.location.hash.slice(1)), SEEK_TIMES);
}

const LINK = "[data-place], [data-page]";

// What is presented: the exhibits that have been collected, or, where there are none, the usual ones of this selection.
const presented = () => (tray.entries.length && !isTooLong() ? listSearch() : selectionSearch());

// Where a link to a path of this host leads now: to a presentation, to a page, or to a place of one.
function addressOf({ place, page }, pathname) {
  if (page === PRESENTATION) return below(page) + presented();
  return elsewhere(page || within(pathname)) + (place ? `#${place}` : "");
}

// Before a link is followed in whatever way, into a window of its own or copied: it keeps the filters of the page.
function approached({ target }) {
  const link = target.closest?.(LINK);
  if (link) link.setAttribute("href", addressOf(link.dataset, link.pathname));
}

function clicked(event) {
  const link = event.target.closest(LINK);
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const { place, page } = link.dataset;
  const address = addressOf(link.dataset, link.pathname);
  if (place) {
    visit(address);
    seek(place, SEEK_TIMES);
    return;
  }
  if (page === PRESENTATION) present(presented());
  else visit(address);
  window.scrollTo(0, 0);
}

export function startPlaces() {
  for (const approach of ["pointerdown", "keydown"]) document.addEventListener(approach, approached, true);
  document.addEventListener("click", clicked);
}
