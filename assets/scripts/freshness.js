// Are the tables of the page still those that the server has? A tab may stay open for weeks: where they have been
// replaced, the page says so and offers to be made again. It never does so by itself: somebody may be speaking.

import { tellAbove } from "./message.js";
import { makeAnew, presenting, version } from "./navigation.js";
import { below } from "./site.js";

const REPLACED = "Les données ont été remplacées depuis l'ouverture de cette page, qui montre encore les précédentes.";
const RELOAD = "Recharger la page";
const ASKED_MS = 30000; // How often a page that is looked at asks.

let latest = ""; // The version that the server has told last.

// The server shows the tables of the version `told` now.
export function heard(told) {
  latest = told;
  if (told !== version()) tellAbove("replaced", REPLACED, { [RELOAD]: () => makeAnew(latest) });
}

// The server did not answer, as its tables are those of the version `told`: who has just chosen something sees why.
export function heardInstead(told) {
  heard(told);
  document.getElementById("replaced").scrollIntoView({ block: "center" });
}

// A worker that has not come to show the page's own version yet tells it as the published one.
async function ask() {
  if (document.hidden) return;
  try {
    const answer = await fetch(below(`/healthz?version=${version()}`));
    if (!answer.ok) return;
    const { data_version: shown, renewal } = await answer.json();
    // Whose session has ended is told of no version.
    if (shown && renewal?.published !== version()) heard(shown);
  } catch {
    // A server out of reach is told by what asks it for an answer (question.js).
  }
}

export function startFreshness() {
  document.addEventListener("visibilitychange", ask);
  window.setInterval(() => presenting() || ask(), ASKED_MS);
}
