// What of plotly do these scripts use, and which of it is not public?

// --- public: the functions of the library, which Dash loads with the first chart ---

export const DRAWN = ".js-plotly-plot";

// The SVG of `figure`, as text.
export async function drawnAsText(figure, width, height) {
  const layout = { ...figure.layout, width, height, autosize: false };
  const address = await window.Plotly.toImage({ data: figure.data, layout }, { format: "svg", width, height });
  return decodeURIComponent(address.slice(address.indexOf(",") + 1));
}

// --- not public: the classes of what it draws ---

export const NODES = ".node-rect";
export const LABELS_ON_DRAWINGS = ".textpoint text, .node-label";
export const HEAT_RASTERS = ".heatmaplayer image";

// Draws again at the size of its box, at once: plotly's own answer to a change of size comes after the browser has laid
// the paper out. A Sankey would glide to its new size for half a second, unless it is drawn as for the first time.
export function fit(graph) {
  if (!graph.querySelector(".main-svg")) return;
  graph.querySelectorAll(".sankey, .first-render").forEach((drawn) => {
    drawn.remove();
  });
  window.Plotly.relayout(graph, { autosize: true });
}
