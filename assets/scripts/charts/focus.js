// How does a keyboard go through the marks of a drawing? The tabulator stops once a drawing, arrows go on inside it.

import { effectBeside, presenting } from "../navigation.js";
import { KEYS, neighbour } from "./neighbours.js";
import { hideTip, showTip, shownMark } from "./tip.js";

export const MARK = "svg.chart [data-mark]";
// Words that name a mark, and stand on another one.
const NAME = "svg.chart [data-names]";
const STOP = '[data-mark][tabindex="0"]';
const SIDES = ["right", "left", "below", "above"];

// Was the focus last moved by the keyboard, or by what assists its reader? Else arrows scroll the page, or move its
// screens.
let tabbed = false;
let pressing = false; // Is a pointer being pressed? It moves the focus, too.
let regaining = null; // The element that had the focus before, or stands for one that had, and gets it again.
const kept = new WeakMap(); // What stood in a drawing that is about to be replaced, by what holds it.

const EFFECTS = { add: "garder aussi", drop: "retirer seul" };

// What a tip tells of a mark that can be kept beside what is kept already; `press` is "clic" or a key.
export function hintOf({ dataset }, press) {
  const effect = dataset.target && EFFECTS[effectBeside(JSON.parse(dataset.target))];
  return effect ? `Ctrl ou Maj + ${press}\u00a0: ${effect}` : "";
}

const chartOf = (mark) => mark.closest("svg.chart");

// The mark that a pointer is at: on itself, or on words that name it.
export function markAt(target) {
  const name = target.closest(NAME);
  if (!name) return target.closest(MARK);
  return chartOf(name).querySelector(`[data-named="${CSS.escape(name.dataset.names)}"]`);
}

const nameOf = (label) => (label || "").split("\n")[0];

function stopAt(mark) {
  chartOf(mark)
    .querySelectorAll(STOP)
    .forEach((other) => {
      other.setAttribute("tabindex", "-1");
    });
  mark.setAttribute("tabindex", "0");
}

// Before the tabulator moves: a drawing that nobody has visited is reached at its first mark.
function openStops() {
  document.querySelectorAll("svg.chart").forEach((chart) => {
    if (!chart.querySelector(STOP)) chart.querySelector("[data-mark]")?.setAttribute("tabindex", "0");
  });
}

const showBeside = (mark) => showTip(mark, mark.getBoundingClientRect(), SIDES, hintOf(mark, "Entrée"));

function move(mark, key) {
  const marks = [...chartOf(mark).querySelectorAll("[data-mark]")].filter((each) => each.getClientRects().length);
  const places = marks.map((each) => {
    const { left, right, top, bottom } = each.getBoundingClientRect();
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  });
  const next = marks[neighbour(places, marks.indexOf(mark), key)];
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest", inline: "nearest" });
}

// A presentation is not left while a mark has the focus: the page gets it back first.
function escaped(event, mark) {
  hideTip();
  if (!mark || !tabbed || !presenting()) return;
  mark.blur();
  event.preventDefault();
}

function pressed(event) {
  if (event.key === "Tab") {
    tabbed = true;
    openStops();
    return;
  }
  const isPress = ["Enter", " "].includes(event.key);
  if (event.altKey || ((event.ctrlKey || event.metaKey) && !isPress)) return;
  const mark = event.target.closest(MARK);
  if (event.key === "Escape") escaped(event, mark);
  if (!mark || !tabbed) return;
  if (KEYS.includes(event.key)) {
    event.preventDefault();
    move(mark, event.key);
  } else if (isPress && mark.dataset.target) {
    event.preventDefault();
    if (event.repeat) return; // A key that is held would take off what it has put on.
    const { ctrlKey, metaKey, shiftKey } = event;
    mark.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
  }
}

function focused(event) {
  const mark = event.target.closest(MARK);
  if (!mark) return;
  stopAt(mark);
  if (!pressing && mark !== regaining) tabbed = true;
  regaining = null;
  if (tabbed) showBeside(mark);
}

function blurred(event) {
  if (event.target === shownMark()) hideTip();
}

// The focus may have moved the page; a mark that has left the window has no tip.
export function scrolled() {
  const mark = shownMark();
  if (!mark) return;
  const { top, bottom } = mark.getBoundingClientRect();
  if (tabbed && mark === document.activeElement && bottom > 0 && top < window.innerHeight) showBeside(mark);
  else hideTip();
}

// Before the drawings in `container` are replaced: keeps which mark was visited last, and whether it has the focus.
export function remember(container) {
  const mark = container.querySelector(STOP);
  if (!mark) return;
  const label = mark.getAttribute("aria-label");
  kept.set(container, { target: mark.dataset.target, label, focused: mark === document.activeElement });
}

function found(marks, { target, label }) {
  const isTarget = (mark) => Boolean(target) && mark.dataset.target === target;
  const isNamed = (mark) => nameOf(mark.getAttribute("aria-label")) === nameOf(label);
  return marks.find((mark) => isTarget(mark) && isNamed(mark)) || marks.find(isTarget) || marks.find(isNamed);
}

// After they have been replaced: the mark with the same target or name is the stop again, and has the focus again.
export function restore(container) {
  if (!shownMark()?.isConnected) hideTip();
  const before = kept.get(container);
  kept.delete(container);
  if (!before) return;
  const marks = [...container.querySelectorAll(MARK)];
  const mark = found(marks, before) || marks[0];
  if (!mark) return;
  stopAt(mark);
  if (!before.focused) return;
  regaining = mark;
  mark.focus({ preventScroll: true });
}

export function startFocus() {
  // Before the screens of a presentation, which go on at the same keys.
  document.addEventListener("keydown", pressed, true);
  document.addEventListener("focusin", focused);
  document.addEventListener("focusout", blurred);
  const presses = (start) => () => {
    pressing = start;
    tabbed &&= !start;
  };
  document.addEventListener("pointerdown", presses(true), true);
  // Whoever comes back from another window has the focus where it was.
  window.addEventListener("blur", () => {
    regaining = document.activeElement;
  });
  // A finger moves the focus when it has been lifted, just before its click.
  for (const end of ["click", "pointercancel", "keydown"]) document.addEventListener(end, presses(false));
}
