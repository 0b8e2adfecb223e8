// How many people would each choice of a list keep? The server counts them (dashboard/web/choosing/filter_counts.py); a
// list is told when it opens, and when an answer comes.

import { OPTION, OPTION_LINE, optionOf } from "./dash.js";

let counts = {};

// Tells the choices of the lists that are open.
export function tellCounts() {
  document.querySelectorAll(OPTION).forEach((box) => {
    const { filter, value } = optionOf(box) || {};
    const count = counts[filter]?.[value] ?? "";
    const line = box.closest(OPTION_LINE);
    if (line.dataset.count !== count) line.dataset.count = count;
  });
}

export function laidCounts(told) {
  counts = told;
  tellCounts();
}

// Those of the page that the server has sent.
export const startCounts = () => laidCounts(JSON.parse(document.getElementById("page").dataset.counts));
