// When does the page begin to answer? Once what the server has sent is painted: scripts that are fetched or read sooner
// delay it.

const LATEST_MS = 1000; // A page that is not looked at paints nothing.
const NOT_LOADED = "Le tableau de bord n'a pas pu être chargé : rechargez la page.";

let pressed = null; // The button that has been pressed last before our scripts are there.
let chosen = null; // The browser's own list of which a position has been chosen last.

// The browser tells of the first frame that is on the screen; one that is only under way would wait for our scripts.
function painted() {
  return new Promise((resolve) => {
    new PerformanceObserver(resolve).observe({ type: "paint", buffered: true });
    window.setTimeout(resolve, LATEST_MS);
  });
}

function keepPressed({ target }) {
  pressed = target.closest("button") ?? pressed;
}

function keepChosen({ target }) {
  chosen = target;
}

// Everything answers from now on, also to what has been pressed or chosen before.
function ready() {
  document.removeEventListener("click", keepPressed, true);
  document.removeEventListener("change", keepChosen, true);
  if (chosen?.isConnected) chosen.dispatchEvent(new Event("change", { bubbles: true }));
  if (pressed?.isConnected) pressed.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
}

async function failed(error) {
  console.error(error);
  const { tell } = await import("./message.js");
  tell(NOT_LOADED, "danger");
}

document.addEventListener("click", keepPressed, true);
document.addEventListener("change", keepChosen, true);
await painted();
// All at once: a module's own imports would be known only when it has come.
document.head.append(document.getElementById("scripts-to-come").content);
import("./main.js").then(ready).catch(failed);
