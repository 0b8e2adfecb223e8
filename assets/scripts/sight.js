// Which cards, and which of their canvases, stand on the screen? The browser tells of them by itself: to ask where an
// element stands has it lay the whole page out.

const WATCHED = "article, .canvas";

const seen = new Set();

function note(entries) {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) seen.add(target);
    else seen.delete(target);
  }
}

const watcher = new IntersectionObserver(note);

// Whether a card or a canvas was on the screen at the last frame: of that the browser may not have told yet.
export function isSeen(element) {
  note(watcher.takeRecords());
  return seen.has(element);
}

// Watches `canvas`, which stands in place of `old`.
export function watchInstead(old, canvas) {
  if (old) watcher.unobserve(old);
  seen.delete(old);
  watcher.observe(canvas);
}

// Watches what `page` holds now, and nothing else.
export function watchSight(page) {
  watcher.disconnect();
  seen.clear();
  page.querySelectorAll(WATCHED).forEach((element) => watcher.observe(element));
}
