from django.apps import AppConfig


class PengukuranConfig(AppConfig):
    name = "sakip.apps.pengukuran"
    label = "pengukuran"
