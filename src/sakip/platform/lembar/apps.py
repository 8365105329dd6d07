from django.apps import AppConfig


class LembarConfig(AppConfig):
    name = "sakip.platform.lembar"
    label = "lembar"
