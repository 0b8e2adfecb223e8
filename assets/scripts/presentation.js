// How does the speaker move from screen to screen, and out? By keyboard, by a remote's page keys, or by the buttons.

import { OPEN_LIST } from "./dash.js";
import { leavePresentation, presenting, selectionSearch } from "./navigation.js";
import { askWords, wordsKept } from "./screen_words.js";

const KEYS = {
  ArrowRight: "on",
  " ": "on",
  PageDown: "on",
  Enter: "on",
  ArrowLeft: "back",
  PageUp: "back",
  Backspace: "back",
  Home: "first",
  End: "last",
  f: "full",
  F: "full",
  Escape: "out",
  "?": "keys",
  d: "details",
  D: "details",
  t: "words",
  T: "words",
};
let tabbed = false;

const screens = () => [...document.querySelectorAll(".page-presentation > article")];
const shown = () =>
  Math.max(
    0,
    screens().findIndex((screen) => screen.hasAttribute("data-shown")),
  );
const listOfKeys = () => document.getElementById("screen-keys");
const words = () => document.getElementById("screen-words");
const gate = () => document.querySelector(".page-presentation > .told-first");
let accepted = null; // The address whose few people the speaker has agreed to show.

function show(wanted) {
  const all = screens();
  if (!all.length) return;
  const index = Math.min(Math.max(wanted, 0), all.length - 1);
  all.forEach((screen, i) => {
    screen.toggleAttribute("data-shown", i === index);
  });
  const title = document.createElement("span");
  title.className = "visually-hidden";
  title.textContent = all[index].querySelector("h2").textContent;
  document.getElementById("screen-place").replaceChildren(`${index + 1} / ${all.length} `, title);
  const { pathname, search } = window.location;
  window.history.replaceState(window.history.state, "", `${pathname}${search}#${all[index].id}`);
}

function leave() {
  if (document.fullscreenElement) document.exitFullscreen();
  leavePresentation();
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen().catch(() => {}); // A browser may refuse it.
}

function toggle(box) {
  if (box.open) box.close();
  else box.showModal();
}

function editWords() {
  const all = screens();
  const i = shown();
  if (!words().open) askWords(words(), all[i], () => wordsKept(all, i, words()));
  toggle(words());
}

// What explains every screen, shown over its chart until the same key hides it again.
function toggleDetails() {
  const shows = document.body.toggleAttribute("data-details");
  document.querySelectorAll(".page-presentation .details").forEach((details) => {
    details.open = shows;
  });
}

function accept() {
  accepted = selectionSearch();
  gate().remove();
  screens()[shown()].querySelector("h2").focus();
}

// What has to be agreed to before the screens are seen, as the server has written it; nothing where nothing warns.
export function gateLaid(html) {
  if (!presenting()) return;
  gate()?.remove();
  if (!html || accepted === selectionSearch()) return;
  document.querySelector(".page-presentation > h1").insertAdjacentHTML("afterend", html);
  focusGate();
}

const focusGate = () => gate()?.querySelector("button").focus();

const ACTS = {
  told: accept,
  on: () => show(shown() + 1),
  back: () => show(shown() - 1),
  first: () => show(0),
  last: () => show(Infinity),
  full: fullScreen,
  keys: () => toggle(listOfKeys()),
  details: toggleDetails,
  words: editWords,
  out: leave,
};

// An open list of a filter and the list of keys have keys of their own; so has what the tabulator has reached. After a
// choice with the mouse the space bar moves on again, although the focus is still on the filter.
function taken(event) {
  if (gate()) return event.key !== "Escape";
  if (words()?.open) return true;
  if (listOfKeys()?.open) return event.key !== "?";
  if (document.querySelector(OPEN_LIST)) return true;
  if (event.target.closest("input, textarea, select")) return true;
  return tabbed && [" ", "Enter"].includes(event.key) && event.target.closest("button, a");
}

function pressed(event) {
  if (event.key === "Tab") tabbed = true;
  if (!presenting() || !screens().length) return;
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
  // A reader that goes on by space goes back by the same key with a shift, as in other programs.
  const act = event.key === " " && event.shiftKey ? "back" : KEYS[event.key];
  if (!act || taken(event)) return;
  event.preventDefault();
  event.stopPropagation();
  if (!tabbed) document.activeElement.blur();
  ACTS[act]();
}

function clicked(event) {
  const button = event.target.closest("[data-act]");
  if (button && presenting()) ACTS[button.dataset.act]();
}

// The screens are there: the one that the address names is shown.
export function screensLaid() {
  document.body.removeAttribute("data-details");
  if (!presenting()) return;
  focusGate();
  const wanted = window.location.hash.slice(1);
  show(screens().findIndex((screen) => screen.id === wanted));
}

export function startPresentation() {
  // Before Dash's lists, which open and close at a key.
  document.addEventListener("keydown", pressed, true);
  document.addEventListener("click", clicked);
  document.addEventListener(
    "pointerdown",
    () => {
      tabbed = false;
    },
    true,
  );
}
