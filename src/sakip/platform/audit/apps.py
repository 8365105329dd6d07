from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AuditConfig(AppConfig):
    name = "sakip.platform.audit"
    label = "audit"

    def ready(self) -> None:
        """A signal of migrate, not of a model.

        SQLite rebuilds a table for a mere new column and drops its triggers; a migration that installs them
        once would not be enough, so they are installed after every migrate.
        """
        from sakip.platform.audit import pemicu

        post_migrate.connect(pemicu.install, sender=self, dispatch_uid="audit_pemicu")
