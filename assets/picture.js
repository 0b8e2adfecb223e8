// How does a chart become a picture that stands alone: with its title, selection, Champ, Lecture, source and date?
"use strict";
(function () {
  const WIDTH = 1200;
  const PAD = 36;
  const SCALE = 2;
  const LONGEST = 60; // Letters of a word, of which a line holds more whatever its size.
  const SVG = "http://www.w3.org/2000/svg";
  const INK = "#1c2733";
  const MUTED = "#566270";
  const FONT = "Roboto, 'Segoe UI', 'Helvetica Neue', 'Noto Sans', 'DejaVu Sans', sans-serif";

  function element(name, attributes, text) {
    const made = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    if (text !== undefined) made.textContent = text;
    return made;
  }

  const ruler = document.createElement("canvas").getContext("2d");

  // What no XML file can hold, even escaped.
  const inert = (text) => text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");

  // A word that is longer than a line is parted.
  const wordsOf = (text) => text.split(" ").flatMap((word) => word.match(new RegExp(`.{1,${LONGEST}}`, "gu")) || [word]);

  function wrapped(text, size, weight) {
    ruler.font = `${weight} ${size}px ${FONT}`;
    const lines = [];
    let line = "";
    for (const word of wordsOf(text)) {
      const longer = line ? `${line} ${word}` : word;
      if (line && ruler.measureText(longer).width > WIDTH - 2 * PAD) {
        lines.push(line);
        line = word;
      } else {
        line = longer;
      }
    }
    return [...lines, line];
  }

  function write(svg, text, top, size, weight, colour) {
    let y = top;
    for (const line of wrapped(text, size, weight)) {
      y += Math.round(size * 1.4);
      svg.append(
        element(
          "text",
          { x: PAD, y, fill: colour, "font-size": size, "font-weight": weight, "font-family": FONT },
          line,
        ),
      );
    }
    return y;
  }

  // A picture has no style sheet: what ours says of the outlines of a Sankey's nodes is written into it.
  function keepOutlines(drawn) {
    document.body.append(drawn);
    drawn.querySelectorAll(".node-rect").forEach((node) => {
      const { strokeWidth, strokeDasharray } = window.getComputedStyle(node);
      Object.assign(node.style, { strokeWidth, strokeDasharray });
    });
    drawn.remove();
  }

  // The chart itself, as plotly draws it for paper, whatever the theme of the page.
  async function chart(figure, height) {
    const layout = { ...figure.layout, width: WIDTH - 2 * PAD, height, autosize: false };
    const address = await window.Plotly.toImage(
      { data: figure.data, layout },
      { format: "svg", width: WIDTH - 2 * PAD, height },
    );
    const text = inert(decodeURIComponent(address.slice(address.indexOf(",") + 1)));
    const drawn = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    window.dash_clientside.dashboard.unrastered(drawn, figure.data);
    keepOutlines(drawn);
    drawn.querySelectorAll(".textpoint text, .node-label").forEach((label) => {
      label.setAttribute("paint-order", "stroke");
      label.setAttribute("stroke", "#ffffff");
      label.setAttribute("stroke-width", "3");
      label.setAttribute("stroke-linejoin", "round");
    });
    return drawn;
  }

  async function compose(caption, figure) {
    const svg = element("svg", { xmlns: SVG, width: WIDTH, role: "img" });
    svg.append(element("title", {}, caption.title), element("desc", {}, caption.alternative));
    const paper = element("rect", { x: 0, y: 0, width: WIDTH, fill: "#ffffff" });
    svg.append(paper);
    let y = write(svg, caption.title, PAD - 12, 24, 600, INK);
    y = write(svg, caption.selection, y + 2, 16, 400, MUTED) + 16;
    if (caption.nothing) {
      y = write(svg, caption.nothing, y, 16, 400, INK) + 16;
    } else {
      const drawn = await chart(figure, caption.height);
      drawn.setAttribute("x", PAD);
      drawn.setAttribute("y", y);
      svg.append(document.importNode(drawn, true));
      y += caption.height + 8;
    }
    for (const line of [...caption.lines, ...caption.notes, caption.date]) {
      y = write(svg, line, y, 13, 400, MUTED) + 2;
    }
    y += PAD - 10;
    svg.setAttribute("height", y);
    svg.setAttribute("viewBox", `0 0 ${WIDTH} ${y}`);
    paper.setAttribute("height", y);
    return { text: inert(new XMLSerializer().serializeToString(svg)), height: y };
  }

  async function png(picture) {
    const image = new Image();
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(picture.text);
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = WIDTH * SCALE;
    canvas.height = picture.height * SCALE;
    const context = canvas.getContext("2d");
    context.scale(SCALE, SCALE);
    context.drawImage(image, 0, 0, WIDTH, picture.height);
    return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  }

  const dash = (window.dash_clientside = window.dash_clientside || {});
  dash.dashboard = {
    ...dash.dashboard,

    // The SVG of `figure` with the words around it (dashboard/web/picture_caption.py): its text and its height.
    picture: compose,

    // The PNG of such a picture.
    bitmap: png,
  };
})();
