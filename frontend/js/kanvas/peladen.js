// Talks to the server: reads the tree, sends one change at a time and remembers how to take it back.
const NOL = "00000000-0000-0000-0000-000000000000";

export class Ditolak extends Error {
  constructor(status, isi) {
    super(isi?.galat ?? "");
    this.status = status;
    this.isi = isi ?? {};
  }
}

function csrf() {
  return JSON.parse(document.body.getAttribute("hx-headers") || "{}")["X-CSRFToken"] ?? "";
}

export class Peladen {
  constructor(alamat) {
    this.alamat = alamat;
    this.urung = [];
    this.ulang = [];
    this.antre = Promise.resolve();
    this.berubah = null;
  }

  baca(kueri = "") {
    return this.#get(this.alamat.data + kueri);
  }

  // Open findings by box; null where there is nothing to ask.
  async temuan() {
    return this.alamat.temuan ? (await this.#get(this.alamat.temuan)).temuan : null;
  }

  async #get(url) {
    const answer = await fetch(url, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Ditolak(answer.status);
    return answer.json();
  }

  url(name, uid = NOL) {
    return this.alamat[name].replace(NOL, uid);
  }

  // Changes go one after another: two quick moves arrive in the order they were made.
  kirim(url, isi, tujuan = "urung") {
    const sent = this.antre.then(() => this.#post(url, isi));
    this.antre = sent.catch(() => {});
    return sent.then((answer) => {
      if (answer.urung?.url) this[tujuan].push(answer.urung);
      this.berubah?.();
      return answer;
    });
  }

  async #post(url, isi) {
    let answer;
    try {
      answer = await fetch(url, {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": csrf() },
        body: JSON.stringify(isi),
      });
    } catch {
      throw new Ditolak(0);
    }
    const body = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : null;
    if (!answer.ok) throw new Ditolak(answer.status, body);
    return body ?? {};
  }
}
