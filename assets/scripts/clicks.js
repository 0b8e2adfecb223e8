// What does a click on a chart, a row, a chip or a position of a switch put into the address?

import { markAt } from "./charts/focus.js";
import { add, current, put, replace, reset, toggle } from "./navigation.js";
import { put as withPairs } from "./address.js";

const PLAY_MS = 1600;
let player = null;

// What a click on a point that plotly has drawn keeps: the `meta` of its figure tells, by trace and place in it.
export function targetOf(point, targets) {
  return (targets.points?.[String(point.curveNumber)] || [])[point.pointNumber];
}

function stopPlayer() {
  window.clearInterval(player);
  player = null;
  delete document.body.dataset.playing;
}

// Goes through the positions of a switch, the default last, without a step in the history for each.
function play(button) {
  const group = button.parentElement;
  const name = button.dataset.play;
  const positions = () => [...group.querySelectorAll("[data-set]")].map((b) => JSON.parse(b.dataset.set)[name]);
  let next = 1;
  document.body.dataset.playing = name;
  const step = () => {
    const values = positions();
    replace(withPairs(current(), { [name]: values[next % values.length] }));
    if (next >= values.length) stopPlayer();
    next += 1;
  };
  step();
  player = window.setInterval(step, PLAY_MS);
}

// Keys that are held while pressing choose beside what is chosen, as in any list.
const isBeside = ({ ctrlKey, metaKey, shiftKey }) => ctrlKey || metaKey || shiftKey;

// What a click on a mark, a row or a point keeps, as `event` asks for it.
export const keep = (target, event) => (isBeside(event) ? add : toggle)(target);

// What has been pressed shows it until the answer comes (laying.js). Of what stands in one card the last press counts.
function choose(button) {
  button
    .closest("article")
    ?.querySelectorAll("[data-chosen]")
    .forEach(({ dataset }) => {
      delete dataset.chosen;
    });
  button.dataset.chosen = "";
}

function act(button, event) {
  const { set, remove, target } = button.dataset;
  const before = window.location.search;
  if (set) put(JSON.parse(set));
  else if (remove) put({ [remove]: "" });
  else if (target) keep(JSON.parse(target), event);
  else if (button.id === "reset") reset();
  if (window.location.search !== before) choose(button);
}

// Any click stops a player; that on its own button does no more. The first tap of a finger on a mark only shows its tip
// (charts/marks.js).
function clicked(event) {
  const playing = player !== null;
  if (playing) stopPlayer();
  const button = event.target.closest("button, a") || markAt(event.target);
  if (!button || event.defaultPrevented) return;
  if (!button.dataset.play) act(button, event);
  else if (!playing) play(button);
}

export const startClicks = () => document.addEventListener("click", clicked);
