// How does whoever may have exact files find that choice from the buttons that write files?
// The form itself stands at the foot of the page (dashboard/web/taking_away/exact_exports.py).

import { bring } from "./places.js";

const MENUS = "details.export, details.tray";
const PLACES = ".menu, .tray-end";

const choice = () => document.getElementById("exports");

// Where the form leads back to: what is shown when it is sent, which may be another selection than it came with.
let place = "#exports";

// Leads to the form, with the other kind of files chosen: what it means is read there, before it is applied.
function leadThere(menu) {
  menu.removeAttribute("open");
  const card = menu.closest("article");
  place = card ? `#${card.id}` : "#exports";
  const other = choice().querySelector('input[type="radio"]:not(:checked)') ?? choice().querySelector(":checked");
  other.checked = true;
  bring(choice());
  other.focus({ preventScroll: true });
}

// Whenever such buttons are shown: under which policy their files are, if not the page's, and the way to the others.
function noteFiles(menu) {
  const { files, change } = document.body.dataset;
  const there = menu.matches(MENUS) && menu.querySelector(PLACES);
  if (!files || !there || there.querySelector(".files-note")) return;
  const note = Object.assign(document.createElement("p"), { className: "files-note", textContent: files });
  const way = Object.assign(document.createElement("button"), { type: "button", textContent: change });
  way.className = "files-change action";
  way.addEventListener("click", () => leadThere(menu));
  if (menu.matches("details.tray")) there.append(note);
  else there.prepend(note);
  // A presentation has no foot.
  if (choice()?.offsetParent) note.after(way);
}

function sent(event) {
  if (event.target !== choice()) return;
  const { pathname, search } = window.location;
  event.target.elements.retour.value = pathname + search + place;
}

export function startExactFiles() {
  document.addEventListener("toggle", ({ target }) => noteFiles(target), true);
  // One may have been opened before this was read.
  document.querySelectorAll(MENUS).forEach((menu) => menu.open && noteFiles(menu));
  document.addEventListener("submit", sent);
}
