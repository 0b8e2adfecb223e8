// Which kinds of colour does the bundle read? Those of our figures: names, #rrggbb, rgb() and hsl(); lrgb for contrast.

import { modeHsl, modeLrgb, modeRgb, useMode } from "culori/fn";

[modeRgb, modeLrgb, modeHsl].forEach(useMode);

export { converter, formatHex, formatRgb, wcagContrast, wcagLuminance } from "culori/fn";
