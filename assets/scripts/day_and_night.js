// Is the page shown by day or by night?

const KEY = "dashboard-theme";
const root = document.documentElement;

function stored() {
  try {
    return window.localStorage.getItem(KEY);
  } catch {
    return null; // A browser may refuse storage: the page then follows the system.
  }
}

function store(theme) {
  try {
    window.localStorage.setItem(KEY, theme);
  } catch {
    // The choice then lasts as long as the page.
  }
}

const preferred = () => (window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

export const theme = () => root.getAttribute("data-bs-theme");
export const setTheme = (name) => root.setAttribute("data-bs-theme", name);

// The button names what it leads to.
export function captionThemeButton() {
  const button = document.getElementById("theme");
  if (!button) return;
  const dark = theme() === "dark";
  button.textContent = dark ? "Jour" : "Nuit";
  button.setAttribute("aria-label", dark ? "Passer au jour" : "Passer à la nuit");
}

function clicked(event) {
  if (event.target.closest("button")?.id !== "theme") return;
  const next = theme() === "dark" ? "light" : "dark";
  store(next);
  setTheme(next);
  captionThemeButton();
}

export function startTheme() {
  setTheme(stored() || preferred());
  document.addEventListener("click", clicked);
}
