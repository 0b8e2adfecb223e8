// Which exhibits go into the presentation? A list that this browser keeps, and that the address carries to another.
"use strict";
(function () {
  const KEY = "dashboard-presentation";
  const TITLE_KEY = "dashboard-presentation-title";
  const LONGEST_TITLE = 200;
  // A server reads no longer an address than 8190 letters, its own name included.
  const LONGEST = 7600;
  const TOO_LONG = "Cette présentation est trop longue pour une adresse : seul ce navigateur la garde.";
  // A browser refuses to write its address at each key.
  const TYPING_MS = 300;
  let typing = null;
  let entries = [];
  let title = "";
  let awaited = false; // Has the server still to tell what the address brings?

  const dash = window.dash_clientside;

  const known = (entry) =>
    entry && ["view", "address", "filters", "title", "selection", "name"].every((k) => typeof entry[k] === "string");

  function read(text) {
    try {
      const found = JSON.parse(text);
      return Array.isArray(found) ? found.filter(known) : [];
    } catch {
      return []; // Somebody else's text under our name: an empty tray is no loss.
    }
  }

  function load() {
    try {
      entries = read(window.localStorage.getItem(KEY));
      title = window.localStorage.getItem(TITLE_KEY) || "";
    } catch {
      entries = []; // A browser may refuse storage: the tray then lasts as long as its address.
    }
  }

  function store() {
    try {
      window.localStorage.setItem(KEY, JSON.stringify(entries));
      window.localStorage.setItem(TITLE_KEY, title);
    } catch {
      // As above.
    }
  }

  function keep() {
    store();
    mirror();
  }

  const presenting = () => window.location.pathname === "/presentation";
  const searched = () => new URLSearchParams(window.location.search);

  // An exhibit as an address writes it, and the server too (dashboard/domain/address.py).
  function written({ view, address, name }) {
    const own = address.replace(/^\?/, "").replaceAll("~", "%7E");
    return [view, own, ...(name ? [name] : [])].join("~");
  }

  function collected() {
    const params = new URLSearchParams();
    if (title && entries.length) params.set("titre", title);
    entries.forEach((entry) => params.append("expo", written(entry)));
    return params;
  }

  const tooLong = () => dash.dashboard.searchOf(collected()).length > LONGEST;

  // The address holds the list wherever one goes, without a step in the history. A presentation has screens of its own.
  function mirror() {
    if (awaited || presenting()) return;
    const params = searched();
    const wanted = tooLong() ? new URLSearchParams() : collected();
    const same = ["titre", "expo"].every((name) => params.getAll(name).join("&") === wanted.getAll(name).join("&"));
    if (same) return;
    const { selecting, searchOf } = dash.dashboard;
    const search = searchOf(new URLSearchParams([...selecting(params), ...wanted]));
    window.history.replaceState(window.history.state, "", window.location.pathname + search + window.location.hash);
  }

  // A link brings what is not in the list yet. The server tells how each exhibit is called, and of whom it is.
  async function bring() {
    const params = searched();
    const { selecting, searchOf } = dash.dashboard;
    const here = searchOf(selecting(params));
    const whole = (text) => text.split(",").filter(Boolean).map((view) => written({ view, address: here }));
    const listed = params.getAll("expo").flatMap((text) => (text.includes("~") ? [text] : whole(text)));
    const held = entries.map(({ view, address }) => written({ view, address }));
    const brought = listed.filter((text) => !held.includes(text.split("~", 2).join("~")));
    if (presenting() || !brought.length) return mirror();
    awaited = true;
    try {
      const answer = await fetch(`/deck.json?${new URLSearchParams(brought.map((text) => ["expo", text]))}`);
      if (!answer.ok) throw new Error(await answer.text());
      entries.push(...(await answer.json()).filter(known));
      title = params.get("titre") || title;
      awaited = false;
      keep();
      show();
      showTitle();
    } catch (error) {
      // What is wrong with it stays in the address, where the page tells it.
      console.warn(error);
      awaited = false;
    }
  }

  const panel = () => document.getElementById("tray");
  const find = (selector) => panel().querySelector(selector);

  function say(text) {
    find(".tray-told").textContent = text;
  }

  function element(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  function button(text, act, label, disabled) {
    const made = element("button", { type: "button", className: "action", textContent: text, disabled });
    made.dataset.move = act;
    made.setAttribute("aria-label", label);
    return made;
  }

  function row(entry, i) {
    const name = entry.name || entry.title;
    const field = element("input", { className: "tray-name", value: entry.name, placeholder: entry.title, maxLength: LONGEST_TITLE });
    field.setAttribute("aria-label", `Titre de la diapositive ${i + 1} : ${entry.title}`);
    const made = element(
      "li",
      {},
      element("div", { className: "tray-words" }, field, element("span", { textContent: entry.selection })),
      button("↑", "up", `Monter : ${name}`, i === 0),
      button("↓", "down", `Descendre : ${name}`, i === entries.length - 1),
      button("×", "remove", `Retirer : ${name}`, false),
    );
    made.dataset.index = i;
    return made;
  }

  function show() {
    if (!panel()) return;
    find(".tray-count").textContent = entries.length ? ` (${entries.length})` : "";
    find(".tray-list").replaceChildren(...entries.map(row));
    find(".tray-empty").hidden = entries.length > 0;
    find(".tray-rule").hidden = entries.length === 0;
    find(".tray-long").textContent = tooLong() ? TOO_LONG : "";
    panel()
      .querySelectorAll("[data-tray]")
      .forEach((one) => (one.disabled = !entries.length));
  }

  function showTitle() {
    if (panel()) dash.set_props("tray-title", { value: title });
  }

  function change(act, i) {
    const [entry] = entries.splice(i, 1);
    const place = { up: i - 1, down: i + 1 }[act];
    if (place !== undefined) entries.splice(place, 0, entry);
    keep();
    show();
    say(place === undefined ? `Retiré : ${entry.title}.` : `${entry.title} : diapositive ${place + 1}.`);
    // The keyboard stays on what has moved, or on what comes after what has gone.
    const rows = find(".tray-list").children;
    const next = rows[Math.min(place === undefined ? i : place, rows.length - 1)];
    if (!next) return find("summary").focus();
    const again = next.querySelector(`[data-move="${act}"]`);
    (again.disabled ? next.querySelector("[data-move]:not(:disabled)") : again).focus();
  }

  const caption = (place) => JSON.parse(place.querySelector("[data-caption]").dataset.caption);

  function add(card) {
    const { export: file, address, filters, title, selection } = caption(card);
    entries.push({ view: file.split("/").pop(), address, filters, title, selection, name: "" });
    keep();
    show();
    say(`Ajouté : ${title}, ${selection}.`);
  }

  async function download() {
    const body = collected();
    // One selection for all opens the deck with its key figures; else everybody's do.
    const alike = new Set(entries.map((entry) => entry.filters)).size === 1;
    body.set("filtre", alike ? entries[0].filters : "");
    say("Préparation du fichier…");
    const answer = await fetch("/deck.pptx", { method: "POST", body });
    if (!answer.ok) throw new Error(await answer.text());
    const named = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") || "");
    const link = element("a", {
      href: URL.createObjectURL(await answer.blob()),
      download: named ? named[1] : "presentation.pptx",
    });
    // Inside the panel, which a click elsewhere closes.
    panel().append(link);
    link.click();
    link.remove();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    say("Présentation téléchargée.");
  }

  function present() {
    if (tooLong()) return say(TOO_LONG);
    panel().removeAttribute("open");
    dash.dashboard.present(dash.dashboard.searchOf(collected()));
  }

  async function copyLink() {
    if (tooLong()) return say(TOO_LONG);
    const link = window.location.href.split("#")[0];
    try {
      await navigator.clipboard.writeText(link);
      say("Lien copié.");
    } catch {
      window.prompt("Copiez ce lien :", link);
    }
  }

  function empty() {
    entries = [];
    title = "";
    keep();
    show();
    showTitle();
    say("La présentation est vide.");
    find("summary").focus();
  }

  const acts = { present, download, link: copyLink, empty };

  document.addEventListener("click", (event) => {
    const at = event.target.closest("button");
    if (!at) return;
    if (at.dataset.add !== undefined) add(at.closest("article"));
    else if (at.dataset.move) change(at.dataset.move, Number(at.closest("li").dataset.index));
    else if (at.dataset.tray) {
      mirror();
      Promise.resolve(acts[at.dataset.tray]()).catch((error) => {
        console.warn(error);
        say(`La présentation n'a pas pu être faite. ${error.message}`);
      });
    }
  });

  document.addEventListener("input", (event) => {
    const line = event.target.closest(".tray-list li");
    if (!line && event.target.id !== "tray-title") return;
    const given = [...event.target.value.trim()].slice(0, LONGEST_TITLE).join("");
    if (line) entries[Number(line.dataset.index)].name = given;
    else title = given;
    store();
    window.clearTimeout(typing);
    typing = window.setTimeout(mirror, TYPING_MS);
  });

  // What is added in another window of this browser is shown here too.
  window.addEventListener("storage", (event) => {
    if (![KEY, TITLE_KEY].includes(event.key)) return;
    load();
    mirror();
    show();
    showTitle();
  });

  // Before dcc.Location, which comes later, reads where one has gone.
  ["popstate", "_dashprivate_pushstate"].forEach((moved) => window.addEventListener(moved, mirror));

  load();
  bring();
  new MutationObserver((_changes, observer) => {
    if (!panel()) return;
    observer.disconnect();
    show();
    showTitle();
  }).observe(document.body, { childList: true, subtree: true });
})();
