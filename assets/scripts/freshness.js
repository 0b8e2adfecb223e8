// Are the tables that the page was made from still those that the server has? A tab may stay open for weeks: where they
// have been replaced, the page says so and offers to be made again.

import { tellAbove } from "./message.js";
import { below } from "./site.js";

const REPLACED = "Les données ont été remplacées depuis l'ouverture de cette page.";
const RELOAD = "Recharger la page";

const version = () => document.getElementById("page").dataset.version;

function tellReplaced() {
  tellAbove("replaced", REPLACED, { [RELOAD]: () => window.location.reload() });
}

// The tables that an answer of the server comes from.
export function heard(told) {
  if (told !== version()) tellReplaced();
}

// Asked when somebody comes back to the tab: until a filter changes, no answer would tell.
async function ask() {
  if (document.hidden) return;
  try {
    const answer = await fetch(below("/healthz"));
    if (answer.ok) heard((await answer.json()).data_version);
  } catch {
    // A server out of reach is told by what asks it for an answer (question.js).
  }
}

export function startFreshness() {
  document.addEventListener("visibilitychange", ask);
}
