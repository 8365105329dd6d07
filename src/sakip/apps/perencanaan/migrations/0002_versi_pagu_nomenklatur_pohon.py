import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organisasi', '0002_masa_tidak_tumpang'),
        ('perencanaan', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='dokumen',
            name='berlaku_sampai',
            field=models.DateField(blank=True, help_text='First day on which it is no longer in force', null=True),
        ),
        migrations.AddField(
            model_name='dokumen',
            name='turunan_dari',
            field=models.ForeignKey(blank=True, help_text='The version it was revised or carried over from', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='turunan_set', to='perencanaan.dokumen'),
        ),
        migrations.AlterField(
            model_name='dokumen',
            name='status',
            field=models.CharField(choices=[('draf', 'Draf'), ('diajukan', 'Diajukan'), ('diverifikasi', 'Diverifikasi'), ('berlaku', 'Berlaku'), ('diganti', 'Diganti')], default='draf', max_length=14),
        ),
        migrations.RemoveConstraint(
            model_name='dokumen',
            name='dokumen_status_dikenal',
        ),
        migrations.AddConstraint(
            model_name='dokumen',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['draf', 'diajukan', 'diverifikasi', 'berlaku', 'diganti'])), name='dokumen_status_dikenal'),
        ),
        migrations.AddConstraint(
            model_name='dokumen',
            constraint=models.CheckConstraint(condition=models.Q(('berlaku_sampai__isnull', True), ('ditetapkan_pada__isnull', True), ('berlaku_sampai__gte', models.F('ditetapkan_pada')), _connector='OR'), name='dokumen_masa_runtut'),
        ),
        migrations.AddField(
            model_name='simpulindikator',
            name='alasan',
            field=models.TextField(blank=True, help_text='Why it was chosen, as the IKU decree asks'),
        ),
        migrations.CreateModel(
            name='LangkahDokumen',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisasi.instansi')),
                ('dokumen', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='langkah_set', to='perencanaan.dokumen')),
                ('langkah', models.CharField(max_length=20)),
                ('dari', models.CharField(max_length=14)),
                ('ke', models.CharField(max_length=14)),
                ('catatan', models.TextField(blank=True)),
                ('oleh', models.CharField(blank=True, help_text='Empty: the system', max_length=150)),
                ('pada', models.DateTimeField()),
            ],
            options={
                'ordering': ['dokumen', 'pada', 'id'],
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='PaguIndikatif',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisasi.instansi')),
                ('dokumen', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pagu_set', to='perencanaan.dokumen')),
                ('simpul', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pagu_set', to='perencanaan.simpul')),
                ('tahun', models.PositiveSmallIntegerField()),
                ('jumlah', models.DecimalField(decimal_places=2, max_digits=20)),
            ],
            options={
                'ordering': ['simpul', 'tahun'],
                'indexes': [models.Index(fields=['dokumen', 'tahun'], name='perencanaan_dokumen_c291c2_idx')],
                'constraints': [models.UniqueConstraint(fields=('simpul', 'tahun'), name='paguindikatif_tahun_tunggal'), models.CheckConstraint(condition=models.Q(('jumlah__gte', 0)), name='paguindikatif_tak_negatif')],
            },
        ),
        migrations.CreateModel(
            name='VersiNomenklatur',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('berlaku_mulai', models.DateField()),
                ('berlaku_sampai', models.DateField(blank=True, null=True)),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='nomenklatur_set', to='organisasi.instansi')),
                ('kode', models.CharField(max_length=40)),
                ('nama', models.CharField(max_length=200)),
                ('dasar', models.CharField(max_length=300)),
            ],
            options={
                'ordering': ['instansi', '-berlaku_mulai'],
                'constraints': [models.UniqueConstraint(fields=('instansi', 'kode'), name='versinomenklatur_kode_tunggal'), models.CheckConstraint(condition=models.Q(('berlaku_sampai__isnull', True), ('berlaku_sampai__gt', models.F('berlaku_mulai')), _connector='OR'), name='versinomenklatur_masa_runtut')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='ButirNomenklatur',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisasi.instansi')),
                ('versi', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='butir_set', to='perencanaan.versinomenklatur')),
                ('induk', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='anak', to='perencanaan.butirnomenklatur')),
                ('jenis', models.CharField(choices=[('urusan', 'Urusan'), ('bidang', 'Bidang urusan'), ('program', 'Program'), ('kegiatan', 'Kegiatan'), ('sub_kegiatan', 'Sub kegiatan')], max_length=14)),
                ('kode', models.CharField(max_length=30)),
                ('kode_baku', models.CharField(max_length=30)),
                ('nama', models.CharField(max_length=500)),
                ('kinerja', models.TextField(blank=True)),
                ('indikator', models.TextField(blank=True)),
                ('satuan', models.CharField(blank=True, max_length=120)),
            ],
            options={
                'ordering': ['versi', 'kode_baku'],
                'indexes': [models.Index(fields=['versi', 'induk'], name='perencanaan_versi_i_951558_idx')],
                'constraints': [models.UniqueConstraint(fields=('versi', 'kode_baku'), name='butirnomenklatur_kode_tunggal'), models.CheckConstraint(condition=models.Q(('jenis__in', ['urusan', 'bidang', 'program', 'kegiatan', 'sub_kegiatan'])), name='butirnomenklatur_jenis_dikenal')],
            },
        ),
        migrations.CreateModel(
            name='PadananNomenklatur',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisasi.instansi')),
                ('dari', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='penerus_set', to='perencanaan.butirnomenklatur')),
                ('ke', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pendahulu_set', to='perencanaan.butirnomenklatur')),
                ('keterangan', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'ordering': ['dari', 'id'],
                'constraints': [models.UniqueConstraint(fields=('dari', 'ke'), name='padanannomenklatur_tunggal'), models.CheckConstraint(condition=models.Q(('dari', models.F('ke')), _negated=True), name='padanannomenklatur_bukan_diri_sendiri')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Pohon',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pohon_set', to='organisasi.instansi')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pohon_set', to='organisasi.unit')),
                ('nama', models.CharField(max_length=60)),
                ('tahun', models.PositiveSmallIntegerField()),
                ('jenis', models.CharField(choices=[('unit', 'Pohon unit'), ('tematik', 'Pohon tematik')], default='unit', max_length=10)),
                ('tema', models.CharField(blank=True, max_length=200)),
                ('dasar_hasil', models.TextField(blank=True, help_text='Step 1: mandate, strategic issues and expectations behind the outcome')),
                ('langkah', models.PositiveSmallIntegerField(default=1)),
                ('disepakati_pada', models.DateField(blank=True, null=True)),
                ('turunan_dari', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='turunan_set', to='perencanaan.pohon')),
            ],
            options={
                'ordering': ['unit', '-tahun', 'nama'],
                'indexes': [models.Index(fields=['instansi', 'tahun'], name='perencanaan_instans_77e453_idx')],
                'constraints': [models.UniqueConstraint(fields=('unit', 'nama', 'tahun'), name='pohon_nama_tunggal'), models.CheckConstraint(condition=models.Q(('langkah__range', (1, 5))), name='pohon_langkah_1_5'), models.CheckConstraint(condition=models.Q(models.Q(('jenis', 'tematik'), _negated=True), models.Q(('tema', ''), _negated=True), _connector='OR'), name='pohon_tematik_bertema'), models.CheckConstraint(condition=models.Q(('jenis__in', ['unit', 'tematik'])), name='pohon_jenis_dikenal')],
            },
        ),
    ]
