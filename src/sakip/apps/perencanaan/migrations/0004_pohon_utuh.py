import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('datakinerja', '0003_kode_nasional_jenis_ukuran'),
        ('perencanaan', '0003_pohon_berkepala'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='pohonsimpul',
            name='pohonsimpul_kode_tunggal',
        ),
        migrations.AlterModelOptions(
            name='pohonsimpul',
            options={'ordering': ['pohon', 'urutan', 'id']},
        ),
        migrations.RemoveField(
            model_name='pohonsimpul',
            name='unit',
        ),
        migrations.RemoveField(
            model_name='pohonsimpul',
            name='pohon',
        ),
        migrations.RemoveField(
            model_name='pohonsimpul',
            name='tahun',
        ),
        migrations.RenameField(
            model_name='pohonsimpul',
            old_name='kepala',
            new_name='pohon',
        ),
        migrations.AlterField(
            model_name='pohonsimpul',
            name='pohon',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='simpul_set', to='perencanaan.pohon'),
        ),
        migrations.AlterField(
            model_name='pohonsimpul',
            name='asal',
            field=models.UUIDField(default=uuid.uuid4, help_text='Lineage over years'),
        ),
        migrations.AddIndex(
            model_name='pohonsimpul',
            index=models.Index(fields=['pohon', 'induk', 'urutan'], name='perencanaan_pohon_i_2971ab_idx'),
        ),
        migrations.AddConstraint(
            model_name='pohonsimpul',
            constraint=models.UniqueConstraint(fields=('pohon', 'kode'), name='pohonsimpul_kode_tunggal'),
        ),
        migrations.AddConstraint(
            model_name='pohonsimpul',
            constraint=models.UniqueConstraint(fields=('pohon', 'asal'), name='pohonsimpul_asal_tunggal'),
        ),
        migrations.AddConstraint(
            model_name='pohonsimpul',
            constraint=models.CheckConstraint(condition=models.Q(('induk__isnull', True), models.Q(('induk', models.F('id')), _negated=True), _connector='OR'), name='pohonsimpul_bukan_induk_sendiri'),
        ),
        migrations.CreateModel(
            name='DukunganSimpul',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisasi.instansi')),
                ('simpul', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='dukungan_set', to='perencanaan.pohonsimpul')),
                ('mendukung', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pendukung_set', to='perencanaan.pohonsimpul')),
            ],
            options={
                'ordering': ['simpul', 'id'],
                'constraints': [models.UniqueConstraint(fields=('simpul', 'mendukung'), name='dukungansimpul_tunggal'), models.CheckConstraint(condition=models.Q(('simpul', models.F('mendukung')), _negated=True), name='dukungansimpul_bukan_diri_sendiri')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Crosscutting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='crosscutting_set', to='organisasi.instansi')),
                ('simpul', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='kebutuhan_set', to='perencanaan.pohonsimpul')),
                ('unit_tujuan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='crosscutting_set', to='organisasi.unit')),
                ('simpul_tujuan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='layanan_set', to='perencanaan.pohonsimpul')),
                ('kebutuhan', models.TextField()),
                ('status', models.CharField(choices=[('diusulkan', 'Diusulkan'), ('diterima', 'Diterima'), ('ditolak', 'Ditolak'), ('ditarik', 'Ditarik')], default='diusulkan', max_length=12)),
                ('alasan', models.TextField(blank=True)),
                ('diusulkan_oleh', models.CharField(blank=True, max_length=150)),
                ('diusulkan_pada', models.DateTimeField()),
                ('diputus_oleh', models.CharField(blank=True, max_length=150)),
                ('diputus_pada', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-diusulkan_pada', '-id'],
                'indexes': [models.Index(fields=['unit_tujuan', 'status'], name='perencanaan_unit_tu_642818_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('status__in', ['diusulkan', 'diterima'])), fields=('simpul', 'unit_tujuan'), name='crosscutting_satu_terbuka'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'ditolak'), _negated=True), models.Q(('alasan', ''), _negated=True), _connector='OR'), name='crosscutting_tolak_beralasan'), models.CheckConstraint(condition=models.Q(models.Q(('diputus_pada__isnull', True), ('status', 'diusulkan')), models.Q(models.Q(('status', 'diusulkan'), _negated=True), ('diputus_pada__isnull', False)), _connector='OR'), name='crosscutting_putusan_bertanggal'), models.CheckConstraint(condition=models.Q(('status__in', ['diusulkan', 'diterima', 'ditolak', 'ditarik'])), name='crosscutting_status_dikenal')],
            },
        ),
        migrations.CreateModel(
            name='KomentarPohon',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisasi.instansi')),
                ('simpul', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='komentar_set', to='perencanaan.pohonsimpul')),
                ('isi', models.TextField()),
                ('oleh', models.CharField(max_length=150)),
                ('pada', models.DateTimeField()),
                ('selesai_oleh', models.CharField(blank=True, max_length=150)),
                ('selesai_pada', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['simpul', 'pada', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('selesai_oleh', ''), ('selesai_pada__isnull', True)), models.Q(('selesai_pada__isnull', False), models.Q(('selesai_oleh', ''), _negated=True)), _connector='OR'), name='komentarpohon_selesai_berpasangan')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='PeranHasil',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisasi.instansi')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='peran_hasil_set', to='organisasi.unit')),
                ('tahun', models.PositiveSmallIntegerField()),
                ('jabatan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='peran_hasil_set', to='organisasi.jabatan')),
                ('simpul', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='peran_hasil_set', to='perencanaan.simpul')),
                ('pohon_simpul', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='peran_hasil_set', to='perencanaan.pohonsimpul')),
                ('indikator', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='peran_hasil_set', to='datakinerja.indikator')),
                ('cara', models.CharField(choices=[('langsung', 'Langsung'), ('tidak_langsung', 'Tidak langsung')], max_length=16)),
                ('hasil', models.CharField(max_length=700)),
                ('ukuran', models.CharField(blank=True, help_text="Indicator of the post's own result", max_length=600)),
                ('target_teks', models.CharField(blank=True, max_length=300)),
                ('urutan', models.PositiveIntegerField(default=0)),
            ],
            options={
                'ordering': ['unit', 'tahun', 'jabatan', 'urutan', 'id'],
                'indexes': [models.Index(fields=['unit', 'tahun'], name='perencanaan_unit_id_7874c8_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('simpul__isnull', False)), fields=('jabatan', 'tahun', 'simpul', 'hasil'), name='peranhasil_simpul_tunggal'), models.UniqueConstraint(condition=models.Q(('pohon_simpul__isnull', False)), fields=('jabatan', 'tahun', 'pohon_simpul', 'hasil'), name='peranhasil_pohon_tunggal'), models.CheckConstraint(condition=models.Q(models.Q(('pohon_simpul__isnull', False), ('simpul__isnull', True)), models.Q(('pohon_simpul__isnull', True), ('simpul__isnull', False)), _connector='OR'), name='peranhasil_satu_sumber'), models.CheckConstraint(condition=models.Q(('cara__in', ['langsung', 'tidak_langsung'])), name='peranhasil_cara_dikenal')],
            },
        ),
    ]
