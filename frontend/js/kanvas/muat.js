// Reads a tree in steps: what the first view needs, the rest of a large tree, and last the findings, which the
// server has to work out. After a change they are read again, for one change may concern boxes elsewhere.
import { announce } from "../umumkan.js";
import { kata } from "./kata.js";

// Above this many boxes the upper levels come first and the rest while the reader looks at them.
const BESAR = 2500;
// Several changes in a row are checked once.
const JEDA = 1200;

export class Muat {
  constructor(kanvas) {
    this.k = kanvas;
    this.tunda = 0;
    kanvas.peladen.berubah = () => {
      clearTimeout(this.tunda);
      this.tunda = setTimeout(() => this.temuan(), JEDA);
    };
  }

  async mulai() {
    const { akar, peladen } = this.k;
    const large = Number(akar.dataset.jumlah) > BESAR;
    try {
      this.k.terima(await peladen.baca(`?temuan=0${large ? "&dalam=3" : ""}`));
    } catch {
      this.k.status(kata("gagal_muat"));
      return;
    }
    try {
      if (large) this.k.lengkapi(await peladen.baca("?temuan=0"));
    } catch {
      announce(kata("gagal_muat"), { visible: true });
    }
    await this.temuan();
  }

  async temuan() {
    try {
      const found = await this.k.peladen.temuan();
      if (found) this.k.terimaTemuan(found);
    } catch {
      announce(kata("gagal_temuan"), { visible: true });
    }
  }
}
