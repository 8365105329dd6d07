from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "sakip.platform.files"
    label = "files"
