// How does a canvas get the chart that plotly draws?

import { clear, draw, DRAWN } from "./plotly.js";

// Draws the figure that stands in `canvas` (dashboard/web/card_parts.py).
export async function drawChart(canvas) {
  const figure = JSON.parse(canvas.querySelector("script.plotly-figure").textContent);
  await draw(canvas.querySelector(".graph"), figure);
}

// Lets go of what plotly has drawn in `box`, which is about to be replaced.
export const dropCharts = (box) => box.querySelectorAll(DRAWN).forEach(clear);
