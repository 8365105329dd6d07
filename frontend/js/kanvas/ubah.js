// Changes: shown at once, sent, then settled by the server's answer or taken back with its reason.
import { announce } from "../umumkan.js";
import { kata } from "./kata.js";
import { tanya } from "./tanya.js";

const ANAK = { hasil: "csf", csf: "kondisi_antara", kondisi_antara: "keluaran", keluaran: "operasional", operasional: "operasional" };
let sementara = 0;

const say = (words) => announce(words, { visible: true });
const reason = (error) => (error.status === 0 ? kata("jaringan") : error.message || kata("gagal"));

export const Ubah = (Base) =>
  class extends Base {
    #take(answer) {
      if (answer.simpul?.length) this.pohon.muat(answer.simpul);
      if (answer.hapus?.length) this.#drop(answer.hapus);
      this.susunUlang();
      this.panel.segarkan();
    }

    #drop(uids) {
      const gone = new Set(uids);
      let next = this.aktif;
      while (next && gone.has(next.uid)) next = next.induk;
      this.pohon.buang(uids);
      if (next !== this.aktif) this.aktif = next ?? this.pohon.akar[0] ?? null;
    }

    async #send(name, node, isi) {
      this.peladen.ulang = [];
      // The version counts when the change is sent, not when it was asked for: earlier ones may still be under way.
      const run = this.peladen.antre.then(() => ({ versi: node.d.versi, ...isi }));
      return this.peladen.kirim(this.peladen.url(name, node.uid), await run);
    }

    #guard(node) {
      if (!this.bolehUbah) say(kata("hanya_baca"));
      return this.bolehUbah && node && !node.baru;
    }

    ubah(node) {
      if (this.#guard(node)) this.sunting.buka(node);
    }

    async simpanIsi(node, words) {
      const before = node.d.pernyataan;
      Object.assign(node.d, { pernyataan: words });
      Object.assign(node, { baris: null, menyimpan: true });
      this.gambarUlang();
      try {
        const answer = await this.#send("ubah", node, { pernyataan: words });
        node.menyimpan = false;
        this.#take(answer);
        say(kata("tersimpan"));
      } catch (error) {
        node.menyimpan = false;
        Object.assign(node.d, { pernyataan: before });
        node.baris = null;
        this.gambarUlang();
        if (error.status === 409) await this.#conflict(node, words, error);
        else {
          this.sunting.buka(node, { isi: words, info: reason(error) });
          announce(reason(error));
        }
      }
    }

    // Somebody else was faster: the present text is shown, what was typed stays.
    async #conflict(node, words, error) {
      const now = [error.isi.simpul ?? []].flat();
      this.pohon.muat(now);
      this.susunUlang();
      const keep = await tanya(kata("beda"), kata("beda_isi", { kini: node.d.pernyataan, ketik: words }), kata("beda_pakai"));
      if (keep) await this.simpanIsi(node, words);
      else this.fokuskan(node);
    }

    tambah(node) {
      if (!this.#guard(node)) return;
      node.buka = true;
      const uid = `baru-${(sementara += 1)}`;
      this.pohon.muat([{
        uid, induk: node.uid, kode: "", jenis: ANAK[node.d.jenis] ?? "operasional", pernyataan: "", unit: node.d.unit, pemilik: "",
        urutan: node.anak.length, versi: 0, n_anak: 0, indikator: [], pita: null, temuan: {}, crosscutting: 0, komentar: 0, dukungan: [],
      }]);
      const fresh = this.pohon.get(uid);
      fresh.baru = true;
      this.susunUlang({ tahan: node });
      this.sunting.buka(fresh, { baru: true, isi: "" });
    }

    batalBaru(node, { fokus = true } = {}) {
      const { induk } = node;
      this.pohon.buang([node.uid]);
      this.susunUlang();
      if (fokus && induk) this.fokuskan(induk);
    }

    async simpanBaru(node, words) {
      Object.assign(node.d, { pernyataan: words });
      Object.assign(node, { baris: null, menyimpan: true });
      this.gambarUlang();
      const isi = { induk: node.d.induk, jenis: node.d.jenis, pernyataan: words, urutan: node.d.urutan };
      try {
        this.peladen.ulang = [];
        const answer = await this.peladen.kirim(this.peladen.url("baru"), isi);
        this.pohon.buang([node.uid]);
        this.#take(answer);
        const made = answer.simpul?.find((one) => one.pernyataan === words && one.induk === isi.induk);
        this.fokuskan(this.pohon.get(made?.uid) ?? this.pohon.get(isi.induk));
        say(kata("ditambah"));
      } catch (error) {
        node.menyimpan = false;
        this.sunting.buka(node, { baru: true, isi: words, info: reason(error) });
        announce(reason(error));
      }
    }

    async pindahkan(node, induk, urutan) {
      if (!this.#guard(node)) return;
      if (induk && this.pohon.di_bawah(induk, node)) {
        say(kata("anak_sendiri"));
        return;
      }
      const [from, at] = [node.induk, this.pohon.saudara(node).indexOf(node)];
      this.pohon.pindah(node, induk, urutan);
      if (induk) induk.buka = true;
      this.susunUlang({ tahan: node });
      this.fokuskan(node);
      try {
        this.#take(await this.#send("pindah", node, { induk: induk?.uid ?? null, urutan }));
        this.fokuskan(node);
        say(induk === from ? kata("digeser", { ke: urutan + 1 }) : kata("dipindah", { apa: induk?.d.pernyataan ?? kata("akar") }));
      } catch (error) {
        this.pohon.pindah(node, from, at);
        if (error.status === 409) this.pohon.muat([error.isi.simpul ?? []].flat());
        this.susunUlang({ tahan: node });
        this.fokuskan(node);
        say(reason(error));
      }
    }

    geserUrutan(node, step) {
      const siblings = this.pohon.saudara(node);
      const to = siblings.indexOf(node) + step;
      if (to < 0 || to >= siblings.length) announce(kata("ujung"));
      else this.pindahkan(node, node.induk, to);
    }

    naikTingkat(node) {
      const { induk } = node;
      if (!induk?.induk) announce(kata("ujung"));
      else this.pindahkan(node, induk.induk, this.pohon.saudara(induk).indexOf(induk) + 1);
    }

    turunTingkat(node) {
      const siblings = this.pohon.saudara(node);
      const before = siblings[siblings.indexOf(node) - 1];
      if (before) this.pindahkan(node, before, before.anak.length);
      else announce(kata("ujung"));
    }

    async hapus(node) {
      if (!this.#guard(node)) return;
      const sure = await tanya(kata("hapus_tanya"), node.d.pernyataan, kata("hapus"));
      if (!sure) {
        this.fokuskan(node);
        return;
      }
      try {
        this.#take(await this.#send("hapus", node, {}));
        say(kata("dihapus"));
        this.fokuskan(this.aktif);
      } catch (error) {
        const retire = error.status && (await tanya(reason(error), kata("pensiun_tanya"), kata("pensiunkan")));
        if (retire) await this.pensiunkan(node, true);
        else say(reason(error));
        this.fokuskan(node);
      }
    }

    async pensiunkan(node, pensiun) {
      try {
        this.#take(await this.#send("pensiun", node, { pensiun }));
        say(kata(pensiun ? "dipensiunkan" : "diaktifkan"));
      } catch (error) {
        say(reason(error));
      }
    }

    // Undo posts the inverse request the server gave; its answer holds the inverse of that, for redo.
    async batalkan(which = "urung") {
      const step = this.peladen[which].pop();
      if (!step) {
        say(kata(which === "urung" ? "tanpa_urung" : "tanpa_ulang"));
        return;
      }
      try {
        const answer = await this.peladen.kirim(step.url, step.isi, which === "urung" ? "ulang" : "urung");
        this.#take(answer);
        const touched = this.pohon.get(answer.simpul?.[0]?.uid) ?? this.aktif;
        if (touched) this.tuju(touched);
        say(kata(which === "urung" ? "diurungkan" : "diulang"));
      } catch (error) {
        say(reason(error));
      }
    }
  };
