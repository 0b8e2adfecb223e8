// When is the server asked, and for what? One question at a time: answers that overtook each other would leave parts of
// one selection beside parts of another.

import { redrawAll } from "./charts/redraw.js";
import { alertOf, setProps, unchanged, watchAnswers } from "./dash.js";
import { rewrite } from "./navigation.js";
import { arrived } from "./places.js";
import { isPhone } from "./styles.js";

const TIMEOUT_MS = 20000;
const RETRIES_MS = [1000, 5000, 15000]; // A server that restarts is back by then.
const LOST = "La réponse du serveur s'est perdue\u00a0: elle est demandée de nouveau.";
const SILENCE =
  "Le serveur ne répond pas\u00a0: la page garde son état précédent. Vérifiez le réseau, puis rechargez la page.";
let number = 0;
let since = null; // When the server was asked what it has not answered yet.
let overdue = false; // Has something changed meanwhile?
let shown = null; // Which page, for which width, is on screen; null if nobody knows.
let timeout = null;
let losses = 0; // How many answers in a row were lost.
let retry = null;
let latest = [[], {}]; // What was last told of the page: its open tables, and the parts it shows.

// What to ask for the page, and what for its parts: one of the two. `known` tells which parts are shown and need not be
// sent. Who asks meanwhile is heard when the answer has come, or is given up. On a phone the server draws fewer labels.
function question(tables, known) {
  latest = [tables, known];
  if (since !== null && Date.now() - since < TIMEOUT_MS) {
    overdue = true;
    return [unchanged(), unchanged()];
  }
  const { pathname: path, search } = window.location;
  const narrow = isPhone();
  const whole = since !== null || shown?.path !== path || shown.narrow !== narrow;
  if (whole) redrawAll();
  wait();
  number += 1;
  const asked = { number, path, search, tables, narrow, known };
  return whole ? [asked, unchanged()] : [unchanged(), asked];
}

function askAgain(tables, known) {
  const [page, parts] = question(tables, known);
  if (page !== unchanged()) setProps("asked-page", { data: page });
  if (parts !== unchanged()) setProps("asked-parts", { data: parts });
}

function wait() {
  since = Date.now();
  overdue = false;
  document.body.dataset.asking = "";
  window.clearTimeout(timeout);
  window.clearTimeout(retry);
  timeout = window.setTimeout(silent, TIMEOUT_MS);
}

function answered() {
  since = null;
  losses = 0;
  delete document.body.dataset.asking;
  window.clearTimeout(timeout);
  window.clearTimeout(retry);
}

const tell = (text, color) => setProps("messages", { children: [alertOf(text, color)] });

// The answer may still come; but what has changed meanwhile waits no longer.
function silent() {
  delete document.body.dataset.asking;
  tell(SILENCE, "danger");
  if (overdue) askAgain(...latest);
}

// No answer will come to the question of this number: it is asked again a few times, then at the next change.
function lost(asked) {
  if (since === null || asked.number !== number) return;
  window.clearTimeout(timeout);
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

// The function of a clientside callback; Dash calls it once before it knows the address.
export const ask = (path, _search, tables, known) => (path ? question(tables, known) : [unchanged(), unchanged()]);

// The function of a clientside callback: the page shows `answer`. Asks for what has changed meanwhile; else writes the
// address in its best form, if all of it was understood.
export function pageShown(answer, tables, known) {
  if (!answer) return;
  answered();
  if (answer.failed) {
    if (overdue) askAgain(tables, known);
    return;
  }
  // An answer that was given up has come after all: only a whole page puts right what it has changed.
  const current = answer.number === number;
  shown = current ? { path: answer.path, narrow: isPhone() } : null;
  arrived(answer.path);
  const { pathname, search } = window.location;
  if (overdue || !current || answer.path !== pathname || answer.search !== search) {
    askAgain(tables, known);
  } else if (answer.best !== null && decodeURI(answer.best) !== decodeURI(search)) {
    rewrite(answer.best);
  }
}

export function startQuestions() {
  watchAnswers(lost);
  window.addEventListener("online", () => {
    if (losses && since === null) askAgain(...latest);
  });
}
