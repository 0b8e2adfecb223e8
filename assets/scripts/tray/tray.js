// What can the user do with the list: add, name, order, take off, present, take away?

import { captionOf } from "../export.js";
import { copyLink, Told } from "../files.js";
import { present } from "../navigation.js";
import { bring, isTooLong, listSearch, mirror } from "./address.js";
import { download } from "./download.js";
import { find, focusRow, panel, say, show, showList, TOO_LONG } from "./page.js";
import { cut, load, store, tray, watchStore } from "./store.js";

// A browser refuses to write its address at each key.
const TYPING_MS = 300;
let typing = null;

function keep() {
  store();
  mirror();
}

function add(card) {
  const { export: file, address, filters, title, selection } = captionOf(card);
  tray.entries.push({ view: file.split("/").pop(), address, filters, title, selection, name: "" });
  keep();
  showList();
  say(`Ajouté : ${title}, ${selection}.`);
}

function move(how, i) {
  const [entry] = tray.entries.splice(i, 1);
  const place = { up: i - 1, down: i + 1 }[how];
  if (place !== undefined) tray.entries.splice(place, 0, entry);
  keep();
  showList();
  say(place === undefined ? `Retiré : ${entry.title}.` : `${entry.title} : diapositive ${place + 1}.`);
  focusRow(place ?? i, how);
}

function presentList() {
  if (isTooLong()) return say(TOO_LONG);
  panel().removeAttribute("open");
  present(listSearch());
}

const linkToList = () => (isTooLong() ? say(TOO_LONG) : copyLink(window.location.href.split("#")[0], say));

function empty() {
  tray.entries = [];
  tray.title = "";
  keep();
  show();
  say("La présentation est vide.");
  find("summary").focus();
}

const ACTS = { present: presentList, download, link: linkToList, empty };

async function act(name) {
  mirror();
  try {
    await ACTS[name]();
  } catch (error) {
    console.warn(error);
    const why = error instanceof Told ? error.message : "Rechargez la page et réessayez.";
    say(`La présentation n'a pas pu être faite. ${why}`);
  }
}

function clicked(event) {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.add !== undefined) add(button.closest("article"));
  else if (button.dataset.move) move(button.dataset.move, Number(button.closest("li").dataset.index));
  else if (button.dataset.tray) act(button.dataset.tray);
}

function typed(event) {
  const line = event.target.closest(".tray-list li");
  if (line) tray.entries[Number(line.dataset.index)].name = cut(event.target.value);
  else if (event.target.id === "tray-title") tray.title = cut(event.target.value);
  else return;
  store();
  window.clearTimeout(typing);
  typing = window.setTimeout(mirror, TYPING_MS);
}

export function startTray() {
  document.addEventListener("click", clicked);
  document.addEventListener("input", typed);
  watchStore(() => {
    mirror();
    show();
  });
  // Before the server is asked for where one has gone (question.js).
  window.addEventListener("popstate", mirror);
  load();
  bring(show);
  show();
}
