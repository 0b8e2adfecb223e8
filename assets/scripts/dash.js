// What of Dash do these scripts use, and which of it is not public?

// --- public ---

// Dash looks up the functions of its clientside callbacks here, at the moment of calling them, and puts `set_props` and
// `no_update` beside them.
window.dash_clientside ??= {};
const dash = window.dash_clientside;

// Lets the server's `ClientsideFunction("dashboard", name)` call the function of that name.
export function register(functions) {
  dash.dashboard = { ...dash.dashboard, ...functions };
}

export const setProps = (id, props) => dash.set_props(id, props);

// What a clientside callback returns for an output that stays as it is.
export const unchanged = () => dash.no_update;

// Makes dcc.Location read the address, and so ask the server. The History API announces no change that a script makes;
// the standard event of a step through the history says the same, and dcc.Location follows it.
export function announceAddress() {
  window.dispatchEvent(new PopStateEvent("popstate", { state: window.history.state }));
}

// --- not public: to be read again with each new version of Dash ---

// Where Dash sends its callbacks.
const CALLBACKS = "/_dash-update-component";

// Dash tells nobody of a request that failed (its hooks are for answers that came). It is heard of here, where all of
// the answer is waited for, since it may break off in the middle. `lost` gets the value of the callback's first input.
export function watchAnswers(lost) {
  const send = window.fetch.bind(window);
  window.fetch = async (resource, options) => {
    if (!String(resource).includes(CALLBACKS)) return send(resource, options);
    const asked = JSON.parse(options.body).inputs[0].value;
    try {
      const answer = await send(resource, options);
      const body = await answer.blob();
      if (!answer.ok) lost(asked);
      return new Response(answer.status === 204 ? null : body, answer);
    } catch (error) {
      lost(asked);
      throw error;
    }
  };
}

// A component as Dash writes it for the browser: no function of its makes one.
export const alertOf = (text, color) => ({
  type: "Alert",
  namespace: "dash_bootstrap_components",
  props: { children: text, color },
});

// Its lists to choose from: the whole, its button, the field that only holds the focus; what an open one shows.
export const LIST = ".dash-dropdown-wrapper";
export const LIST_BUTTON = ":scope > button";
export const LIST_FIELD = ":scope > input[aria-hidden]";
export const OPEN_LIST = ".dash-dropdown-content";
