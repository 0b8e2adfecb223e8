// Where does one press a region or a ribbon? In drawings of our own and in plotly's.
(() => {
  const STEPS = 28;

  const parsed = (text) => (text ? JSON.parse(text) : {});

  // What a ribbon keeps: our own says so, plotly's holds it or knows its place in the list that the figure has.
  function targetOf(ribbon) {
    if (ribbon.dataset.target !== undefined) return parsed(ribbon.dataset.target);
    const link = ribbon.__data__?.link;
    if (!link) return {};
    const listed = ribbon.closest(".js-plotly-plot").layout?.meta?.targets?.links;
    return listed ? listed[link.pointNumber] || {} : parsed(link.customdata);
  }

  // The points of a grid over `element` that a press there meets.
  function points(element) {
    const { left, top, width, height } = element.getBoundingClientRect();
    const met = [];
    for (let i = 0; i < STEPS * STEPS; i += 1) {
      const x = left + ((i % STEPS) + 0.5) * (width / STEPS);
      const y = top + (Math.floor(i / STEPS) + 0.5) * (height / STEPS);
      const under = document.elementFromPoint(x, y);
      if (under === element || (under && element.contains(under))) met.push([x, y]);
    }
    return met.map(([x, y]) => [x, y, (met.length * width * height) / STEPS ** 2]);
  }

  // The middle one: the points stand row by row.
  const middle = (met) => met[Math.floor(met.length / 2)];

  function ribbons(view) {
    document.getElementById(view).scrollIntoView({ block: "center", behavior: "instant" });
    const found = document.querySelectorAll(`#${view} path.ribbon[data-target], #${view} .sankey-link`);
    return [...found]
      .map((ribbon) => ({ target: targetOf(ribbon), met: points(ribbon) }))
      .filter(({ target, met }) => Object.keys(target).length && met.length)
      .map(({ target, met }) => ({ target, x: middle(met)[0], y: middle(met)[1], area: middle(met)[2] }))
      .sort((a, b) => b.area - a.area);
  }

  // `value` is the region's in an address; `place` where its name stands, in kilometres.
  function region(view, value, place) {
    const card = document.getElementById(view);
    card.scrollIntoView({ block: "center", behavior: "instant" });
    const graph = card.querySelector(".js-plotly-plot");
    if (graph) {
      const { xaxis, yaxis } = graph._fullLayout;
      const { left, top } = graph.getBoundingClientRect();
      return { x: left + xaxis._offset + xaxis.l2p(place[0]), y: top + yaxis._offset + yaxis.l2p(place[1]) };
    }
    const own = [...card.querySelectorAll("[data-target]")].find(({ dataset }) => parsed(dataset.target).region === value);
    const [x, y] = middle(points(own));
    return { x, y };
  }

  window.marks = { ribbons, region };
})();
