"""Which years and quarters a page offers, read together with the unit or instansi itself."""

from collections.abc import Iterable

from django.db.models import (
    Case,
    CharField,
    OuterRef,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, Concat

from sakip.apps.pengukuran.models import RekapCapaian
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Instansi, Unit
from sakip.web.gabung import PEMISAH, GabungTeks
from sakip.web.periode import PeriodeTersedia


def periode_subquery(bidang: str) -> Subquery:
    """`year:quarter:filled` of every roll-up of a unit (or instansi): one column instead of one query."""
    rekap = RekapCapaian.objects.filter(**{bidang: OuterRef("pk")}, n_wajib__gt=0).order_by()
    butir = Concat(
        Cast("tahun", CharField()),
        Value(":"),
        Coalesce(Cast("triwulan", CharField()), Value("")),
        Value(":"),
        Case(When(n_terukur__gt=0, then=Value("1")), default=Value("")),
        output_field=TextField(),
    )
    return Subquery(rekap.values(bidang).annotate(isi=GabungTeks(butir)).values("isi"))


def tersedia_of(objek: Unit | Instansi) -> PeriodeTersedia:
    """What an object that was read with `periode_subquery` offers."""
    teks: str | None = getattr(objek, "periode_teks", None)
    return build_tersedia(butir.split(":") for butir in (teks or "").split(PEMISAH) if butir)


def build_tersedia(butir: Iterable[list[str]]) -> PeriodeTersedia:
    """The newest year with figures is shown unasked; years that only hold plans stand beside it."""
    terisi: dict[int, set[int | None]] = {}
    for tahun, triwulan, berisi in butir:
        periode = terisi.setdefault(int(tahun), set())
        if berisi:
            periode.add(int(triwulan) if triwulan else None)
    tahun_urut = sorted(terisi or {today().year: set()}, reverse=True)
    ada = [t for t in tahun_urut if terisi.get(t)]
    return PeriodeTersedia(
        tahun=tuple(dict.fromkeys([*ada[:1], *tahun_urut])),
        terisi={t: frozenset(isi) for t, isi in terisi.items()},
    )
