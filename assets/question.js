// When is the server asked, and for what? One question at a time: answers that overtook each other would leave parts of
// one selection beside parts of another.
"use strict";
(function () {
  const PATIENCE_MS = 20000;
  const SILENCE = "Le serveur ne répond pas : la page garde son état précédent. Vérifiez le réseau, puis rechargez la page.";
  let number = 0;
  let since = null; // When the server was asked what it has not answered yet.
  let overdue = false; // Has something changed meanwhile?
  let shown = null; // Which page, for which width, is on screen; null if nobody knows.
  let patience = null;

  // On a phone the server draws fewer labels.
  const isNarrow = () => window.matchMedia("(max-width: 47.9rem)").matches;

  // What to ask for the page, and what for its parts: one of the two. `known` tells which parts are shown and need not be
  // sent. Who asks meanwhile is heard when the answer has come, or is given up.
  function question(tables, known) {
    const { no_update } = dash;
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
    patience = window.setTimeout(tellSilence, PATIENCE_MS);
  }

  function answered() {
    since = null;
    delete document.body.dataset.asking;
    window.clearTimeout(patience);
  }

  function tellSilence() {
    delete document.body.dataset.asking;
    const alert = { type: "Alert", namespace: "dash_bootstrap_components", props: { children: SILENCE, color: "danger" } };
    dash.set_props("messages", { children: [alert] });
  }

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
