// Builds the front end into src/sakip/web/static/dist: one style sheet, one script, one font for every page,
// and a style sheet and a script that only the canvas of the performance tree loads.
//   node frontend/build.mjs
import { cp, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import * as sass from "sass";

const here = path.dirname(fileURLToPath(import.meta.url));
const modules = path.join(here, "node_modules");
const dist = path.join(here, "../src/sakip/web/static/dist");
// Built aside and moved in at the end: a failed build leaves the old one in place.
const target = `${dist}.baru`;
const browsers = ["chrome111", "firefox121", "safari16.4"];

async function buildStyles(source, name) {
  const { css } = sass.compile(path.join(here, "gaya", source), {
    loadPaths: [modules],
    quietDeps: true,
    // Bootstrap 5.3 is written with @import; its own warnings are not ours to fix.
    silenceDeprecations: ["import", "global-builtin", "color-functions", "if-function"],
  });
  const { code } = await esbuild.transform(css, { loader: "css", minify: true, target: browsers, legalComments: "none" });
  await writeFile(path.join(target, name), code);
}

async function buildScript(source, name) {
  await esbuild.build({
    entryPoints: [path.join(here, "js", source)],
    outfile: path.join(target, name),
    bundle: true,
    minify: true,
    format: "iife",
    target: browsers,
    legalComments: "none",
  });
}

async function copyFont() {
  const folder = path.join(target, "huruf");
  const font = path.join(modules, "@fontsource-variable/plus-jakarta-sans");
  await mkdir(folder, { recursive: true });
  await cp(path.join(font, "files/plus-jakarta-sans-latin-wght-normal.woff2"), path.join(folder, "plus-jakarta-sans.woff2"));
  await cp(path.join(font, "LICENSE"), path.join(folder, "plus-jakarta-sans-OFL.txt"));
}

async function copyIcon() {
  await cp(path.join(here, "ikon/lambang.svg"), path.join(target, "lambang.svg"));
}

async function copyLicences() {
  const d3 = ["color", "dispatch", "drag", "ease", "hierarchy", "interpolate", "selection", "timer", "transition", "zoom"];
  const parts = { bootstrap: "LICENSE", "htmx.org": "LICENSE", ...Object.fromEntries(d3.map((name) => [`d3-${name}`, "LICENSE"])) };
  const texts = [];
  for (const [name, file] of Object.entries(parts)) {
    texts.push(`${name}\n\n${await readFile(path.join(modules, name, file), "utf8")}`);
  }
  await writeFile(path.join(target, "LISENSI.txt"), texts.join("\n----\n\n"));
}

async function report(name) {
  const bytes = await readFile(path.join(dist, name));
  const kb = (size) => `${(size / 1024).toFixed(1)} KB`;
  console.log(`${name.padEnd(32)} ${kb(bytes.length).padStart(9)}  gzip ${kb(gzipSync(bytes, { level: 9 }).length)}`);
}

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
await Promise.all([
  buildStyles("app.scss", "app.css"),
  buildStyles("_kanvas.scss", "kanvas.css"),
  buildScript("app.js", "app.js"),
  buildScript("kanvas/index.js", "kanvas.js"),
  copyFont(),
  copyIcon(),
  copyLicences(),
]);
await rm(dist, { recursive: true, force: true });
await rename(target, dist);
for (const name of ["app.css", "app.js", "kanvas.css", "kanvas.js", "huruf/plus-jakarta-sans.woff2"]) await report(name);
