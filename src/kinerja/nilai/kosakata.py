"""The words and signs that stand around numerals in Indonesian performance tables."""

from __future__ import annotations

import re
from decimal import Decimal

_RIBU, _JUTA, _MILIAR, _TRILIUN = (Decimal(10) ** n for n in (3, 6, 9, 12))

SKALA = {
    **dict.fromkeys(("ribu", "rb"), _RIBU),
    **dict.fromkeys(("juta", "jt"), _JUTA),
    **dict.fromkeys(("miliar", "milyar", "miliard", "milyard"), _MILIAR),
    **dict.fromkeys(("triliun", "trilyun", "trilliun", "triliyun"), _TRILIUN),
}
# One letter may also be a unit (meter, ton), so these are a scale only with doubt, unless rupiah.
SKALA_SINGKAT = {"M": _MILIAR, "T": _TRILIUN}

KATA_SKALA = re.compile(rf"\s*({'|'.join(SKALA)})\b\.?", re.IGNORECASE)
HURUF_SKALA = re.compile(r"\s*([MT])\b\.?(?=\s|$|\()")

PERSEN = re.compile(r"\s*(?:%|(?:persen|prosen|percent|pct)\b)\s*(?:\(%\))?", re.IGNORECASE)
PERMIL = re.compile(r"\s*(?:‰|per\s?mil\b)", re.IGNORECASE)
RUPIAH_AWAL = r"(?:rp\.?|idr)"
RUPIAH_AKHIR = re.compile(r"\s*rupiah\b", re.IGNORECASE)

# Things that are counted whole: "1.000 orang" cannot be one person with three decimals.
HITUNGAN = re.compile(
    r"\s*(?:orang|org|ekor|unit|buah|bh|dokumen|dok|lembaga|kelompok|kk|jiwa|kasus|desa|kelurahan|kecamatan"
    r"|lokasi|titik|lpk|opd|skpd|perusahaan|sekolah|siswa|peserta|pegawai|pns|asn|keluarga|rumah|kendaraan"
    r"|kbm|wp|tangkai|kali|kegiatan|laporan|perkara|berkas|bidang)\b",
    re.IGNORECASE,
)

TANPA_ISI = re.compile(r"(?:rp\.?|idr)?\s*[-_.…=]+\s*%?", re.IGNORECASE)
BELUM_ADA = re.compile(
    r"(?:data\s+)?(?:belum|blm)\b[^0-9]*|(?:tidak|tdk)\s+ada\s+data[^0-9]*|t\.?\s?a\.?\s?d\.?|null|none|kosong",
    re.IGNORECASE,
)
TIDAK_BERLAKU = re.compile(
    r"n\s?[./]?\s?a\.?|not\s+applicable|(?:tidak|tdk)\s+(?:berlaku|relevan|ada\s+target|ditargetkan)[^0-9]*",
    re.IGNORECASE,
)
GALAT = re.compile(
    r"#+|#[A-Z]{3,}[A-Z0-9/!?_]*.?|#N/A.*|#DIV/0.?|Err:\d+|NaN|[-+]?inf(?:inity)?", re.IGNORECASE
)
NIHIL = re.compile(r"nihil|nil|zero|nol|(?:tidak|tdk)\s+ada", re.IGNORECASE)

PREDIKAT = re.compile(
    r"AA|A[+-]?|BB|B[+-]?|CC|C[+-]?|D[+-]?|E"  # evaluation letters
    r"|X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2}"  # roman levels
    r"|WTP(?:[-\s]?(?:DPP|PP))?|WDP|TMP|TW|TP"  # audit opinions
)
PREDIKAT_KATA = re.compile(
    r"wajar\s+(?:tanpa|dengan)\s+pengecualian|tidak\s+(?:wajar|memberikan\s+pendapat)|disclaimer"
    r"|(?:sangat\s+|amat\s+|cukup\s+|kurang\s+|agak\s+|tidak\s+)*"
    r"(?:memuaskan|baik|cukup|kurang|buruk|tinggi|sedang|rendah|bagus|puas|prima|sehat|mandiri|maju|berkembang"
    r"|tertinggal|informatif|inovatif|hijau|kuning|merah|biru|emas|utama|madya|nindya|pratama|paripurna)"
    r"(?:\s+sekali)?",
    re.IGNORECASE,
)
SEBUTAN_PREDIKAT = re.compile(
    r"(?:level|tingkat|predikat|opini|peringkat|kategori|kelas|grade|nilai|tipe|akreditasi)\s*:?\s+",
    re.IGNORECASE,
)
SEBUTAN_TINGKAT = re.compile(
    r"(?:level|tingkat|peringkat|kelas|grade|tipe|rangking|ranking|juara)", re.IGNORECASE
)
SEBUTAN_NETRAL = re.compile(
    r"(?:sebesar|sebanyak|sejumlah|nilai|skor|indeks|±|\+/-|~|≈|sekitar|kurang\s+lebih|kl\.?|ca\.?)\s*:?",
    re.IGNORECASE,
)

_LEBIH_SAMA = r">=|=>|minimal|minimum|min\.?|paling\s+(?:sedikit|kurang|rendah)|sekurang-kurangnya|setidaknya"
_KURANG_SAMA = (
    r"<=|=<|maksimal|maksimum|maks\.?|max\.?|paling\s+(?:banyak|lama|lambat|tinggi)|sebanyak-banyaknya"
)
PEMBANDING = (
    (re.compile(rf"(?:{_LEBIH_SAMA}|(?:tidak|tdk)\s+kurang\s+dari)", re.IGNORECASE), ">="),
    (re.compile(rf"(?:{_KURANG_SAMA}|(?:tidak|tdk)\s+lebih\s+dari)", re.IGNORECASE), "<="),
    (re.compile(r"(?:>|lebih\s+(?:dari|besar\s+dari)|di\s?atas\b)", re.IGNORECASE), ">"),
    (re.compile(r"(?:<|kurang\s+dari|lebih\s+kecil\s+dari|di\s?bawah\b)", re.IGNORECASE), "<"),
)
PEMBANDING_AKHIR = (
    (re.compile(r"\s*(?:ke\s?atas|atau\s+lebih)\b", re.IGNORECASE), ">="),
    (re.compile(r"\s*(?:ke\s?bawah|atau\s+kurang)\b", re.IGNORECASE), "<="),
)

# Digits that belong to a unit or name a year are not a second value.
BUKAN_NILAI = re.compile(
    r"\(?\b(?:tahun|thn|th|ta)\b\.?\s*(?:19|20)[0-9]{2}\b\)?|\((?:19|20)[0-9]{2}\)"
    r"|\b(?:k?m|cm|mm|dm|ha)[23]\b|\b(?:CO|SO|NO|O|PM|NH|H)(?:2|3|10|25)\b",
    re.IGNORECASE,
)
BAGIAN_DARI = re.compile(r"\s*(?:dari|dr|drpd|terhadap|of|x|dikali)\b", re.IGNORECASE)
