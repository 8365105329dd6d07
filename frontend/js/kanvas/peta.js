// The whole plan in the corner, with a frame around what is in view; clicking or dragging goes there.
import { el } from "./gambar.js";
import { LEBAR, TINGGI } from "./susun.js";

export class Peta {
  constructor(kanvas, wadah) {
    this.k = kanvas;
    this.svg = wadah.querySelector("svg");
    this.isi = el("g");
    this.bingkai = el("rect", { class: "bingkaimini" });
    this.svg.append(this.isi, this.bingkai);
    this.svg.addEventListener("pointerdown", (event) => {
      this.svg.setPointerCapture(event.pointerId);
      this.#go(event);
    });
    this.svg.addEventListener("pointermove", (event) => event.buttons && this.#go(event));
  }

  #go(event) {
    const box = this.svg.getBoundingClientRect();
    const { k } = this.k.zum;
    const { x0, y0, skala, dx, dy } = this.ukuran;
    this.k.zum.ke(k, (event.clientX - box.left - dx) / skala + x0, (event.clientY - box.top - dy) / skala + y0, { halus: false });
  }

  lukis() {
    const { rows, batas } = this.k.tata;
    const [w, h] = [this.svg.clientWidth, this.svg.clientHeight];
    if (!w) return;
    const skala = Math.min(w / (batas.x1 - batas.x0 + 80), h / (batas.y1 - batas.y0 + 80));
    const dx = (w - (batas.x1 - batas.x0) * skala) / 2;
    const dy = (h - (batas.y1 - batas.y0) * skala) / 2;
    this.ukuran = { x0: batas.x0, y0: batas.y0, skala, dx, dy };
    const paths = new Map();
    const [bw, bh] = [Math.max(LEBAR * skala, 1.2), Math.max(TINGGI * skala, 1.2)];
    for (const row of rows) {
      for (const node of row) {
        const kind = this.k.warna.kelas(node);
        const [x, y] = this.#place(node.x - LEBAR / 2, node.y);
        paths.set(kind, `${paths.get(kind) ?? ""}M${x.toFixed(1)} ${y.toFixed(1)}h${bw.toFixed(1)}v${bh.toFixed(1)}h${-bw.toFixed(1)}z`);
      }
    }
    this.isi.replaceChildren(...[...paths].map(([kind, d]) => el("path", { d, class: `f-${kind}` })));
    this.geser();
  }

  #place(x, y) {
    const { x0, y0, skala, dx, dy } = this.ukuran;
    return [(x - x0) * skala + dx, (y - y0) * skala + dy];
  }

  geser() {
    if (!this.ukuran) return;
    const view = this.k.zum.pandangan();
    const { batas } = this.k.tata;
    // With everything in view there is nothing to find the way to.
    const whole = view.x0 <= batas.x0 && view.x1 >= batas.x1 && view.y0 <= batas.y0 && view.y1 >= batas.y1;
    this.svg.parentElement.classList.toggle("semua", whole);
    const [w, h] = [this.svg.clientWidth, this.svg.clientHeight];
    let [x0, y0] = this.#place(view.x0, view.y0);
    let [x1, y1] = this.#place(view.x1, view.y1);
    [x0, y0] = [Math.max(1, Math.min(x0, w - 6)), Math.max(1, Math.min(y0, h - 6))];
    [x1, y1] = [Math.min(w - 1, Math.max(x1, x0 + 4)), Math.min(h - 1, Math.max(y1, y0 + 4))];
    for (const [name, value] of Object.entries({ x: x0, y: y0, width: x1 - x0, height: y1 - y0 })) {
      this.bingkai.setAttribute(name, value.toFixed(1));
    }
  }
}
