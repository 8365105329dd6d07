"""The canvas of one performance tree. The figures come by JSON; without a script the nested list does everything."""

import json
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from sakip.apps.perencanaan.models import Pohon
from sakip.platform.dasar import today
from sakip.platform.organisasi.selectors import versi_unit
from sakip.web.pohon.akses import pohon_or_404
from sakip.web.pohon.kanvas_teks import kanvas_teks, pintasan

#: Stands for "this box" in an address; the script puts the real one in.
NOL = UUID(int=0)


@require_safe
def kanvas(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The page around the canvas; reading the tree itself is one request of its own."""
    pohon = pohon_or_404(request, uid)
    nama_unit = versi_unit(pohon.unit, today())
    konteks = {
        "pohon": pohon,
        "nama": judul_pohon(pohon, nama_unit.nama if nama_unit else pohon.unit.kode),
        "n_simpul": pohon.simpul_set.count(),
        **kanvas_konteks(_alamat(pohon)),
    }
    return render(request, "pohon/kanvas.html", konteks)


def kanvas_konteks(alamat: dict[str, str]) -> dict[str, Any]:
    """What the fragment pohon/_kanvas.html needs besides the tree's name and size."""
    return {
        "alamat": alamat,
        "teks": json.dumps({kunci: str(isi) for kunci, isi in kanvas_teks().items()}, ensure_ascii=False),
        "pintasan": pintasan(),
    }


def judul_pohon(pohon: Pohon, unit: str) -> str:
    """The heading of a tree on screen and on paper: its theme, or the unit."""
    return f"{pohon.tema or unit} {pohon.tahun}"


def _alamat(pohon: Pohon) -> dict[str, str]:
    ekspor = reverse("pohon:ekspor", args=[pohon.uid])
    return {
        "data": reverse("pohon:data", args=[pohon.uid]),
        "temuan": reverse("pohon:temuan", args=[pohon.uid]),
        "baru": reverse("pohon:simpul_baru", args=[pohon.uid]),
        "ubah": reverse("pohon:simpul_ubah", args=[NOL]),
        "pindah": reverse("pohon:simpul_pindah", args=[NOL]),
        "hapus": reverse("pohon:simpul_hapus", args=[NOL]),
        "pensiun": reverse("pohon:simpul_pensiun", args=[NOL]),
        "daftar": reverse("pohon:rinci", args=[pohon.uid]),
        "cetak": reverse("pohon:cetak", args=[pohon.uid]),
        "gambar": f"{ekspor}?bentuk=svg&dalam=3",
    }
