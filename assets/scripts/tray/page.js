// How does the page show the list?

import { isTooLong } from "./address.js";
import { buttons } from "../message.js";
import { LONGEST_COMMENT, LONGEST_TITLE, otherDecks, tray } from "./store.js";

export const TOO_LONG = "Cette présentation est trop longue pour une adresse : seul ce navigateur la garde.";

export const panel = () => document.getElementById("tray");
export const find = (selector) => panel().querySelector(selector);

// `acts`: buttons by their words, each with what it does.
export function say(text, acts = {}) {
  const place = find(".tray-message");
  place.replaceChildren(text, ...buttons(acts, () => place.replaceChildren()));
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

function commentField({ title, comment }, i) {
  const made = element("textarea", {
    className: "tray-comment",
    value: comment,
    placeholder: "Commentaire, montré à l'écran, sur la diapositive et imprimé",
    maxLength: LONGEST_COMMENT,
    rows: 2,
  });
  made.setAttribute("aria-label", `Commentaire de la diapositive ${i + 1} : ${title}`);
  return made;
}

function row(entry, i, entries) {
  const name = entry.name || entry.title;
  const made = element(
    "li",
    {},
    element(
      "div",
      { className: "tray-words" },
      nameField(entry, i),
      element("span", { textContent: entry.selection }),
      commentField(entry, i),
    ),
    button("↑", "up", `Monter : ${name}`, i === 0),
    button("↓", "down", `Descendre : ${name}`, i === entries.length - 1),
    button("×", "remove", `Retirer : ${name}`, false),
  );
  made.dataset.index = i;
  return made;
}

export function showList() {
  const { entries } = tray;
  const many = entries.length ? ` (${entries.length})` : "";
  find(".tray-count").textContent = many;
  document.querySelector("a.present").textContent = `Présenter${many}`;
  find(".tray-list").replaceChildren(...entries.map(row));
  find(".tray-empty").hidden = entries.length > 0;
  find(".tray-rule").hidden = entries.length === 0;
  find(".tray-long").textContent = isTooLong() ? TOO_LONG : "";
  showDecks();
  panel()
    .querySelectorAll("[data-tray]")
    .forEach((act) => {
      act.disabled = !entries.length;
    });
}

const deckName = ({ title, entries }) => `${title || "Sans titre"} (${entries.length})`;

// The presentations of this browser, the one at work first; nothing to choose before there is one.
export function showDecks() {
  const rest = otherDecks();
  const options = [
    element("option", { value: "", textContent: deckName(tray), selected: true }),
    ...rest.map((deck, i) => element("option", { value: String(i), textContent: deckName(deck) })),
    element("option", { value: "new", textContent: "Nouvelle présentation" }),
  ];
  find("#tray-deck").replaceChildren(...options);
  find(".tray-decks").hidden = !rest.length && !tray.entries.length;
}

export function show() {
  showList();
  find("#tray-title").value = tray.title;
}

export const focusName = (i) => find(".tray-list").children[i]?.querySelector("input").focus();

// The keyboard stays on what has moved, or on what comes after what has gone.
export function focusRow(i, act) {
  const rows = find(".tray-list").children;
  const next = rows[Math.min(i, rows.length - 1)];
  if (!next) return find("summary").focus();
  const again = next.querySelector(`[data-move="${act}"]`);
  (again.disabled ? next.querySelector("[data-move]:not(:disabled)") : again).focus();
}
