// To which mark of a drawing does a key go from another one?

const ARROWS = {
  ArrowRight: { along: "x", across: "y", sign: 1 },
  ArrowLeft: { along: "x", across: "y", sign: -1 },
  ArrowDown: { along: "y", across: "x", sign: 1 },
  ArrowUp: { along: "y", across: "x", sign: -1 },
};
const SAME = 1; // Pixels: nearer than this, two marks stand at one place.
const WIDEST = 2; // How much farther aside than ahead a mark may be.

export const KEYS = [...Object.keys(ARROWS), "Home", "End"];

// How far the mark at `there` is from the one at `here` for who goes in that direction; infinite where it is behind or
// aside. Of marks at one place, as a circle and its region, the later one is ahead for who goes right or down.
function distance(here, there, { along, across, sign }, isLater) {
  const ahead = sign * (there[along] - here[along]);
  const aside = Math.abs(there[across] - here[across]);
  if (Math.abs(ahead) <= SAME && aside <= SAME) return isLater === sign > 0 ? 0 : Infinity;
  return ahead > SAME && aside <= WIDEST * ahead ? ahead + WIDEST * aside : Infinity;
}

// The number of the mark that `key` goes to from number `from`; `places` are the middles of all marks, in their order.
// Where none is ahead it is the next one, or the one before; the last and the first have none.
export function neighbour(places, from, key) {
  const last = places.length - 1;
  if (key === "Home") return 0;
  if (key === "End") return last;
  const arrow = ARROWS[key];
  let [nearest, least] = [Math.min(Math.max(from + arrow.sign, 0), last), Infinity];
  places.forEach((place, i) => {
    const far = i === from ? Infinity : distance(places[from], place, arrow, i > from);
    if (far < least) [nearest, least] = [i, far];
  });
  return nearest;
}
