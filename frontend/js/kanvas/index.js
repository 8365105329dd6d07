// The canvas of a performance tree. Loaded on its own page only; the nested list is its twin without script.
import { announce } from "../umumkan.js";
import { Cari } from "./cari.js";
import { DEKAT, Gambar } from "./gambar.js";
import { kata, lupakanLebar, pasangKata } from "./kata.js";
import { Pohon } from "./model.js";
import { Muat } from "./muat.js";
import { Panel } from "./panel.js";
import { pasangPapan } from "./papan.js";
import { Peladen } from "./peladen.js";
import { Peta } from "./peta.js";
import { Seret } from "./seret.js";
import { Sunting } from "./sunting.js";
import { kena, pilihRapat, susun } from "./susun.js";
import { Ubah } from "./ubah.js";
import { Warna } from "./warna.js";
import { Zum } from "./zum.js";

class Dasar {
  constructor(akar) {
    this.akar = akar;
    this.wadah = akar.querySelector("[data-wadah]");
    this.svg = this.wadah.querySelector("svg.pohon");
    pasangKata(akar.dataset.teks);
    const { data, temuan, baru, ubah, pindah, hapus, pensiun } = akar.dataset;
    this.peladen = new Peladen({ data, temuan, baru, ubah, pindah, hapus, pensiun });
    this.muat = new Muat(this);
    this.pohon = new Pohon();
    this.warna = new Warna(this.pohon);
    this.aktif = null;
    this.tata = null;
    this.terbuka = new Set();
    this.tampak = [];
    this.gambar = new Gambar(this);
    this.zum = new Zum(this);
    this.peta = new Peta(this, akar.querySelector("[data-peta]"));
    this.panel = new Panel(this, akar.querySelector("[data-panel]"));
    this.sunting = new Sunting(this, akar.querySelector("[data-sunting]"));
    this.seret = new Seret(this);
    this.cari = new Cari(this, akar.querySelector("[data-cari]"));
    pasangPapan(this);
    this.#tools();
    this.#pointer();
    new ResizeObserver(() => this.ukurUlang()).observe(this.wadah);
    document.fonts?.ready.then(() => this.#refit());
  }

  get bolehUbah() {
    return Boolean(this.info?.ubah);
  }

  get bolehSeret() {
    return this.bolehUbah;
  }

  // The rest of a large tree: what is open stays open.
  lengkapi(isi) {
    const open = new Set([...this.pohon.semua.values()].filter((node) => node.buka).map((node) => node.uid));
    this.pohon.muat(isi.simpul);
    for (const node of this.pohon.semua.values()) node.buka = open.has(node.uid);
    this.#levels();
    this.susunUlang();
  }

  // Findings by box; a box without an entry has none.
  terimaTemuan(found) {
    const none = { galat: 0, peringatan: 0, saran: 0 };
    for (const node of this.pohon.semua.values()) node.d.temuan = found[node.uid] ?? none;
    if (!this.tata) return;
    this.gambarUlang();
    this.peta.lukis();
    this.#legend();
    if (!this.panel.wadah.contains(document.activeElement)) this.panel.segarkan();
  }

  terima(isi) {
    const start = performance.now();
    this.info = isi.pohon;
    this.pohon.muat(isi.simpul);
    this.pohon.bukaTingkat(this.pohon.tingkatAwal());
    this.aktif = this.pohon.get(location.hash.slice(1)) ?? this.pohon.akar[0] ?? null;
    if (this.aktif) this.pohon.bukaJalan(this.aktif);
    this.akar.classList.toggle("boleh-ubah", this.bolehUbah);
    this.#levels();
    this.rapat = this.pohon.akar.length ? pilihRapat(this.pohon, this.zum.ruang(), { melintang: true }) : undefined;
    this.susunUlang();
    if (this.tata.n) this.zum.awal();
    if (this.aktif && location.hash) this.tuju(this.aktif);
    this.status(this.pohon.semua.size ? "" : kata("kosong"));
    this.akar.dataset.siap = (performance.now() - start).toFixed(1);
  }

  status(words) {
    const holder = this.akar.querySelector("[data-keadaan]");
    holder.textContent = words;
    holder.hidden = !words;
  }

  // Lay out, then draw: after anything that changes which boxes there are.
  susunUlang({ tahan = null, muat = false } = {}) {
    const change = () => {
      this.tata = susun(this.pohon, this.rapat);
      this.tampak = this.tata.rows.flat();
      this.terbuka = new Set(this.tampak.map((node) => node.uid));
      while (this.aktif && !this.terbuka.has(this.aktif.uid)) this.aktif = this.aktif.induk;
      this.aktif ??= this.pohon.akar[0] ?? null;
    };
    if (tahan && this.tata) this.zum.tahan(tahan, change);
    else change();
    // The view is set before anything is drawn: boxes of the old view need not be made first.
    if (muat) this.zum.muat({ halus: false });
    this.warna.hitungUnit();
    this.gambarUlang();
    this.peta.lukis();
    this.#legend();
  }

  gambarUlang() {
    this.gambar.lukis();
    this.gambar.geser(this.zum.t);
  }

  // One redraw per frame, however many wheel or pointer events arrive in it.
  bergerak() {
    if (!this.tata || this.bingkai) return;
    this.bingkai = requestAnimationFrame(() => {
      this.bingkai = 0;
      this.gambar.geser(this.zum.t);
      this.peta.geser();
      this.sunting.letak();
      this.akar.querySelector("[data-persen]").textContent = `${Math.round(this.zum.k * 100)}%`;
    });
  }

  ukurUlang() {
    if (!this.tata) return;
    this.gambarUlang();
    this.peta.lukis();
    this.sunting.letak();
  }

  #refit() {
    lupakanLebar();
    for (const node of this.pohon.semua.values()) node.baris = null;
    for (const group of this.gambar.kotak.values()) group.keadaan = "";
    if (this.tata) this.gambarUlang();
  }

  di(event) {
    const [x, y] = this.zum.keDunia(event.clientX, event.clientY);
    return this.tata && kena(this.tata, x, y, (node) => this.pohon.banyakAnak(node) > 0);
  }

  fokuskan(node) {
    if (!node || !this.pohon.get(node.uid)) return;
    if (this.pohon.bukaJalan(node)) this.susunUlang();
    this.aktif = node;
    this.gambar.lukis();
    // Far away only the active box is an element of its own; it has to exist to take the focus.
    if (this.zum.k < DEKAT) this.zum.ke(0.7, node.x, node.y + 52);
    else this.zum.lihat(node);
    this.gambar.kotak.get(node.uid)?.focus({ preventScroll: true });
  }

  // Open the way to a box and show it, without taking the keyboard away from where it is.
  tuju(node, { fokus = true, tengah = false } = {}) {
    if (this.pohon.bukaJalan(node)) this.susunUlang();
    this.aktif = node;
    this.gambarUlang();
    this.zum.lihat(node, { tengah, k: this.zum.k < 0.6 ? 0.8 : this.zum.k });
    if (fokus) this.gambar.kotak.get(node.uid)?.focus({ preventScroll: true });
  }

  async bukaTutup(node, open = !node.buka) {
    if (!this.pohon.banyakAnak(node)) return;
    if (open && node.anak.length < node.d.n_anak) await this.#fetchBelow(node);
    node.buka = open && node.anak.length > 0;
    this.susunUlang({ tahan: node });
    announce(kata(node.buka ? "dibuka" : "ditutup", { n: node.anak.length }));
  }

  async #fetchBelow(node) {
    try {
      this.pohon.muat((await this.peladen.baca(`?temuan=0&akar=${node.uid}&dalam=2`)).simpul.filter((one) => one.uid !== node.uid));
    } catch {
      announce(kata("gagal_muat"), { visible: true });
    }
  }

  #pointer() {
    this.svg.addEventListener("click", (event) => {
      if (this.baruSeret) return;
      const hit = this.di(event);
      if (!hit) return;
      if (hit.tombol) {
        this.aktif = hit.node;
        this.bukaTutup(hit.node);
      } else {
        this.fokuskan(hit.node);
        this.panel.buka(hit.node, { fokus: false });
      }
    });
    this.svg.addEventListener("dblclick", (event) => {
      const hit = this.di(event);
      if (hit && !hit.tombol && this.bolehUbah) this.ubah(hit.node);
    });
    this.svg.addEventListener("pointermove", (event) => {
      if (event.buttons || event.pointerType === "touch") return;
      const hit = this.di(event);
      this.svg.classList.toggle("di-kotak", Boolean(hit));
    });
    // Focus moved by a screen reader or by Tab becomes the active box.
    this.svg.addEventListener("focusin", (event) => {
      const node = event.target.simpul;
      if (!node || node === this.aktif) return;
      this.aktif = node;
      this.gambar.lukis();
    });
  }

  #tools() {
    const act = {
      besar: () => this.zum.kali(1.25),
      kecil: () => this.zum.kali(0.8),
      muat: () => this.zum.muat(),
      penuh: (button) => this.#fullView(button),
      urung: () => this.batalkan("urung"),
      ulang: () => this.batalkan("ulang"),
      tambah: () => this.aktif && this.tambah(this.aktif),
    };
    this.akar.addEventListener("click", (event) => {
      const button = event.target.closest("[data-kanvas]");
      if (button) act[button.dataset.kanvas]?.(button);
    });
    this.akar.addEventListener("change", ({ target }) => {
      if (target.name === "warna") this.setWarna(target.value);
      if (target.name === "tingkat") this.setTingkat(target.value);
    });
  }

  // The canvas alone, over the whole window; dialogs and messages still come above it.
  #fullView(button) {
    const on = this.akar.classList.toggle("penuh");
    button.setAttribute("aria-pressed", String(on));
    document.documentElement.classList.toggle("kanvas-penuh", on);
  }

  setWarna(cara) {
    this.warna.cara = cara;
    this.gambarUlang();
    this.peta.lukis();
    this.#legend();
  }

  setTingkat(value) {
    this.pohon.bukaTingkat(value === "semua" ? Infinity : Number(value));
    this.rapat = pilihRapat(this.pohon, this.zum.ruang());
    this.susunUlang({ muat: true });
    announce(kata("tingkat_buka", { n: this.tata.n }));
  }

  #levels() {
    const choice = this.akar.querySelector("[name=tingkat]");
    const counts = this.pohon.perTingkat();
    let total = 0;
    const options = counts.slice(0, -1).map((count, index) => new Option(kata("tingkat", { n: index + 1, kotak: (total += count) }), String(index + 1)));
    options.push(new Option(kata("semua_tingkat", { kotak: this.pohon.semua.size }), "semua"));
    choice.replaceChildren(...options);
    const first = this.pohon.tingkatAwal();
    choice.value = first >= counts.length ? "semua" : String(first);
  }

  #legend() {
    const list = this.akar.querySelector("[data-legenda]");
    const steps = { st: 5, t: 4, s: 3, r: 2, sr: 1 };
    list.replaceChildren(...this.warna.legenda().filter((row) => row.n || row.tanda).map((row) => {
      const item = document.createElement("li");
      const NS = "http://www.w3.org/2000/svg";
      const mark = document.createElementNS(NS, "svg");
      mark.setAttribute("aria-hidden", "true");
      mark.setAttribute("class", row.tanda ? `tangga cx-${row.kelas}` : "petak");
      const shape = document.createElementNS(NS, row.tanda ? "use" : "rect");
      if (row.tanda) shape.setAttribute("href", `#t${steps[row.kelas]}`);
      else for (const [key, value] of Object.entries({ x: 1, y: 1, width: 14, height: 11, rx: 2, class: `f-${row.kelas}` })) shape.setAttribute(key, value);
      mark.append(shape);
      const count = document.createElement("b");
      count.textContent = row.n;
      item.append(mark, ...(row.tanda ? [Object.assign(document.createElement("strong"), { textContent: row.tanda }), " "] : []), row.teks, " ", count);
      return item;
    }));
  }
}

class Kanvas extends Ubah(Dasar) {}

const akar = document.getElementById("kanvas");
if (akar) {
  akar.hidden = false;
  new Kanvas(akar).muat.mulai();
}
