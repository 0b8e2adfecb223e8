// Which outlines can the maps of the page refer to? Those that it came with, and those that are brought here.

const missing = (address) => {
  const [digest] = address.split("/").pop().split(".");
  return !document.querySelector(`[data-outlines="${CSS.escape(digest)}"]`);
};

async function bring(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`outlines: ${answer.status} ${address}`);
  const read = new DOMParser().parseFromString(
    `<svg xmlns="http://www.w3.org/2000/svg">${await answer.text()}</svg>`,
    "image/svg+xml",
  );
  document.getElementById("outlines").append(document.importNode(read.documentElement.firstChild, true));
}

// Brings the outlines at `addresses` that the page has not got; a browser keeps them for good.
export const bringOutlines = (addresses) => Promise.all(addresses.filter(missing).map(bring));
