// When is what a user waits for painted? The same probe watches the dashboard and the plain page.
//
// A change counts at the frame that shows it, as a visible one: no attribute that only scripts or readers of the page's
// structure see, nothing under the pointer, nothing that has left the page.
(() => {
  const CARD = "article.exhibit";
  const CHART = ".canvas, .js-plotly-plot";
  const DRAWN = ".canvas svg.chart, .js-plotly-plot .main-svg";
  // What plotly has drawn once it has figures: before, it shows bare axes.
  const MARKS = ".canvas svg.chart, .sankey-node, .cartesianlayer .trace, .cartesianlayer .hm image";
  const MEASURED = "#js-plotly-tester"; // Where plotly measures texts, out of sight.
  const LEFT_OUT = `${MEASURED}, script, .hoverlayer, .tooltip`;
  const LISTS = ".dash-dropdown-content, .dash-dropdown-wrapper";
  const UNSEEN = /^(data-|aria-|id$|title$|tabindex$|role$|name$|for$|lang$)/;
  const QUESTIONS = /_dash-update-component|\/answer/;
  const LONGEST_MS = 20000;

  const elementOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);

  function isVisible({ type, target, attributeName, oldValue, addedNodes, removedNodes }) {
    const element = elementOf(target);
    if (!element?.isConnected || element.closest(LEFT_OUT)) return false;
    if (type === "characterData") return target.data !== oldValue;
    if (type === "childList") {
      return [...addedNodes, ...removedNodes].some((node) => !/^(SCRIPT|STYLE|LINK|#comment)$/.test(node.nodeName));
    }
    if (UNSEEN.test(attributeName) || element.getAttribute(attributeName) === oldValue) return false;
    return attributeName !== "class" || element instanceof SVGElement || Boolean(element.closest(LISTS));
  }

  // The cards that a change is in or brings, each with whether its chart is concerned.
  function cardsOf({ target, addedNodes }) {
    const own = elementOf(target).closest(CARD);
    const added = [...addedNodes].filter((node) => node.nodeType === Node.ELEMENT_NODE);
    if (!own) {
      return added
        .flatMap((node) => [...(node.matches(CARD) ? [node] : []), ...node.querySelectorAll(CARD)])
        .map((card) => [card, true]);
    }
    const inChart = elementOf(target).closest(CHART) || added.some((n) => n.matches(CHART) || n.querySelector(CHART));
    return [[own, Boolean(inChart)]];
  }

  const channel = new MessageChannel();
  const lookers = new Set(); // Who looks at the page at each frame.
  let asked = []; // Who asks when the frame that comes is on screen.
  const drawn = []; // Who asked so of each frame that has been drawn and not been told yet.
  channel.port1.onmessage = () => drawn.shift().forEach((done) => done(performance.now()));

  // Runs before what the page itself does in a frame, so that it hears of its end before the page's next task.
  function everyFrame() {
    requestAnimationFrame(everyFrame);
    lookers.forEach((look) => look());
    if (!asked.length) return;
    drawn.push(asked);
    asked = [];
    channel.port2.postMessage(null);
  }
  requestAnimationFrame(everyFrame);

  // Calls `done` with the time when what stands in the document now is on screen.
  const painted = (done) => asked.push(done);

  const moves = (animation) =>
    animation.playState === "running" &&
    animation.effect.getComputedTiming().endTime !== Infinity &&
    !animation.effect.target?.closest(`${LEFT_OUT}, ${LISTS}`);

  const isBusy = () => "asking" in document.body.dataset || document.title === "Updating...";

  // Watches from now on; the clock starts at the next press of the pointer.
  function watch() {
    let start = null;
    let moved = 0; // The last time that anything moved on the screen.
    let movedBelow = 0; // The last time that anything did, also above or below it.
    let waiting = new Map(); // What has changed since the last frame: cards, each with whether its chart has.
    let scheduled = false;
    const inView = new Set(); // The cards that stand on the screen when the pointer is pressed: nobody waits for others.
    const changes = []; // [card, in its chart, when it changed, when that was painted]
    let noticed = null; // When anything was painted, were it a choice in its list.

    const press = (event) => {
      start ??= event.timeStamp;
      for (const card of document.querySelectorAll(CARD)) {
        const { top, bottom } = card.getBoundingClientRect();
        if (bottom > 0 && top < window.innerHeight) inView.add(card.id);
      }
      moved = Math.max(moved, start);
      movedBelow = moved;
    };
    window.addEventListener("pointerdown", press, { capture: true });

    function frame() {
      if (scheduled) return;
      scheduled = true;
      painted((time) => {
        scheduled = false;
        for (const [card, [inChart, when]] of waiting) changes.push([card, inChart, when, time]);
        waiting = new Map();
        moved = Math.max(moved, time);
      });
    }

    function isInView({ target }) {
      const card = elementOf(target).closest(CARD);
      return !card || inView.has(card.id);
    }

    const isSeenToMove = ({ effect }) => !effect.target || isInView(effect);

    const observer = new MutationObserver((records) => {
      if (start === null) return;
      const now = performance.now();
      const anywhere = records.filter(isVisible);
      const changed = anywhere.filter(isInView);
      if (changed.length && noticed === null) {
        noticed = now;
        painted((time) => {
          noticed = time;
        });
      }
      const isOfPage = ({ target }) => !elementOf(target).closest(LISTS);
      if (anywhere.some(isOfPage)) {
        movedBelow = now;
        painted((time) => {
          movedBelow = Math.max(movedBelow, time);
        });
      }
      const visible = changed.filter(isOfPage);
      for (const record of visible) {
        for (const [card, inChart] of cardsOf(record)) {
          const known = waiting.get(card);
          waiting.set(card, [inChart || Boolean(known?.[0]), known?.[1] ?? now]);
        }
      }
      if (!visible.length) return;
      moved = now;
      frame();
    });
    const all = { attributes: true, characterData: true, childList: true, subtree: true };
    observer.observe(document.body, { ...all, attributeOldValue: true, characterDataOldValue: true });

    performance.setResourceTimingBufferSize(10000);
    performance.clearResourceTimings();
    const before = document.querySelector(".headline").textContent;

    const answered = () => {
      const asked = performance.getEntriesByType("resource").filter((e) => QUESTIONS.test(e.name) && e.startTime >= start);
      return asked.length ? Math.min(...asked.map((e) => e.responseEnd)) : start;
    };

    // For each exhibit that the answer changed: when its chart was painted, or it where it has none.
    function repainted() {
      const since = answered();
      const times = new Map();
      for (const [card, inChart, changed, time] of changes) {
        const charted = [...card.querySelectorAll(DRAWN)].some((chart) => chart.getClientRects().length);
        if (changed < since || (charted && !inChart) || times.has(card.id) || !inView.has(card.id)) continue;
        times.set(card.id, time - start);
      }
      return [...times.values()];
    }

    const result = new Promise((resolve) => {
      const began = performance.now();
      function look(now) {
        const moving = start === null ? [] : document.getAnimations().filter(moves);
        if (moving.length) movedBelow = Math.max(movedBelow, now);
        if (moving.some(isSeenToMove)) moved = Math.max(moved, now);
        const told = document.querySelector(".headline").textContent !== before;
        const quiet = start !== null && performance.now() - movedBelow > window.probe.quiet && !isBusy() && told;
        if (!quiet && performance.now() - began < LONGEST_MS) {
          requestAnimationFrame(look);
          return;
        }
        observer.disconnect();
        window.removeEventListener("pointerdown", press, { capture: true });
        const exhibits = repainted();
        resolve({
          complete: quiet && exhibits.length > 0,
          noticed: noticed === null ? 0 : noticed - start,
          answered: answered() - start,
          exhibits,
          settled: moved - start,
          still: movedBelow - start,
        });
      }
      requestAnimationFrame(look);
    });
    window.probe.result = () => result;
  }

  // From the start of the document: when each of `cards` ({ name: has a chart }) was first painted whole.
  function load(cards) {
    const times = {};
    const isShown = (name, charted) => {
      const card = document.getElementById(name);
      if (!card) return false;
      if (charted) return Boolean(card.querySelector(MARKS));
      const words = document.getElementById(`words-${name}`);
      return words ? words.childElementCount > 0 : card.textContent.length > 60;
    };
    function look() {
      const fresh = Object.entries(cards).filter(([name, charted]) => !(name in times) && isShown(name, charted));
      for (const [name] of fresh) times[name] = null;
      if (fresh.length) painted((time) => fresh.forEach(([name]) => (times[name] = time)));
      if (Object.keys(times).length === Object.keys(cards).length) lookers.delete(look);
    }
    lookers.add(look);
    window.probe.times = times;
  }

  window.probe = { watch, load, quiet: 500 };
})();
