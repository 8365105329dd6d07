// The keyboard. Arrows walk the tree, Alt+arrows carry the box along, the rest is in the help below the canvas.
import { announce } from "../umumkan.js";
import { kata } from "./kata.js";

function neighbour(k, node, step) {
  return k.pohon.saudara(node)[k.pohon.saudara(node).indexOf(node) + step] ?? null;
}

// In a stack of single boxes the one above and below is a sibling; elsewhere it is parent and child.
function up(k, node) {
  const before = node.tumpuk > 0 && node.isi === 1 ? neighbour(k, node, -1) : null;
  return before?.isi === 1 ? before : node.induk;
}

// The next one in the same column: a sibling, or the sibling of what it stands under.
function below(k, node) {
  for (let one = node; one?.tumpuk >= 0; one = one.induk) {
    const next = neighbour(k, one, 1);
    if (next) return next.tumpuk > one.tumpuk ? next : null;
  }
  return null;
}

function down(k, node) {
  if (node.buka && node.anak.length) return node.anak[0];
  const next = below(k, node);
  if (next) return next;
  if (node.anak.length) k.bukaTutup(node, true);
  return node.anak[0] ?? null;
}

const WALK = {
  ArrowUp: up,
  ArrowDown: down,
  ArrowLeft: (k, node) => neighbour(k, node, -1),
  ArrowRight: (k, node) => neighbour(k, node, 1),
  Home: (k) => k.pohon.akar[0],
  End: (k) => [...k.pohon.urut(true)].at(-1),
};

const CARRY = {
  ArrowLeft: (k, node) => k.geserUrutan(node, -1),
  ArrowRight: (k, node) => k.geserUrutan(node, 1),
  ArrowUp: (k, node) => k.naikTingkat(node),
  ArrowDown: (k, node) => k.turunTingkat(node),
};

const DO = {
  Enter: (k, node) => k.panel.buka(node),
  " ": (k, node) => k.bukaTutup(node),
  F2: (k, node) => k.ubah(node),
  e: (k, node) => k.ubah(node),
  Insert: (k, node) => k.tambah(node),
  n: (k, node) => k.tambah(node),
  Delete: (k, node) => k.hapus(node),
  "+": (k) => k.zum.kali(1.25),
  "=": (k) => k.zum.kali(1.25),
  "-": (k) => k.zum.kali(0.8),
  0: (k) => k.zum.muat(),
};

export function pasangPapan(k) {
  k.svg.addEventListener("keydown", (event) => {
    if (k.seret.aktif || !k.aktif) return;
    if (onControl(k, event)) return event.preventDefault();
    if (event.ctrlKey || event.metaKey) return undefined;
    if (event.altKey) return CARRY[event.key] && run(event, () => CARRY[event.key](k, k.aktif));
    if (event.shiftKey && event.key.startsWith("Arrow")) return run(event, () => pan(k, event.key));
    if (WALK[event.key]) return run(event, () => walk(k, event.key));
    const action = DO[event.key] ?? DO[event.key.toLowerCase()];
    return action && run(event, () => action(k, k.aktif));
  });
  k.akar.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "f") run(event, () => k.cari.buka());
  });
}

function run(event, action) {
  event.preventDefault();
  action();
}

function onControl(k, event) {
  if (!(event.ctrlKey || event.metaKey)) return false;
  const key = event.key.toLowerCase();
  if (key === "z" && !event.shiftKey) k.batalkan("urung");
  else if (key === "y" || (key === "z" && event.shiftKey)) k.batalkan("ulang");
  else return false;
  return true;
}

function walk(k, key) {
  const to = WALK[key](k, k.aktif);
  if (to) k.fokuskan(to);
  else announce(kata("ujung"));
}

function pan(k, key) {
  const step = { ArrowLeft: [80, 0], ArrowRight: [-80, 0], ArrowUp: [0, 80], ArrowDown: [0, -80] }[key];
  k.zum.geser(...step);
}
