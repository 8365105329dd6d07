// What a box is coloured by: achievement band, findings, or unit; always with a letter or a count beside it.
import { kata } from "./kata.js";

const PITA = [["ST", "st", 5], ["T", "t", 4], ["S", "s", 3], ["R", "r", 2], ["SR", "sr", 1]];
const KELAS = Object.fromEntries(PITA.map(([code, name]) => [code, name]));
export const TANGGA = Object.fromEntries(PITA.map(([code, , steps]) => [code, steps]));
const RONA = 8;

export const nTemuan = (node) => (node.d.temuan?.galat ?? 0) + (node.d.temuan?.peringatan ?? 0);

function findingsClass({ d }) {
  if (!d.temuan) return "nol"; // Not read yet: nothing is said of the box.
  if (d.temuan.galat) return "galat";
  if (d.temuan.peringatan) return "ingat";
  if (d.temuan.saran) return "saran";
  return "bersih";
}

export class Warna {
  constructor(pohon) {
    this.pohon = pohon;
    this.cara = "capaian";
    this.unit = new Map();
  }

  // Units in order of how many boxes they hold; from the ninth on they share one neutral tone.
  hitungUnit() {
    const counts = new Map();
    for (const node of this.pohon.semua.values()) counts.set(node.d.unit, (counts.get(node.d.unit) ?? 0) + 1);
    const names = [...counts].filter(([name]) => name).sort((a, b) => b[1] - a[1]);
    this.unit = new Map(names.map(([name], index) => [name, index < RONA ? `u${index + 1}` : "ulain"]));
    return names;
  }

  kelas(node) {
    if (node.d.pensiun) return "tb";
    if (this.cara === "temuan") return findingsClass(node);
    if (this.cara === "unit") return this.unit.get(node.d.unit) ?? "nol";
    return KELAS[node.d.pita?.kode] ?? "nol";
  }

  // [class, letter or count, words]: the key below the canvas.
  legenda() {
    const total = new Map();
    for (const node of this.pohon.semua.values()) {
      const name = this.kelas(node);
      total.set(name, (total.get(name) ?? 0) + 1);
    }
    const row = (name, sign, words) => ({ kelas: name, tanda: sign, teks: words, n: total.get(name) ?? 0 });
    if (this.cara === "temuan") {
      const rows = ["galat", "ingat", "saran", "bersih"].map((name) => row(name, "", kata(`t_${name}`)));
      return [...rows, row("nol", "", kata("t_tunggu"))];
    }
    if (this.cara === "unit") {
      const named = [...this.unit].filter(([, name]) => name !== "ulain").map(([unit, name]) => row(name, "", unit));
      if (this.unit.size > RONA) named.push(row("ulain", "", kata("unit_lain")));
      if (total.has("nol")) named.push(row("nol", "", kata("tanpa_unit")));
      return named;
    }
    return [...PITA.map(([code, name]) => row(name, code, kata(`p_${name}`))), row("nol", "", kata("belum"))];
  }
}
