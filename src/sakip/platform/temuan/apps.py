from django.apps import AppConfig


class TemuanConfig(AppConfig):
    name = "sakip.platform.temuan"
    label = "temuan"

    def ready(self) -> None:
        from sakip.platform.temuan.daftar import discover

        discover()
