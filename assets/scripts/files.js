// How does a file that the browser has made, or a link, reach the user?

const KEPT_MS = 10000;

// Saves `blob` under `name`. The link stands in `place` while it is pressed.
export function save(blob, name, place = document.body) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  place.append(link);
  link.click();
  link.remove();
  window.setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}

// Copies `link` and says so. Without a secure origin the clipboard is closed: the link is then shown, selected, to be
// copied by hand.
export async function copyLink(link, say) {
  try {
    await navigator.clipboard.writeText(link);
    say("Lien copié.");
  } catch {
    window.prompt("Copiez ce lien :", link);
  }
}
