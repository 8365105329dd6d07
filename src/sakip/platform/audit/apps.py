from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "sakip.platform.audit"
    label = "audit"
