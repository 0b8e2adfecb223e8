// How does the list become a file of slides?

import { saveFrom } from "../files.js";
import { listParams } from "./address.js";
import { panel, say } from "./page.js";
import { tray } from "./store.js";
import { below } from "../site.js";

export async function download() {
  const body = listParams();
  // One selection for all opens the deck with its key figures; else everybody's do.
  const isShared = new Set(tray.entries.map((entry) => entry.filters)).size === 1;
  body.set("filtre", isShared ? tray.entries[0].filters : "");
  say("Préparation du fichier…");
  const waits = (seconds) =>
    say(
      `Patientez\u00a0: d'autres présentations sont en préparation. La vôtre est redemandée dans ${seconds} secondes.`,
    );
  // Inside the panel, which a click elsewhere closes.
  const request = { method: "POST", body, place: panel(), waits };
  await saveFrom(below("/deck.pptx"), "presentation.pptx", request);
  say("Présentation téléchargée.");
}
