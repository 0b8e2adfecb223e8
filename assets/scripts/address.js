// How is an address written? By the rule of `dashboard/domain/address.py`: `tests/address_cases.json` holds both to it.

// What is collected for a presentation is no filter: it stays whatever is selected, and stands last.
export const TITLE = "titre";
export const SCREEN = "expo";
const COLLECTED = [TITLE, SCREEN];

// From which version of the tables a link was copied: said by links that leave the site, and by nothing within it.
const VERSION = "version";

// Before each parameter of the second selection.
const OTHER = "b.";

// Between the view of an exhibit, its own address and what the speaker has written: a title, and on the lines after it
// a comment.
export const PART = "~";
const COMMENTED = "\n";

// Commas stay readable.
const quoted = (text) =>
  encodeURIComponent(text)
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%2C", ",");

// Filters in the order of the codebook, which `filters` lists; those of the second selection; switches by their names;
// what is collected, in its own order.
function rankOf(name, filters) {
  if (COLLECTED.includes(name)) return [3 + COLLECTED.indexOf(name), 0];
  const other = name.startsWith(OTHER);
  const place = filters.indexOf(other ? name.slice(OTHER.length) : name);
  return place < 0 ? [2, 0] : [other ? 1 : 0, place];
}

const compared = (a, b) => Number(a > b) - Number(a < b);

// Before the page tells the order of filters, parameters keep theirs.
function ordered(params, filters) {
  const isKnown = filters.some(Boolean);
  const ranked = [...params].map(([name, value]) => ({ name, value, rank: rankOf(name, filters) }));
  const byName = (a, b) => (isKnown && a.rank[0] === 2 ? compared(a.name, b.name) : 0);
  return ranked.sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || byName(a, b));
}

// The query string of `params` (a URLSearchParams), `?` included; empty where there are none.
export function format(params, filters) {
  const pairs = ordered(params, filters).map(({ name, value }) => `${quoted(name)}=${quoted(value)}`);
  return pairs.length ? `?${pairs.join("&")}` : "";
}

// The values of a parameter, which may stand in an address more than once, as one text.
export const valueOf = (params, name) => params.getAll(name).join(",");

// The same parameters without those that were added to follow a reader (`dashboard/domain/address/foreign.py`): those
// that `foreign` tells by their names in small letters, but for `filters`, which are ours whatever they are called.
export function ours(params, foreign, filters) {
  const isOurs = ([name]) => filters.includes(name) || !foreign.test(name.toLowerCase());
  return new URLSearchParams([...params].filter(isOurs));
}

// The same parameters without those called one of `names`.
export const without = (params, names) => new URLSearchParams([...params].filter(([name]) => !names.includes(name)));

// The same parameters without the version that a link was copied from.
export const unversioned = (params) => without(params, [VERSION]);

// The query string `search` as a link bears it that leaves the site.
export const ofVersion = (search, version) => `${search}${search ? "&" : "?"}${VERSION}=${version}`;

// The same parameters without what is collected.
export const selecting = (params) => without(params, COLLECTED);

// What is collected alone.
export const collected = (params) => new URLSearchParams([...params].filter(([name]) => COLLECTED.includes(name)));

// Whether there is a second selection.
export const compares = (params) => [...params.keys()].some((name) => name.startsWith(OTHER));

// The same parameters with those of `pairs`, an empty one taken off.
export function put(params, pairs) {
  const changed = new URLSearchParams(params);
  for (const [name, value] of Object.entries(pairs)) {
    if (value) changed.set(name, value);
    else changed.delete(name);
  }
  return changed;
}

// A click puts its people into the address; the same click again takes them off.
export function toggled(params, target) {
  const pairs = Object.entries(target);
  const held = pairs.every(([name, value]) => valueOf(params, name) === value);
  return put(params, held ? Object.fromEntries(pairs.map(([name]) => [name, ""])) : target);
}

// Along which one of `filters` would the people of `target` stand beside those that the address keeps, which values are
// kept along it, and are those of `target` among them? Nothing where a click changes more than that, or is the first.
function choiceBeside(params, target, filters) {
  const others = Object.keys(target).filter((name) => valueOf(params, name) !== target[name]);
  const [name] = others;
  if (others.length !== 1 || !params.has(name) || !filters.includes(name.replace(OTHER, ""))) return null;
  const [kept, asked] = [valueOf(params, name), target[name]].map((text) => text.split(","));
  return { name, kept, asked, isHeld: asked.every((value) => kept.includes(value)) };
}

// A click with Ctrl or Shift puts its people beside those that are kept; the same again takes them alone off.
export function added(params, target, filters) {
  const choice = choiceBeside(params, target, filters);
  if (!choice) return toggled(params, target);
  const { name, kept, asked, isHeld } = choice;
  const rest = kept.filter((value) => !asked.includes(value));
  return put(params, { [name]: (isHeld ? rest : [...rest, ...asked]).join(",") });
}

// What such a click would do: "add", "drop", or nothing else than any click.
export function effectBeside(params, target, filters) {
  const choice = choiceBeside(params, target, filters);
  return choice && (choice.isHeld ? "drop" : "add");
}

// An exhibit of a presentation, which shows `view` at `address`, with the speaker's title and comment, if it has any.
export function screenOf({ view, address, name, comment = "" }) {
  const own = address.replace(/^\?/, "").replaceAll(PART, "%7E");
  const words = [name || "", ...(comment.trim() ? [comment.trim()] : [])].join(COMMENTED);
  return [view, own, ...(words ? [words] : [])].join(PART);
}
