// What runs in the browser, beside Dash? Imported once, before Dash starts (dashboard/web/server.py).

import { startMarks } from "./charts/marks.js";
import { redraw } from "./charts/redraw.js";
import { pointClicked, startClicks } from "./clicks.js";
import { register } from "./dash.js";
import { startTheme } from "./day_and_night.js";
import { startExport } from "./export.js";
import { filtersChanged, switchChanged, showFilters } from "./filters.js";
import { startFrame } from "./frame.js";
import { startMenus } from "./menus.js";
import { startPlaces } from "./places.js";
import { screensLaid, startPresentation } from "./presentation.js";
import { startPrint } from "./print.js";
import { ask, pageShown, startQuestions } from "./question.js";
import { startStaticHtml } from "./static_html.js";
import { fontLoaded } from "./styles.js";
import { startTray } from "./tray/tray.js";

// In this order: what listens first to a click or a key acts first.
function start() {
  startTheme();
  startMarks();
  startClicks();
  startExport();
  startMenus();
  startFrame();
  startStaticHtml();
  startPlaces();
  startPresentation();
  startPrint();
  startQuestions();
  startTray();
}

register({ ask, filtersChanged, pageShown, pointClicked, redraw, screensLaid, switchChanged, showFilters });
start();

// Dash may start: every function that it calls is there, and the font that charts measure their labels in.
export const ready = fontLoaded();
