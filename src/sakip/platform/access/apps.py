from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "sakip.platform.access"
    label = "access"
