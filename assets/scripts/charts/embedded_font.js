// How does a picture look the same where our font is not installed? It carries the font, for the weights that it uses.

const FILES = new URL("../../fonts/", import.meta.url);
const WEIGHTS = [400, 600, 700];

const asData = (blob) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });

async function face(family, weight) {
  const answer = await fetch(new URL(`${weight}.woff2`, FILES));
  if (!answer.ok) throw new Error(`font ${weight}: ${answer.status}`);
  const source = await asData(await answer.blob());
  return `@font-face{font-family:${family};font-weight:${weight};src:url(${source}) format("woff2")}`;
}

const isUsed = (svg, weight) =>
  [...svg.querySelectorAll("text, tspan")].some((text) => {
    const said = text.getAttribute("font-weight") || text.style.fontWeight || "400";
    return { normal: "400", bold: "700" }[said] === String(weight) || said === String(weight);
  });

// The style sheet that puts the font into `svg`. The files are in the browser's cache: the page shows them.
export async function fontOf(svg, families) {
  const [family] = families.split(",");
  const used = WEIGHTS.filter((weight) => isUsed(svg, weight));
  return (await Promise.all(used.map((weight) => face(family, weight)))).join("");
}
