from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "sakip.platform.accounts"
    label = "accounts"
