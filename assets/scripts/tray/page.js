// How does the page show the list?

import { isTooLong } from "./address.js";
import { LONGEST_TITLE, tray } from "./store.js";

export const TOO_LONG = "Cette présentation est trop longue pour une adresse : seul ce navigateur la garde.";

export const panel = () => document.getElementById("tray");
export const find = (selector) => panel().querySelector(selector);

export function say(text) {
  find(".tray-message").textContent = text;
}

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function button(text, act, label, disabled) {
  const made = element("button", { type: "button", className: "action", textContent: text, disabled });
  made.dataset.move = act;
  made.setAttribute("aria-label", label);
  return made;
}

function nameField(entry, i) {
  const { name, title } = entry;
  const properties = { className: "tray-name", value: name, placeholder: title, maxLength: LONGEST_TITLE };
  const field = element("input", properties);
  field.setAttribute("aria-label", `Titre de la diapositive ${i + 1} : ${title}`);
  return field;
}

function row(entry, i, entries) {
  const name = entry.name || entry.title;
  const made = element(
    "li",
    {},
    element("div", { className: "tray-words" }, nameField(entry, i), element("span", { textContent: entry.selection })),
    button("↑", "up", `Monter : ${name}`, i === 0),
    button("↓", "down", `Descendre : ${name}`, i === entries.length - 1),
    button("×", "remove", `Retirer : ${name}`, false),
  );
  made.dataset.index = i;
  return made;
}

export function showList() {
  const { entries } = tray;
  find(".tray-count").textContent = entries.length ? ` (${entries.length})` : "";
  find(".tray-list").replaceChildren(...entries.map(row));
  find(".tray-empty").hidden = entries.length > 0;
  find(".tray-rule").hidden = entries.length === 0;
  find(".tray-long").textContent = isTooLong() ? TOO_LONG : "";
  panel()
    .querySelectorAll("[data-tray]")
    .forEach((act) => {
      act.disabled = !entries.length;
    });
}

export function show() {
  showList();
  find("#tray-title").value = tray.title;
}

// The keyboard stays on what has moved, or on what comes after what has gone.
export function focusRow(i, act) {
  const rows = find(".tray-list").children;
  const next = rows[Math.min(i, rows.length - 1)];
  if (!next) return find("summary").focus();
  const again = next.querySelector(`[data-move="${act}"]`);
  (again.disabled ? next.querySelector("[data-move]:not(:disabled)") : again).focus();
}
