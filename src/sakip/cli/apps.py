from django.apps import AppConfig


class CliConfig(AppConfig):
    name = "sakip.cli"
    label = "cli"
