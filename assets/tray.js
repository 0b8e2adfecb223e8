// Which exhibits go into the presentation? A list that this browser keeps, and that a link can carry to another.
"use strict";
(function () {
  const KEY = "dashboard-presentation";
  const LINK = "#presentation=";
  let entries = [];

  const known = (entry) =>
    entry && ["view", "address", "title", "selection", "name"].every((k) => typeof entry[k] === "string");

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
    made.dataset.act = act;
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

  function show() {
    if (!panel()) return;
    find(".tray-count").textContent = entries.length ? ` (${entries.length})` : "";
    find(".tray-list").replaceChildren(...entries.map(row));
    find(".tray-empty").hidden = entries.length > 0;
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
    const again = next.querySelector(`[data-act="${act}"]`);
    (again.disabled ? next.querySelector("[data-act]:not(:disabled)") : again).focus();
  }

  function add(card) {
    const caption = JSON.parse(card.querySelector("[data-caption]").dataset.caption);
    entries.push({
      view: caption.export.split("/").pop(),
      address: caption.address,
      title: caption.title,
      selection: caption.selection,
      name: "",
    });
    keep();
    show();
    say(`Ajouté : ${caption.title}, ${caption.selection}.`);
  }

  async function download() {
    const body = new URLSearchParams();
    body.set("titre", find("input").value);
    // One selection for all opens the deck with its key figures; else everybody's do.
    const alike = new Set(entries.map((entry) => entry.selection)).size === 1;
    const filters = new URLSearchParams(alike ? entries[0].address : "");
    [...filters.keys()].filter((k) => k.startsWith(`${entries[0].view}.`)).forEach((k) => filters.delete(k));
    body.set("filtre", filters.toString());
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

  const acts = { download, link: copyLink, empty };

  document.addEventListener("click", (event) => {
    const at = event.target.closest("button");
    if (!at) return;
    if (at.dataset.add !== undefined) add(at.closest("article"));
    else if (at.dataset.act && at.closest(".tray-list")) change(at.dataset.act, Number(at.closest("li").dataset.index));
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
