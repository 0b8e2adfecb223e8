// What is a first visitor told once, beside the first map or flow? That it can be clicked.

import { presenting } from "./navigation.js";

const KEY = "dashboard-hint-seen";
const REGIONS = ".regions [data-target]";
const FLOWS = ".ribbons [data-target]";
const CLICKABLE = `${REGIONS}, ${FLOWS}`;

let seen = false;

function isSeen() {
  try {
    return seen || window.localStorage.getItem(KEY) !== null;
  } catch {
    return seen; // A browser may refuse storage: it is told once a visit.
  }
}

const shown = () => document.querySelector("button.hint");

function dismiss() {
  seen = true;
  try {
    window.localStorage.setItem(KEY, "");
  } catch {
    // As above.
  }
  const hint = shown();
  if (!hint) return;
  const heading = hint.closest("article").querySelector("h2");
  const focused = hint.contains(document.activeElement);
  hint.remove();
  if (focused) heading.focus({ preventScroll: true });
}

// What of the page can be clicked, in the words of the study (dashboard/web/first_visit.py).
function clickable() {
  const words = { [REGIONS]: document.getElementById("page").dataset.region, [FLOWS]: "un flux" };
  return Object.entries(words)
    .filter(([kind]) => document.querySelector(kind))
    .map(([, word]) => word)
    .join(" ou ");
}

// Tells it on a page that has just been laid.
export function hintOnce() {
  if (isSeen() || presenting()) return;
  const chart = document.querySelector(CLICKABLE)?.closest(".card-chart");
  if (!chart) return;
  const hint = document.createElement("button");
  hint.type = "button";
  hint.className = "hint";
  hint.title = "Ne plus montrer";
  hint.textContent = `Cliquez sur ${clickable()} pour filtrer toute la page. ×`;
  chart.before(hint);
}

// A first tap of a finger only shows a tip (charts/marks.js), and is prevented.
function clicked(event) {
  if (!event.defaultPrevented && event.target.closest(`button.hint, ${CLICKABLE}`)) dismiss();
}

export const startHint = () => document.addEventListener("click", clicked);
