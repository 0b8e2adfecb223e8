// Where does the tooltip of a mark stand, and what does it say? One element serves all drawings of the page.

const GAP = 8; // Between the tip and what it stands beside.
const MARGIN = 6; // Between the tip and the edge of the window.

const tip = document.createElement("div");
let shown = null; // The mark whose tip is shown.
let size = { width: 0, height: 0 };

const within = (at, length, room) => Math.max(MARGIN, Math.min(at, room - length - MARGIN));

// The top left corner of a tip of `size` on each side of the box `anchor`.
const SIDES = {
  right: (anchor, { height }) => [anchor.right + GAP, (anchor.top + anchor.bottom - height) / 2],
  left: (anchor, { width, height }) => [anchor.left - GAP - width, (anchor.top + anchor.bottom - height) / 2],
  above: (anchor, { width, height }) => [(anchor.left + anchor.right - width) / 2, anchor.top - GAP - height],
  below: (anchor, { width }) => [(anchor.left + anchor.right - width) / 2, anchor.bottom + GAP],
};
const IS_BESIDE = { right: true, left: true, above: false, below: false };

// Where a tip of `size` stands in a window of size `room`, in pixels: on the first of `sides` that has the room for it.
export function placed(anchor, { width, height }, room, sides) {
  const spots = sides.map((side) => {
    const [x, y] = SIDES[side](anchor, { width, height });
    const [at, length, most] = IS_BESIDE[side] ? [x, width, room.width] : [y, height, room.height];
    return {
      x: within(x, width, room.width),
      y: within(y, height, room.height),
      fits: within(at, length, most) === at,
    };
  });
  const { x, y } = spots.find((spot) => spot.fits) || spots[0];
  return { x, y };
}

function line(text, kind) {
  const made = document.createElement("p");
  made.className = kind;
  made.textContent = text;
  return made;
}

export const shownMark = () => shown;

// Moves the tip beside the box `anchor`.
export function moveTip(anchor, sides) {
  const room = { width: document.documentElement.clientWidth, height: window.innerHeight };
  const { x, y } = placed(anchor, size, room, sides);
  tip.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
}

// Shows what `mark` is called, line by line, and `hint` under it. A screen reader says the name itself.
export function showTip(mark, anchor, sides, hint = "") {
  const [name, ...lines] = (mark.getAttribute("aria-label") || "").split("\n");
  if (!name) {
    hideTip();
    return;
  }
  shown = mark;
  tip.replaceChildren(line(name, "name"), ...lines.map((text) => line(text, "")));
  if (hint) tip.append(line(hint, "hint"));
  tip.hidden = false;
  size = { width: tip.offsetWidth, height: tip.offsetHeight };
  moveTip(anchor, sides);
}

export function hideTip() {
  if (!shown) return;
  shown = null;
  tip.hidden = true;
}

export function startTip() {
  tip.className = "tip";
  tip.hidden = true;
  tip.setAttribute("aria-hidden", "true");
  document.body.append(tip);
}
