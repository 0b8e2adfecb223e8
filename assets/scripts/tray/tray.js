// What can the user do with the list: add, name, order, take off, present, take away?

import { copyLink, Declined, Told } from "../files.js";
import { current, linkHere, present, searchOf } from "../navigation.js";
import { bring, isTooLong, listSearch, mirror } from "./address.js";
import { download } from "./download.js";
import { entryOf } from "./entry.js";
import { find, focusName, focusRow, panel, say, show, showDecks, showList, TOO_LONG } from "./page.js";
import { tellAbove, tellOn } from "../message.js";
import { cut, cutComment, load, otherDecks, store, takeUp, tray, watchStore } from "./store.js";

// A browser refuses to write its address at each key.
const TYPING_MS = 300;
const ADDED_MS = 8000;
let typing = null;

function keep() {
  store();
  mirror();
}

function changed() {
  keep();
  show();
}

const isSame = (entry) => (other) => other.view === entry.view && other.address === entry.address;

// Adds what the card shows, and says so beside its button. What is there already is added again only if that is wanted.
function add(card) {
  const entry = entryOf(card);
  const twice = tray.entries.findIndex(isSame(entry));
  if (twice < 0) return put(card, entry);
  return tellOn(card, `Déjà dans la présentation, diapositive ${twice + 1}.`, {
    lasts: ADDED_MS,
    acts: { "Ajouter quand même": () => put(card, entry), "La voir": () => edit(twice) },
  });
}

function put(card, entry) {
  tray.entries.push(entry);
  changed();
  tellOn(card, `Ajouté à la présentation, diapositive ${tray.entries.length}.`, {
    lasts: ADDED_MS,
    acts: { Annuler: () => takeBack(card, entry), "Titre, commentaire": () => edit(tray.entries.indexOf(entry)) },
  });
}

function takeBack(card, entry) {
  tray.entries = tray.entries.filter((other) => other !== entry);
  changed();
  tellOn(card, "Retiré de la présentation.");
  card.querySelector("[data-add]").focus();
}

// Opens the panel at an exhibit's title, once the press elsewhere that asks for it has closed what was open.
function edit(i) {
  window.setTimeout(() => {
    panel().setAttribute("open", "");
    focusName(i);
  });
}

function move(how, i) {
  const before = [...tray.entries];
  const [entry] = tray.entries.splice(i, 1);
  const place = { up: i - 1, down: i + 1 }[how];
  if (place !== undefined) tray.entries.splice(place, 0, entry);
  keep();
  showList();
  if (place === undefined) sayWithUndo(`Retiré : ${entry.title}.`, before);
  else say(`${entry.title} : diapositive ${place + 1}.`);
  focusRow(place ?? i, how);
}

// What has been taken off comes back by one press.
function sayWithUndo(text, entries, title = tray.title) {
  say(text, {
    Annuler() {
      tray.entries = entries;
      tray.title = title;
      changed();
      say("Rétabli.");
      find("summary").focus();
    },
  });
}

function chosen(event) {
  if (event.target.id !== "tray-deck") return;
  takeUp(otherDecks()[event.target.value] ?? { title: "", entries: [] });
  changed();
  find("#tray-title").focus();
}

function presentList() {
  if (isTooLong()) return say(TOO_LONG);
  panel().removeAttribute("open");
  present(listSearch());
}

const linkToList = () => (isTooLong() ? say(TOO_LONG) : copyLink(linkHere(searchOf(current())), say));

function empty() {
  const { entries, title } = tray;
  tray.entries = [];
  tray.title = "";
  changed();
  sayWithUndo("La présentation est vide.", entries, title);
  find("summary").focus();
}

const ACTS = { present: presentList, download, link: linkToList, empty };

async function act(name) {
  mirror();
  try {
    await ACTS[name]();
  } catch (error) {
    if (error instanceof Declined) return say("Rien n'a été exporté.");
    console.warn(error);
    const why = error instanceof Told ? error.message : "Rechargez la page et réessayez.";
    return say(`La présentation n'a pas pu être faite. ${why}`);
  }
}

function clicked(event) {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.add !== undefined) add(button.closest("article"));
  else if (button.dataset.move) move(button.dataset.move, Number(button.closest("li").dataset.index));
  else if (button.dataset.tray) act(button.dataset.tray);
}

function retitle(title) {
  tray.title = cut(title);
  showDecks();
}

function typed(event) {
  const line = event.target.closest(".tray-list li");
  const entry = line && tray.entries[Number(line.dataset.index)];
  if (entry && event.target.matches("textarea")) entry.comment = cutComment(event.target.value);
  else if (entry) entry.name = cut(event.target.value);
  else if (event.target.id === "tray-title") retitle(event.target.value);
  else return;
  store();
  window.clearTimeout(typing);
  typing = window.setTimeout(mirror, TYPING_MS);
}

const views = (entries) => `${entries.length}\u00a0vue${entries.length > 1 ? "s" : ""}`;
const called = ({ title }) => (title ? `la présentation «\u202f${title}\u202f»` : "une présentation");

// A link has brought a list, and there is one already: which of them is wanted, or both?
function askWhich(brought, decided) {
  const text =
    `Ce lien apporte ${called(brought)} (${views(brought.entries)})\u00a0; ` +
    `vous en avez préparé une autre (${views(tray.entries)}).`;
  tellAbove("tray-asked", text, {
    "Remplacer (la mienne est gardée)": () => decided("replace"),
    "Ajouter à la mienne": () => decided("add"),
    Ignorer: () => decided("leave"),
  });
}

export function startTray() {
  document.addEventListener("change", chosen);
  document.addEventListener("click", clicked);
  document.addEventListener("input", typed);
  watchStore(() => {
    mirror();
    show();
  });
  // Before the server is asked for where one has gone (question.js).
  window.addEventListener("popstate", mirror);
  load();
  bring(askWhich, show);
  show();
}
