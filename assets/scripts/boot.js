// When does the page begin to answer? Once what the server has sent is painted: scripts that are fetched or read sooner
// delay it.

import { tell } from "./message.js";

const LATEST_MS = 1000; // A page that is not looked at paints nothing.
const NOT_LOADED = "Le tableau de bord n'a pas pu être chargé : rechargez la page.";
const ANSWERS = "button, [data-mark][data-target]"; // What does nothing by itself, without our scripts.

let pressed = null; // What has been pressed last before they are there.

// The browser tells of the first frame that is on the screen; one that is only under way would wait for our scripts.
function painted() {
  return new Promise((resolve) => {
    new PerformanceObserver(resolve).observe({ type: "paint", buffered: true });
    window.setTimeout(resolve, LATEST_MS);
  });
}

function keep({ target }) {
  pressed = target.closest(ANSWERS);
}

// Everything answers from now on, also to what has been pressed before.
function ready() {
  document.removeEventListener("click", keep, true);
  if (pressed?.isConnected) pressed.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
}

function failed(error) {
  console.error(error);
  tell(NOT_LOADED, "danger");
}

document.addEventListener("click", keep, true);
await painted();
// All at once: a module's own imports would be known only when it has come.
document.head.append(document.getElementById("scripts-to-come").content);
import("./main.js").then(ready).catch(failed);
