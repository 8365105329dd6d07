import uuid

import django.db.models.deletion
from django.db import migrations, models


TEMATIK = "tematik: "


def pasang_kepala(apps, schema_editor):
    """One head for every (unit, tree, year) that has conditions, and a lineage for every condition."""
    Pohon = apps.get_model("perencanaan", "Pohon")
    PohonSimpul = apps.get_model("perencanaan", "PohonSimpul")
    kepala = {}
    for simpul in PohonSimpul.objects.order_by("pk").iterator():
        kunci = simpul.unit_id, simpul.pohon, simpul.tahun
        if kunci not in kepala:
            tema = simpul.pohon.removeprefix(TEMATIK) if simpul.pohon.startswith(TEMATIK) else ""
            kepala[kunci] = Pohon.objects.create(
                instansi_id=simpul.instansi_id,
                unit_id=simpul.unit_id,
                nama=simpul.pohon,
                tahun=simpul.tahun,
                jenis="tematik" if tema else "unit",
                tema=tema,
                langkah=5,
            )
        simpul.kepala, simpul.asal = kepala[kunci], uuid.uuid4()
        simpul.save(update_fields=["kepala", "asal"])


class Migration(migrations.Migration):

    dependencies = [
        ('perencanaan', '0002_versi_pagu_nomenklatur_pohon'),
    ]

    operations = [
        migrations.AddField(
            model_name='pohonsimpul',
            name='kepala',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='simpul_set', to='perencanaan.pohon'),
        ),
        migrations.AddField(
            model_name='pohonsimpul',
            name='asal',
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name='pohonsimpul',
            name='versi',
            field=models.PositiveIntegerField(default=1, help_text='Counts edits: an edit of an older one is refused'),
        ),
        migrations.AddField(
            model_name='pohonsimpul',
            name='pensiun_pada',
            field=models.DateField(blank=True, help_text='No longer pursued from this day', null=True),
        ),
        migrations.RunPython(pasang_kepala, migrations.RunPython.noop),
    ]
