from django.apps import AppConfig


class ProbeConfig(AppConfig):
    name = "sakip.platform.probe"
    label = "probe"

    def ready(self) -> None:
        from sakip.platform.probe.daftar import discover

        discover()
