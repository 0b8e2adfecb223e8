// How does an answer become the page? What is in sight is laid in at once, the rest when that has been painted.

import { dropCharts, FIGURE } from "./charts/draw.js";
import { remember, restore } from "./charts/marks.js";
import { DRAWN } from "./charts/plotly.js";
import { drawAll, drawFirst, enqueue, forget } from "./charts/queue.js";
import { laidCounts } from "./counts.js";
import { focusKept } from "./focus_kept.js";
import { painted } from "./painted.js";
import { isSeen, watchInstead, watchSight } from "./sight.js";

// What the bar of filters says of those that hold: in its drawer on a phone, and beside its button
// (dashboard/web/choosing/filters.py).
export const BAR_TOLD = { drawer: ".drawer-told", held: ".filters-held" };

const page = () => document.getElementById("page");
const cardOf = (name) => document.getElementById(name);
const partOf = (name) => document.querySelector(`[data-part="${CSS.escape(name)}"]`);

let waiting = new Map(); // The parts that are not laid in yet, by the card that they are of.

// The digests of the parts that the page shows, by which the server leaves them out.
export const known = () =>
  Object.fromEntries(
    [...document.querySelectorAll("[data-part]")].map(({ dataset }) => [dataset.part, dataset.digest]),
  );

function lay(name, [digest, html]) {
  const place = partOf(name);
  if (!place) return;
  place.dataset.digest = digest;
  if (name.endsWith("/chart")) layChart(place, html);
  else
    focusKept(place, () => {
      place.innerHTML = html;
    });
}

// A chart that plotly has drawn is drawn again in its place; any other is replaced.
function layChart(place, html) {
  const made = document.createElement("template");
  made.innerHTML = html;
  const canvas = made.content.firstElementChild;
  const old = place.firstElementChild;
  if (old?.querySelector(DRAWN) && canvas.querySelector(FIGURE)) {
    for (const name of ["class", "style"]) old.setAttribute(name, canvas.getAttribute(name));
    old.querySelector(FIGURE).replaceWith(canvas.querySelector(FIGURE));
    enqueue(old);
    return;
  }
  dropCharts(place);
  remember(place);
  place.replaceChildren(canvas);
  watchInstead(old, canvas);
  restore(place);
  enqueue(canvas);
}

function layCard(name) {
  const parts = waiting.get(name);
  waiting.delete(name);
  for (const [part, made] of parts) lay(part, made);
}

// Lays in what is not laid in yet, at once: what is asked next leaves out what the page shows.
export function finish() {
  [...waiting.keys()].forEach(layCard);
}

// Whether the card that has been laid in is seen to change without plotly.
const isWhole = (name) => !cardOf(name).querySelector("[data-due]");

// Once what stands in the page has been painted.
async function complete() {
  await painted();
  finish();
  await drawAll();
}

// The parts of an answer, by their names, each with its digest. What is seen first is painted first: the cards in
// sight, and a chart of plotly's where no other is in sight. All else follows a frame later.
export function layParts(parts) {
  for (const [name, made] of Object.entries(parts)) {
    const [card] = name.split("/");
    waiting.set(card, [...(waiting.get(card) || []), [name, made]]);
  }
  const inSight = [...waiting.keys()].filter((name) => isSeen(cardOf(name)));
  inSight.forEach(layCard);
  if (!inSight.some(isWhole)) drawFirst();
  // Not after that: until plotly has come, what is below the screen would show the selection before.
  complete();
}

// Another page.
export function layPage(name, html) {
  waiting = new Map();
  forget();
  dropCharts(page());
  page().innerHTML = html;
  restore(page());
  page().className = `page page-${name}`;
  document.body.dataset.shownPage = name;
  watchCards();
  drawFigures();
}

// Learns which cards of the page that is there are in sight.
export const watchCards = () => watchSight(page());

// Has plotly draw the figures of the page that is there.
export function drawFigures() {
  page().querySelectorAll(".canvas").forEach(enqueue);
  complete();
}

// What says the same already is left alone: screen readers would tell it again.
function put(place, html) {
  const made = document.createElement("template");
  made.innerHTML = html;
  if (made.innerHTML !== place.innerHTML) place.replaceChildren(made.content);
}

// What stands above the page.
export function laySelection({ headline, chips, messages, counts, ...told }) {
  put(document.getElementById("headline"), headline);
  const bar = document.getElementById("chips");
  focusKept(bar, () => put(bar, chips));
  put(document.getElementById("messages"), messages);
  // Twice there until Dash has drawn its lists.
  for (const [name, selector] of Object.entries(BAR_TOLD))
    document.querySelectorAll(selector).forEach((place) => put(place, told[name]));
  laidCounts(counts);
  unchoose();
}

// What has been pressed has had its answer, or will have none.
export function unchoose() {
  document.querySelectorAll("[data-chosen]").forEach(({ dataset }) => {
    delete dataset.chosen;
  });
}
