// Where every open box stands: d3's tidy tree, with leaves and small branches hung below each other in columns so
// that a wide plan stays narrow. A column is a chain in the layout, so no branch can run into it.
import { hierarchy, tree } from "d3-hierarchy";

export const LEBAR = 178;
export const TINGGI = 104;
const LANGKAH_X = 204;
const LANGKAH_Y = 134;
const INDEN = 24;
const PADAT = 24;
// How close a plan is set: branches of at most `gantung` boxes hang in columns of about `tumpuk`.
export const RAPAT = [[1, 8], [1, 14], [8, 8], [16, 16], [16, 30], [32, 32], [64, 64], [128, 96]].map(([gantung, tumpuk]) => ({ gantung, tumpuk }));
// The open/close button hangs below the box.
export const PIL = { w: 38, h: 18, y: TINGGI + 3 };

const shown = (node) => (node.buka ? node.anak : []);

// How many open boxes a branch holds, itself included.
function measure(visible) {
  for (let i = visible.length - 1; i >= 0; i -= 1) {
    visible[i].isi = 1;
    for (const child of shown(visible[i])) visible[i].isi += child.isi;
  }
}

// Columns of about equal length; a branch is never torn apart.
function columnsOf(run, most) {
  const total = run.reduce((sum, node) => sum + node.isi, 0);
  const even = total / Math.ceil(total / most);
  const columns = [[]];
  let full = 0;
  for (const node of run) {
    if (columns.at(-1).length && full + node.isi / 2 > even * columns.length) columns.push([]);
    columns.at(-1).push(node);
    full += node.isi;
  }
  return columns;
}

function* inColumn(nodes, inden = 0) {
  for (const node of nodes) {
    yield { node, inden };
    yield* inColumn(shown(node), inden + 1);
  }
}

function chain(column) {
  const all = [...inColumn(column)];
  let below = null;
  for (let i = all.length - 1; i >= 0; i -= 1) below = { ...all[i], tumpuk: i, anak: below ? [below] : [] };
  return below;
}

function arrange(node, least, cara) {
  const children = [];
  let run = [];
  const flush = () => {
    if (run.length >= least || run.some((child) => child.isi > 1)) children.push(...columnsOf(run, cara.tumpuk).map(chain));
    else children.push(...run.map((leaf) => ({ node: leaf, inden: 0, tumpuk: -1, anak: [] })));
    run = [];
  };
  for (const child of shown(node)) {
    if (child.isi <= cara.gantung) run.push(child);
    else {
      flush();
      children.push(arrange(child, least, cara));
    }
  }
  flush();
  return { node, inden: 0, tumpuk: -1, anak: children };
}

// The setting that shows most: the whole plan as large as can be, or the first that is readable across.
export function pilihRapat(pohon, { w, h }, { melintang = false } = {}) {
  let best = null;
  for (const cara of RAPAT) {
    const { x0, x1, y0, y1 } = susun(pohon, cara).batas;
    const k = melintang ? w / (x1 - x0) : Math.min(w / (x1 - x0), h / (y1 - y0));
    if (!best || k > best.k * 1.05) best = { cara, k };
    if (k >= 0.7) break;
  }
  return best.cara;
}

export function susun(pohon, cara = RAPAT[0]) {
  const visible = [...pohon.urut(true)];
  measure(visible);
  const top = { node: { buka: true, anak: pohon.akar }, inden: 0, tumpuk: -1 };
  top.anak = arrange(top.node, visible.length > PADAT ? 2 : 4, cara).anak;
  const root = tree()
    .nodeSize([LANGKAH_X, LANGKAH_Y])
    .separation((a, b) => (a.parent === b.parent ? 1 : 1.12) + (Math.max(a.data.inden, b.data.inden) * INDEN) / LANGKAH_X)(hierarchy(top, (item) => item.anak));
  const rows = [];
  let [left, right] = [Infinity, -Infinity];
  root.each((place) => {
    if (place === root) return;
    const { node } = place.data;
    node.x = place.x + place.data.inden * INDEN;
    node.y = (place.depth - 1) * LANGKAH_Y;
    node.tumpuk = place.data.tumpuk;
    node.atas = place.parent === root ? null : place.parent.data.node;
    (rows[place.depth - 1] ??= []).push(node);
    left = Math.min(left, node.x - LEBAR / 2);
    right = Math.max(right, node.x + LEBAR / 2);
  });
  for (const row of rows) row.sort((a, b) => a.x - b.x);
  const batas = { x0: left, x1: right, y0: 0, y1: rows.length * LANGKAH_Y - (LANGKAH_Y - TINGGI) };
  return { rows, batas, garis: edges(visible), n: visible.length };
}

// One path for all children of a parent: down, along, and down again; along a spine beside a stack.
function edges(visible) {
  const result = [];
  for (const parent of visible) {
    const children = shown(parent);
    if (!children.length) continue;
    const bottom = parent.y + TINGGI;
    const bus = bottom + (LANGKAH_Y - TINGGI) / 2;
    if (parent.tumpuk >= 0) {
      result.push(inside(parent, children, bottom));
      continue;
    }
    let d = `M${parent.x} ${bottom}V${bus}`;
    let [x0, x1, y1] = [parent.x, parent.x, bus];
    const spines = new Map();
    for (const child of children) {
      const side = child.x - LEBAR / 2;
      if (child.tumpuk < 0) d += `M${parent.x} ${bus}H${child.x}V${child.y}`;
      else {
        const middle = child.y + TINGGI / 2;
        d += `M${side - 13} ${middle}H${side}`;
        spines.set(side - 13, middle);
      }
      x0 = Math.min(x0, side - 13);
      x1 = Math.max(x1, child.x + LEBAR / 2);
      y1 = Math.max(y1, child.y + TINGGI);
    }
    for (const [x, y] of spines) d += `M${parent.x} ${bus}H${x}V${y}`;
    result.push({ d, x0, x1, y0: bottom, y1 });
  }
  return result;
}

// In a column the spine starts below the parent itself.
function inside(parent, children, bottom) {
  const x = parent.x - LEBAR / 2 + 11;
  const last = children.at(-1);
  let d = `M${x} ${bottom}V${last.y + TINGGI / 2}`;
  for (const child of children) d += `M${x} ${child.y + TINGGI / 2}H${child.x - LEBAR / 2}`;
  return { d, x0: x, x1: last.x, y0: bottom, y1: last.y + TINGGI };
}

// Boxes that touch an area; rows are sorted, so only the rows and columns in it are looked at.
export function dalam(tata, { x0, y0, x1, y1 }) {
  const found = [];
  const first = Math.max(0, Math.floor((y0 - TINGGI) / LANGKAH_Y));
  const last = Math.min(tata.rows.length - 1, Math.floor(y1 / LANGKAH_Y));
  for (let r = first; r <= last; r += 1) {
    const row = tata.rows[r] ?? [];
    let [low, high] = [0, row.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (row[middle].x + LEBAR / 2 < x0) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < row.length && row[i].x - LEBAR / 2 <= x1; i += 1) found.push(row[i]);
  }
  return found;
}

// Which box lies under a point, and whether the point is on its open/close button.
export function kena(tata, x, y, punyaAnak) {
  const around = dalam(tata, { x0: x, x1: x, y0: y - 2 * PIL.h, y1: y + PIL.h });
  const onPill = around.find(
    (node) =>
      punyaAnak(node) && Math.abs(x - node.x) <= PIL.w / 2 + 3 && Math.abs(y - (node.y + PIL.y)) <= PIL.h / 2 + 3,
  );
  if (onPill) return { node: onPill, tombol: true };
  const node = around.find((one) => Math.abs(x - one.x) <= LEBAR / 2 && y >= one.y && y <= one.y + TINGGI);
  return node ? { node, tombol: false } : null;
}
