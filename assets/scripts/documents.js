// How does a document get the charts that plotly draws, and how does a reader print it?

import { drawChart, FIGURE } from "./charts/draw.js";
import { fontLoaded } from "./styles.js";

document.querySelector("[data-print]")?.addEventListener("click", () => window.print());

// Labels are measured once, when they are drawn: our font has to be there.
await fontLoaded();
await Promise.all([...document.querySelectorAll(FIGURE)].map((figure) => drawChart(figure.closest(".canvas"))));
// For whoever prints without looking (dashboard/cli/fiches/).
document.body.dataset.drawn = "";
