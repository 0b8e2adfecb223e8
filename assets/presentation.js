// How does the speaker move from screen to screen, and out? By keyboard, by a remote's page keys, or by the buttons.
"use strict";
(function () {
  const PATH = "/presentation";
  const FROM = "dashboard-presented-from";
  const KEYS = {
    ArrowRight: "on", " ": "on", PageDown: "on", Enter: "on",
    ArrowLeft: "back", PageUp: "back", Backspace: "back",
    Home: "first", End: "last",
    f: "full", F: "full", Escape: "out", "?": "keys",
  };
  let from = "/";
  let tabbed = false;

  const screens = () => [...document.querySelectorAll(".page-presentation > article")];
  const shown = () => Math.max(0, screens().findIndex((s) => s.hasAttribute("data-shown")));

  // Where to go back to, also after a reload: the page as it was left.
  function remember() {
    from = window.location.pathname + window.location.search;
    try {
      window.sessionStorage.setItem(FROM, from);
    } catch {
      // A browser may refuse storage: a reload then comes back to the overview.
    }
  }

  function remembered() {
    try {
      return window.sessionStorage.getItem(FROM) || from;
    } catch {
      return from;
    }
  }

  function show(wanted) {
    const all = screens();
    if (!all.length) return;
    const index = Math.min(Math.max(wanted, 0), all.length - 1);
    all.forEach((screen, i) => screen.toggleAttribute("data-shown", i === index));
    const title = document.createElement("span");
    title.className = "visually-hidden";
    title.textContent = all[index].querySelector("h2").textContent;
    document.getElementById("screen-place").replaceChildren(`${index + 1} / ${all.length} `, title);
    const { pathname, search } = window.location;
    window.history.replaceState(window.history.state, "", `${pathname}${search}#${all[index].id}`);
  }

  function go(address) {
    window.history.pushState({}, "", address);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    window.scrollTo(0, 0);
  }

  function leave() {
    if (document.fullscreenElement) document.exitFullscreen();
    go(remembered());
  }

  function fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen().catch(() => {});
  }

  function tellKeys() {
    const box = document.getElementById("screen-keys");
    if (box.open) box.close();
    else box.showModal();
  }

  const ACTS = {
    on: () => show(shown() + 1),
    back: () => show(shown() - 1),
    first: () => show(0),
    last: () => show(Infinity),
    full: fullScreen,
    keys: tellKeys,
    out: leave,
  };

  // An open list of a filter and the list of keys have keys of their own; so has what the tabulator has reached. After
  // a choice with the mouse the space bar moves on again, although the focus is still on the filter.
  function taken(event) {
    const box = document.getElementById("screen-keys");
    if (box && box.open) return event.key !== "?";
    if (document.querySelector(".dash-dropdown-content")) return true;
    if (event.target.closest("input, textarea, select")) return true;
    return tabbed && [" ", "Enter"].includes(event.key) && event.target.closest("button, a");
  }

  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Tab") tabbed = true;
      if (window.location.pathname !== PATH || !screens().length) return;
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      // A reader that goes on by space goes back by the same key with a shift, as in other programs.
      const act = event.key === " " && event.shiftKey ? "back" : KEYS[event.key];
      if (!act || taken(event)) return;
      event.preventDefault();
      event.stopPropagation();
      if (!tabbed) document.activeElement.blur();
      ACTS[act]();
    },
    // Before Dash's lists, which open and close at a key.
    true,
  );

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-act]");
    if (button && window.location.pathname === PATH) ACTS[button.dataset.act]();
  });

  document.addEventListener("pointerdown", () => (tabbed = false), true);

  const { dashboard } = window.dash_clientside;

  dashboard.present = function (search) {
    if (window.location.pathname !== PATH) remember();
    go(PATH + search);
  };

  dashboard.screensLaid = function (_children, path) {
    if (path !== PATH) return;
    const wanted = window.location.hash.slice(1);
    window.requestAnimationFrame(() => show(screens().findIndex((s) => s.id === wanted)));
  };
})();
