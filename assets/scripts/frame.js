// What is put right in the lists of filters once Dash has drawn them, and after each change?

import { startCounts, tellCounts } from "./counts.js";
import { captionThemeButton } from "./day_and_night.js";
import { LIST, LIST_BUTTON, LIST_FIELD } from "./dash.js";
import { BAR_TOLD } from "./laying.js";
import { isPhone } from "./styles.js";

// What a list opens has no name.
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

// Dash has drawn its lists: what stood in their place goes. On a phone they start closed in their drawers.
function listsDrawn() {
  const before = document.getElementById("filters-to-come");
  for (const told of Object.values(BAR_TOLD))
    // In place of what an answer may have put there meanwhile, which says the same.
    document.querySelector(`#filters ${told}`).replaceChildren(...before.querySelector(told).childNodes);
  before.remove();
  if (!isPhone()) return;
  for (const drawer of document.querySelectorAll("#filters, #other-filters")) drawer.removeAttribute("open");
}

export function startFrame() {
  captionThemeButton();
  startCounts();
  let drawn = false;
  new MutationObserver(() => {
    document.querySelectorAll(LIST).forEach(nameList);
    tellCounts();
    if (drawn || !document.querySelector(`#filters ${LIST}`)) return;
    drawn = true;
    listsDrawn();
  }).observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ["tabindex", "aria-labelledby", "value"],
  });
}
