// How does what the server sends as text become a part of the page? (dashboard/web/static_html.py)

// All of it is replaced, so that the button which had the focus gets it again; where it has gone, one that does the
// same for something else.
const KINDS = ["data-target", "data-set", "data-play", "data-remove", "data-place"];
const unfolded = new WeakMap();
let held = null;

// Dash may make the box anew: it is known by where it stands.
const placeOf = (box) => box.parentElement.id + [...box.parentElement.children].indexOf(box);

function unfold(box) {
  if (unfolded.get(box) === box.dataset.staticHtml) return;
  unfolded.set(box, box.dataset.staticHtml);
  const had = held !== null && held.place === placeOf(box);
  box.innerHTML = box.dataset.staticHtml;
  if (!had) return;
  const alike = [...box.querySelectorAll(`[${held.kind}]`)];
  const button = alike.find((candidate) => candidate.getAttribute(held.kind) === held.value) || alike[0];
  if (button) button.focus({ preventScroll: true });
}

function focused(event) {
  const box = event.target.closest("[data-static-html]");
  const kind = box && KINDS.find((name) => event.target.hasAttribute(name));
  held = kind ? { place: placeOf(box), kind, value: event.target.getAttribute(kind) } : null;
}

export function startStaticHtml() {
  new MutationObserver(() => document.querySelectorAll("[data-static-html]").forEach(unfold)).observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ["data-static-html"],
  });
  document.addEventListener("focusin", focused);
}
