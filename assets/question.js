// When is the server asked, and for what? One question at a time: answers that overtook each other would leave parts of
// one selection beside parts of another.
"use strict";
(function () {
  const PATIENCE_MS = 20000;
  const RETRIES_MS = [1000, 5000, 15000]; // A server that restarts is back by then.
  const ASKING = "/_dash-update-component";
  const LOST = "La réponse du serveur s'est perdue\u00a0: elle est demandée de nouveau.";
  const SILENCE =
    "Le serveur ne répond pas\u00a0: la page garde son état précédent. Vérifiez le réseau, puis rechargez la page.";
  let number = 0;
  let since = null; // When the server was asked what it has not answered yet.
  let overdue = false; // Has something changed meanwhile?
  let shown = null; // Which page, for which width, is on screen; null if nobody knows.
  let patience = null;
  let losses = 0; // How many answers in a row were lost.
  let retry = null;
  let latest = [[], {}]; // What was last told of the page: its open tables, and the parts it shows.

  // On a phone the server draws fewer labels.
  const isNarrow = () => window.matchMedia("(max-width: 47.9rem)").matches;

  // What to ask for the page, and what for its parts: one of the two. `known` tells which parts are shown and need not be
  // sent. Who asks meanwhile is heard when the answer has come, or is given up.
  function question(tables, known) {
    const { no_update } = dash;
    latest = [tables, known];
    if (since !== null && Date.now() - since < PATIENCE_MS) {
      overdue = true;
      return [no_update, no_update];
    }
    const { pathname: path, search } = window.location;
    const narrow = isNarrow();
    const whole = since !== null || !shown || shown.path !== path || shown.narrow !== narrow;
    if (whole) dash.dashboard.redrawAll();
    wait();
    number += 1;
    const asked = { number, path, search, tables, narrow, known };
    return whole ? [asked, no_update] : [no_update, asked];
  }

  function askAgain(tables, known) {
    const [page, parts] = question(tables, known);
    if (page !== dash.no_update) dash.set_props("asked-page", { data: page });
    if (parts !== dash.no_update) dash.set_props("asked-parts", { data: parts });
  }

  function wait() {
    since = Date.now();
    overdue = false;
    document.body.dataset.asking = "";
    window.clearTimeout(patience);
    window.clearTimeout(retry);
    patience = window.setTimeout(silent, PATIENCE_MS);
  }

  function answered() {
    since = null;
    losses = 0;
    delete document.body.dataset.asking;
    window.clearTimeout(patience);
    window.clearTimeout(retry);
  }

  // The answer may still come; but what has changed meanwhile waits no longer.
  function silent() {
    delete document.body.dataset.asking;
    tell(SILENCE, "danger");
    if (overdue) askAgain(...latest);
  }

  // No answer will come to the question of this number: it is asked again a few times, then at the next change.
  function lost(asked) {
    if (since === null || asked !== number) return;
    window.clearTimeout(patience);
    since = null;
    const after = RETRIES_MS[losses];
    losses += 1;
    if (after === undefined) {
      delete document.body.dataset.asking;
      tell(SILENCE, "danger");
    } else {
      tell(LOST, "warning");
      retry = window.setTimeout(() => askAgain(...latest), after);
    }
  }

  function tell(text, color) {
    const alert = { type: "Alert", namespace: "dash_bootstrap_components", props: { children: text, color } };
    dash.set_props("messages", { children: [alert] });
  }

  // Dash tells nobody of a request that failed: it is heard of here, where all of the answer is waited for, since it may
  // break off in the middle.
  const send = window.fetch.bind(window);
  window.fetch = async (resource, options) => {
    if (!String(resource).includes(ASKING)) return send(resource, options);
    const asked = JSON.parse(options.body).inputs[0].value.number;
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

  window.addEventListener("online", () => {
    if (losses && since === null) askAgain(...latest);
  });

  const dash = (window.dash_clientside = window.dash_clientside || {});
  dash.dashboard = {
    ...dash.dashboard,

    // Dash calls this once before it knows the address.
    ask(path, _search, tables, known) {
      return path ? question(tables, known) : [dash.no_update, dash.no_update];
    },

    // Asks for what has changed meanwhile; else writes the address in its best form, if all of it was understood.
    pageShown(answer, tables, known) {
      if (!answer) return;
      answered();
      if (answer.failed) {
        if (overdue) askAgain(tables, known);
        return;
      }
      // An answer that was given up has come after all: only a whole page puts right what it has changed.
      const current = answer.number === number;
      shown = current ? { path: answer.path, narrow: isNarrow() } : null;
      dash.dashboard.arrived(answer.path);
      const { pathname, search } = window.location;
      if (overdue || !current || answer.path !== pathname || answer.search !== search) {
        askAgain(tables, known);
      } else if (answer.best !== null && decodeURI(answer.best) !== decodeURI(search)) {
        dash.dashboard.rewrite(answer.best);
      }
    },
  };
})();
