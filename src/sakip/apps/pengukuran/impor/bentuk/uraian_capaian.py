"""The columns of a published achievement table, and what they are called in the field."""

from sakip.platform.lembar.uraian import Kolom, UraianLembar

URAIAN = UraianLembar(
    "Capaian",
    (
        Kolom(
            "unit",
            "Unit",
            ("opd", "instansi", "perangkat daerah", "skpd", "unit kerja", "kode opd", "kode unit"),
            gabung=True,
        ),
        Kolom("nama_unit", "Nama unit", ("nama opd", "nama perangkat daerah", "nama skpd"), gabung=True),
        Kolom("sasaran", "Sasaran", ("sasaran strategis", "sasaran kinerja", "tujuan sasaran"), gabung=True),
        Kolom(
            "indikator",
            "Indikator",
            (
                "indikator kinerja",
                "indikator kinerja utama",
                "indikator sasaran",
                "iku",
                "indikator kinerja sasaran",
            ),
            wajib=True,
        ),
        Kolom("satuan", "Satuan"),
        Kolom("target", "Target", ("target kinerja", "rencana"), wajib=True, jenis="nilai"),
        Kolom("realisasi", "Realisasi", ("realisasi kinerja",), wajib=True, jenis="nilai"),
        Kolom(
            "capaian",
            "Capaian",
            (
                "capaian %",
                "% capaian",
                "capaian kinerja",
                "capaian kinerja %",
                "persentase capaian",
                "persen capaian",
                "tingkat capaian",
                "tingkat capaian %",
                "%",
            ),
            jenis="nilai",
        ),
        Kolom("polaritas", "Polaritas", ("polarity", "sifat indikator")),
        Kolom("tahun", "Tahun", jenis="bulat"),
        Kolom("triwulan", "Triwulan", ("tw",), jenis="bulat"),
        Kolom("sumber", "Sumber", ("source", "sumber data")),
        Kolom("doc", "Dokumen", ("doc",)),
    ),
)
