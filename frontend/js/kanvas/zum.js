// Zoom and pan: d3-zoom for pinch, Ctrl+wheel and dragging the ground; the plain wheel pans.
import { select } from "d3-selection";
import { zoom, zoomIdentity } from "d3-zoom";
import { LEBAR, TINGGI } from "./susun.js";

const DURASI = 220;
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

export class Zum {
  constructor(kanvas) {
    this.kanvas = kanvas;
    this.t = zoomIdentity;
    this.svg = select(kanvas.svg);
    this.zoom = zoom()
      .scaleExtent([0.03, 2])
      .clickDistance(5)
      .filter((event) => this.#takes(event))
      .on("zoom", ({ transform }) => this.#moved(transform));
    this.svg.call(this.zoom).on("dblclick.zoom", null);
    kanvas.svg.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    // A focused box may make the browser scroll the canvas; the world moves by zoom alone.
    kanvas.wadah.addEventListener("scroll", () => kanvas.wadah.scrollTo(0, 0));
  }

  get k() {
    return this.t.k;
  }

  // A mouse on a box that may be moved drags the box, not the ground.
  #takes(event) {
    if (event.type === "wheel") return event.ctrlKey || event.metaKey;
    if (event.button) return false;
    return event.type.startsWith("touch") || !this.kanvas.bolehSeret || !this.kanvas.di(event)?.node;
  }

  #wheel(event) {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const step = event.deltaMode === 1 ? 16 : 1;
    const [dx, dy] = event.shiftKey ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
    this.geser(-dx * step, -dy * step);
  }

  #moved(transform) {
    this.t = transform;
    this.kanvas.bergerak();
  }

  ukuran() {
    return { w: this.kanvas.svg.clientWidth || 1, h: this.kanvas.svg.clientHeight || 1 };
  }

  // What a drawing may fill: the canvas without its rim.
  ruang() {
    const { w, h } = this.ukuran();
    return { w: w - 48, h: h - 72 };
  }

  pandangan() {
    const { w, h } = this.ukuran();
    const { x, y, k } = this.t;
    return { x0: -x / k, y0: -y / k, x1: (w - x) / k, y1: (h - y) / k };
  }

  keDunia(px, py) {
    const box = this.kanvas.svg.getBoundingClientRect();
    return this.t.invert([px - box.left, py - box.top]);
  }

  keLayar(x, y) {
    return this.t.apply([x, y]);
  }

  geser(dx, dy) {
    this.svg.call(this.zoom.translateBy, dx / this.k, dy / this.k);
  }

  kali(factor) {
    this.#go((target) => target.call(this.zoom.scaleBy, factor));
  }

  #go(action) {
    action(calm.matches ? this.svg : this.svg.transition().duration(DURASI));
  }

  ke(k, x, y, { halus = true } = {}) {
    const { w, h } = this.ukuran();
    const to = zoomIdentity.translate(w / 2 - x * k, h / 2 - y * k).scale(k);
    if (halus) this.#go((target) => target.call(this.zoom.transform, to));
    else this.svg.call(this.zoom.transform, to);
  }

  muat({ halus = true } = {}) {
    const { batas } = this.kanvas.tata;
    const { w, h } = this.ruang();
    const k = Math.min(w / (batas.x1 - batas.x0), h / (batas.y1 - batas.y0), 1);
    this.ke(Math.max(k, 0.03), (batas.x0 + batas.x1) / 2, (batas.y0 + batas.y1) / 2, { halus });
  }

  // First view: everything when everything fits; the whole width when that is readable; else the top box.
  awal() {
    const { batas } = this.kanvas.tata;
    const { w, h } = this.ukuran();
    const room = this.ruang();
    const across = room.w / (batas.x1 - batas.x0);
    if (Math.min(across, room.h / (batas.y1 - batas.y0)) >= 0.7) return this.muat({ halus: false });
    const wide = across < 0.7;
    const k = wide ? 0.85 : Math.min(1, across);
    const middle = wide ? this.kanvas.pohon.akar[0].x : (batas.x0 + batas.x1) / 2;
    return this.ke(k, middle, (h / 2 - 24) / k, { halus: false });
  }

  // Bring a box into view without moving more than needed; `tengah` puts it in the middle.
  lihat(node, { tengah = false, k = this.k } = {}) {
    const { w, h } = this.ukuran();
    if (tengah || k !== this.k) return this.ke(k, node.x, node.y + TINGGI / 2);
    const [x, y] = this.keLayar(node.x - LEBAR / 2, node.y);
    const [bw, bh] = [LEBAR * k, TINGGI * k];
    const dx = x < 16 ? 16 - x : Math.min(0, w - 72 - (x + bw));
    const dy = y < 16 ? 16 - y : Math.min(0, h - 40 - (y + bh));
    if (dx || dy) this.#go((target) => target.call(this.zoom.translateBy, dx / k, dy / k));
    return undefined;
  }

  // Keep a box where it is on the screen while the layout around it changes.
  tahan(node, change) {
    const [x, y] = this.keLayar(node.x, node.y);
    change();
    const [nx, ny] = this.keLayar(node.x, node.y);
    this.svg.interrupt();
    this.geser(x - nx, y - ny);
  }
}
