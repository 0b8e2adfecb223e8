// What does the menu « Exporter » of a card give: files, pictures, a link?

import { ofVersion } from "./address.js";
import { bitmap, pictureOf } from "./charts/picture.js";
import { copyLink, Declined, save, saveFrom, Told } from "./files.js";
import { tellOn } from "./message.js";
import { linkHere, selectionSearch, version } from "./navigation.js";

const FAILURE_TOLD_MS = 15000;
const DECLINED = "Rien n'a été exporté.";

export const captionOf = (card) => JSON.parse(card.querySelector("[data-caption]").dataset.caption);

const imageOf = (card, kind) => pictureOf(captionOf(card), kind);

// As the server calls files that stay within the house (dashboard/exhibits/exhibit.py).
const nameOf = ({ file }) => (document.body.dataset.exports === "interne" ? `${file}-interne` : file);

const linkTo = (card) => linkHere(selectionSearch(), `#${card.id}`);

// The picture is promised at once: a browser lets a click write to the clipboard, not what comes long after it.
async function copyImage(card, name) {
  const blob = imageOf(card, "copy").then(bitmap);
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
    tellOn(card, "Image copiée.");
  } catch (error) {
    if (error instanceof Declined) throw error;
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
  const name = nameOf(caption);
  if (["csv", "xlsx", "pptx"].includes(kind)) await download(card, caption, kind);
  else if (kind === "link") await copyLink(linkTo(card), (text) => tellOn(card, text));
  else if (kind === "copy") await copyImage(card, name);
  else if (kind === "svg") save(new Blob([await imageOf(card, kind)], { type: "image/svg+xml" }), `${name}.svg`);
  else save(await bitmap(await imageOf(card, kind)), `${name}.png`);
}

function clicked(event) {
  const button = event.target.closest("button[data-export]");
  if (!button) return;
  const card = button.closest("article");
  const menu = button.closest("details");
  menu.removeAttribute("open");
  // The button is gone from sight: whoever uses a keyboard, or refuses what is asked first, goes on from its menu.
  menu.querySelector("summary").focus();
  take(card, button.dataset.export).catch((error) => {
    if (error instanceof Declined) return tellOn(card, DECLINED);
    console.warn(error);
    const why = error instanceof Told ? error.message : "Rechargez la page et réessayez.";
    return tellOn(card, `L'export n'a pas abouti. ${why}`, { role: "alert", lasts: FAILURE_TOLD_MS });
  });
}

export function startExport() {
  document.addEventListener("click", clicked);
}
