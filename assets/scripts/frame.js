// What is put right in the frame of the page once React has drawn it, and after each change?

import { captionThemeButton } from "./day_and_night.js";
import { LIST, LIST_BUTTON, LIST_FIELD } from "./dash.js";
import { isPhone } from "./styles.js";

// What a list opens stands elsewhere in the page, without a name.
function nameOpened(opened, name) {
  if (!opened) return;
  [opened, ...opened.querySelectorAll("[role=listbox]")].forEach((box) => {
    if (box.getAttribute("aria-labelledby") !== name) box.setAttribute("aria-labelledby", name);
  });
}

// Dash's lists stop the tabulator at a field hidden from screen readers, and their button does not tell what it
// chooses: the stop goes to the button, which is named by its label.
function nameList(list) {
  const field = list.querySelector(LIST_FIELD);
  const button = list.querySelector(LIST_BUTTON);
  const label = list.parentElement.querySelector(":scope > label");
  if (field && field.tabIndex !== -1) field.tabIndex = -1;
  if (!button) return;
  if (button.tabIndex !== 0) button.tabIndex = 0;
  if (!label) return;
  if (!label.id) label.id = `label-${label.htmlFor}`;
  const named = button.getAttribute("aria-labelledby") || "";
  if (!named.startsWith(label.id)) button.setAttribute("aria-labelledby", `${label.id} ${named}`);
  nameOpened(document.getElementById(button.getAttribute("aria-controls")), label.id);
}

// An attribute says so, and not `:has()` of an element at the top: at each change of any element the browser would
// style all of them again (on a page of 4,000, 190 of the 240 ms of a filter change).
function markPresenting() {
  const page = document.getElementById("page");
  document.body.toggleAttribute("data-presenting", Boolean(page?.classList.contains("page-presentation")));
}

// On a phone the filters start closed in their drawer.
function framed() {
  document.querySelector(".waiting").remove();
  captionThemeButton();
  if (isPhone()) document.getElementById("filters")?.removeAttribute("open");
}

export function startFrame() {
  let ready = false;
  new MutationObserver(() => {
    document.querySelectorAll(LIST).forEach(nameList);
    markPresenting();
    if (ready || !document.getElementById("theme")) return;
    ready = true;
    framed();
  }).observe(document.body, { childList: true, subtree: true, attributeFilter: ["tabindex", "aria-labelledby"] });
}
