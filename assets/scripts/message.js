// How is somebody told what the page itself has met, or what a press of a button has done?

const LASTS_MS = 2500;

function made(tag, className, text) {
  const box = document.createElement(tag);
  box.className = className;
  box.textContent = text;
  return box;
}

// Buttons by their words, each with what it does; `after` is called when one has been pressed.
export function buttons(acts, after) {
  return Object.entries(acts).flatMap(([text, act]) => {
    const button = made("button", "action", text);
    button.type = "button";
    button.addEventListener("click", () => {
      after();
      act();
    });
    return [" ", button];
  });
}

// A message in place of others, with a link at its end, if any.
export function tell(text, kind, link) {
  const box = made("div", `alert alert-${kind}`, text);
  if (link) {
    const there = made("a", "", link.text);
    there.href = link.href;
    box.append(" ", there);
  }
  box.setAttribute("role", "alert");
  document.getElementById("messages").replaceChildren(box);
}

// What stays above the page, whatever is selected, until one of its buttons is pressed. Each `id` is told once.
export function tellAbove(id, text, acts) {
  if (document.getElementById(id)) return;
  const box = made("div", "alert alert-warning lasting", text);
  box.id = id;
  box.setAttribute("role", "alert");
  box.append(...buttons(acts, () => box.remove()));
  document.getElementById("messages").before(box);
}

// What has become of a press of one of the card's buttons, beside it; one message a card. `role` is "alert" for what
// went wrong. It goes after `lasts` milliseconds, if any, but not while somebody is at its buttons.
export function tellOn(card, text, { role = "status", lasts = LASTS_MS, acts = {} } = {}) {
  const box = made("p", "message", text);
  box.setAttribute("role", role);
  box.append(...buttons(acts, () => box.remove()));
  const actions = card.querySelector(".actions");
  actions.querySelector(".message")?.remove();
  actions.append(box);
  const go = () => (box.matches(":hover, :focus-within") ? window.setTimeout(go, LASTS_MS) : box.remove());
  if (lasts) window.setTimeout(go, lasts);
}
