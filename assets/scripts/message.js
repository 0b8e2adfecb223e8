// How is somebody told what the page itself has met?

// A message in place of others.
export function tell(text, kind) {
  const box = document.createElement("div");
  box.className = `alert alert-${kind}`;
  box.setAttribute("role", "alert");
  box.textContent = text;
  document.getElementById("messages").replaceChildren(box);
}
