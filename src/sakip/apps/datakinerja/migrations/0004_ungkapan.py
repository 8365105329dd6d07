from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("datakinerja", "0003_kode_nasional_jenis_ukuran"),
    ]

    operations = [
        migrations.AddField(
            model_name="indikatorversi",
            name="ungkapan",
            field=models.TextField(
                blank=True,
                default="",
                help_text="Exact formula over the variables; empty: the first over the second",
            ),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="indikatorversi",
            name="variabel",
            field=models.JSONField(
                blank=True,
                default=list,
                help_text="The formula's variables: a name, or {nama, satuan, sumber}",
            ),
        ),
    ]
