from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PerjanjianConfig(AppConfig):
    name = "sakip.apps.perjanjian"
    label = "perjanjian"

    def ready(self) -> None:
        """Triggers are installed after every migrate: SQLite drops them when it rebuilds a table."""
        from sakip.apps.perjanjian import penjaga

        post_migrate.connect(penjaga.install, sender=self, dispatch_uid="perjanjian_penjaga")
