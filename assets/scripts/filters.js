// How do the lists of filters and switches change the address, and the address them?

import { unchanged } from "./dash.js";
import { current, go, put } from "./navigation.js";

function listed(params, name, options) {
  const asked = (params.get(name) || "").split(",").filter(Boolean);
  return (options || []).map((option) => option.value).filter((value) => asked.includes(value));
}

const same = (a, b) => a.length === b.length && a.every((value) => b.includes(value));

export function filtersChanged(values, ids, options) {
  const params = current();
  let changed = false;
  ids.forEach((id, i) => {
    const wanted = values[i] || [];
    if (same(wanted, listed(params, id.filter, options[i]))) return;
    changed = true;
    const ordered = options[i].map((option) => option.value).filter((value) => wanted.includes(value));
    if (ordered.length) params.set(id.filter, ordered.join(","));
    else params.delete(id.filter);
  });
  if (changed) go(params);
}

// A list that shows the address already is left alone: Dash would draw it again.
export function showFilters(search, ids, options, values) {
  const params = new URLSearchParams(search || "");
  return ids.map((id, i) => {
    const wanted = listed(params, id.filter, options[i]);
    return same(wanted, values[i] || []) ? unchanged() : wanted;
  });
}

// The first position of a switch is its default, which an address leaves out.
export function switchChanged(values, ids, options) {
  const pairs = {};
  ids.forEach((id, i) => {
    const standard = options[i].length ? options[i][0].value : "";
    pairs[id.switch] = values[i] === standard ? "" : values[i];
  });
  put(pairs);
}
