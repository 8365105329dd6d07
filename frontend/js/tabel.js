// Arrow keys in a table with data-papan-ketik: up and down move between the links of one column,
// Home and End to the first and last row. Tab keeps its meaning.
const STEPS = { ArrowDown: 1, ArrowUp: -1 };
const control = (cell) => cell?.querySelector("a[href], button:not([disabled])");

function column(table, index) {
  return [...table.tBodies].flatMap((body) => [...body.rows]).map((row) => control(row.cells[index])).filter(Boolean);
}

function onKey(event) {
  const cell = event.target.closest?.("table[data-papan-ketik] tbody td, table[data-papan-ketik] tbody th");
  if (!cell || event.altKey || event.ctrlKey || event.metaKey || event.target.matches("input, select, textarea")) return;
  const items = column(cell.closest("table"), cell.cellIndex);
  const here = items.indexOf(event.target);
  let next = null;
  if (event.key in STEPS) next = items[here + STEPS[event.key]];
  else if (event.key === "Home") next = items[0];
  else if (event.key === "End") next = items[items.length - 1];
  if (here < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

export function start() {
  document.addEventListener("keydown", onKey);
}
