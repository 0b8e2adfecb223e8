// How does the keyboard stay where it is, when what has the focus is replaced by an answer?

// The button that had the focus gets it again; where it has gone, one that does the same for something else; where
// there is none, as after the last chip, the page below: no key of a keyboard is lost.
const KINDS = ["data-target", "data-set", "data-play", "data-remove", "data-place", "data-switch"];

// Runs `change`, which replaces what `box` holds.
export function focusKept(box, change) {
  const focused = box.contains(document.activeElement) ? document.activeElement : null;
  const kind = KINDS.find((name) => focused?.hasAttribute(name));
  const value = kind && focused.getAttribute(kind);
  change();
  if (!kind || focused.isConnected) return;
  const alike = [...box.querySelectorAll(`[${kind}]`)];
  const next = alike.find((candidate) => candidate.getAttribute(kind) === value) || alike[0];
  (next || document.querySelector("main")).focus({ preventScroll: true });
}
