// How does the address carry the list to another browser, and bring one from there?

import { collected, PART, SCREEN, screenOf, selecting, TITLE } from "../address.js";
import { current, presenting, searchOf, selectionSearch } from "../navigation.js";
import { isEntry, store, tray } from "./store.js";

// A server reads no longer an address than 8190 letters, its own name included.
const LONGEST = 7600;

let awaited = false; // Has the server still to tell what the address brings?

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

async function described(screens) {
  const answer = await fetch(`/deck.json?${new URLSearchParams(screens.map((text) => [SCREEN, text]))}`);
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()).filter(isEntry);
}

// A link brings what is not in the list yet; `brought` is called when it has. The server tells how each exhibit is
// called, and of whom it is.
export async function bring(brought) {
  const params = current();
  const held = tray.entries.map(({ view, address }) => screenOf({ view, address }));
  const missing = listedIn(params).filter((text) => !held.includes(text.split(PART, 2).join(PART)));
  if (presenting() || !missing.length) return mirror();
  awaited = true;
  try {
    tray.entries.push(...(await described(missing)));
    tray.title = params.get(TITLE) || tray.title;
    awaited = false;
    store();
    mirror();
    brought();
  } catch (error) {
    // What is wrong with it stays in the address, where the page tells it.
    console.warn(error);
    awaited = false;
  }
}
