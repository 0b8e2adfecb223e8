// When does the page begin to answer? Once what the server has sent is painted: scripts that are fetched or read sooner
// delay it.

import { tell } from "./message.js";

const LATEST_MS = 1000; // A page that is not looked at paints nothing.
const NOT_LOADED = "Le tableau de bord n'a pas pu être chargé : rechargez la page.";

// The browser tells of the first frame that is on the screen; one that is only under way would wait for our scripts.
function painted() {
  return new Promise((resolve) => {
    new PerformanceObserver(resolve).observe({ type: "paint", buffered: true });
    window.setTimeout(resolve, LATEST_MS);
  });
}

function failed(error) {
  console.error(error);
  tell(NOT_LOADED, "danger");
}

await painted();
// All at once: a module's own imports would be known only when it has come.
document.head.append(document.getElementById("scripts-to-come").content);
import("./main.js").catch(failed);
