"""The table of Django's database cache comes with `migrate`, so that nobody has to remember a second command."""

from django.core.management import call_command
from django.db import migrations


def create_table(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = []
    operations = [migrations.RunPython(create_table, migrations.RunPython.noop)]
