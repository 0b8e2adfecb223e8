// How does a chart become a picture that stands alone: with its title, selection, Champ, Lecture, source and date?
"use strict";
(function () {
  const WIDTH = 1200;
  const PAD = 36;
  const SCALE = 2;
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

  function wrapped(text, size, weight) {
    ruler.font = `${weight} ${size}px ${FONT}`;
    const lines = [];
    let line = "";
    for (const word of text.split(" ")) {
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
    const text = decodeURIComponent(address.slice(address.indexOf(",") + 1));
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

  function captionOf(card) {
    return JSON.parse(card.querySelector("[data-caption]").dataset.caption);
  }

  async function compose(card) {
    const caption = captionOf(card);
    const graph = caption.figure || card.querySelector(".js-plotly-plot");
    const svg = element("svg", { xmlns: SVG, width: WIDTH, role: "img" });
    svg.append(element("title", {}, caption.title), element("desc", {}, caption.alternative));
    const paper = element("rect", { x: 0, y: 0, width: WIDTH, fill: "#ffffff" });
    svg.append(paper);
    let y = write(svg, caption.title, PAD - 12, 24, 600, INK);
    y = write(svg, caption.selection, y + 2, 16, 400, MUTED) + 16;
    if (caption.empty) {
      y = write(svg, "Aucune donnée pour cette sélection.", y, 16, 400, INK) + 16;
    } else {
      const drawn = await chart({ data: graph.data, layout: graph.layout }, caption.height);
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
    return { text: new XMLSerializer().serializeToString(svg), height: y };
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

  function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  function address(card) {
    const { selecting, searchOf } = window.dash_clientside.dashboard;
    const search = searchOf(selecting(new URLSearchParams(window.location.search)));
    return window.location.origin + window.location.pathname + search + "#" + card.id;
  }

  // Without a secure origin the clipboard is closed: the link is then shown, selected, to be copied by hand.
  async function copyLink(card) {
    const link = address(card);
    try {
      await navigator.clipboard.writeText(link);
      tell(card, "Lien copié.");
    } catch {
      window.prompt("Copiez ce lien :", link);
    }
  }

  // The picture is promised at once: a browser lets a click write to the clipboard, not what comes long after it.
  async function copyImage(card, name) {
    const blob = compose(card).then(png);
    try {
      await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
      tell(card, "Image copiée.");
    } catch {
      save(await blob, `${name}.png`);
      tell(card, "Ce navigateur ne laisse pas copier une image : elle est téléchargée.");
    }
  }

  function tell(card, text) {
    const box = document.createElement("p");
    box.className = "told";
    box.setAttribute("role", "status");
    box.textContent = text;
    card.querySelector(".actions").append(box);
    window.setTimeout(() => box.remove(), 2500);
  }

  async function take(card, kind) {
    const name = captionOf(card).file;
    if (["csv", "xlsx", "pptx"].includes(kind)) {
      const caption = captionOf(card);
      window.location.assign(`${caption.export}.${kind}${caption.address}`);
    } else if (kind === "link") {
      await copyLink(card);
    } else if (kind === "copy") {
      await copyImage(card, name);
    } else {
      const picture = await compose(card);
      const blob =
        kind === "svg" ? new Blob([picture.text], { type: "image/svg+xml" }) : await png(picture);
      save(blob, `${name}.${kind}`);
    }
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-export]");
    if (!button) return;
    const card = button.closest("article");
    button.closest("details").removeAttribute("open");
    take(card, button.dataset.export).catch((error) => {
      console.error(error);
      tell(card, "L'export n'a pas abouti ; rechargez la page et réessayez.");
    });
  });
})();
