from django.apps import AppConfig


class OrganisasiConfig(AppConfig):
    name = "sakip.platform.organisasi"
    label = "organisasi"
