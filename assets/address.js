// How do filters, clicks and switches change the address, and the address them? The address is the whole state.
"use strict";
(function () {
  const PLAY_MS = 1600;
  const SEEK_MS = 100;
  const SEEK_TIMES = 50;
  let player = null;
  // The question that the server is answering: its number, and since when; which page, for which width, is shown.
  const PATIENCE_MS = 20000;
  let number = 0;
  let since = null;
  let overdue = false;
  let shown = null;

  function current() {
    return new URLSearchParams(window.location.search);
  }

  // The hash is a place to go to once, but the screen of a presentation stays while filters change.
  function screen() {
    return window.location.pathname === "/presentation" ? window.location.hash : "";
  }

  // Commas stay readable, as the server writes them.
  function written(params) {
    const text = params.toString().replaceAll("%2C", ",");
    return window.location.pathname + (text ? "?" + text : "") + screen();
  }

  // dcc.Location listens to this event, and so the server is asked.
  function announce() {
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  }

  function go(params) {
    const address = written(params);
    if (address === window.location.pathname + window.location.search + screen()) return;
    window.history.pushState({}, "", address);
    announce();
  }

  function put(pairs) {
    const params = current();
    for (const [name, value] of Object.entries(pairs)) {
      if (value) params.set(name, value);
      else params.delete(name);
    }
    go(params);
  }

  // A click puts its people into the address; the same click again takes them off.
  function toggle(target) {
    const params = current();
    const pairs = Object.entries(target || {});
    if (!pairs.length) return;
    const held = pairs.every(([name, value]) => params.get(name) === value);
    for (const [name, value] of pairs) {
      if (held) params.delete(name);
      else params.set(name, value);
    }
    go(params);
  }

  // Everybody again; which exhibits are presented is no filter.
  function reset() {
    const order = current().get("expo");
    go(new URLSearchParams(order ? { expo: order } : {}));
  }

  function listed(params, name, options) {
    const asked = (params.get(name) || "").split(",").filter(Boolean);
    return (options || []).map((o) => o.value).filter((value) => asked.includes(value));
  }

  const same = (a, b) => a.length === b.length && a.every((value) => b.includes(value));

  // On a phone the server draws fewer labels.
  const isNarrow = () => window.matchMedia("(max-width: 47.9rem)").matches;

  // What to ask for the page, and what for its parts: one of the two, for one question at a time. `known` tells which
  // parts are shown and need not be sent. Who asks meanwhile is heard when the answer has come, or is given up.
  function question(tables, known) {
    const { no_update } = dash;
    if (since !== null && Date.now() - since < PATIENCE_MS) {
      overdue = true;
      return [no_update, no_update];
    }
    const { pathname: path, search } = window.location;
    const narrow = isNarrow();
    const whole = since !== null || !shown || shown.path !== path || shown.narrow !== narrow;
    number += 1;
    since = Date.now();
    overdue = false;
    const asked = { number, path, search, tables, narrow, known };
    return whole ? [asked, no_update] : [no_update, asked];
  }

  function askAgain(tables, known) {
    const [page, parts] = question(tables, known);
    if (page !== dash.no_update) dash.set_props("asked-page", { data: page });
    if (parts !== dash.no_update) dash.set_props("asked-parts", { data: parts });
  }

  const dash = (window.dash_clientside = window.dash_clientside || {});
  dash.dashboard = {
    // Dash calls this once before it knows the address.
    ask(path, _search, tables, known) {
      return path ? question(tables, known) : [dash.no_update, dash.no_update];
    },

    filtersChanged(values, ids, options) {
      const params = current();
      let changed = false;
      ids.forEach((id, i) => {
        const wanted = values[i] || [];
        if (same(wanted, listed(params, id.filter, options[i]))) return;
        changed = true;
        const ordered = options[i].map((o) => o.value).filter((value) => wanted.includes(value));
        if (ordered.length) params.set(id.filter, ordered.join(","));
        else params.delete(id.filter);
      });
      if (changed) go(params);
    },

    showFilters(search, ids, options) {
      const params = new URLSearchParams(search || "");
      return ids.map((id, i) => listed(params, id.filter, options[i]));
    },

    settingChanged(values, ids, options) {
      const pairs = {};
      ids.forEach((id, i) => {
        const standard = options[i].length ? options[i][0].value : "";
        pairs[id.setting] = values[i] === standard ? "" : values[i];
      });
      put(pairs);
    },

    pointClicked(clicks, figures) {
      clicks.forEach((click, i) => {
        if (!click || !click.points || !click.points.length) return;
        const targets = ((figures[i].layout || {}).meta || {}).targets || {};
        toggle(targetOf(click.points[0], targets));
      });
      return clicks.map(() => null);
    },

    // Asks for what has changed meanwhile; else writes the address in its best form, if all of it was understood.
    pageShown(answer, tables, known) {
      if (!answer) return;
      if (answer.failed) {
        since = null;
        if (overdue) askAgain(tables, known);
        return;
      }
      // An answer that was given up has come after all: only a whole page puts right what it has changed.
      const current = answer.number === number;
      since = null;
      shown = current ? { path: answer.path, narrow: isNarrow() } : null;
      markPage(answer.path);
      seek(decodeURIComponent(window.location.hash.slice(1)), SEEK_TIMES);
      const { pathname, search } = window.location;
      if (overdue || !current || answer.path !== pathname || answer.search !== search) {
        askAgain(tables, known);
      } else if (answer.best !== null && answer.best !== decodeURI(search)) {
        window.history.replaceState({}, "", pathname + answer.best + screen());
        announce();
      }
    },
  };

  function targetOf(point, targets) {
    if (targets.traces) return targets.traces[String(point.curveNumber)];
    if (targets.points) return (targets.points[String(point.curveNumber)] || [])[point.pointNumber];
    // Dash leaves out which nodes a ribbon joins; but only nodes have a depth.
    const list = point.depth === undefined ? targets.links : targets.nodes;
    return (list || [])[point.pointNumber];
  }

  // Brings a place of the page into view, as soon as React and `unfold` have drawn it.
  function seek(name, times) {
    const place = name && document.getElementById(name);
    if (place) {
      place.scrollIntoView();
      if (place.hasAttribute("tabindex")) place.focus({ preventScroll: true });
    } else if (name && times > 0) {
      window.setTimeout(() => seek(name, times - 1), SEEK_MS);
    }
  }

  function markPage(path) {
    document.querySelectorAll("[data-page]").forEach((link) => {
      const here = link.dataset.page === (path || "/");
      if (here) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    });
  }

  function stopPlayer() {
    if (player === null) return;
    window.clearInterval(player);
    player = null;
    delete document.body.dataset.playing;
  }

  // Goes through the positions of a switch, the default last, without a step in the history for each.
  function play(button) {
    const group = button.parentElement;
    const name = button.dataset.play;
    const positions = () =>
      [...group.querySelectorAll("[data-set]")].map((b) => JSON.parse(b.dataset.set)[name]);
    let next = 1;
    document.body.dataset.playing = name;
    const step = () => {
      const values = positions();
      const params = current();
      const value = values[next % values.length];
      if (value) params.set(name, value);
      else params.delete(name);
      window.history.replaceState({}, "", written(params));
      announce();
      if (next >= values.length) stopPlayer();
      next += 1;
    };
    step();
    player = window.setInterval(step, PLAY_MS);
  }

  document.addEventListener("click", (event) => {
    const at = (selector) => event.target.closest(selector);
    const playing = player !== null;
    if (playing) stopPlayer();
    const button = at("button, a");
    if (!button) return;
    if (button.dataset.play) {
      if (!playing) play(button);
    } else if (button.dataset.set) {
      put(JSON.parse(button.dataset.set));
    } else if (button.dataset.remove) {
      put({ [button.dataset.remove]: "" });
    } else if (button.dataset.target) {
      toggle(JSON.parse(button.dataset.target));
    } else if (button.id === "reset") {
      reset();
    } else if (button.dataset.place && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      const page = new URL(button.href).pathname;
      const place = "#" + button.dataset.place;
      window.history.pushState({}, "", page + window.location.search + place);
      announce();
      seek(button.dataset.place, SEEK_TIMES);
    } else if (button.dataset.page) {
      event.preventDefault();
      window.history.pushState({}, "", button.dataset.page + window.location.search);
      announce();
      window.scrollTo(0, 0);
    }
  });
})();
