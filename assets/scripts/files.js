// How does a file that the browser or the server has made, or a link, reach the user?

import { agreed } from "./agreed.js";

const KEPT_MS = 10000;
const BUSY = 503;
const MOST_TRIES = 20; // Five minutes, as the server asks to wait between.
const SILENCE = "Le serveur ne répond pas\u00a0: vérifiez le réseau, puis réessayez.";
const UNTOLD = "Le serveur n'a pas pu écrire ce fichier\u00a0: réessayez plus tard.";

// Saves `blob` under `name`. The link stands in `place` while it is pressed.
export function save(blob, name, place = document.body) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  place.append(link);
  link.click();
  link.remove();
  window.setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}

// What has gone wrong, in French, as a reader may be told it.
export class Told extends Error {}

// The reader has been told that the file is about very few people, and does without it.
export class Declined extends Error {}

// What the server answers where it has something to tell before (dashboard/web/taking_away/told_first.py).
const TOLD_FIRST = 428;
const ASKING = "demande";
const YES = "oui";

const saying = (url, how) => `${url}${url.includes("?") ? "&" : "?"}confirme=${how}`;

// Why the server sends no file: what it says itself, or, where a proxy answers for it, that there is none.
async function reasonOf(answer) {
  const isOurs = (answer.headers.get("Content-Type") || "").startsWith("text/plain");
  return (isOurs && (await answer.text()).trim()) || UNTOLD;
}

// What `act` gives of the server, whose silence is told in French.
async function heard(act) {
  try {
    return await act();
  } catch (error) {
    throw new Told(SILENCE, { cause: error });
  }
}

// The answer to a request; where the server is busy and says for how long, `waits` is told so and it is asked again.
async function patiently(url, request, waits, tries = MOST_TRIES) {
  const answer = await fetch(url, request);
  const seconds = Number(answer.headers.get("Retry-After"));
  if (answer.status !== BUSY || !seconds || tries <= 1) return answer;
  waits(seconds);
  await new Promise((resolve) => window.setTimeout(resolve, 1000 * seconds));
  return patiently(url, request, waits, tries - 1);
}

// What `read` makes of the server's answer; whatever keeps it from coming is told in French, and the page stays. `how`:
// whether the reader is to be told first that it is about very few people, or has been. `waits` is told for how many
// seconds the server asks to wait.
async function answered(url, request, read, { how = ASKING, waits = () => {} } = {}) {
  const answer = await heard(() => patiently(saying(url, how), request, waits));
  if (answer.ok) return heard(() => read(answer));
  const why = await reasonOf(answer);
  if (answer.status !== TOLD_FIRST) throw new Told(why);
  if (!(await agreed(why))) throw new Declined(why);
  return answered(url, request, read, { how: YES, waits });
}

export const textFrom = (url, headers) => answered(url, { headers }, (answer) => answer.text());

// A part of what has been told and agreed to.
export const furtherFrom = (url) => answered(url, {}, (answer) => answer.json(), { how: YES });

// Saves the file that the server answers with, under the name that it gives or else under `name`.
// `waits` is told for how many seconds it waits for its turn.
export async function saveFrom(url, name, { place, waits, ...request } = {}) {
  const read = async (answer) => [await answer.blob(), answer.headers.get("Content-Disposition")];
  const [blob, told] = await answered(url, request, read, { waits });
  const [, given] = /filename="([^"]+)"/.exec(told || "") || [];
  save(blob, given || name, place);
}

// Copies `link` and says so. Without a secure origin the clipboard is closed: the link is then shown, selected, to be
// copied by hand.
export async function copyLink(link, say) {
  try {
    await navigator.clipboard.writeText(link);
    say("Lien copié.");
  } catch {
    window.prompt("Copiez ce lien :", link);
  }
}
