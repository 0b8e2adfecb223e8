// How does a matrix, whose cells plotly draws as one raster, become shapes in a picture?
"use strict";
(function () {
  const SVG = "http://www.w3.org/2000/svg";

  const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

  // The colour of a part of the whole, between the two steps of the scale that enclose it, as plotly mixes them.
  function colourOf(part, scale) {
    const after = Math.max(1, scale.findIndex(([step]) => part <= step));
    const [[low, from], [high, to]] = [scale[after - 1], scale[after]];
    const [first, last] = [channels(from), channels(to)];
    const mixed = first.map((c, i) => Math.round(c + ((last[i] - c) * (part - low)) / (high - low)));
    return `rgb(${mixed.join(",")})`;
  }

  // A rectangle for each cell that has a value; the first row stands at the top.
  function cellsOf(trace, image) {
    const [left, top, width, height] = ["x", "y", "width", "height"].map((name) => Number(image.getAttribute(name)));
    const group = document.createElementNS(SVG, "g");
    trace.z.forEach((line, row) =>
      line.forEach((value, column) => {
        if (value === null) return;
        const [across, down] = [width / line.length, height / trace.z.length];
        const cell = document.createElementNS(SVG, "rect");
        cell.setAttribute("x", left + column * across + trace.xgap / 2);
        cell.setAttribute("y", top + row * down + trace.ygap / 2);
        cell.setAttribute("width", across - trace.xgap);
        cell.setAttribute("height", down - trace.ygap);
        cell.setAttribute("fill", colourOf((value - trace.zmin) / (trace.zmax - trace.zmin), trace.colorscale));
        group.append(cell);
      }),
    );
    return group;
  }

  const dash = (window.dash_clientside = window.dash_clientside || {});
  dash.dashboard = {
    ...dash.dashboard,

    // Puts shapes in the place of the rasters of `drawn`, the picture of a figure whose traces are `data`.
    unrastered(drawn, data) {
      const heats = data.filter((trace) => trace.type === "heatmap");
      drawn.querySelectorAll(".heatmaplayer image").forEach((image, i) => image.replaceWith(cellsOf(heats[i], image)));
    },
  };
})();
