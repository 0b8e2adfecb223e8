// Below which path of its host is the dashboard, and how are addresses of its own written and read?

// What stands before each path: nothing, or `/observatoire` (dashboard/web/mount.py).
const root = document.body.dataset.root ?? "";

// The address of a path of ours.
export const below = (path) => root + path;

// The path of ours that is at an address of this host.
export const within = (pathname) => (pathname.startsWith(`${root}/`) ? pathname.slice(root.length) : "/");

// The path of the page that is shown.
export const here = () => within(window.location.pathname);

// What a browser keeps under `name`, for this dashboard alone: it has one store for all that a host serves.
export const storedAs = (name) => name + root;
