// Dragging a box onto another moves it below that one. By touch a long press starts it, so that a swipe pans.
import { announce } from "../umumkan.js";
import { el, lines } from "./gambar.js";
import { kata } from "./kata.js";
import { LEBAR, TINGGI } from "./susun.js";

const JARAK = 6;
const TEKAN_MS = 380;
const TEPI = 44;

export class Seret {
  constructor(kanvas) {
    this.k = kanvas;
    this.node = null;
    this.sasaran = null;
    const { svg, wadah } = kanvas;
    svg.addEventListener("pointerdown", (event) => this.#down(event));
    window.addEventListener("pointermove", (event) => this.#move(event));
    window.addEventListener("pointerup", (event) => this.#up(event));
    window.addEventListener("pointercancel", () => this.berhenti());
    // While a box hangs on the finger, d3-zoom must not see the finger move.
    wadah.addEventListener("touchmove", (event) => this.aktif && this.#hold(event), { capture: true, passive: false });
    window.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.aktif) return;
      event.preventDefault();
      event.stopPropagation();
      this.berhenti();
      announce(kata("seret_batal"));
    }, true);
  }

  get aktif() {
    return this.hantu !== undefined && this.hantu !== null;
  }

  #hold(event) {
    event.preventDefault();
    event.stopPropagation();
  }

  #down(event) {
    if (event.button || !this.k.bolehSeret || this.k.sunting.terbuka) return;
    const hit = this.k.di(event);
    if (!hit || hit.tombol || !hit.node.induk) return;
    this.node = hit.node;
    this.mulai = [event.clientX, event.clientY];
    this.sentuh = event.pointerType === "touch";
    if (this.sentuh) this.jam = setTimeout(() => this.#start(event.clientX, event.clientY), TEKAN_MS);
  }

  #start(x, y) {
    if (!this.node) return;
    const [wx, wy] = this.k.zum.keDunia(...this.mulai);
    this.geser = [wx - (this.node.x - LEBAR / 2), wy - this.node.y];
    this.hantu = el("g", { class: "hantu", "aria-hidden": "true" },
      el("rect", { width: LEBAR, height: TINGGI, rx: 6, class: "kotak" }),
      ...lines(this.node).map((line, index) => el("text", { x: 15, y: 37 + index * 15.5, class: "judul" }, line)));
    this.k.gambar.dunia.append(this.hantu);
    this.k.wadah.classList.add("menyeret");
    announce(kata("seret_mulai", { apa: this.node.d.pernyataan }));
    this.#follow(x, y);
  }

  #move(event) {
    if (!this.node) return;
    const far = Math.hypot(event.clientX - this.mulai[0], event.clientY - this.mulai[1]) > JARAK;
    if (!this.aktif) {
      if (!far) return;
      if (this.sentuh) return this.berhenti();
      this.#start(event.clientX, event.clientY);
    }
    return this.#follow(event.clientX, event.clientY);
  }

  #follow(x, y) {
    this.kursor = [x, y];
    const [wx, wy] = this.k.zum.keDunia(x, y);
    this.hantu.setAttribute("transform", `translate(${wx - this.geser[0]},${wy - this.geser[1]})`);
    const over = this.k.di({ clientX: x, clientY: y })?.node ?? null;
    if (over !== this.sasaran) this.#target(over === this.node ? null : over);
    if (!this.laju) this.#edge();
  }

  // Near the rim the ground moves along, so that a far place can be reached.
  #edge() {
    if (!this.aktif) return;
    const box = this.k.svg.getBoundingClientRect();
    const [x, y] = this.kursor;
    const pull = (at, low, high) => (at < low + TEPI ? 12 : at > high - TEPI ? -12 : 0);
    const [dx, dy] = [pull(x, box.left, box.right), pull(y, box.top, box.bottom)];
    this.laju = dx || dy ? requestAnimationFrame(() => { this.laju = 0; this.#edge(); }) : 0;
    if (!this.laju) return;
    this.k.zum.geser(dx, dy);
    const [wx, wy] = this.k.zum.keDunia(x, y);
    this.hantu.setAttribute("transform", `translate(${wx - this.geser[0]},${wy - this.geser[1]})`);
  }

  #target(node) {
    this.sasaran = node;
    this.terlarang = Boolean(node && this.k.pohon.di_bawah(node, this.node));
    this.k.wadah.classList.toggle("terlarang", this.terlarang);
    this.k.gambarUlang();
    if (!node) return;
    announce(this.terlarang ? kata("anak_sendiri") : kata("seret_ke", { apa: node.d.pernyataan }));
  }

  #up() {
    clearTimeout(this.jam);
    const { node, sasaran, terlarang, aktif } = this;
    this.berhenti();
    if (!aktif || !node) return;
    this.k.baruSeret = true;
    setTimeout(() => { this.k.baruSeret = false; }, 0);
    if (!sasaran) return;
    if (terlarang) announce(kata("anak_sendiri"), { visible: true });
    else if (sasaran !== node.induk) this.k.pindahkan(node, sasaran, sasaran.anak.length);
  }

  berhenti() {
    clearTimeout(this.jam);
    if (this.laju) cancelAnimationFrame(this.laju);
    this.hantu?.remove();
    const had = this.sasaran;
    Object.assign(this, { hantu: null, node: null, sasaran: null, terlarang: false, laju: 0 });
    this.k.wadah.classList.remove("menyeret", "terlarang");
    if (had) this.k.gambarUlang();
  }
}
