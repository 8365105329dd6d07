"""Which kind of sheet an object has, and the empty sheet of a kind."""

from sakip.apps.perencanaan.lembar.macam import Macam
from sakip.apps.perencanaan.lembar.rencana import Iku, Rencana
from sakip.apps.perencanaan.lembar.tabel import BERMATRIKS
from sakip.apps.perencanaan.models import Dokumen, JenisDokumen
from sakip.apps.perencanaan.susunan import LAMA_TAHUN
from sakip.platform.organisasi.models import Instansi, Unit

#: Kinds of document that go out to Excel and come back.
BERLEMBAR = (*BERMATRIKS, JenisDokumen.IKU)


def macam_dokumen(dokumen: Dokumen) -> Rencana:
    """The sheet of a plan or a decree."""
    return Iku(dokumen) if dokumen.jenis == JenisDokumen.IKU else Rencana(dokumen)


def build_templat(*, instansi: Instansi, jenis: str, tahun: int) -> bytes:
    """The empty matrix of a kind of document, from a year on."""
    nama = str(JenisDokumen(jenis).label)
    akhir = tahun + LAMA_TAHUN[jenis] - 1
    kosong = Dokumen(
        instansi=instansi,
        unit=Unit(instansi=instansi, kode=instansi.nama[:40]),
        jenis=jenis,
        nama=nama,
        tahun_mulai=tahun,
        tahun_selesai=akhir,
    )
    return write_templat(macam_dokumen(kosong))


def write_templat(macam: Macam) -> bytes:
    """The sheet without rows and without a mark: whatever comes back in it is new."""
    return macam.write_book({}, "")
