// How do filters, clicks and switches change the address, and the address them? The address is the whole state.
"use strict";
(function () {
  const PLAY_MS = 1600;
  // What is collected for a presentation is no filter: it stays whatever is selected, and stands last.
  const COLLECTED = ["titre", "expo"];
  let player = null;

  function current() {
    return new URLSearchParams(window.location.search);
  }

  // The hash is a place to go to once, but the screen of a presentation stays while filters change.
  function screen() {
    return window.location.pathname === "/presentation" ? window.location.hash : "";
  }

  // As the server writes it, so that it need not be written again: commas stay readable.
  const quoted = (text) =>
    encodeURIComponent(text)
      .replace(/[!'()*]/g, (sign) => "%" + sign.charCodeAt(0).toString(16).toUpperCase())
      .replaceAll("%2C", ",");

  function searchOf(params) {
    const rank = ([name]) => COLLECTED.indexOf(name);
    const pairs = [...params].sort((a, b) => rank(a) - rank(b));
    return pairs.length ? "?" + pairs.map((pair) => pair.map(quoted).join("=")).join("&") : "";
  }

  // The same parameters without what is collected.
  function selecting(params) {
    return new URLSearchParams([...params].filter(([name]) => !COLLECTED.includes(name)));
  }

  const written = (params) => window.location.pathname + searchOf(params) + screen();

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

  // Everybody again.
  function reset() {
    go(new URLSearchParams([...current()].filter(([name]) => COLLECTED.includes(name))));
  }

  function listed(params, name, options) {
    const asked = (params.get(name) || "").split(",").filter(Boolean);
    return (options || []).map((o) => o.value).filter((value) => asked.includes(value));
  }

  const same = (a, b) => a.length === b.length && a.every((value) => b.includes(value));

  const dash = (window.dash_clientside = window.dash_clientside || {});
  dash.dashboard = {
    ...dash.dashboard,

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

    // A list that shows the address already is left alone: Dash would draw it again.
    showFilters(search, ids, options, values) {
      const params = new URLSearchParams(search || "");
      return ids.map((id, i) => {
        const wanted = listed(params, id.filter, options[i]);
        return same(wanted, values[i] || []) ? dash.no_update : wanted;
      });
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

    searchOf,
    selecting,

    // The same address, better written: no step in the history.
    rewrite(search) {
      window.history.replaceState({}, "", window.location.pathname + search + screen());
      announce();
    },
  };

  function targetOf(point, targets) {
    if (targets.traces) return targets.traces[String(point.curveNumber)];
    if (targets.points) return (targets.points[String(point.curveNumber)] || [])[point.pointNumber];
    // Dash leaves out which nodes a ribbon joins; but only nodes have a depth.
    const list = point.depth === undefined ? targets.links : targets.nodes;
    return (list || [])[point.pointNumber];
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
    }
  });
})();
