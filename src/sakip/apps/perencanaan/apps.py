from django.apps import AppConfig


class PerencanaanConfig(AppConfig):
    name = "sakip.apps.perencanaan"
    label = "perencanaan"
