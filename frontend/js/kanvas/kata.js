// Sentences from the page (translated there), and text that has to fit into a box.
let sentences = {};

export function pasangKata(json) {
  sentences = JSON.parse(json || "{}");
}

// kata("dipindah", {a: "X"}) fills %(a)s, as the server's own sentences are written.
export function kata(name, fill = {}) {
  return (sentences[name] ?? "").replace(/%\((\w+)\)s/g, (_, key) => fill[key] ?? "");
}

const pen = document.createElement("canvas").getContext("2d");
const widths = new Map();
const FAMILY = '"Plus Jakarta Sans", system-ui, sans-serif';

// Per letter and remembered: thousands of boxes are wrapped in a few milliseconds.
function measure(text, font) {
  let known = widths.get(font);
  if (!known) widths.set(font, (known = new Map()));
  let total = 0;
  for (const letter of text) {
    let width = known.get(letter);
    if (width === undefined) {
      pen.font = `${font} ${FAMILY}`;
      width = pen.measureText(letter).width;
      known.set(letter, width);
    }
    total += width;
  }
  return total;
}

export function lupakanLebar() {
  widths.clear();
}

export function pendekkan(text, width, font = "400 11.5px") {
  if (measure(text, font) <= width) return text;
  let short = text;
  while (short && measure(`${short}…`, font) > width) short = short.slice(0, -1);
  return `${short.trimEnd()}…`;
}

export function bungkus(text, width, lines, font = "600 12.25px") {
  const words = text.trim().split(/\s+/);
  const result = [];
  while (words.length && result.length < lines - 1) {
    let line = words.shift();
    while (words.length && measure(`${line} ${words[0]}`, font) <= width) line += ` ${words.shift()}`;
    result.push(pendekkan(line, width, font));
  }
  if (words.length) result.push(pendekkan(words.join(" "), width, font));
  return result;
}
