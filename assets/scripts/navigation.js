// How does the page go to another address, and the address tell the page? The address is the whole state.

import * as address from "./address.js";
import { below, here, storedAs } from "./site.js";

export const PRESENTATION = "/presentation";

// What the server tells of addresses (dashboard/web/frame.py), of the tables that it shows now: the order in which it
// writes filters, which parameters are nobody's here, which show a passing moment of a page, and whether a filter keeps
// one choice alone.
const told = () => document.querySelector("[data-address-order]")?.dataset || {};
const listed = (names) => (names || "").split(",");
const filters = () => listed(told().addressOrder);

export function current() {
  const params = address.unversioned(new URLSearchParams(window.location.search));
  const { addressForeign } = told();
  return addressForeign ? address.ours(params, new RegExp(addressForeign), filters()) : params;
}
export const presenting = () => here() === PRESENTATION;
export const searchOf = (params) => address.format(params, filters());

// The hash is a place to go to once, but the screen of a presentation stays while filters change.
const screen = () => (presenting() ? window.location.hash : "");

const written = (search) => window.location.pathname + search + screen();

// The History API announces no change that a script makes; the standard event of a step through the history does.
function announceAddress() {
  window.dispatchEvent(new PopStateEvent("popstate", { state: window.history.state }));
}

// Goes to an address of this site, a step in the history, and asks the server for it.
export function visit(url) {
  window.history.pushState({}, "", url);
  announceAddress();
}

// The address of the page at `path` for the same people, and with the same switches; a player is left where it stood.
export function elsewhere(path) {
  const isElsewhere = path !== here();
  return below(path) + searchOf(isElsewhere ? address.without(current(), listed(told().addressPassing)) : current());
}

// Goes to other parameters of this page.
export function go(params) {
  const search = searchOf(params);
  if (search !== searchOf(current())) visit(written(search));
}

// The same, without a step in the history.
export function replace(params) {
  rewrite(searchOf(params));
}

// The same page under a better address, no step in the history.
export function rewrite(search) {
  window.history.replaceState({}, "", written(search));
  announceAddress();
}

export const put = (pairs) => go(address.put(current(), pairs));

const isFilter = (target) => Object.keys(target || {}).length > 0;

export function toggle(target) {
  if (isFilter(target)) go(address.toggled(current(), target));
}

const keepsOne = () => told().addressOne !== undefined;

export function add(target) {
  if (keepsOne()) toggle(target);
  else if (isFilter(target)) go(address.added(current(), target, filters()));
}

// What `add` would do that `toggle` would not: "add", "drop" or nothing.
export const effectBeside = (target) =>
  isFilter(target) && !keepsOne() && address.effectBeside(current(), target, filters());

// Everybody again.
export const reset = () => go(address.collected(current()));

// The address of this selection, without what is collected.
export const selectionSearch = () => searchOf(address.selecting(current()));

// The version of the tables that the page was made from.
export const version = () => document.getElementById("page").dataset.version;

// Where the page is now, on its own; `place` is a place of it, with its sign.
export const linkHere = (search, place = "") =>
  window.location.origin + window.location.pathname + address.ofVersion(search, version()) + place;

// The page made anew, of the version of the tables `wanted`, which a worker that does not show it yet waits for.
export function makeAnew(wanted) {
  const { pathname, hash } = window.location;
  window.location.replace(pathname + address.ofVersion(searchOf(current()), wanted) + hash);
}

// Presents what `search` asks for; the page as it is now is come back to.
const FROM = storedAs("dashboard-presented-from");
let from = below("/");

export function present(search) {
  if (!presenting()) remember();
  visit(below(PRESENTATION) + search);
  window.scrollTo(0, 0);
}

function remember() {
  from = window.location.pathname + window.location.search;
  try {
    window.sessionStorage.setItem(FROM, from);
  } catch {
    // A browser may refuse storage: a reload then comes back to the overview.
  }
}

// Leaves the presentation for the page as it was left, also after a reload.
export function leavePresentation() {
  let back = from;
  try {
    back = window.sessionStorage.getItem(FROM) || from;
  } catch {
    // As above.
  }
  visit(back);
  window.scrollTo(0, 0);
}
