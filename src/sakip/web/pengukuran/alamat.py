"""Addresses of the explanations behind the numbers of a page."""

from urllib.parse import urlencode

from django.urls import reverse

from sakip.apps.pengukuran.bacaan import BarisKinerja, KelompokSasaran
from sakip.platform.organisasi.models import Unit
from sakip.web.pengukuran.saringan import Alamat
from sakip.web.periode import Periode


def url_indikator(unit: Unit, baris: BarisKinerja, periode: Periode) -> str:
    """The achievement of an indicator in a period, whether it has a row of its own or is made of quarters."""
    nama = reverse("pengukuran:mengapa_indikator", args=[unit.uid, baris.indikator.uid])
    return f"{nama}?{periode.kueri}"


def url_rata_unit(unit: Unit, periode: Periode, tampil: str = "sasaran") -> str:
    return f"{reverse('pengukuran:mengapa_unit', args=[unit.uid])}?{_kueri(periode, tampil)}"


def url_rata_instansi(periode: Periode) -> str:
    return f"{reverse('pengukuran:mengapa_instansi')}?{periode.kueri}"


def alamat_unit(unit: Unit, periode: Periode, tampil: str) -> Alamat:
    def kelompok(k: KelompokSasaran) -> str:
        if k.simpul is None:
            return url_rata_unit(unit, periode, tampil)
        nama = reverse("pengukuran:mengapa_sasaran", args=[unit.uid, k.simpul.uid])
        return f"{nama}?{_kueri(periode, tampil)}"

    return Alamat(baris=lambda b: url_indikator(unit, b, periode), kelompok=kelompok)


def _kueri(periode: Periode, tampil: str) -> str:
    if tampil == "sasaran":
        return periode.kueri
    return f"{periode.kueri}&{urlencode({'tampil': tampil})}"
