// When is what stands in the page on the screen?

// The browser paints what has been laid in. A page that is not looked at paints nothing: it is not waited for.
export const painted = () =>
  new Promise((resolve) => {
    if (document.hidden) resolve();
    else window.requestAnimationFrame(() => window.setTimeout(resolve, 0));
  });
