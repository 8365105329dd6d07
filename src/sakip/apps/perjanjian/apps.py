from django.apps import AppConfig


class PerjanjianConfig(AppConfig):
    name = "sakip.apps.perjanjian"
    label = "perjanjian"
