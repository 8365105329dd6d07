// The panel beside the canvas: everything about one box, and what can be done with it.
import { keadaan, singkatJenis } from "./gambar.js";
import { kata } from "./kata.js";
import { TANGGA } from "./warna.js";

function make(name, { kelas = "", teks = "", ...more } = {}, ...children) {
  const element = document.createElement(name);
  if (kelas) element.className = kelas;
  if (teks) element.textContent = teks;
  for (const [key, value] of Object.entries(more)) element.setAttribute(key, value);
  element.append(...children.filter(Boolean));
  return element;
}

function glyph(name, kelas = "i") {
  const NS = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(NS, "svg");
  const use = document.createElementNS(NS, "use");
  use.setAttribute("href", `#${name}`);
  svg.setAttribute("class", kelas);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

function band(data) {
  const steps = TANGGA[data.pita?.kode];
  const words = [keadaan(data), data.pita?.kode ? kata(`p_${data.pita.kode.toLowerCase()}`) : ""].filter(Boolean).join(" · ");
  if (!steps) return make("span", { kelas: "s-pita p-nol", teks: words });
  return make("span", { kelas: `s-pita p-${data.pita.kode.toLowerCase()} s-pita-l` }, glyph(`t${steps}`, ""), words);
}

function indicators(data) {
  if (!data.indikator?.length) return [make("p", { kelas: "kecil redup mt-2", teks: kata("tanpa_indikator") })];
  const rows = data.indikator.map((one) =>
    make("li", {},
      make("b", { teks: one.nama }),
      make("span", { kelas: "kecil redup", teks: [
        one.target ? kata("i_target", { n: one.target }) : kata("i_tanpa_target"),
        one.realisasi === null ? kata("belum") : kata("i_realisasi", { n: one.realisasi }),
        one.capaian === null ? "" : kata("i_capaian", { n: one.capaian }),
      ].filter(Boolean).join(" · ") + (one.satuan ? ` (${one.satuan})` : "") })));
  return [make("ul", { kelas: "s-kanvas-indikator" }, ...rows)];
}

export class Panel {
  constructor(kanvas, wadah) {
    this.k = kanvas;
    this.wadah = wadah;
    this.node = null;
    wadah.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.preventDefault();
        this.tutup();
      }
    });
  }

  buka(node, { fokus = true } = {}) {
    this.node = node;
    const { d } = node;
    const close = make("button", { type: "button", kelas: "btn btn-sm btn-teks", "aria-label": kata("tutup") }, glyph("i-silang"));
    close.addEventListener("click", () => this.tutup());
    const title = make("h2", { kelas: "s-h17 mt-1", teks: d.pernyataan, tabindex: "-1" });
    this.wadah.replaceChildren(
      make("div", { kelas: "baris antara" }, make("span", { kelas: "kecil redup", teks: [d.jenis_nama || singkatJenis(d), d.kode].filter(Boolean).join(" · ") }), close),
      title,
      make("div", { kelas: "baris bungkus mt-2" }, band(d), make("span", { kelas: "kecil redup", teks: [d.pemilik, d.unit].filter(Boolean).join(", ") || kata("tanpa_pemilik") })),
      ...this.#marks(node),
      make("h3", { kelas: "mt-3", teks: kata("indikator") }),
      ...indicators(d),
      this.#actions(node),
    );
    this.wadah.hidden = false;
    this.k.ukurUlang();
    if (fokus) title.focus({ preventScroll: true });
  }

  #marks({ d }) {
    const marks = [];
    const { galat = 0, peringatan = 0, saran = 0 } = d.temuan ?? {};
    if (galat) marks.push(kata("m_galat", { n: galat }));
    if (peringatan) marks.push(kata("m_peringatan", { n: peringatan }));
    if (saran) marks.push(kata("m_saran", { n: saran }));
    if (d.crosscutting) marks.push(kata("s_lintas", { n: d.crosscutting }));
    if (d.komentar) marks.push(kata("s_komentar", { n: d.komentar }));
    for (const uid of d.dukungan ?? []) {
      const other = this.k.pohon.get(uid);
      if (other) marks.push(kata("s_dukung", { apa: other.d.pernyataan }));
    }
    if (d.pensiun) marks.push(kata("pensiun"));
    return marks.length ? [make("ul", { kelas: "s-kanvas-tanda mt-3" }, ...marks.map((teks) => make("li", { teks })))] : [];
  }

  #actions(node) {
    const holder = make("div", { kelas: "baris bungkus mt-3" });
    if (node.d.url) holder.append(make("a", { kelas: "btn btn-garis btn-sm", href: node.d.url, teks: kata("rincian") }));
    if (this.k.bolehUbah) {
      const act = (words, call) => {
        const button = make("button", { type: "button", kelas: "btn btn-garis btn-sm", teks: words });
        button.addEventListener("click", call);
        holder.append(button);
      };
      act(kata("ubah"), () => this.k.ubah(node));
      act(kata("tambah_anak"), () => this.k.tambah(node));
      act(node.d.pensiun ? kata("aktifkan") : kata("hapus"), () => (node.d.pensiun ? this.k.pensiunkan(node, false) : this.k.hapus(node)));
    }
    return holder;
  }

  segarkan() {
    if (this.node && !this.wadah.hidden) {
      const current = this.k.pohon.get(this.node.uid);
      if (current) this.buka(current, { fokus: false });
      else this.tutup();
    }
  }

  tutup({ fokus = true } = {}) {
    if (this.wadah.hidden) return;
    const { node } = this;
    this.wadah.hidden = true;
    this.wadah.replaceChildren();
    this.node = null;
    this.k.ukurUlang();
    if (fokus && this.k.pohon.get(node?.uid)) this.k.fokuskan(node);
  }
}
