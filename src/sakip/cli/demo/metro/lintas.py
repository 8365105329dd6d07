"""What the agencies ask of each other in their trees, and remarks on conditions. Example wording."""

from collections import Counter
from typing import Any

from sakip.apps.perencanaan.models import Crosscutting, KomentarPohon, PohonSimpul
from sakip.apps.perencanaan.services import (
    accept_crosscutting,
    add_komentar,
    propose_crosscutting,
    refuse_crosscutting,
    settle_komentar,
)
from sakip.cli.demo.berkas import read_yaml
from sakip.cli.demo.metro.rencana import Rencana
from sakip.platform.accounts.models import Pengguna

#: Still waiting for an answer: (condition, asked unit).
MENUNGGU = frozenset(
    {
        ("PUT-N019", "DINKES"),
        ("STN-N015", "DINKES"),
        ("KES-N050", "BKPSDM"),
        ("KES-N054", "KEC-PUSAT"),
        ("DIK-N021", "DPKA"),
        ("LHD-N012", "KEC-TIMUR"),
    }
)
#: Refused, with the reason.
DITOLAK = {
    ("PUT-N028", "SATPOLPP"): "Penindakan menunggu penetapan jenis pelanggaran oleh dinas teknis (contoh).",
    (
        "KES-N032",
        "DLH",
    ): "Pemberantasan sarang nyamuk dikerjakan kelurahan; dinas ini tidak memiliki programnya (contoh).",
    (
        "SOS-N009",
        "DISNAKERTRANS",
    ): "Sasaran pelatihan tahun ini pencari kerja terdaftar; usulkan lagi untuk tahun berikutnya (contoh).",
}
#: Conditions of the asked unit's own tree that serve the need, where one plainly does.
PELAYAN = {
    ("SOS-N003", "DISDUKCAPIL"): "CAP-N017",
    ("DIK-N002", "DISDUKCAPIL"): "CAP-N014",
    ("DIK-N003", "DINSOS"): "SOS-N006",
}
#: (condition, account, remark, whether it is settled)
KOMENTAR = (
    (
        "KES-N002",
        "perencana.bappeda.kota",
        "Kondisi antara untuk rujukan sudah ada; mohon pastikan rumah sakit menyepakati perannya (contoh).",
        True,
    ),
    (
        "KES-N002",
        "pimpinan.dinkes",
        "Bahas capaian triwulan III bersama bidan koordinator sebelum target berikutnya diubah (contoh).",
        False,
    ),
    (
        "SOS-N004",
        "perencana.bappeda.kota",
        "Rumusan ini masih berbunyi kegiatan; tulis keadaan yang ingin dicapai (contoh).",
        False,
    ),
)


def load_lintas(rencana: Rencana) -> Counter[str]:
    """Proposals of every tree as offered, accepted or refused; returns how many of each. Existing ones are kept."""
    for file in sorted((rencana.data / "pohon").glob("*.yaml")):
        for baris in read_yaml(file).get("crosscutting", []):
            _load(rencana, baris)
    semua = Crosscutting.objects.filter(instansi=rencana.units["PEMDA"].instansi)
    return Counter(semua.values_list("status", flat=True))


def _load(rencana: Rencana, baris: dict[str, Any]) -> None:
    simpul = _condition(rencana, baris["dari"])
    tujuan = rencana.units[baris["unit_ke"]]
    if Crosscutting.objects.filter(simpul=simpul, unit_tujuan=tujuan).exists():
        return
    usulan = propose_crosscutting(simpul=simpul, unit_tujuan=tujuan, kebutuhan=baris["peran"], by=None)
    kunci = baris["dari"], baris["unit_ke"]
    if kunci in DITOLAK:
        refuse_crosscutting(usulan=usulan, alasan=DITOLAK[kunci], by=None)
    elif kunci not in MENUNGGU:
        pelayan = _condition(rencana, PELAYAN[kunci]) if kunci in PELAYAN else None
        accept_crosscutting(usulan=usulan, simpul_tujuan=pelayan, by=None)


def _condition(rencana: Rencana, kode: str) -> PohonSimpul:
    """A condition by its code, in the tree that the files hold (a copy for another year comes later)."""
    semua = PohonSimpul.objects.filter(instansi=rencana.units["PEMDA"].instansi, kode=kode)
    simpul = (
        semua.select_related("pohon__unit__instansi", "pohon__instansi", "pemilik_unit")
        .order_by("pk")
        .first()
    )
    assert simpul is not None, kode
    return simpul


def load_komentar(rencana: Rencana) -> int:
    """Remarks by the accounts of the demo; returns how many there are. Running twice adds none."""
    instansi = rencana.units["PEMDA"].instansi
    for kode, akun, isi, selesai in KOMENTAR:
        simpul = _condition(rencana, kode)
        oleh = Pengguna.objects.get(instansi=instansi, username=akun)
        if KomentarPohon.objects.filter(simpul=simpul, isi=isi).exists():
            continue
        komentar = add_komentar(simpul=simpul, isi=isi, by=oleh)
        if selesai:
            settle_komentar(komentar=komentar, by=oleh)
    return KomentarPohon.objects.filter(instansi=instansi).count()
