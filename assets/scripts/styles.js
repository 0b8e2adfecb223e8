// Which colours and sizes do scripts take from the style sheets? (assets/styles/theme.css)

const property = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

// That of a picture: drawn for paper, by day and by night.
export const paper = () => property("paper");
const font = () => property("font").replaceAll('"', "'");

// Asked once: to read a property has the browser style the page first.
let phone = null;

export function isPhone() {
  phone ??= window.matchMedia(`(max-width: ${property("phone")})`);
  return phone.matches;
}

const WEIGHTS = [400, 600, 700];
const PATIENCE_MS = 3000;

// Charts measure their labels once, when they are drawn: our font has to be there. It is not waited for without end.
export function fontLoaded() {
  const late = new Promise((resolve) => window.setTimeout(resolve, PATIENCE_MS));
  const faces = WEIGHTS.map((weight) => document.fonts.load(`${weight} 1em ${font()}`));
  return Promise.race([Promise.allSettled(faces), late]);
}
