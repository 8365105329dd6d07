"""The audit trail of one's own instansi, for reading."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sakip.platform.access.peran import PERAN
from sakip.platform.audit.selectors import aksi_list, catatan_of, newest_tambat, pelaku_list
from sakip.platform.wewenang import Izin
from sakip.web.kelola.dasar import Admin, kelola, page_of, render_kelola
from sakip.web.kelola.forms.lain import SaringAuditForm

BAGIAN = "audit"


@require_safe
@kelola(Izin.LIHAT_AUDIT)
def daftar(request: HttpRequest, admin: Admin) -> HttpResponse:
    aksi = [(kode, label_aksi(kode)) for kode in aksi_list(admin.instansi)]
    form = SaringAuditForm(request.GET, pelaku=pelaku_list(admin.instansi), aksi=aksi)
    catatan = catatan_of(
        admin.instansi,
        kata=form.nilai("q") or "",
        pelaku=form.nilai("pelaku") or "",
        aksi=form.nilai("aksi") or "",
        sejak=form.nilai("sejak"),
        sampai=form.nilai("sampai"),
    )
    page = page_of(request, catatan, 50)
    konteks = {
        "bagian": BAGIAN,
        "form": form,
        "tersaring": form.aktif,
        "page": page,
        "baris": [_row(satu) for satu in page],
        "tambat": newest_tambat(str(admin.instansi.uid)),
    }
    return render_kelola(request, admin, "kelola/audit.html", konteks)


def _row(catatan: Any) -> dict[str, Any]:
    peran = PERAN.get(catatan.peran)
    return {
        "catatan": catatan,
        "aksi": label_aksi(catatan.aksi),
        "peran": peran.nama if peran else catatan.peran,
        "perubahan": [(bidang.replace("_", " "), *_change(isi)) for bidang, isi in catatan.perubahan.items()],
    }


def label_aksi(aksi: str) -> str:
    """An act as people say it: organisasi.unit.dibuat is "Unit dibuat"."""
    return " ".join(aksi.split(".")[1:]).replace("_", " ").capitalize() or aksi


def _change(isi: Any) -> tuple[str, str]:
    """What it was and what it is; a plain fact has no before."""
    if isinstance(isi, list) and len(isi) == 2:
        return _say(isi[0]), _say(isi[1])
    return "", _say(isi)


def _say(isi: Any) -> str:
    if isi is None or isi == "":
        return "–"
    if isinstance(isi, bool):
        return "ya" if isi else "tidak"
    return ", ".join(map(str, isi)) if isinstance(isi, list) else str(isi)
