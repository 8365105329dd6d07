from django.apps import AppConfig
from django.db.models.signals import post_migrate


class EvaluasiConfig(AppConfig):
    name = "sakip.apps.evaluasi"
    label = "evaluasi"

    def ready(self) -> None:
        """Triggers are installed after every migrate: SQLite drops them when it rebuilds a table."""
        from sakip.apps.evaluasi import penjaga

        post_migrate.connect(penjaga.install, sender=self, dispatch_uid="evaluasi_penjaga")
