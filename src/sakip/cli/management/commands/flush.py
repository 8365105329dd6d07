"""`sakip flush`: Django's own, which must first be let past the triggers that keep what is signed and audited."""

from typing import Any

from django.core.management.commands.flush import Command as Flush

from sakip.apps.datakinerja import penjaga
from sakip.apps.evaluasi.penjaga import PENJAGA as EVALUASI
from sakip.apps.pengukuran.penjaga import PENJAGA as PENGUKURAN
from sakip.apps.perjanjian.penjaga import PENJAGA as PERJANJIAN
from sakip.platform.audit import pemicu

PENJAGA = (*PERJANJIAN, *PENGUKURAN, *EVALUASI)


class Command(Flush):
    def handle(self, **options: Any) -> None:
        using = options["database"]
        pemicu.remove(using)
        penjaga.remove(PENJAGA, using)
        try:
            super().handle(**options)
        finally:
            pemicu.install(using)
            penjaga.install(PENJAGA, using)
