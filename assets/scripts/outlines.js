// Which outlines can the maps of the page refer to? Those that it came with, and those that are brought here.

const missing = (address) => {
  const [digest] = address.split("/").pop().split(".");
  return !document.querySelector(`[data-outlines="${CSS.escape(digest)}"]`);
};

async function bring(address, signal) {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new TypeError(`outlines: ${answer.status} ${address}`); // As a connection that is lost.
  const read = new DOMParser().parseFromString(
    `<svg xmlns="http://www.w3.org/2000/svg">${await answer.text()}</svg>`,
    "image/svg+xml",
  );
  document.getElementById("outlines").append(document.importNode(read.documentElement.firstChild, true));
}

// Brings the outlines at `addresses` that the page has not got, unless `signal` says that it takes too long. A browser
// keeps them for good.
export const bringOutlines = (addresses, signal) =>
  Promise.all(addresses.filter(missing).map((address) => bring(address, signal)));
