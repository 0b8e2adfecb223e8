// How does one go to another page, and to a place of a page?
"use strict";
(function () {
  const SEEK_MS = 100;
  const SEEK_TIMES = 50;
  const TITLE = document.title;

  // dcc.Location listens to this event, and so the server is asked.
  function go(address) {
    window.history.pushState({}, "", address);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  }

  // Brings a place of the page into view, as soon as React and `unfold` have drawn it.
  function seek(name, times) {
    const place = name && document.getElementById(name);
    if (place) {
      // Gliding over thousands of pixels takes seconds while charts are drawn.
      place.scrollIntoView({ behavior: "instant" });
      if (place.hasAttribute("tabindex")) place.focus({ preventScroll: true });
    } else if (name && times > 0) {
      window.setTimeout(() => seek(name, times - 1), SEEK_MS);
    }
  }

  const dash = (window.dash_clientside = window.dash_clientside || {});
  dash.dashboard = {
    ...dash.dashboard,

    // The page at `path` is on screen: its link is marked, its title told, and the place that the address names is sought.
    arrived(path) {
      document.querySelectorAll("[data-page]").forEach((link) => {
        const here = link.dataset.page === (path || "/");
        if (here) link.setAttribute("aria-current", "page");
        else link.removeAttribute("aria-current");
      });
      const current = document.querySelector("[data-page][aria-current]");
      document.title = current ? `${current.dataset.title} – ${TITLE}` : TITLE;
      seek(decodeURIComponent(window.location.hash.slice(1)), SEEK_TIMES);
    },
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-place], [data-page]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { place, page } = link.dataset;
    if (place) {
      go(new URL(link.href).pathname + window.location.search + "#" + place);
      seek(place, SEEK_TIMES);
    } else {
      const { selecting, searchOf, present } = dash.dashboard;
      // The usual exhibits of this selection; those that have been collected are presented from their own list.
      if (page === "/presentation") present(searchOf(selecting(new URLSearchParams(window.location.search))));
      else go(page + window.location.search);
      window.scrollTo(0, 0);
    }
  });
})();
