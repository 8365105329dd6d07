// The nested list of a performance tree: arrows between rows, forms in place. Without it every row is a link.
import { announce } from "./umumkan.js";

const NOL = "00000000-0000-0000-0000-000000000000";

class Daftar {
  constructor(akar) {
    this.akar = akar;
    this.ubah = akar.hasAttribute("data-ubah");
    this.alat = document.getElementById("pohon-alat");
    this.kirim = document.getElementById("pohon-kirim");
    this.tanya = document.getElementById("pohon-tanya");
    akar.addEventListener("click", (event) => this.klik(event));
    akar.addEventListener("keydown", (event) => this.papan(event));
    akar.addEventListener("focusin", (event) => this.menekan || this.pilih(event.target.closest("li[data-uid]")));
    // The tools take a line of their own: moved while the button is down, they would push the link from under it.
    akar.addEventListener("pointerdown", () => (this.menekan = true));
    for (const akhir of ["pointerup", "pointercancel"]) document.addEventListener(akhir, () => setTimeout(() => this.lepas()));
    this.alat?.addEventListener("click", (event) => this.laku(event.target.closest("[data-aksi]")?.dataset.aksi));
    for (const tombol of document.querySelectorAll("[data-pohon='buka'], [data-pohon='tutup']")) {
      tombol.addEventListener("click", () => this.semua(tombol.dataset.pohon === "buka"));
    }
    document.addEventListener("keydown", (event) => this.urung(event));
    // The address names the row too, and the browser focuses what the address names; this is for an address without.
    if (akar.dataset.tuju) document.getElementById(`s-${akar.dataset.tuju}`)?.focus();
  }

  kalimat(baris) {
    return baris?.querySelector(":scope > .s-pohon-baris .kalimat");
  }

  terlihat() {
    return [...this.akar.querySelectorAll("li[data-uid]")].filter((baris) => this.kalimat(baris).offsetParent);
  }

  pilih(baris) {
    if (!baris || !this.alat || baris === this.kini) return;
    this.kini?.classList.remove("kini");
    this.kini = baris;
    baris.classList.add("kini");
    // The tools follow the row, so that Tab reaches them from it.
    baris.querySelector(":scope > .s-pohon-baris").after(this.alat);
    this.alat.hidden = false;
  }

  lepas() {
    if (!this.menekan) return;
    this.menekan = false;
    const fokus = document.activeElement;
    if (this.akar.contains(fokus)) this.pilih(fokus.closest("li[data-uid]"));
  }

  lipat(baris, buka) {
    const tombol = baris.querySelector(":scope > .s-pohon-baris > button.buka");
    const anak = document.getElementById(tombol?.getAttribute("aria-controls"));
    if (!anak) return;
    tombol.setAttribute("aria-expanded", String(buka));
    anak.hidden = !buka;
  }

  semua(buka) {
    for (const baris of this.akar.querySelectorAll("li[data-uid]")) this.lipat(baris, buka);
  }

  klik(event) {
    const tombol = event.target.closest("button.buka");
    if (tombol) this.lipat(tombol.closest("li"), tombol.getAttribute("aria-expanded") !== "true");
  }

  papan(event) {
    if (!event.target.matches(".kalimat")) return;
    const baris = event.target.closest("li[data-uid]");
    const aksi = this.arti(event);
    if (!aksi) return;
    event.preventDefault();
    this.kini = baris;
    if (typeof aksi === "number") {
      const urut = this.terlihat();
      this.kalimat(urut[urut.indexOf(baris) + aksi])?.focus();
    } else this.laku(aksi);
  }

  arti(event) {
    const { key, altKey, ctrlKey, metaKey } = event;
    if (ctrlKey || metaKey) return null;
    if (altKey) {
      const geser = { ArrowUp: "naik", ArrowDown: "turun", ArrowRight: "masuk", ArrowLeft: "keluar" };
      return this.ubah ? geser[key] : null;
    }
    const gerak = { ArrowDown: 1, ArrowUp: -1, ArrowRight: "buka", ArrowLeft: "tutup" };
    const sunting = { Enter: "ubah", n: "anak", N: "anak", Insert: "anak", m: "saudara", M: "saudara", Delete: "hapus" };
    return gerak[key] ?? (this.ubah ? sunting[key] : null);
  }

  laku(aksi) {
    const baris = this.kini;
    if (!baris || !aksi) return;
    const induk = baris.parentElement.closest("li[data-uid]");
    const tempat = this.saudara(baris).indexOf(baris);
    if (aksi === "buka") this.lipat(baris, true);
    else if (aksi === "tutup") this.tutup(baris, induk);
    else if (aksi === "ubah") this.formulir(baris, this.akar.dataset.formulir.replace(NOL, baris.dataset.uid));
    else if (aksi === "anak") this.formulir(baris, `${this.akar.dataset.tambah}?induk=${baris.dataset.uid}`);
    else if (aksi === "saudara") this.formulir(baris, `${this.akar.dataset.tambah}?induk=${induk?.dataset.uid ?? ""}&urutan=${tempat + 1}`);
    else if (aksi === "hapus") this.hapus(baris);
    else this.pindah(baris, aksi, induk, tempat);
  }

  tutup(baris, induk) {
    const tombol = baris.querySelector(":scope > .s-pohon-baris > button.buka");
    if (tombol?.getAttribute("aria-expanded") === "true") this.lipat(baris, false);
    else this.kalimat(induk)?.focus();
  }

  saudara(baris) {
    return [...baris.parentElement.children].filter((satu) => satu.matches("li[data-uid]"));
  }

  pindah(baris, aksi, induk, tempat) {
    const urut = this.saudara(baris);
    const uid = induk?.dataset.uid ?? null;
    let isi = null;
    if (aksi === "naik" && tempat > 0) isi = { induk: uid, urutan: tempat - 1 };
    if (aksi === "turun" && tempat < urut.length - 1) isi = { induk: uid, urutan: tempat + 1 };
    if (aksi === "masuk" && tempat > 0) isi = { induk: urut[tempat - 1].dataset.uid, urutan: null };
    if (aksi === "keluar" && induk) {
      const kakek = induk.parentElement.closest("li[data-uid]");
      isi = { induk: kakek?.dataset.uid ?? null, urutan: this.saudara(induk).indexOf(induk) + 1 };
    }
    if (isi) this.post(this.akar.dataset.pindah, baris, isi);
    else this.bilang(this.akar.dataset.teksTetap);
  }

  hapus(baris) {
    this.tanya.querySelector("[data-apa]").textContent = this.kalimat(baris).textContent;
    this.tanya.returnValue = "";
    this.tanya.addEventListener("close", () => {
      if (this.tanya.returnValue === "ya") this.post(this.akar.dataset.hapus, baris, {});
      else this.kalimat(baris).focus();
    }, { once: true });
    this.tanya.showModal();
  }

  post(alamat, baris, isi) {
    this.kirim.action = alamat.replace(NOL, baris.dataset.uid);
    this.kirim.elements.isi.value = JSON.stringify({ versi: Number(baris.dataset.versi), ...isi });
    this.kirim.submit();
  }

  async formulir(baris, alamat) {
    this.akar.querySelector(".s-pohon-sunting")?.remove();
    const jawaban = await fetch(alamat, { headers: { "HX-Request": "true" } }).catch(() => null);
    if (!jawaban?.ok) {
      this.bilang(this.akar.dataset.teksGagal);
      return;
    }
    const wadah = document.createElement("div");
    wadah.className = "s-pohon-sunting";
    // Our own server's fragment, the same that the page without a script shows.
    wadah.append(...new DOMParser().parseFromString(await jawaban.text(), "text/html").body.childNodes);
    baris.querySelector(":scope > .s-pohon-baris").after(wadah);
    const tutup = () => {
      wadah.remove();
      this.kalimat(baris).focus();
    };
    wadah.querySelector("[data-batal]")?.addEventListener("click", (event) => {
      event.preventDefault();
      tutup();
    });
    wadah.addEventListener("keydown", (event) => {
      if (event.key === "Escape") tutup();
      if (event.key === "Enter" && event.target.matches("textarea") && !event.shiftKey) {
        event.preventDefault();
        event.target.form.requestSubmit();
      }
    });
    wadah.querySelector("textarea, input:not([type=hidden]), select")?.focus();
  }

  urung(event) {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z" || event.shiftKey || event.target.matches("input, textarea, select")) return;
    const tombol = document.querySelector("[data-urung]");
    if (!tombol) return;
    event.preventDefault();
    tombol.form.requestSubmit();
  }

  bilang(pesan) {
    announce(pesan, { visible: true });
  }
}

export function start() {
  const akar = document.getElementById("pohon-daftar");
  if (akar) new Daftar(akar);
}
