// Which presentations has this browser, and which exhibits go into each, in which order and with which words?

import { storedAs } from "../site.js";

const KEY = storedAs("dashboard-presentations");
const OLD_KEY = "dashboard-presentation"; // One list, and its title, as earlier versions kept them.
const OLD_TITLE_KEY = "dashboard-presentation-title";
const FIELDS = ["view", "address", "filters", "title", "selection", "name"];
export const LONGEST_TITLE = 200;
export const LONGEST_COMMENT = 400;

// The presentation that is at work: `title` is its own. An entry has the fields above and `comment`, all of them text:
// the view, its address, its filters alone, how the exhibit calls itself and its selection, and the title and the
// comment that the user has given it.
export const tray = { entries: [], title: "" };

let others = []; // The presentations that are not at work, the last one left first.

const isEntry = (entry) => Boolean(entry) && FIELDS.every((field) => typeof entry[field] === "string");
const withComment = (entry) => ({ ...entry, comment: typeof entry.comment === "string" ? entry.comment : "" });

export const entriesIn = (list) => (Array.isArray(list) ? list.filter(isEntry).map(withComment) : []);

const first = (text, most) => [...text].slice(0, most).join("");

// A text no longer than a title, or a comment, may be.
export const cut = (text) => first(text.trim(), LONGEST_TITLE);
export const cutComment = (text) => first(text, LONGEST_COMMENT);

const deckIn = (deck) => ({
  title: typeof deck?.title === "string" ? deck.title : "",
  entries: entriesIn(deck?.entries),
});

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Somebody else's text under our name: an empty tray is no loss.
  }
}

function kept() {
  const decks = parsed(window.localStorage.getItem(KEY));
  if (Array.isArray(decks)) return decks.map(deckIn);
  const entries = parsed(window.localStorage.getItem(OLD_KEY));
  return [deckIn({ title: window.localStorage.getItem(OLD_TITLE_KEY), entries })];
}

const isWorthKeeping = ({ title, entries }) => Boolean(title || entries.length);

function open(deck) {
  tray.title = deck.title;
  tray.entries = deck.entries;
}

export function load() {
  try {
    const [current, ...rest] = kept();
    open(current ?? deckIn());
    others = rest.filter(isWorthKeeping);
  } catch {
    open(deckIn()); // A browser may refuse storage: the tray then lasts as long as its address.
  }
}

export function store() {
  try {
    window.localStorage.setItem(KEY, JSON.stringify([{ ...tray }, ...others]));
    [OLD_KEY, OLD_TITLE_KEY].forEach((key) => window.localStorage.removeItem(key));
  } catch {
    // As above.
  }
}

// The presentations that may be taken up again.
export const otherDecks = () => others;

// Puts the presentation at work aside and takes up `deck`; one without a title or a view is forgotten.
export function takeUp(deck) {
  others = [{ ...tray }, ...others.filter((other) => other !== deck)].filter(isWorthKeeping);
  open(deck);
  store();
}

// Calls `changed` when another window of this browser has changed the presentations.
export function watchStore(changed) {
  window.addEventListener("storage", (event) => {
    if (event.key !== KEY) return;
    load();
    changed();
  });
}
