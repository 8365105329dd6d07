"""`sakip flush`: Django's own, which must first be let past the triggers of the audit trail."""

from typing import Any

from django.core.management.commands.flush import Command as Flush

from sakip.platform.audit import pemicu


class Command(Flush):
    def handle(self, **options: Any) -> None:
        pemicu.remove(options["database"])
        try:
            super().handle(**options)
        finally:
            pemicu.install(options["database"])
