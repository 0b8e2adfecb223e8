// How does a chart become a picture that stands alone: with its title, selection, Champ, Lecture, source and date?

import { font, ink, muted, paper } from "../styles.js";
import { fontOf } from "./embedded_font.js";
import { drawnAsText, LABELS_ON_DRAWINGS, NODES } from "./plotly.js";
import { unrastered } from "./raster.js";
import { element, TEXT_RENDERING, write, xmlSafe } from "./words.js";

const WIDTH = 1200;
const PAD = 36;
const SCALE = 2;
const COLUMN = { left: PAD, width: WIDTH - 2 * PAD };

// A picture has no style sheet: what ours says of the outlines of a Sankey's nodes is written into it.
function keepOutlines(drawn) {
  document.body.append(drawn);
  drawn.querySelectorAll(NODES).forEach((node) => {
    const { strokeWidth, strokeDasharray } = window.getComputedStyle(node);
    Object.assign(node.style, { strokeWidth, strokeDasharray });
  });
  drawn.remove();
}

const halo = () => ({
  "paint-order": "stroke",
  stroke: paper(),
  "stroke-width": 3,
  "stroke-linejoin": "round",
});

// The chart itself, as plotly draws it for paper, whatever the theme of the page.
async function chart(figure, height) {
  const text = xmlSafe(await drawnAsText(figure, COLUMN.width, height));
  const drawn = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  unrastered(drawn, figure.data);
  keepOutlines(drawn);
  drawn.querySelectorAll(LABELS_ON_DRAWINGS).forEach((label) => {
    for (const [name, value] of Object.entries(halo())) label.setAttribute(name, value);
  });
  return drawn;
}

// The SVG of `figure` with the words around it (dashboard/web/picture_caption.py): its text and its height.
export async function compose(caption, figure) {
  const title = { size: 24, weight: 600, colour: ink(), ...COLUMN };
  const plain = { size: 16, weight: 400, colour: ink(), ...COLUMN };
  const quiet = { ...plain, colour: muted() };
  const small = { ...quiet, size: 13 };
  const svg = element("svg", {
    xmlns: "http://www.w3.org/2000/svg",
    width: WIDTH,
    role: "img",
    "text-rendering": TEXT_RENDERING,
  });
  svg.append(element("title", {}, caption.title), element("desc", {}, caption.alternative));
  const ground = element("rect", { x: 0, y: 0, width: WIDTH, fill: paper() });
  svg.append(ground);
  let y = write(svg, caption.title, PAD - 12, title);
  y = write(svg, caption.selection, y + 2, quiet) + 16;
  if (caption.nothing) {
    y = write(svg, caption.nothing, y, plain) + 16;
  } else {
    const drawn = await chart(figure, caption.height);
    drawn.setAttribute("x", PAD);
    drawn.setAttribute("y", y);
    svg.append(document.importNode(drawn, true));
    y += caption.height + 8;
  }
  for (const line of [...caption.lines, ...caption.notes, caption.date]) y = write(svg, line, y, small) + 2;
  const height = y + PAD - 10;
  svg.setAttribute("height", height);
  svg.setAttribute("viewBox", `0 0 ${WIDTH} ${height}`);
  ground.setAttribute("height", height);
  svg.prepend(element("style", {}, await fontOf(svg, font())));
  return { text: xmlSafe(new XMLSerializer().serializeToString(svg)), height };
}

// The PNG of such a picture.
export async function bitmap(picture) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH * SCALE;
  canvas.height = picture.height * SCALE;
  const context = canvas.getContext("2d");
  context.scale(SCALE, SCALE);
  context.drawImage(image, 0, 0, WIDTH, picture.height);
  return new Promise((resolve) => {
    canvas.toBlob(resolve, "image/png");
  });
}
