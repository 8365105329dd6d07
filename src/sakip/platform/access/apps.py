from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "sakip.platform.access"
    label = "access"

    def ready(self) -> None:
        from sakip.platform import wewenang
        from sakip.platform.access.policies import PenjagaPeran

        wewenang.install(PenjagaPeran())
