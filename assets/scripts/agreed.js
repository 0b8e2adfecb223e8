// How is a reader told what is at risk before something is taken away, and asked whether to go on?

const TITLE = "Très peu de personnes";

function made(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

const button = (text, value) => made("button", { type: "submit", className: "action", textContent: text, value });

// Whether the reader goes on, having read `warning`. Escape is a no; the keyboard begins at the button that says so.
export function agreed(warning) {
  const no = button("Annuler", "");
  no.autofocus = true;
  const box = made(
    "dialog",
    { className: "agreed", ariaLabel: TITLE, role: "alertdialog" },
    made("h2", { textContent: TITLE }),
    made("p", { textContent: warning, id: "agreed-text" }),
    made("form", { method: "dialog" }, no, button("Continuer", "oui")),
  );
  box.setAttribute("aria-describedby", "agreed-text");
  document.body.append(box);
  box.showModal();
  return new Promise((resolve) => {
    box.addEventListener("close", () => {
      box.remove();
      resolve(box.returnValue === "oui");
    });
  });
}
