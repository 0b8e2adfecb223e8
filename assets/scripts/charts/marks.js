// How do the marks of a drawing answer to a mouse, a finger and a keyboard? (dashboard/outputs/svg/mark.py)
//
// A mark's name, line by line, is its tooltip; `clicks.js` puts its target into the address. One listener serves all
// marks: there are thousands, and answers replace them.

import { hintOf, markAt, scrolled, startFocus } from "./focus.js";
import { hideTip, moveTip, showTip, shownMark, startTip } from "./tip.js";

export { remember, restore } from "./focus.js";

const HINT = "Touchez encore pour filtrer";
const POINTER = { box: { left: 2, right: 12, top: 2, bottom: 16 }, sides: ["right", "left", "below", "above"] };
const FINGER = { box: { left: 24, right: 24, top: 24, bottom: 24 }, sides: ["above", "below", "right", "left"] };

let touched = false; // Did a finger press last?

// What a pointer covers, that a tip must not stand under.
const around = ({ clientX: x, clientY: y }, { left, right, top, bottom }) => ({
  left: x - left,
  right: x + right,
  top: y - top,
  bottom: y + bottom,
});

const isMouse = (event) => event.pointerType !== "touch";

function entered(event) {
  if (!isMouse(event)) return;
  const mark = markAt(event.target);
  if (!mark) hideTip();
  else if (mark !== shownMark()) showTip(mark, around(event, POINTER.box), POINTER.sides, hintOf(mark, "clic"));
}

function moved(event) {
  if (isMouse(event) && shownMark() && shownMark() === markAt(event.target))
    moveTip(around(event, POINTER.box), POINTER.sides);
}

// Out of the window; a finger is out as soon as it is lifted.
function gone(event) {
  if (isMouse(event) && !event.relatedTarget) hideTip();
}

function pressed(event) {
  touched = !isMouse(event);
  if (touched && markAt(event.target) !== shownMark()) hideTip();
}

// A finger cannot hover: its first tap on a mark shows the tip, and the second one filters.
function clicked(event) {
  const mark = touched && markAt(event.target);
  if (!mark) return;
  if (mark === shownMark()) {
    if (mark.dataset.target) hideTip();
    return;
  }
  showTip(mark, around(event, FINGER.box), FINGER.sides, mark.dataset.target ? HINT : "");
  event.preventDefault();
}

// With Shift, a browser would select the texts between this press and the last one.
function held(event) {
  if (event.shiftKey && markAt(event.target)) event.preventDefault();
}

export function startMarks() {
  startTip();
  startFocus();
  document.addEventListener("pointerover", entered);
  document.addEventListener("pointermove", moved, { passive: true });
  document.addEventListener("pointerout", gone);
  document.addEventListener("pointerdown", pressed, true);
  document.addEventListener("mousedown", held);
  document.addEventListener(
    "keydown",
    () => {
      touched = false;
    },
    true,
  );
  // Before `clicks.js`, which leaves a click alone that was prevented.
  document.addEventListener("click", clicked, true);
  document.addEventListener("scroll", scrolled, { capture: true, passive: true });
  window.addEventListener("resize", hideTip);
}
