// What opens and closes by itself: menus, the tables of cards?

import { OPEN_LIST } from "./dash.js";
import { tablesChanged } from "./question.js";

const MENUS = "details.export[open], details.more[open], details.tray[open], details.account[open]";

function toggleTable(button) {
  button.setAttribute("aria-expanded", String(button.getAttribute("aria-expanded") !== "true"));
  tablesChanged(button.dataset.table);
}

function clicked(event) {
  const button = event.target.closest("button");
  if (button?.dataset.table) toggleTable(button);
  // The path of the click: what was pressed in a menu may have gone since.
  const path = event.composedPath();
  // What asks before a file is written stands over all menus, and closes none.
  if (event.target.closest("dialog")) return;
  document.querySelectorAll(MENUS).forEach((menu) => {
    if (!path.includes(menu)) menu.removeAttribute("open");
  });
}

// A list that is open in a menu is what Escape closes first, by Dash; and so is what asks over it.
const isInList = (element) => Boolean(element.closest(OPEN_LIST));

function pressed(event) {
  if (event.key !== "Escape" || isInList(event.target) || event.target.closest("dialog")) return;
  document.querySelectorAll(MENUS).forEach((menu) => {
    menu.removeAttribute("open");
    menu.querySelector("summary").focus();
  });
}

export function startMenus() {
  document.addEventListener("click", clicked);
  document.addEventListener("keydown", pressed);
}
