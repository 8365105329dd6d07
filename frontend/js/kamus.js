// The matrix of roles and results by keyboard: arrows move between cells, Enter opens what the cell links to.
const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

function cellAt(table, row, column) {
  return table.tBodies[0]?.rows[row]?.cells[column] ?? null;
}

function focusCell(table, cell) {
  for (const other of table.querySelectorAll("td[tabindex='0']")) other.tabIndex = -1;
  cell.tabIndex = 0;
  cell.focus();
}

function onKey(event) {
  const cell = event.target;
  if (!(cell instanceof HTMLTableCellElement)) return;
  const table = cell.closest("[data-matriks]");
  const move = MOVES[event.key];
  if (move) {
    const next = cellAt(table, cell.parentElement.sectionRowIndex + move[0], cell.cellIndex + move[1]);
    if (next?.tagName === "TD") {
      event.preventDefault();
      focusCell(table, next);
    }
  } else if (event.key === "Enter") {
    const link = cell.querySelector("a");
    if (link) {
      event.preventDefault();
      link.click();
    }
  }
}

export function start() {
  for (const table of document.querySelectorAll("[data-matriks]")) {
    const cells = [...table.querySelectorAll("tbody td")];
    cells.forEach((cell, index) => { cell.tabIndex = index === 0 ? 0 : -1; });
    table.addEventListener("keydown", onKey);
    const named = cells.find((cell) => `#${cell.id}` === location.hash);
    if (named) focusCell(table, named);
  }
}
