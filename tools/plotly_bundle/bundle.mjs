// How do the modules of plotly.js that an entry names become one small file, which asks nothing of another host?
// Run by __main__.py in the folder of the packages: node bundle.mjs ENTRY OUTPUT; it prints the packages that went in.

import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parse } from "acorn";
import { build } from "esbuild-wasm";
import { minify } from "terser";

const [entry, output] = process.argv.slice(2);

// Where plotly.js would send a chart, or take maps from: nothing of ours does.
const HOSTS = /(['"])https:\/\/(?:cloud\.plotly\.com\/newchart|cdn\.plot\.ly\/un\/)\1/g;

// The places of the values of all properties called `description`: words for the makers of plotly's documentation.
function* descriptions(node) {
  if (!node || typeof node !== "object") return;
  const described = node.type === "Property" && !node.computed && !node.shorthand && node.key.name === "description";
  if (described && !["Identifier", "ObjectExpression"].includes(node.value.type)) yield node.value;
  else for (const inner of Object.values(node)) yield* descriptions(inner);
}

async function sourceOf({ path }) {
  let text = (await readFile(path, "utf8")).replace(HOSTS, '""');
  if (text.includes("description")) {
    const found = [...descriptions(parse(text, { ecmaVersion: "latest" }))].sort((a, b) => b.start - a.start);
    for (const { start, end } of found) text = `${text.slice(0, start)}""${text.slice(end)}`;
  }
  return { contents: text };
}

const EMPTY = {
  style: "", // Of maps.
  buttons: "module.exports = () => {};", // Those above a figure, which ours never show.
};

const lighter = {
  name: "lighter",
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /plotly\.js[\\/]src[\\/].*\.js$/ }, sourceOf);
    onResolve({ filter: /\.css$/ }, () => ({ path: "style", namespace: "empty" }));
    onResolve({ filter: /^\.\/manage$/ }, () => ({ path: "buttons", namespace: "empty" }));
    onLoad({ filter: /.*/, namespace: "empty" }, ({ path }) => ({ contents: EMPTY[path] }));
    onResolve({ filter: /^culori$/ }, () => ({ path: fileURLToPath(new URL("colours.mjs", import.meta.url)) }));
  },
};

const bundled = await build({
  entryPoints: [entry],
  bundle: true,
  define: { global: "window", "define.amd": "false", "process.env.NODE_DEBUG": "false" },
  format: "iife",
  globalName: "Plotly",
  legalComments: "none",
  metafile: true,
  minify: true,
  outfile: output,
  plugins: [lighter],
  target: "es2022",
  write: false,
});
const [{ text }] = bundled.outputFiles;
const { code } = await minify(text, { compress: { passes: 2 }, ecma: 2020, format: { comments: false }, mangle: true });
await writeFile(output, `${code}\n`);

const packages = Object.keys(bundled.metafile.inputs).flatMap((path) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1] ?? []);
console.log([...new Set(packages)].sort().join("\n"));
