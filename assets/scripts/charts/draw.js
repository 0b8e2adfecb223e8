// How does a canvas get the chart that plotly draws?

import { clear, draw } from "./plotly.js";

// The figure in a canvas (dashboard/web/card/card_parts.py), beside the box that it is drawn in.
export const FIGURE = "script.plotly-figure";

export async function drawChart(canvas) {
  const figure = JSON.parse(canvas.querySelector(FIGURE).textContent);
  await draw(canvas.querySelector(".graph"), figure);
}

// Lets go of what plotly has drawn in `box`, or is about to draw: it is about to be replaced.
export const dropCharts = (box) => box.querySelectorAll(`${FIGURE} + .graph`).forEach(clear);
