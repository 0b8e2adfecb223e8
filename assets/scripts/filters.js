// How do the lists of filters and switches change the address, and the address them?

import { valueOf } from "./address.js";
import { optionOf, setProps } from "./dash.js";
import { current, go, put } from "./navigation.js";

let lists = []; // Once Dash has drawn them: the identifier of each, its options, and what is chosen in it.

// What a list shows of the address. One that keeps a single choice shows none of several, which the server refuses.
function listed(params, { id, options, many }) {
  const asked = valueOf(params, id.filter).split(",");
  const held = (options || []).map((option) => option.value).filter((value) => asked.includes(value));
  return many || held.length === 1 ? held : [];
}

const same = (a, b) => a.length === b.length && a.every((value) => b.includes(value));

// A list that shows the address already is left alone: Dash would draw it again.
export function showFilters() {
  const params = current();
  for (const list of lists) {
    const wanted = listed(params, list);
    if (same(wanted, list.chosen)) continue;
    list.chosen = wanted;
    setProps(list.id, { value: list.many ? wanted : (wanted[0] ?? null) });
  }
}

// What is chosen in the lists goes into the address, where it is not in it.
function write() {
  const params = current();
  for (const list of lists) {
    if (same(list.chosen, listed(params, list))) continue;
    const ordered = list.options.map((option) => option.value).filter((value) => list.chosen.includes(value));
    if (ordered.length) params.set(list.id.filter, ordered.join(","));
    else params.delete(list.id.filter);
  }
  go(params);
}

// The function of a clientside callback: Dash calls it once when it has drawn the lists, and after each choice in one.
export function filtersChanged(values, ids, options, many) {
  const drawn = lists.length === 0;
  lists = ids.map((id, i) => ({ id, options: options[i], many: many[i], chosen: [values[i] ?? []].flat() }));
  if (drawn) showFilters();
  else write();
}

// An option that has been pressed: Dash tells of it when it has drawn the list again, thirty milliseconds later, and
// then finds it in the address.
function pressed(event) {
  const option = optionOf(event.target);
  const list = option && lists.find(({ id }) => id.filter === option.filter);
  if (!list) return;
  const others = list.chosen.filter((value) => value !== option.value);
  const isHeld = others.length < list.chosen.length;
  if (list.many) list.chosen = isHeld ? others : [...others, option.value];
  else list.chosen = [option.value];
  write();
}

// A switch with many positions is a list of the browser's own.
function switched(event) {
  const { switch: name } = event.target.dataset;
  if (name) put({ [name]: event.target.value });
}

export function startFilters() {
  document.addEventListener("click", pressed, true);
  document.addEventListener("change", switched);
  window.addEventListener("popstate", showFilters);
}
