// How does the address carry the list to another browser, and bring one from there?

import { collected, PART, SCREEN, screenOf, selecting, TITLE } from "../address.js";
import { current, presenting, searchOf, selectionSearch } from "../navigation.js";
import { entriesIn, store, takeUp, tray } from "./store.js";
import { below } from "../site.js";

// A server reads no longer an address than 8190 letters, its own name included.
const LONGEST = 7600;

let awaited = false; // Has the server, or the reader, still to tell what becomes of what the address brings?

// The list as parameters.
export function listParams({ entries, title } = tray) {
  const params = new URLSearchParams();
  if (title && entries.length) params.set(TITLE, title);
  for (const entry of entries) params.append(SCREEN, screenOf(entry));
  return params;
}

export const listSearch = () => searchOf(listParams());
export const isTooLong = () => listSearch().length > LONGEST;

// The address holds the list wherever one goes, without a step in the history. A presentation has screens of its own.
export function mirror() {
  if (awaited || presenting()) return;
  const params = current();
  const wanted = isTooLong() ? new URLSearchParams() : listParams();
  if (collected(params).toString() === wanted.toString()) return;
  const search = searchOf(new URLSearchParams([...selecting(params), ...wanted]));
  window.history.replaceState(window.history.state, "", window.location.pathname + search + window.location.hash);
}

// The exhibits that the address lists, each as `screenOf` writes it; a bare name follows the page.
function listedIn(params) {
  const here = selectionSearch();
  const alone = (text) =>
    text
      .split(",")
      .filter(Boolean)
      .map((view) => screenOf({ view, address: here }));
  return params.getAll(SCREEN).flatMap((text) => (text.includes(PART) ? [text] : alone(text)));
}

// What the server says of each: how the exhibit is called, and of whom it is.
async function described(screens) {
  const answer = await fetch(below(`/deck.json?${new URLSearchParams(screens.map((text) => [SCREEN, text]))}`));
  if (!answer.ok) throw new Error(await answer.text());
  return entriesIn(await answer.json());
}

// What somebody's link may become: it is added to the list, takes its place (the list is put aside), or is left.
const BECOMES = {
  add({ entries, title }) {
    tray.entries.push(...entries);
    tray.title ||= title;
  },
  replace: takeUp,
  leave() {},
};

// Settles what a link brought, as `how` says: a name of BECOMES.
function settle(how, brought) {
  BECOMES[how](brought);
  awaited = false;
  store();
  mirror();
}

// A link brings what is not in the list yet. Into an empty list it comes at once; else `ask` is called with what it
// brings, and a function that takes the reader's decision. `changed` is called once the list is settled.
export async function bring(ask, changed) {
  const params = current();
  const held = tray.entries.map(({ view, address }) => screenOf({ view, address }));
  const listed = listedIn(params);
  if (presenting() || listed.every((text) => held.includes(text.split(PART, 2).join(PART)))) return mirror();
  awaited = true;
  try {
    const brought = { entries: await described(listed), title: params.get(TITLE) || "" };
    const decided = (how) => {
      const isNew = ({ view, address }) => !held.includes(screenOf({ view, address }));
      settle(how, { ...brought, entries: how === "add" ? brought.entries.filter(isNew) : brought.entries });
      changed();
    };
    if (tray.entries.length) ask(brought, decided);
    else decided("replace");
  } catch (error) {
    // What is wrong with it stays in the address, where the page tells it.
    console.warn(error);
    awaited = false;
  }
}
