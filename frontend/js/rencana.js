// The grid of targets: Enter and the up and down arrows walk a column, the other arrows walk a row from the edge of the
// text, a block pasted from a spreadsheet fills cells, Escape brings a cell back to what it was. Without this file it
// is a plain form.
const cells = (row) => [...row.querySelectorAll("input.s-kisi-sel")];

function grid(input) {
  const rows = [...input.closest("table").tBodies[0].rows].map(cells).filter((row) => row.length);
  const y = rows.findIndex((row) => row.includes(input));
  return { rows, y, x: rows[y].indexOf(input) };
}

// To the neighbour only when the caret has nowhere left to go, or when the whole text is marked.
function sideways(input, key) {
  const { selectionStart: start, selectionEnd: end, value } = input;
  const all = start === 0 && end === value.length;
  if (key === "ArrowLeft") return all || end === 0 ? -1 : 0;
  if (key === "ArrowRight") return all || start === value.length ? 1 : 0;
  return 0;
}

function onKey(event) {
  const input = event.target;
  if (!input.matches?.("table[data-kisi] input.s-kisi-sel")) return;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.key === "Escape") {
    input.value = input.defaultValue;
    return;
  }
  const down = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key] ?? 0;
  const right = sideways(input, event.key);
  if (!down && !right) return;
  event.preventDefault();
  const { rows, y, x } = grid(input);
  const next = rows[y + down]?.[x + right];
  next?.focus();
  next?.select();
}

function onPaste(event) {
  const input = event.target;
  if (!input.matches?.("table[data-kisi] input.s-kisi-sel")) return;
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!/[\t\n]/.test(text.trimEnd())) return;
  event.preventDefault();
  const { rows, y, x } = grid(input);
  text.replace(/\r/g, "").trimEnd().split("\n").forEach((line, down) => {
    line.split("\t").forEach((value, right) => {
      const cell = rows[y + down]?.[x + right];
      if (!cell) return;
      cell.value = value.trim();
      cell.dispatchEvent(new Event("input", { bubbles: true }));
    });
  });
}

export function start() {
  document.addEventListener("keydown", onKey);
  document.addEventListener("paste", onPaste);
}
