// Which exhibits go into the presentation? A list that this browser keeps, and that a link can carry to another.
"use strict";
(function () {
  const KEY = "dashboard-presentation";
  const LINK = "#presentation=";
  let entries = [];

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
    } catch {
      entries = []; // A browser may refuse storage: the tray then lasts as long as the page.
    }
    const hash = window.location.hash;
    if (!hash.startsWith(LINK)) return;
    const same = (a, b) => a.view === b.view && a.address === b.address && a.name === b.name;
    const brought = read(decodeURIComponent(hash.slice(LINK.length)));
    entries.push(...brought.filter((entry) => !entries.some((held) => same(held, entry))));
    window.history.replaceState({}, "", window.location.pathname + window.location.search);
    keep();
  }

  function keep() {
    try {
      window.localStorage.setItem(KEY, JSON.stringify(entries));
    } catch {
      // As above.
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
    const field = element("input", { className: "tray-name", value: entry.name, placeholder: entry.title });
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

  const alike = () => new Set(entries.map((entry) => entry.filters)).size === 1;

  // A screen has one selection and a view one state, so that a filter changed before the room holds for all: said here,
  // since slides keep what they were added with.
  function rule() {
    if (!entries.length) return "";
    const told = [
      alike()
        ? `À l'écran : ${entries[0].selection}, que les filtres de la présentation peuvent changer.`
        : "À l'écran, toutes les vues prennent la sélection de cette page : elles ont été ajoutées avec des sélections " +
          "différentes, que seul le fichier garde.",
    ];
    if (firsts().length < entries.length) told.push("Une vue ajoutée deux fois est montrée une fois, à sa première place.");
    if (entries.some((entry) => entry.name)) told.push("Les titres que vous donnez sont ceux du fichier.");
    return told.join(" ");
  }

  const firsts = () => entries.filter((entry, i) => entries.findIndex((other) => other.view === entry.view) === i);

  function show() {
    if (!panel()) return;
    find(".tray-count").textContent = entries.length ? ` (${entries.length})` : "";
    find(".tray-list").replaceChildren(...entries.map(row));
    find(".tray-empty").hidden = entries.length > 0;
    find(".tray-rule").textContent = rule();
    panel()
      .querySelectorAll("[data-tray]")
      .forEach((one) => (one.disabled = !entries.length));
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
    const body = new URLSearchParams();
    body.set("titre", find("input").value);
    // One selection for all opens the deck with its key figures; else everybody's do.
    body.set("filtre", alike() ? entries[0].filters : "");
    entries.forEach(({ view, address, name }) => {
      body.append("expo", `${view}~${address.replace(/^\?/, "").replaceAll("~", "%7E")}~${name}`);
    });
    say("Préparation du fichier…");
    const answer = await fetch("/deck.pptx", { method: "POST", body });
    if (!answer.ok) throw new Error(await answer.text());
    const named = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") || "");
    const link = element("a", {
      href: URL.createObjectURL(await answer.blob()),
      download: named ? named[1] : "presentation.pptx",
    });
    document.body.append(link);
    link.click();
    link.remove();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    say("Présentation téléchargée.");
  }

  // Screens in the order of the list, each view with the switches that it was added with.
  function present() {
    const held = alike() ? entries[0].filters : caption(document).filters;
    const params = new URLSearchParams(held);
    firsts().forEach(({ address, filters }) => {
      const common = new URLSearchParams(filters);
      new URLSearchParams(address).forEach((value, name) => common.has(name) || params.set(name, value));
    });
    params.set("expo", firsts().map((entry) => entry.view).join(","));
    panel().removeAttribute("open");
    window.history.pushState({}, "", `/presentation?${params.toString().replaceAll("%2C", ",")}`);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  }

  async function copyLink() {
    const link =
      window.location.href.split("#")[0] + LINK + encodeURIComponent(JSON.stringify(entries));
    try {
      await navigator.clipboard.writeText(link);
      say("Lien copié.");
    } catch {
      window.prompt("Copiez ce lien :", link);
    }
  }

  function empty() {
    entries = [];
    keep();
    show();
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
      Promise.resolve(acts[at.dataset.tray]()).catch((error) => {
        console.warn(error);
        say(`La présentation n'a pas pu être faite. ${error.message}`);
      });
    }
  });

  document.addEventListener("input", (event) => {
    const line = event.target.closest(".tray-list li");
    if (!line) return;
    entries[Number(line.dataset.index)].name = event.target.value.trim();
    find(".tray-rule").textContent = rule();
    keep();
  });

  // What is added in another window of this browser is shown here too.
  window.addEventListener("storage", (event) => {
    if (event.key !== KEY) return;
    load();
    show();
  });

  load();
  new MutationObserver((_changes, observer) => {
    if (!panel()) return;
    observer.disconnect();
    show();
  }).observe(document.body, { childList: true, subtree: true });
})();
