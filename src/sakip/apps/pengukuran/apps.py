from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PengukuranConfig(AppConfig):
    name = "sakip.apps.pengukuran"
    label = "pengukuran"

    def ready(self) -> None:
        """Triggers are installed after every migrate: SQLite drops them when it rebuilds a table."""
        from sakip.apps.pengukuran import penjaga
        from sakip.apps.pengukuran.services.capaian import refresh_turunan
        from sakip.platform import turunan

        post_migrate.connect(penjaga.install, sender=self, dispatch_uid="pengukuran_penjaga")
        turunan.install(refresh_turunan)
