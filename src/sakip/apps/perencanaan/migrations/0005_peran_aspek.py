from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("perencanaan", "0004_pohon_utuh"),
    ]

    operations = [
        migrations.AddField(
            model_name="peranhasil",
            name="aspek",
            field=models.CharField(
                blank=True,
                choices=[
                    ("kuantitas", "Kuantitas"),
                    ("kualitas", "Kualitas"),
                    ("waktu", "Waktu"),
                    ("biaya", "Biaya"),
                ],
                default="",
                help_text="Empty: follows from the indicator",
                max_length=10,
            ),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="peranhasil",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("aspek", ""),
                    ("aspek__in", ["kuantitas", "kualitas", "waktu", "biaya"]),
                    _connector="OR",
                ),
                name="peranhasil_aspek_dikenal",
            ),
        ),
    ]
