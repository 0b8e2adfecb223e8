// Which exhibits go into the presentation, in which order and under which names? This browser keeps the list.

const KEY = "dashboard-presentation";
const TITLE_KEY = "dashboard-presentation-title";
const FIELDS = ["view", "address", "filters", "title", "selection", "name"];
export const LONGEST_TITLE = 200;

// `title` is that of the presentation. An entry has the fields above, all of them text: the view, its address, its
// filters alone, how the exhibit calls itself and its selection, and the name that the user has given it.
export const tray = { entries: [], title: "" };

export const isEntry = (entry) => Boolean(entry) && FIELDS.every((field) => typeof entry[field] === "string");

// A text no longer than a title may be.
export const cut = (text) => [...text.trim()].slice(0, LONGEST_TITLE).join("");

function parsed(text) {
  try {
    const list = JSON.parse(text);
    return Array.isArray(list) ? list.filter(isEntry) : [];
  } catch {
    return []; // Somebody else's text under our name: an empty tray is no loss.
  }
}

export function load() {
  try {
    tray.entries = parsed(window.localStorage.getItem(KEY));
    tray.title = window.localStorage.getItem(TITLE_KEY) || "";
  } catch {
    tray.entries = []; // A browser may refuse storage: the tray then lasts as long as its address.
  }
}

export function store() {
  try {
    window.localStorage.setItem(KEY, JSON.stringify(tray.entries));
    window.localStorage.setItem(TITLE_KEY, tray.title);
  } catch {
    // As above.
  }
}

// Calls `changed` when another window of this browser has changed the list.
export function watchStore(changed) {
  window.addEventListener("storage", (event) => {
    if (![KEY, TITLE_KEY].includes(event.key)) return;
    load();
    changed();
  });
}
