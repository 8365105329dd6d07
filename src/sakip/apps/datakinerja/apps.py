from django.apps import AppConfig


class DatakinerjaConfig(AppConfig):
    name = "sakip.apps.datakinerja"
    label = "datakinerja"
