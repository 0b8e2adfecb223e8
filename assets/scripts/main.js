// What runs in the browser? The page is there, as the server has written it: this makes it answer.

import { startMarks } from "./charts/marks.js";
import { startClicks } from "./clicks.js";
import { register, startDash } from "./dash.js";
import { startTheme } from "./day_and_night.js";
import { startExactFiles } from "./exact_files.js";
import { startExport } from "./export.js";
import { filtersChanged, startFilters } from "./filters.js";
import { startFrame } from "./frame.js";
import { startHint } from "./hint.js";
import { startFreshness } from "./freshness.js";
import { drawFigures } from "./laying.js";
import { version } from "./navigation.js";
import { startMenus } from "./menus.js";
import { tell } from "./message.js";
import { startPlaces } from "./places.js";
import { startPresentation } from "./presentation.js";
import { startPrint } from "./print.js";
import { startQuestions } from "./question.js";
import { fontLoaded } from "./styles.js";
import { startTray } from "./tray/tray.js";

const NOT_LOADED = "Les filtres n'ont pas pu être chargés : rechargez la page.";

// In this order: what listens first to a click, a key or a step through the history acts first.
function start() {
  startTheme();
  startMarks();
  startClicks();
  startHint();
  startExactFiles();
  startExport();
  startMenus();
  startFrame();
  startPlaces();
  startPresentation();
  startPrint();
  startFilters();
  startTray();
  startQuestions();
  startFreshness();
}

// What others have written: Dash, for the lists of filters, and plotly.
async function bringTheRest() {
  startDash(version()).catch((error) => {
    console.error(error);
    tell(NOT_LOADED, "danger");
  });
  // Plotly measures labels once, when it draws them: our font has to be there.
  await fontLoaded();
  drawFigures();
}

register({ filtersChanged });
start();
bringTheRest();
