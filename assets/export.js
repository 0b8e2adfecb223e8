// What does the menu « Exporter » of a card give: files, pictures, a link?
"use strict";
(function () {
  function captionOf(card) {
    return JSON.parse(card.querySelector("[data-caption]").dataset.caption);
  }

  // A card of key figures has no chart: its figure is written with its caption.
  function pictureOf(card) {
    const caption = captionOf(card);
    const { data, layout } = caption.figure || card.querySelector(".js-plotly-plot") || {};
    return window.dash_clientside.dashboard.picture(caption, { data, layout });
  }

  function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  function address(card) {
    const { selecting, searchOf } = window.dash_clientside.dashboard;
    const search = searchOf(selecting(new URLSearchParams(window.location.search)));
    return window.location.origin + window.location.pathname + search + "#" + card.id;
  }

  // Without a secure origin the clipboard is closed: the link is then shown, selected, to be copied by hand.
  async function copyLink(card) {
    const link = address(card);
    try {
      await navigator.clipboard.writeText(link);
      tell(card, "Lien copié.");
    } catch {
      window.prompt("Copiez ce lien :", link);
    }
  }

  // The picture is promised at once: a browser lets a click write to the clipboard, not what comes long after it.
  async function copyImage(card, name) {
    const blob = pictureOf(card).then(window.dash_clientside.dashboard.bitmap);
    try {
      await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
      tell(card, "Image copiée.");
    } catch {
      save(await blob, `${name}.png`);
      tell(card, "Ce navigateur ne laisse pas copier une image : elle est téléchargée.");
    }
  }

  function tell(card, text) {
    const box = document.createElement("p");
    box.className = "told";
    box.setAttribute("role", "status");
    box.textContent = text;
    card.querySelector(".actions").append(box);
    window.setTimeout(() => box.remove(), 2500);
  }

  async function take(card, kind) {
    const name = captionOf(card).file;
    if (["csv", "xlsx", "pptx"].includes(kind)) {
      const caption = captionOf(card);
      window.location.assign(`${caption.export}.${kind}${caption.address}`);
    } else if (kind === "link") {
      await copyLink(card);
    } else if (kind === "copy") {
      await copyImage(card, name);
    } else {
      const picture = await pictureOf(card);
      const svg = () => new Blob([picture.text], { type: "image/svg+xml" });
      const blob = kind === "svg" ? svg() : await window.dash_clientside.dashboard.bitmap(picture);
      save(blob, `${name}.${kind}`);
    }
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-export]");
    if (!button) return;
    const card = button.closest("article");
    button.closest("details").removeAttribute("open");
    take(card, button.dataset.export).catch((error) => {
      console.error(error);
      tell(card, "L'export n'a pas abouti ; rechargez la page et réessayez.");
    });
  });
})();
