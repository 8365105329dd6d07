// The tree in memory: nodes by uid, their children in order, and which of them are open.
const FIRST_VIEW = 60;

const byOrder = (a, b) => a.d.urutan - b.d.urutan || a.nomor - b.nomor;

function makeNode(data, nomor) {
  return { uid: data.uid, d: data, induk: null, anak: [], buka: false, nomor, baris: null, x: 0, y: 0 };
}

export class Pohon {
  constructor() {
    this.semua = new Map();
    this.akar = [];
    this.nomor = 0;
  }

  get(uid) {
    return this.semua.get(uid);
  }

  // Take in nodes as the server gives them: new ones are added, known ones brought up to date.
  muat(simpul) {
    for (const data of simpul) {
      const known = this.semua.get(data.uid);
      // An answer to an edit leaves out what was not computed again, such as findings.
      if (known) Object.assign(known, { d: { ...known.d, ...data }, baris: null, cari: null });
      else this.semua.set(data.uid, makeNode(data, (this.nomor += 1)));
    }
    this.sambung();
  }

  sambung() {
    this.akar = [];
    for (const node of this.semua.values()) node.anak = [];
    for (const node of this.semua.values()) {
      node.induk = this.semua.get(node.d.induk) ?? null;
      (node.induk ? node.induk.anak : this.akar).push(node);
    }
    for (const node of this.semua.values()) if (node.anak.length > 1) node.anak.sort(byOrder);
    this.akar.sort(byOrder);
  }

  buang(uids) {
    for (const uid of uids) this.semua.delete(uid);
    this.sambung();
  }

  pindah(node, induk, urutan) {
    const siblings = (induk ? induk.anak : this.akar).filter((other) => other !== node);
    siblings.splice(Math.min(urutan, siblings.length), 0, node);
    node.d.induk = induk?.uid ?? null;
    siblings.forEach((sibling, index) => { sibling.d.urutan = index; });
    this.sambung();
  }

  saudara(node) {
    return node.induk ? node.induk.anak : this.akar;
  }

  banyakAnak(node) {
    return Math.max(node.anak.length, node.d.n_anak ?? 0);
  }

  di_bawah(node, atas) {
    for (let up = node; up; up = up.induk) if (up === atas) return true;
    return false;
  }

  tingkat(node) {
    let level = 1;
    for (let up = node.induk; up; up = up.induk) level += 1;
    return level;
  }

  bukaJalan(node) {
    let opened = false;
    for (let up = node.induk; up; up = up.induk) {
      opened ||= !up.buka;
      up.buka = true;
    }
    return opened;
  }

  // Show levels 1..n: everything above is open, the rest is closed.
  bukaTingkat(n) {
    const walk = (nodes, level) => {
      for (const node of nodes) {
        node.buka = level < n && node.anak.length > 0;
        walk(node.anak, level + 1);
      }
    };
    walk(this.akar, 1);
  }

  perTingkat() {
    const counts = [];
    for (let nodes = this.akar; nodes.length; nodes = nodes.flatMap((node) => node.anak)) counts.push(nodes.length);
    return counts;
  }

  // The deepest level at which the first view stays readable.
  tingkatAwal() {
    let total = 0;
    let level = 0;
    for (const count of this.perTingkat()) {
      total += count;
      if (total > FIRST_VIEW && level > 0) break;
      level += 1;
    }
    return Math.max(level, 1);
  }

  // Order as read: parent, then its children; only what is open when `tampak`.
  *urut(tampak = false, nodes = this.akar) {
    for (const node of nodes) {
      yield node;
      if (!tampak || node.buka) yield* this.urut(tampak, node.anak);
    }
  }
}
