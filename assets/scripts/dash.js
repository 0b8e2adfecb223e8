// What of Dash do these scripts use, and which of it is not public? It draws the lists of filters, and nothing else.

// --- public ---

// Dash looks up the functions of its clientside callbacks here, at the moment of calling them, and puts `set_props`
// beside them.
window.dash_clientside ??= {};
const dash = window.dash_clientside;

// Lets the server's `ClientsideFunction("dashboard", name)` call the function of that name.
export function register(functions) {
  dash.dashboard = { ...dash.dashboard, ...functions };
}

export const setProps = (id, props) => dash.set_props(id, props);

// --- not public: to be read again with each new version of Dash ---

function run(source) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.async = false;
    script.onload = resolve;
    script.onerror = () => reject(new Error(`not loaded: ${source}`));
    document.head.append(script);
  });
}

// Dash asks for the lists of filters by an address of its own; those that belong to the page are those of its version.
const LAYOUT = /_dash-layout$/;

function askForOwnLists(version) {
  const plain = window.fetch;
  window.fetch = (target, options) => plain(LAYOUT.test(target) ? `${target}?version=${version}` : target, options);
}

// Runs Dash's scripts, which the page holds in a template (dashboard/web/document.py), in their order.
export async function startDash(version) {
  askForOwnLists(version);
  const { content } = document.getElementById("dash-scripts");
  const sources = [...content.querySelectorAll("script[src]")].map((script) => script.getAttribute("src"));
  await Promise.all(sources.map(run));
  return new window.DashRenderer();
}

// Its lists to choose from: the whole, its button, the field that only holds the focus; what an open one shows.
export const LIST = ".dash-dropdown-wrapper";
export const LIST_BUTTON = ":scope > button";
export const LIST_FIELD = ":scope > input[aria-hidden]";
export const OPEN_LIST = ".dash-dropdown-content";

// The boxes of the choices that an open list shows, and the line of each.
export const OPTION = "input.dash-options-list-option-checkbox";
export const OPTION_LINE = "[role=option]";

// The list and the value of the option whose box `box` is; nothing for anything else.
export function optionOf(box) {
  const button = box.matches?.(OPTION) && box.closest(LIST)?.querySelector(LIST_BUTTON);
  return button ? { ...JSON.parse(button.id), value: box.value } : null;
}
