// How does a matrix, whose cells plotly draws as one raster, become shapes in a picture?

import { HEAT_RASTERS } from "./plotly.js";

const SVG = "http://www.w3.org/2000/svg";

const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

// The colour of a part of the whole, between the two steps of the scale that enclose it, as plotly mixes them.
export function colourOf(part, scale) {
  const after = Math.max(
    1,
    scale.findIndex(([step]) => part <= step),
  );
  const [[low, from], [high, to]] = [scale[after - 1], scale[after]];
  const [first, last] = [channels(from), channels(to)];
  const mixed = first.map((channel, i) => Math.round(channel + ((last[i] - channel) * (part - low)) / (high - low)));
  return `rgb(${mixed.join(",")})`;
}

function cellOf(box, colour) {
  const cell = document.createElementNS(SVG, "rect");
  for (const [name, value] of Object.entries({ ...box, fill: colour })) cell.setAttribute(name, value);
  return cell;
}

// A rectangle for each cell that has a value; the first row stands at the top.
function cellsOf(trace, image) {
  const [left, top, width, height] = ["x", "y", "width", "height"].map((name) => Number(image.getAttribute(name)));
  const group = document.createElementNS(SVG, "g");
  const { z, xgap, ygap, zmin, zmax, colorscale } = trace;
  const [across, down] = [width / z[0].length, height / z.length];
  z.forEach((line, row) => {
    line.forEach((value, column) => {
      if (value === null) return;
      const [x, y] = [left + column * across + xgap / 2, top + row * down + ygap / 2];
      const box = { x, y, width: across - xgap, height: down - ygap };
      group.append(cellOf(box, colourOf((value - zmin) / (zmax - zmin), colorscale)));
    });
  });
  return group;
}

// Puts shapes in the place of the rasters of `drawn`, the picture of a figure whose traces are `data`.
export function unrastered(drawn, data) {
  const heats = data.filter((trace) => trace.type === "heatmap");
  drawn.querySelectorAll(HEAT_RASTERS).forEach((image, i) => {
    image.replaceWith(cellsOf(heats[i], image));
  });
}
