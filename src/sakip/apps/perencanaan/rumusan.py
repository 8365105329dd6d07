"""A simple, named rule on wording: a tujuan or sasaran describes a condition, not an activity.

The first word decides, because that is how the documents read: "Meningkatnya derajat kesehatan" is a condition,
"Melaksanakan pelayanan kesehatan" is what somebody does. A word that the rule does not know is not objected to.
"""

import re

#: First words that name doing something.
KATA_KEGIATAN = frozenset(
    {
        "melaksanakan", "menyelenggarakan", "melakukan", "menyusun", "membuat", "mengadakan",
        "memfasilitasi", "membangun", "menyediakan", "mengikuti", "menghadiri", "mengelola",
        "mengoordinasikan", "mengkoordinasikan", "memberikan", "menyiapkan", "pelaksanaan",
        "penyelenggaraan", "penyusunan", "pembuatan", "pengadaan", "pembangunan", "penyediaan",
        "pengelolaan", "pembinaan", "fasilitasi", "koordinasi", "sosialisasi", "rapat",
        "monitoring", "pemantauan", "evaluasi", "administrasi",
    }
)  # fmt: skip
#: First words that name producing an output.
KATA_KELUARAN = frozenset(
    {
        "tersusunnya", "terlaksananya", "terselenggaranya", "tersedianya", "terbangunnya",
        "terfasilitasinya", "tersampaikannya", "terbitnya", "jumlah",
    }
)  # fmt: skip


def fault_of(pernyataan: str) -> str:
    """What is wrong with a statement of a tujuan or sasaran; empty when nothing is.

    >>> fault_of("Meningkatnya derajat kesehatan masyarakat")
    ''
    >>> fault_of("Terlaksananya sosialisasi")
    'menyebut keluaran ("terlaksananya")'
    """
    kata = re.match(r"[\W\d]*([^\W\d]+)", pernyataan)
    pertama = "" if kata is None else kata[1].lower()
    if pertama in KATA_KEGIATAN:
        return f'menyebut kegiatan ("{pertama}")'
    return f'menyebut keluaran ("{pertama}")' if pertama in KATA_KELUARAN else ""
