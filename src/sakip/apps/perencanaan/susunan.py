"""Which levels a document of each kind has, and what hangs below what (Permendagri 86/2017, Perpres 29/2014)."""

from collections.abc import Mapping

from sakip.apps.perencanaan.models import JenisDokumen, JenisSimpul

J = JenisSimpul
Susunan = Mapping[str, tuple[JenisSimpul, ...]]

_PROGRAM: Susunan = {J.PROGRAM: (J.KEGIATAN,), J.KEGIATAN: (J.SUB_KEGIATAN,), J.SUB_KEGIATAN: ()}
_HASIL: Susunan = {J.TUJUAN: (J.SASARAN,), J.SASARAN: (J.STRATEGI, J.PROGRAM), J.STRATEGI: (J.PROGRAM,)}
_DAERAH: Susunan = {"": (J.VISI, J.MISI, J.TUJUAN), J.VISI: (J.MISI,), J.MISI: (J.TUJUAN,)}

#: By kind of document: parent level ("" for the top) -> levels that may be added below it, the usual one first.
SUSUNAN: Mapping[str, Susunan] = {
    JenisDokumen.RPJPD: {**_DAERAH, J.MISI: (J.TUJUAN, J.SASARAN), J.TUJUAN: (J.SASARAN,), J.SASARAN: ()},
    JenisDokumen.RPJMD: {**_DAERAH, **_HASIL, J.PROGRAM: ()},
    JenisDokumen.RENSTRA: {"": (J.TUJUAN, J.SASARAN), **_HASIL, **_PROGRAM},
    JenisDokumen.RKPD: {"": (J.SASARAN, J.PROGRAM), J.SASARAN: (J.PROGRAM,), **_PROGRAM},
    JenisDokumen.RENJA: {"": (J.SASARAN, J.PROGRAM), J.SASARAN: (J.PROGRAM,), **_PROGRAM},
    JenisDokumen.IKU: {"": (J.TUJUAN, J.SASARAN), J.TUJUAN: (J.SASARAN,), J.SASARAN: ()},
    JenisDokumen.RENAKSI: {"": (J.SASARAN, J.PROGRAM), J.SASARAN: (J.PROGRAM,), **_PROGRAM},
}
#: Levels that carry an indicative ceiling.
BERPAGU = frozenset({J.PROGRAM, J.KEGIATAN, J.SUB_KEGIATAN})
#: The plan whose nodes a document supports.
DIDUKUNG: Mapping[str, tuple[JenisDokumen, ...]] = {
    JenisDokumen.RPJMD: (JenisDokumen.RPJPD,),
    JenisDokumen.RENSTRA: (JenisDokumen.RPJMD,),
    JenisDokumen.RKPD: (JenisDokumen.RPJMD,),
    JenisDokumen.RENJA: (JenisDokumen.RENSTRA, JenisDokumen.RKPD),
    JenisDokumen.IKU: (JenisDokumen.RPJMD, JenisDokumen.RENSTRA),
    JenisDokumen.RENAKSI: (JenisDokumen.RENSTRA, JenisDokumen.RENJA),
    JenisDokumen.RPJPD: (),
}
#: Usual length in years, and whether the whole government or one unit keeps it: guidance of the form.
LAMA_TAHUN: Mapping[str, int] = {
    JenisDokumen.RPJPD: 20,
    JenisDokumen.RPJMD: 5,
    JenisDokumen.RENSTRA: 5,
    JenisDokumen.IKU: 5,
    JenisDokumen.RKPD: 1,
    JenisDokumen.RENJA: 1,
    JenisDokumen.RENAKSI: 1,
}


def anak_dari(jenis_dokumen: str, induk: str = "") -> tuple[JenisSimpul, ...]:
    """Levels that may be added below a level ("" for the top) of a document of this kind."""
    return SUSUNAN[jenis_dokumen].get(induk, ())
