// What opens and closes by itself: menus, the tables of cards?

import { setProps } from "./dash.js";

const MENUS = "details.export[open], details.more[open], details.tray[open]";
const tables = new Set();

function toggleTable(button) {
  const name = button.dataset.table;
  if (tables.has(name)) tables.delete(name);
  else tables.add(name);
  button.setAttribute("aria-expanded", String(tables.has(name)));
  setProps("open-tables", { data: [...tables] });
}

function clicked(event) {
  const button = event.target.closest("button");
  if (button?.dataset.table) toggleTable(button);
  document.querySelectorAll(MENUS).forEach((menu) => {
    if (!menu.contains(event.target)) menu.removeAttribute("open");
  });
}

function pressed(event) {
  if (event.key !== "Escape") return;
  document.querySelectorAll(MENUS).forEach((menu) => {
    menu.removeAttribute("open");
    menu.querySelector("summary").focus();
  });
}

export function startMenus() {
  document.addEventListener("click", clicked);
  document.addEventListener("keydown", pressed);
}
