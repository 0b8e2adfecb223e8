// What does the page do by itself: day and night, tables opened, menus closed?
"use strict";
(function () {
  const KEY = "dashboard-theme";
  const root = document.documentElement;
  const opened = new Set();

  function stored() {
    try {
      return window.localStorage.getItem(KEY);
    } catch {
      return null; // A browser may refuse storage: the page then follows the system.
    }
  }

  function apply(theme) {
    root.setAttribute("data-bs-theme", theme);
    const button = document.getElementById("theme");
    if (button) {
      button.textContent = theme === "dark" ? "Jour" : "Nuit";
      button.setAttribute("aria-label", theme === "dark" ? "Passer au jour" : "Passer à la nuit");
    }
  }

  function preferred() {
    return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }

  apply(stored() || preferred());

  function narrowFilters() {
    const drawer = document.getElementById("filters");
    if (drawer && window.matchMedia("(max-width: 47.9rem)").matches) drawer.removeAttribute("open");
  }

  // What a list opens stands elsewhere in the page, without a name.
  function nameOpened(opened, name) {
    if (!opened) return;
    [opened, ...opened.querySelectorAll("[role=listbox]")].forEach((box) => {
      if (box.getAttribute("aria-labelledby") !== name) box.setAttribute("aria-labelledby", name);
    });
  }

  // Dash's lists stop the tabulator at a field hidden from screen readers, and their button does not tell what it
  // chooses: the stop goes to the button, which is named by its label.
  function nameLists() {
    document.querySelectorAll(".dash-dropdown-wrapper").forEach((list) => {
      const field = list.querySelector(":scope > input[aria-hidden]");
      const button = list.querySelector(":scope > button");
      const label = list.parentElement.querySelector(":scope > label");
      if (field && field.tabIndex !== -1) field.tabIndex = -1;
      if (!button) return;
      if (button.tabIndex !== 0) button.tabIndex = 0;
      if (!label) return;
      if (!label.id) label.id = "label-" + label.htmlFor;
      const named = button.getAttribute("aria-labelledby") || "";
      if (!named.startsWith(label.id)) button.setAttribute("aria-labelledby", `${label.id} ${named}`);
      nameOpened(document.getElementById(button.getAttribute("aria-controls")), label.id);
    });
  }

  // An attribute says so, and not `:has()` of an element at the top: at each change of any element the browser would
  // style all of them again (on a page of 4,000, 190 of the 240 ms of a filter change).
  function tellPresenting() {
    const page = document.getElementById("page");
    document.body.toggleAttribute("data-presenting", Boolean(page && page.classList.contains("page-presentation")));
  }

  // The frame is drawn by React after this script has run, and cards are redrawn later.
  let framed = false;
  new MutationObserver(() => {
    nameLists();
    tellPresenting();
    if (framed || !document.getElementById("theme")) return;
    framed = true;
    document.querySelector(".waiting").remove();
    apply(root.getAttribute("data-bs-theme"));
    narrowFilters();
  }).observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ["tabindex", "aria-labelledby"],
  });

  // Unfolds what the server sends as text (dashboard/web/still.py), where it is new. All of it is replaced, so that the
  // button which had the focus gets it again; where it has gone, one that does the same for something else.
  const KINDS = ["data-target", "data-set", "data-play", "data-remove", "data-place"];
  const unfolded = new WeakMap();
  let held = null;

  // Dash may make the box anew: it is known by where it stands.
  const placeOf = (box) => box.parentElement.id + [...box.parentElement.children].indexOf(box);

  function unfold() {
    document.querySelectorAll("[data-still]").forEach((box) => {
      if (unfolded.get(box) === box.dataset.still) return;
      unfolded.set(box, box.dataset.still);
      const had = held !== null && held.place === placeOf(box);
      box.innerHTML = box.dataset.still;
      if (!had) return;
      const alike = [...box.querySelectorAll(`[${held.kind}]`)];
      const button = alike.find((one) => one.getAttribute(held.kind) === held.value) || alike[0];
      if (button) button.focus({ preventScroll: true });
    });
  }
  new MutationObserver(unfold).observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ["data-still"],
  });

  document.addEventListener("focusin", (event) => {
    const box = event.target.closest("[data-still]");
    const kind = box && KINDS.find((name) => event.target.hasAttribute(name));
    held = kind ? { place: placeOf(box), kind, value: event.target.getAttribute(kind) } : null;
  });

  function toggleTable(button) {
    const name = button.dataset.table;
    if (opened.has(name)) opened.delete(name);
    else opened.add(name);
    button.setAttribute("aria-expanded", String(opened.has(name)));
    window.dash_clientside.set_props("open-tables", { data: [...opened] });
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button && button.id === "theme") {
      const next = root.getAttribute("data-bs-theme") === "dark" ? "light" : "dark";
      try {
        window.localStorage.setItem(KEY, next);
      } catch {
        // The choice then lasts as long as the page.
      }
      apply(next);
    }
    if (button && button.dataset.table) toggleTable(button);
    document.querySelectorAll("details.export[open], details.more[open], details.tray[open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.removeAttribute("open");
    });
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    document.querySelectorAll("details.export[open], details.more[open], details.tray[open]").forEach((menu) => {
      menu.removeAttribute("open");
      menu.querySelector("summary").focus();
    });
  });
})();
