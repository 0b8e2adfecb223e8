// How do the words around a picture become lines of SVG?

import { font } from "../styles.js";

const SVG = "http://www.w3.org/2000/svg";
const LONGEST = 60; // Letters of a word, of which a line holds more whatever its size.
const LINE = 1.4;
let ruler = null;

// Letters as wide as the font says, as on the page (assets/styles/base.css).
export const TEXT_RENDERING = "geometricPrecision";

export function element(name, attributes, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

// Without what no XML file can hold, even escaped.
export const xmlSafe = (text) => text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");

// A word that is longer than a line is parted.
const wordsOf = (text) => text.split(" ").flatMap((word) => word.match(new RegExp(`.{1,${LONGEST}}`, "gu")) || [word]);

// The lines of `text` that are no wider than `width` pixels.
export function wrapped(text, { size, weight, width }) {
  ruler ??= document.createElement("canvas").getContext("2d");
  ruler.textRendering = TEXT_RENDERING;
  ruler.font = `${weight} ${size}px ${font()}`;
  const lines = [];
  let line = "";
  for (const word of wordsOf(text)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && ruler.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

// Writes `text` into `svg` below `top`, and gives where its last line stands.
export function write(svg, text, top, { size, weight, colour, left, width }) {
  let y = top;
  for (const line of wrapped(text, { size, weight, width })) {
    y += Math.round(size * LINE);
    const look = { fill: colour, "font-size": size, "font-weight": weight, "font-family": font() };
    svg.append(element("text", { x: left, y, ...look }, line));
  }
  return y;
}
