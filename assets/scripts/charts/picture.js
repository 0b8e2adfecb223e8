// How does a card become a picture that stands alone? The server writes it (dashboard/outputs/svg/picture.py); a chart
// that plotly draws is put in its place here.

import { furtherFrom, textFrom } from "../files.js";
import { paper } from "../styles.js";
import { drawnAsText, LABELS_ON_DRAWINGS } from "./plotly.js";

const SCALE = 2;
const PLACE = "svg[data-chart]";

// Under a label, a label of its own: many programs would draw its halo over it.
function halo(label) {
  const under = label.cloneNode(true);
  const look = { stroke: paper(), "stroke-width": 3, "stroke-linejoin": "round", "aria-hidden": true };
  for (const [name, value] of Object.entries(look)) under.setAttribute(name, value);
  label.before(under);
}

// Without what no XML file can hold, even escaped.
const xmlSafe = (text) => text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");

const read = (text) => new DOMParser().parseFromString(text, "image/svg+xml").documentElement;

// Puts `figure`, as plotly draws it for paper, where `place` is.
async function fill(place, figure) {
  if (!figure?.data) throw new Error("picture: the chart has not been drawn");
  const [width, height] = ["width", "height"].map((side) => Number(place.getAttribute(side)));
  const chart = read(xmlSafe(await drawnAsText(figure, width, height)));
  chart.querySelectorAll(LABELS_ON_DRAWINGS).forEach(halo);
  for (const side of ["x", "y"]) chart.setAttribute(side, place.getAttribute(side));
  place.replaceWith(place.ownerDocument.importNode(chart, true));
}

// The SVG file that the server wrote as `text`, with `figure` in its place, where it has one.
export async function filled(text, figure) {
  const picture = read(text);
  const place = picture.querySelector(PLACE);
  if (!place) return text;
  await fill(place, figure);
  return xmlSafe(new XMLSerializer().serializeToString(picture.ownerDocument));
}

// The SVG file of what the caption of a card names. What plotly draws in it comes from the server too: the page may
// show exact numbers where files have rounded ones, and what is on the screen may be older. `becomes`: which file, for
// the audit log (dashboard/web/login/recorded.py).
export async function pictureOf({ export: file, address }, becomes) {
  const text = await textFrom(`${file}/picture.svg${address}`, { "X-Picture-Becomes": becomes });
  return read(text).querySelector(PLACE) ? filled(text, await furtherFrom(`${file}/figure.json${address}`)) : text;
}

// The PNG of such a file.
export async function bitmap(text) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => {
    canvas.toBlob(resolve, "image/png");
  });
}
