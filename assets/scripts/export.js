// What does the menu « Exporter » of a card give: files, pictures, a link?

import { ofVersion } from "./address.js";
import { bitmap, pictureOf } from "./charts/picture.js";
import { FIGURE } from "./charts/draw.js";
import { copyLink, save, saveFrom, Told } from "./files.js";
import { tellOn } from "./message.js";
import { linkHere, selectionSearch, version } from "./navigation.js";

const FAILURE_TOLD_MS = 15000;

export const captionOf = (card) => JSON.parse(card.querySelector("[data-caption]").dataset.caption);

// The figure that plotly draws, as it came with the words of the card: what is on the screen may be older. A chart that
// the server draws is in none.
function imageOf(card) {
  const figure = card.querySelector(FIGURE);
  return pictureOf(captionOf(card), figure && JSON.parse(figure.textContent));
}

const linkTo = (card) => linkHere(selectionSearch(), `#${card.id}`);

// The picture is promised at once: a browser lets a click write to the clipboard, not what comes long after it.
async function copyImage(card, name) {
  const blob = imageOf(card).then(bitmap);
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
    tellOn(card, "Image copiée.");
  } catch {
    save(await blob, `${name}.png`);
    tellOn(card, "Ce navigateur ne laisse pas copier une image : elle est téléchargée.");
  }
}

async function download(card, caption, kind) {
  tellOn(card, "Préparation du fichier…", { lasts: 0 });
  await saveFrom(`${caption.export}.${kind}${ofVersion(caption.address, version())}`, `${caption.file}.${kind}`);
  tellOn(card, "Fichier téléchargé.");
}

async function take(card, kind) {
  const caption = captionOf(card);
  const name = caption.file;
  if (["csv", "xlsx", "pptx"].includes(kind)) await download(card, caption, kind);
  else if (kind === "link") await copyLink(linkTo(card), (text) => tellOn(card, text));
  else if (kind === "copy") await copyImage(card, name);
  else if (kind === "svg") save(new Blob([await imageOf(card)], { type: "image/svg+xml" }), `${name}.svg`);
  else save(await bitmap(await imageOf(card)), `${name}.png`);
}

function clicked(event) {
  const button = event.target.closest("button[data-export]");
  if (!button) return;
  const card = button.closest("article");
  button.closest("details").removeAttribute("open");
  take(card, button.dataset.export).catch((error) => {
    console.warn(error);
    const why = error instanceof Told ? error.message : "Rechargez la page et réessayez.";
    tellOn(card, `L'export n'a pas abouti. ${why}`, { role: "alert", lasts: FAILURE_TOLD_MS });
  });
}

export const startExport = () => document.addEventListener("click", clicked);
