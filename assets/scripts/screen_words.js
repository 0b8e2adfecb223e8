// How does the speaker give the screen that is shown a title and a comment of their own? The address keeps them, and
// the list from which the screen came.

import { PART, SCREEN, screenOf } from "./address.js";
import { captionOf } from "./export.js";
import { current, replace } from "./navigation.js";
import { entryOf, viewOf } from "./tray/entry.js";
import { showList } from "./tray/page.js";
import { cut, cutComment, store, takeUp, tray } from "./tray/store.js";

// The exhibits as the address lists them, one a screen; where it lists none, by the names of their views.
function listed(screens) {
  const texts = current()
    .getAll(SCREEN)
    .flatMap((text) => (text.includes(PART) ? [text] : text.split(",").filter(Boolean)));
  return texts.length === screens.length ? texts : screens.map((screen) => viewOf(captionOf(screen)));
}

// Fills the fields of `box` with the words of `screen`; `keep` is called when the form is sent.
export function askWords(box, screen, keep) {
  const form = box.querySelector("form");
  form.elements.title.value = screen.querySelector("h2").textContent;
  form.elements.comment.value = screen.querySelector(".comment")?.textContent ?? "";
  box.querySelector("#screen-whom").textContent = captionOf(screen).selection;
  form.onsubmit = keep;
}

// The list from which the screens came has the words too, for whom the screen shows now. Screens that came from no list
// become one: what has been written in the room is not lost when it is left.
function keepInList(screens, i, words) {
  const views = tray.entries.map(({ view }) => view).join();
  const isShown = views === screens.map((screen) => viewOf(captionOf(screen))).join();
  if (!isShown) takeUp({ title: "", entries: screens.map(entryOf) });
  Object.assign(tray.entries[i], entryOf(screens[i]), words);
  store();
}

// Writes what the form holds into the address, for the people whom the `i`-th of `screens` shows now.
export function wordsKept(screens, i, box) {
  const form = box.querySelector("form");
  const caption = captionOf(screens[i]);
  const name = cut(form.elements.title.value);
  const words = { name: name === caption.title ? "" : name, comment: cutComment(form.elements.comment.value).trim() };
  const own = { view: viewOf(caption), address: caption.address };
  const params = current();
  const texts = listed(screens).with(i, screenOf({ ...own, ...words }));
  params.delete(SCREEN);
  texts.forEach((text) => params.append(SCREEN, text));
  keepInList(screens, i, words);
  showList();
  replace(params);
}
