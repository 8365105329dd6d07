# Instansi dan admin pertama pada pemasangan baru. Ubah lima nilai di bawah, lalu:
#   sakip shell < instansi_pertama.py
#   sakip changepassword admin.organisasi
from sakip.platform.access.services import grant_peran
from sakip.platform.accounts.services import create_pengguna
from sakip.platform.dasar import today
from sakip.platform.organisasi.services import create_instansi

KODE_WILAYAH, NAMA = "99.99", "Kota Contoh"
AKUN, SUREL, SEBUTAN = "admin.organisasi", "organisasi@contoh.go.id", "Kepala Bagian Organisasi"

instansi = create_instansi(kode_wilayah=KODE_WILAYAH, nama=NAMA, by=None)
admin = create_pengguna(instansi=instansi, username=AKUN, email=SUREL, sebutan=SEBUTAN, by=None)
grant_peran(pengguna=admin, peran="admin_instansi", berlaku_mulai=today(), by=None)
