// When is the server asked, and for what? One question at a time: answers that overtook each other would leave parts of
// one selection beside parts of another.

import { collected, compares } from "./address.js";
import { heard, heardInstead } from "./freshness.js";
import { finish, known, layPage, layParts, laySelection, unchoose, watchCards } from "./laying.js";
import { tell } from "./message.js";
import { bringOutlines } from "./outlines.js";
import { PRESENTATION, rewrite, version } from "./navigation.js";
import { arrived } from "./places.js";
import { hintOnce } from "./hint.js";
import { gateLaid, screensLaid } from "./presentation.js";
import { isPhone } from "./styles.js";
import { below, here } from "./site.js";

const TIMEOUT_MS = 20000;
const RETRIES_MS = [1000, 5000, 15000]; // A server that restarts is back by then.
const AT_REST_MS = 250; // A window that has not changed its size for so long has its size.
const LOST = "La réponse du serveur s'est perdue\u00a0: elle est demandée de nouveau.";
const SILENCE =
  "Le serveur ne répond pas\u00a0: la page garde son état précédent. Vérifiez le réseau, puis rechargez la page.";
const REFUSED = "Le serveur a refusé cette demande\u00a0: la page garde son état précédent. Rechargez la page.";
const LOGGED_OUT = 401;
const LONGEST_LOGIN = 8000; // As the server has it (dashboard/web/login/addresses.py).
const OUT_OF_REACH = [502, 503, 504]; // What a proxy says of a server that is not there.

const tables = new Set(); // The cards whose tables are open.
let shown = null; // The question whose answer is on screen.
let asked = false; // Is an answer awaited?
let overdue = false; // Has something changed meanwhile?
let losses = 0; // How many answers in a row were lost.
let retry = null;
let troubled = false; // Does a message of ours stand in place of the answer's?
let resized = null;

class Lost extends Error {}

// The session has ended: whoever looks at the page has to log in again.
class LoggedOut extends Error {}

// A part of an address however a browser quotes it; what cannot be read is left as it is.
function readable(part) {
  try {
    return decodeURI(part);
  } catch {
    return part;
  }
}

// What to ask now. On a phone the server draws fewer labels.
function question() {
  const { search } = window.location;
  return { path: readable(here()), search, tables: [...tables].sort(), narrow: isPhone() };
}

const comparable = (asking) => JSON.stringify(asking && { ...asking, search: readable(asking.search) });
const same = (a, b) => comparable(a) === comparable(b);

// Whether the page has the cards that `wanted` asks for: a presentation has those that its address lists, or the usual
// ones, with the comparison before them where there is a second selection.
function hasSameCards({ path, search }) {
  if (shown.path !== path) return false;
  const [before, now] = [shown.search, search].map((text) => new URLSearchParams(text));
  const hasSameScreens =
    collected(before).toString() === collected(now).toString() && compares(before) === compares(now);
  return path !== PRESENTATION || hasSameScreens;
}

// Why a question is refused: what our server says of it, and of others that they did.
async function reasonOf(answer) {
  const isOurs = (answer.headers.get("Content-Type") || "").startsWith("text/plain");
  return isOurs ? answer.text() : REFUSED;
}

// Where to log in again, to come back to what the address shows now; to its page alone where that is too long, quoted.
function loginHere() {
  const { pathname, search } = window.location;
  const [whole, page] = [pathname + search, pathname].map(
    (back) => `${below("/connexion")}?retour=${encodeURIComponent(back)}`,
  );
  return whole.length <= LONGEST_LOGIN ? whole : page;
}

// The server's answer to `wanted`: a `whole` page, or what is new of one.
async function answerTo(wanted, whole) {
  const body = JSON.stringify({ ...wanted, version: version(), whole, known: whole ? {} : known() });
  const headers = { "Content-Type": "application/json" };
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const answer = await fetch(below("/answer"), { method: "POST", body, headers, signal });
    if (answer.ok) {
      const told = await answer.json();
      if (told.replaced) return told;
      await bringOutlines(told.outlines, signal);
      return told;
    }
    if (answer.status === LOGGED_OUT) throw new LoggedOut(await reasonOf(answer));
    if (!OUT_OF_REACH.includes(answer.status)) throw new Error(await reasonOf(answer));
  } catch (error) {
    if (error.name === "TimeoutError") throw new Error(SILENCE, { cause: error });
    if (!(error instanceof TypeError || error instanceof SyntaxError || error.name === "AbortError")) throw error;
  }
  throw new Lost();
}

function show(wanted, whole, answer) {
  if (whole) layPage(answer.page, answer.html);
  else layParts(answer.parts);
  laySelection(answer);
  gateLaid(answer.gate);
  if (whole) {
    screensLaid();
    hintOnce();
  }
  shown = wanted;
  arrived(wanted.path, whole);
}

// The address in its best form, if all of it was understood. It shows the same: nobody is asked for it.
function tidy(best) {
  const { search } = window.location;
  if (best === null || readable(best) === readable(search)) return;
  shown = { ...shown, search: best };
  rewrite(best);
}

// What is told of a question that got no answer. True where it will be asked again by itself.
function failed(error) {
  troubled = true;
  unchoose();
  if (error instanceof LoggedOut) {
    // Nobody who passes by reads on what was shown to somebody who may no longer see it (assets/styles/charts.css).
    document.body.dataset.loggedOut = "";
    tell(error.message, "warning", { text: "S'identifier", href: loginHere() });
    return false;
  }
  if (!(error instanceof Lost)) {
    console.error(error);
    tell(error.message, "danger");
    return false;
  }
  const after = RETRIES_MS[losses];
  losses += 1;
  tell(after === undefined ? SILENCE : LOST, after === undefined ? "danger" : "warning");
  if (after === undefined) return false;
  retry = window.setTimeout(ask, after);
  return true;
}

async function answered(wanted, whole) {
  const answer = await answerTo(wanted, whole);
  losses = 0;
  troubled = false;
  delete document.body.dataset.loggedOut;
  if (answer.replaced) {
    // What it says of other tables has no place among what the page shows.
    unchoose();
    heardInstead(answer.version);
    return false;
  }
  heard(answer.version);
  show(wanted, whole, answer);
  if (!overdue) tidy(answer.best);
  return false;
}

// For whoever cannot see that the page is dimmed.
const tellBusy = (busy) => document.getElementById("page").setAttribute("aria-busy", String(busy));

// Asks for what the address shows, unless it is on screen. Who asks while an answer is awaited is heard when it
// has come.
export async function ask() {
  overdue = asked;
  const wanted = question();
  if (asked || (same(wanted, shown) && !troubled)) return;
  const whole = !hasSameCards(wanted);
  asked = true;
  window.clearTimeout(retry);
  document.body.dataset.asking = "";
  tellBusy(true);
  finish();
  const waits = await answered(wanted, whole).catch(failed);
  asked = false;
  if (waits) return;
  delete document.body.dataset.asking;
  tellBusy(false);
  if (overdue) ask();
}

export function tablesChanged(name) {
  if (!tables.delete(name)) tables.add(name);
  ask();
}

// What the server has sent as a page is on screen already.
export function startQuestions() {
  const { path, search, narrow, best } = document.getElementById("page").dataset;
  shown = { path, search, tables: [], narrow: narrow !== undefined };
  watchCards();
  arrived(path, true);
  screensLaid();
  hintOnce();
  // The address may have changed since the page was sent.
  if (readable(window.location.search) === readable(search)) tidy(best ?? null);
  ask();
  window.addEventListener("popstate", ask);
  window.addEventListener("online", () => {
    if (losses) ask();
  });
  window.addEventListener("resize", () => {
    window.clearTimeout(resized);
    resized = window.setTimeout(ask, AT_REST_MS);
  });
}
