// Editing in place: a text field exactly over the box. Enter saves, Esc leaves; a conflict keeps what was typed.
import { LEBAR, TINGGI } from "./susun.js";
import { kata } from "./kata.js";

export class Sunting {
  constructor(kanvas, wadah) {
    this.k = kanvas;
    this.wadah = wadah;
    this.bidang = wadah.querySelector("textarea");
    this.info = wadah.querySelector("[data-info]");
    this.node = null;
    this.bidang.addEventListener("keydown", (event) => this.#key(event));
    this.bidang.addEventListener("blur", () => this.#left());
  }

  get terbuka() {
    return this.node !== null;
  }

  buka(node, { isi = node.d.pernyataan, baru = false, info = "" } = {}) {
    this.node = node;
    this.baru = baru;
    if (this.k.zum.k < 0.75) this.k.zum.ke(0.9, node.x, node.y + TINGGI / 2, { halus: false });
    else this.k.zum.lihat(node);
    this.wadah.hidden = false;
    this.bidang.value = isi;
    this.bidang.setAttribute("aria-label", baru ? kata("isi_baru") : kata("isi_ubah", { apa: node.d.pernyataan }));
    this.info.textContent = info || kata("sunting_info");
    this.letak();
    this.bidang.focus({ preventScroll: true });
    this.bidang.select();
  }

  letak() {
    if (!this.node) return;
    const { k } = this.k.zum;
    const [x, y] = this.k.zum.keLayar(this.node.x - LEBAR / 2, this.node.y);
    const { w, h } = this.k.zum.ukuran();
    const width = Math.max(LEBAR * k, 220);
    const { style } = this.wadah;
    style.width = `${width}px`;
    style.left = `${Math.max(8, Math.min(x - (width - LEBAR * k) / 2, w - width - 8))}px`;
    style.top = `${Math.max(8, Math.min(y, h - 150))}px`;
    this.bidang.style.height = `${Math.max(TINGGI * k, 92)}px`;
  }

  #key(event) {
    event.stopPropagation();
    if (event.key === "Escape") {
      event.preventDefault();
      this.tutup({ batal: true });
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#save();
    }
  }

  // Leaving the field by pointer saves a change; a new box without words is dropped.
  #left() {
    if (!this.node || this.menutup) return;
    if (this.bidang.value.trim() && this.bidang.value.trim() !== this.node.d.pernyataan) this.#save({ fokus: false });
    else this.tutup({ batal: true, fokus: false });
  }

  #save({ fokus = true } = {}) {
    const words = this.bidang.value.replace(/\s+/g, " ").trim();
    const { node, baru } = this;
    if (!words) {
      this.info.textContent = kata("isi_kosong");
      return;
    }
    this.tutup({ fokus });
    if (baru) this.k.simpanBaru(node, words);
    else if (words !== node.d.pernyataan) this.k.simpanIsi(node, words);
  }

  tutup({ batal = false, fokus = true } = {}) {
    const { node, baru } = this;
    if (!node) return;
    this.menutup = true;
    this.node = null;
    this.wadah.hidden = true;
    this.menutup = false;
    if (batal && baru) this.k.batalBaru(node, { fokus });
    else if (fokus) this.k.fokuskan(node);
  }
}
