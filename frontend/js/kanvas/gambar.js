// Draws what is in view and a margin around it. Far away a box is a rectangle in one path per colour.
import { dalam, LEBAR, PIL, TINGGI } from "./susun.js";
import { bungkus, kata, pendekkan } from "./kata.js";
import { nTemuan, TANGGA } from "./warna.js";

const NS = "http://www.w3.org/2000/svg";
// From here on a box is an element of its own; further away its words grow, so that they stay readable.
export const DEKAT = 0.36;
const BENTUK = [
  { dari: 0.78, judul: "600 12.25px", baris: [37, 52.5, 68], lebar: 26 },
  { dari: 0.56, judul: "600 16px", baris: [24, 43, 62], lebar: 24, kelas: " sedang" },
  { dari: 0, judul: "600 21px", baris: [27, 51, 75], lebar: 22, kelas: " ringkas" },
];
const KODE = 0.2;
const TITIK = 0.1;
const TEPI = 0.4;

export function el(name, attributes = {}, ...children) {
  const element = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

const text = (x, y, kind, words, more = {}) => el("text", { x, y, class: kind, ...more }, words);

function icon(name, x, y, size, kind) {
  return el("svg", { x, y, width: size, height: size, viewBox: "0 0 16 16", class: kind }, el("use", { href: `#${name}` }));
}

// The end of a code, from a separator on: "N004-01" of "KES-N004-01".
function tailOf(code) {
  let tail = "";
  for (const part of code.split(/(?=[-.])/).reverse()) {
    if (tail && (part + tail).length > 8) break;
    tail = part + tail;
  }
  return tail.replace(/^[-.]/, "").slice(-8);
}

function farLabels(node) {
  const tail = tailOf(node.d.kode ?? "");
  const letters = node.d.pita?.kode ?? "";
  return [text(node.x + 13, node.y + 46, "kode", tail), text(node.x + 13, node.y + 88, "kode huruf", letters)];
}

export const singkatJenis = (data) => kata(`j_${data.jenis}`) || data.jenis_nama || "";

// In the box the field of work says more than "Kepala", which nearly every post begins with.
const pemilikSingkat = (data) => (data.pemilik || data.unit || "").replace(/^Kepala (?=(Bidang|Seksi|Subbidang|Subbagian|Bagian|Sub) )/, "");

export function keadaan(data) {
  if (data.pensiun) return kata("pensiun");
  if (data.pita?.kode) return [data.pita.kode, nilai(data)].filter(Boolean).join(" ");
  return data.pita?.teks || kata(data.indikator?.length ? "belum" : "tanpa_indikator");
}

// The achievement beside the letter, only where the box has exactly one.
function nilai(data) {
  const figures = (data.indikator ?? []).map((one) => one.capaian).filter((one) => one !== null && one !== undefined);
  return figures.length === 1 ? figures[0] : "";
}

// The lines are kept per form; whoever changes the words empties the whole.
export function lines(node, form = 0) {
  const { judul, lebar } = BENTUK[form];
  node.baris ??= [];
  node.baris[form] ??= bungkus(node.d.pernyataan || "…", LEBAR - lebar, 3, judul);
  return node.baris[form];
}

export class Gambar {
  constructor(kanvas) {
    this.k = kanvas;
    this.kotak = new Map();
    this.area = null;
    const { svg } = kanvas;
    this.dunia = el("g", { role: "none" });
    this.garis = el("path", { class: "cabang" });
    this.dukungan = el("path", { class: "lintas" });
    this.jauh = el("g", { role: "none", class: "jauh" });
    this.isi = el("g", { role: "none" });
    this.dunia.append(this.garis, this.dukungan, this.jauh, this.isi);
    svg.append(this.dunia);
  }

  // Called on every zoom step: moving the world is cheap, redrawing waits until the margin is used up.
  geser(t) {
    this.dunia.setAttribute("transform", `translate(${t.x},${t.y}) scale(${t.k})`);
    const near = t.k >= DEKAT;
    const view = this.k.zum.pandangan();
    const { area } = this;
    const inside =
      area && near === this.near && this.bentuk === this.#form() && area.x0 <= view.x0 && area.x1 >= view.x1 && area.y0 <= view.y0 && area.y1 >= view.y1;
    if (!inside || (!near && (this.kodeTampak !== t.k >= KODE || this.titik !== t.k < TITIK))) this.lukis();
  }

  lukis() {
    const { tata } = this.k;
    if (!tata) return;
    const view = this.k.zum.pandangan();
    const [mx, my] = [(view.x1 - view.x0) * TEPI, (view.y1 - view.y0) * TEPI];
    this.area = { x0: view.x0 - mx, x1: view.x1 + mx, y0: view.y0 - my, y1: view.y1 + my };
    this.near = this.k.zum.k >= DEKAT;
    this.bentuk = this.#form();
    this.garis.setAttribute("d", this.#edges(tata.garis));
    this.dukungan.setAttribute("d", this.#support());
    const seen = dalam(tata, this.area);
    this.#far(this.near ? [] : seen);
    this.#near(this.near ? seen : []);
  }

  #form() {
    return BENTUK.findIndex(({ dari }) => this.k.zum.k >= dari);
  }

  #edges(all) {
    const { area } = this;
    let d = "";
    for (const edge of all) {
      if (edge.x1 >= area.x0 && edge.x0 <= area.x1 && edge.y1 >= area.y0 && edge.y0 <= area.y1) d += edge.d;
    }
    return d;
  }

  // Dashed lines to the further conditions a box supports, where both ends are open.
  #support() {
    if (!this.near) return "";
    let d = "";
    for (const node of this.k.tampak) {
      for (const uid of node.d.dukungan ?? []) {
        const to = this.k.pohon.get(uid);
        if (!to || !this.k.terbuka.has(uid)) continue;
        const [y0, y1] = [node.y + 18, to.y + TINGGI - 18];
        const side = to.x >= node.x ? 1 : -1;
        const [a, b] = [node.x + (side * LEBAR) / 2, to.x - (side * LEBAR) / 2];
        d += `M${a} ${y0}C${a + side * 26} ${y0} ${b - side * 26} ${y1} ${b} ${y1}`;
      }
    }
    return d;
  }

  // A handful of paths instead of thousands of elements. The bar at the left is as tall as the band has
  // steps, so that colour is not alone here either; from 20% on the code and the letter are readable.
  #far(nodes) {
    const faces = new Map();
    const bars = new Map();
    const labels = [];
    this.kodeTampak = this.k.zum.k >= KODE;
    const tiny = this.k.zum.k < TITIK;
    this.titik = tiny;
    const add = (map, kind, x, y, w, h) => map.set(kind, `${map.get(kind) ?? ""}M${x} ${y}h${w}v${h}h${-w}z`);
    for (const node of nodes) {
      const kind = this.k.warna.kelas(node);
      const [left, steps] = [node.x - LEBAR / 2, this.#steps(node, kind)];
      add(faces, kind, left, node.y, LEBAR, TINGGI);
      if (steps && !tiny) add(bars, kind, left, node.y + TINGGI * (1 - steps / 5), 26, (TINGGI * steps) / 5);
      if (this.kodeTampak) labels.push(...farLabels(node));
    }
    // So far away that a box is a dot, its face takes the full colour.
    const face = tiny ? "kotak f-" : "kotak m-";
    const paths = (map, prefix) => [...map].map(([kind, d]) => el("path", { d, class: `${prefix}${kind}` }));
    this.jauh.replaceChildren(...paths(faces, face), ...paths(bars, "palang f-"), ...labels);
    this.jauh.setAttribute("aria-hidden", "true");
  }

  #steps(node, kind) {
    if (kind === "nol" || kind === "bersih") return 0;
    return this.k.warna.cara === "capaian" ? (TANGGA[node.d.pita?.kode] ?? 0) : 5;
  }

  #near(nodes) {
    const active = this.k.aktif && this.k.terbuka.has(this.k.aktif.uid) ? [this.k.aktif] : [];
    const wanted = new Set([...nodes, ...active]);
    for (const [uid, element] of this.kotak) {
      if (!wanted.has(element.simpul)) {
        element.remove();
        this.kotak.delete(uid);
      }
    }
    for (const node of wanted) this.#box(node);
  }

  #box(node) {
    let group = this.kotak.get(node.uid);
    const state = this.#state(node);
    if (group?.keadaan !== state) {
      const fresh = this.#draw(node);
      if (group) {
        group.setAttribute("class", fresh.getAttribute("class"));
        for (const { name, value } of fresh.attributes) group.setAttribute(name, value);
        group.replaceChildren(...fresh.childNodes);
      } else {
        group = fresh;
        this.isi.append(group);
      }
      group.keadaan = state;
      group.simpul = node;
      this.kotak.set(node.uid, group);
    }
    group.setAttribute("transform", `translate(${node.x - LEBAR / 2},${node.y})`);
    group.setAttribute("tabindex", node === this.k.aktif ? "0" : "-1");
    group.setAttribute("aria-selected", String(node === this.k.aktif));
    group.classList.toggle("dipilih", node === this.k.aktif);
    group.classList.toggle("ketemu", this.k.cari?.kini === node);
    group.classList.toggle("sasaran", this.k.seret?.sasaran === node);
  }

  // Redrawn only when something that shows has changed.
  #state(node) {
    const { d } = node;
    return [
      d.versi, d.pernyataan, d.kode, node.buka, node.anak.length, d.n_anak, this.k.warna.cara, this.k.warna.kelas(node),
      d.pita?.kode, d.komentar, d.crosscutting, nTemuan(node), d.pensiun, node.menyimpan, this.bentuk, this.k.pohon.saudara(node).indexOf(node),
    ].join("|");
  }

  #draw(node) {
    const { d } = node;
    const kind = this.k.warna.kelas(node);
    const siblings = this.k.pohon.saudara(node);
    const children = this.k.pohon.banyakAnak(node);
    const group = el("g", {
      role: "treeitem",
      id: `k-${node.uid}`,
      class: `kotak-g${BENTUK[this.bentuk].kelas ?? ""}${d.pensiun ? " pensiun" : ""}${node.menyimpan ? " menyimpan" : ""}`,
      "aria-label": this.sebut(node),
      "aria-level": this.k.pohon.tingkat(node),
      "aria-setsize": siblings.length,
      "aria-posinset": siblings.indexOf(node) + 1,
      "aria-expanded": children ? String(node.buka) : null,
    });
    group.append(
      el("title", {}, d.pernyataan),
      el("rect", { width: LEBAR, height: TINGGI, rx: 6, class: `kotak m-${kind}${d.jenis === "csf" ? " csf" : ""}` }),
      el("path", { d: `M6 0H5a5 5 0 0 0-5 5v${TINGGI - 10}a5 5 0 0 0 5 5h1z`, class: `setrip f-${kind}` }),
      ...lines(node, this.bentuk).map((line, index) => text(15, BENTUK[this.bentuk].baris[index], "judul", line)),
    );
    if (this.bentuk) this.#mark(group, node, kind);
    else {
      group.append(text(15, 18, "opd", pendekkan([singkatJenis(d), pemilikSingkat(d)].filter(Boolean).join(" · "), LEBAR - (d.crosscutting ? 62 : 24))));
      this.#foot(group, node, kind);
    }
    if (d.crosscutting && !this.bentuk) {
      group.append(icon("i-tautan", LEBAR - 38, 5, 15, "ilintas"), text(LEBAR - 9, 17, "opd lintas-n", String(d.crosscutting), { "text-anchor": "end" }));
    }
    if (children) group.append(...this.#pill(node, children));
    return group;
  }

  // Further away only the stairs, the letter with its figure and the number of findings.
  #mark(group, node, kind) {
    const { d } = node;
    const steps = TANGGA[d.pita?.kode];
    const near = this.bentuk === 1;
    if (steps && !d.pensiun) {
      const tone = this.k.warna.cara === "capaian" ? kind : "polos";
      const [width, height] = near ? [19, 14] : [23, 17];
      group.append(
        el("svg", { x: 15, y: 96 - height, width, height, class: `cx-${tone}` }, el("use", { href: `#t${steps}` })),
        text(15 + width + 6, 96, `nilai x-${tone}`, near ? keadaan(d) : d.pita.kode),
      );
    }
    const findings = nTemuan(node);
    if (findings) group.append(text(LEBAR - 10, 96, `temuant${d.temuan.galat ? " galat" : ""}`, `! ${findings}`, { "text-anchor": "end" }));
    else if (d.crosscutting) group.append(icon("i-tautan", LEBAR - 30, 80, 19, "ilintas"));
  }

  #foot(group, node, kind) {
    const { d } = node;
    const steps = TANGGA[d.pita?.kode];
    const words = keadaan(d);
    if (steps && !d.pensiun) {
      const tone = this.k.warna.cara === "capaian" ? kind : "polos";
      group.append(
        el("svg", { x: 15, y: 79, width: 15, height: 11, class: `cx-${tone}` }, el("use", { href: `#t${steps}` })),
        text(36, 89.5, `nilai x-${tone}`, words),
      );
    } else group.append(text(15, 89, "opd", words));
    let right = LEBAR - 8;
    const findings = nTemuan(node);
    if (findings) {
      const width = 24 + String(findings).length * 8;
      group.append(
        el("rect", { x: right - width, y: 77, width, height: 17, rx: 8.5, class: `temuan${d.temuan.galat ? " galat" : ""}` }),
        text(right - width / 2, 89.5, `temuant${d.temuan.galat ? " galat" : ""}`, `! ${findings}`, { "text-anchor": "middle" }),
      );
      right -= width + 4;
    }
    if (d.komentar) {
      group.append(icon("i-obrol", right - 18 - 7 * String(d.komentar).length, 78, 14, "iobrol"), text(right, 89.5, "opd", String(d.komentar), { "text-anchor": "end" }));
    }
  }

  #pill(node, children) {
    const x = LEBAR / 2;
    return [
      el("rect", { x: x - PIL.w / 2, y: PIL.y - PIL.h / 2, width: PIL.w, height: PIL.h, rx: PIL.h / 2, class: "pil" }),
      text(x, PIL.y + 4.3, "pil-t", node.buka ? "−" : `+${children}`, { "text-anchor": "middle" }),
    ];
  }

  // What a screen reader says of a box: the same facts that the eye gets.
  sebut(node) {
    const { d } = node;
    const parts = [d.pernyataan, singkatJenis(d), d.pemilik || d.unit, keadaan(d)];
    if (d.temuan?.galat || d.temuan?.peringatan) parts.push(kata("s_temuan", { n: nTemuan(node) }));
    if (d.crosscutting) parts.push(kata("s_lintas", { n: d.crosscutting }));
    if (d.komentar) parts.push(kata("s_komentar", { n: d.komentar }));
    const others = (d.dukungan ?? []).map((uid) => this.k.pohon.get(uid)?.d.pernyataan).filter(Boolean);
    if (others.length) parts.push(kata("s_dukung", { apa: others.join("; ") }));
    return parts.filter(Boolean).join(", ");
  }
}
