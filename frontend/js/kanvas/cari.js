// Search over every node, open or not: the way to a find is opened and the find comes into view.
import { announce } from "../umumkan.js";
import { kata } from "./kata.js";

const fold = (words) => words.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

function haystack(node) {
  const { d } = node;
  node.cari ??= fold(
    [d.kode, d.pernyataan, d.pemilik, d.unit, d.jenis_nama, ...(d.indikator ?? []).map((one) => `${one.kode} ${one.nama}`)].join(" "),
  );
  return node.cari;
}

export class Cari {
  constructor(kanvas, wadah) {
    this.k = kanvas;
    this.hasil = [];
    this.urutan = -1;
    this.kotak = wadah.querySelector("input");
    this.info = wadah.querySelector("[data-hasil]");
    this.kotak.addEventListener("input", () => this.jalankan());
    this.kotak.addEventListener("keydown", (event) => this.#key(event));
    wadah.querySelector("[data-berikut]").addEventListener("click", () => this.langkah(1));
    wadah.querySelector("[data-sebelum]").addEventListener("click", () => this.langkah(-1));
  }

  get kini() {
    return this.hasil[this.urutan] ?? null;
  }

  buka() {
    this.kotak.focus();
    this.kotak.select();
  }

  jalankan() {
    const words = fold(this.kotak.value).split(/\s+/).filter(Boolean);
    this.hasil = words.length
      ? [...this.k.pohon.urut()].filter((node) => words.every((word) => haystack(node).includes(word)))
      : [];
    this.urutan = -1;
    if (this.hasil.length) this.langkah(1);
    else {
      this.k.gambarUlang();
      this.#tell(words.length ? kata("tak_ketemu") : "");
    }
  }

  langkah(step) {
    if (!this.hasil.length) return;
    this.urutan = (this.urutan + step + this.hasil.length) % this.hasil.length;
    this.k.tuju(this.kini, { fokus: false, tengah: true });
    this.#tell(kata("hasil", { ke: this.urutan + 1, dari: this.hasil.length }), `: ${this.kini.d.pernyataan}`);
  }

  #tell(shown, more = "") {
    this.info.textContent = shown;
    announce(shown + more);
  }

  #key(event) {
    if (event.key === "Enter") {
      event.preventDefault();
      this.langkah(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      if (this.kini) this.k.fokuskan(this.kini);
      else this.k.fokuskan(this.k.aktif);
    }
  }
}
