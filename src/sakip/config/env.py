"""Settings from the environment: typed, prefixed SAKIP_, and refused loudly when wrong."""

import secrets
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

# What pydantic reports, in the words of whoever installs this.
SEBAB = {
    "bool_parsing": "harus true atau false",
    "int_parsing": "harus bilangan bulat",
    "path_type": "harus nama folder",
    "greater_than_equal": "terlalu kecil; paling sedikit {ge}",
    "less_than_equal": "terlalu besar; paling banyak {le}",
}
MESIN = {"sqlite": "django.db.backends.sqlite3", "postgresql": "django.db.backends.postgresql"}


class PengaturanSalah(Exception):
    """A setting is missing or unusable; the message names the variable and says what to do."""


class Pengaturan(BaseSettings):
    """What an installation may set. Every name is an environment variable with the prefix SAKIP_."""

    model_config = SettingsConfigDict(env_prefix="SAKIP_", env_file=None, extra="ignore")

    database_url: str = ""
    data_dir: Path = Path(".data")
    secret_key: str = ""
    allowed_hosts: str = "localhost,127.0.0.1,[::1]"
    csrf_trusted_origins: str = ""
    https: bool = Field(default=False, description="The site is reached by https: secure cookies and HSTS")
    email_url: str = Field(
        default="console://", description="console:// or smtp[s]://user:password@host:port"
    )
    email_from: str = "sakip@localhost"
    proxies: int = Field(
        default=0, ge=0, le=10, description="Reverse proxies in front, whose X-Forwarded-For counts"
    )
    site_url: str = "http://127.0.0.1:8000"
    upload_max_mb: int = Field(default=25, ge=1, le=2048)
    import_max_rows: int = Field(default=200_000, ge=100)

    @field_validator("database_url")
    @classmethod
    def _known_scheme(cls, value: str) -> str:
        if value and urlparse(value).scheme not in {"sqlite", "postgres", "postgresql"}:
            raise ValueError(
                "harus sqlite:///berkas.sqlite3 atau postgresql://pengguna:sandi@inang/basisdata"
            )
        return value

    @property
    def hosts(self) -> list[str]:
        return [host.strip() for host in self.allowed_hosts.split(",") if host.strip()]

    @property
    def origins(self) -> list[str]:
        return [origin.strip() for origin in self.csrf_trusted_origins.split(",") if origin.strip()]


@lru_cache(maxsize=1)
def load() -> Pengaturan:
    """Read the settings once; raises PengaturanSalah with one line per mistake."""
    try:
        return Pengaturan()
    except ValidationError as error:
        lines = [
            f"  SAKIP_{'_'.join(str(part) for part in item['loc']).upper()}: {_reason(item)}"
            for item in error.errors()
        ]
        raise PengaturanSalah("Pengaturan salah:\n" + "\n".join(lines)) from None


def _reason(item: Any) -> str:
    context = item.get("ctx", {})
    if item["type"] == "value_error":
        return str(context["error"])
    return SEBAB.get(item["type"], "nilai tidak dapat dipakai").format(**context)


def data_dir(pengaturan: Pengaturan) -> Path:
    """The data folder, made when absent; raises PengaturanSalah when it cannot be written."""
    folder = pengaturan.data_dir.expanduser().resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PengaturanSalah(
            f"SAKIP_DATA_DIR: folder {folder} tidak dapat dibuat ({error.strerror})."
        ) from None
    return folder


def secret_key(pengaturan: Pengaturan) -> str:
    """The signing key: from the environment, else generated once and kept in the data folder."""
    if pengaturan.secret_key:
        return pengaturan.secret_key
    file = data_dir(pengaturan) / "kunci-rahasia"
    try:
        if not file.exists():
            file.touch(mode=0o600)
            file.write_text(secrets.token_urlsafe(64))
        return file.read_text().strip()
    except OSError as error:
        raise PengaturanSalah(
            f"SAKIP_SECRET_KEY tidak diberikan dan {file} tidak dapat ditulis ({error.strerror})."
        ) from None


def _sqlite_file(path: str) -> str:
    """Three slashes mean a file relative to the working folder, four an absolute one (as elsewhere)."""
    file = Path(path[1:] or "sakip.sqlite3").expanduser().resolve()
    if not file.parent.is_dir():
        raise PengaturanSalah(
            f"SAKIP_DATABASE_URL: folder {file.parent} tidak ada. Buat dulu, atau tulis sqlite:////jalur/lengkap.sqlite3."
        )
    return str(file)


def database(pengaturan: Pengaturan) -> dict[str, Any]:
    """Django's DATABASES entry for SAKIP_DATABASE_URL (SQLite in the data folder when not given)."""
    url = pengaturan.database_url or f"sqlite:///{data_dir(pengaturan) / 'sakip.sqlite3'}"
    parts = urlparse(url)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": MESIN["sqlite"],
            "NAME": _sqlite_file(unquote(parts.path)),
            "OPTIONS": {
                # One writer at a time, queued instead of failing: writers take the lock at BEGIN.
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
            },
        }
    return {
        "ENGINE": MESIN["postgresql"],
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def email(pengaturan: Pengaturan) -> dict[str, Any]:
    """Django's e-mail settings for SAKIP_EMAIL_URL."""
    parts = urlparse(pengaturan.email_url)
    if parts.scheme == "console":
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    if parts.scheme in {"smtp", "smtps"}:
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "EMAIL_HOST": parts.hostname or "localhost",
            "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587),
            "EMAIL_HOST_USER": unquote(parts.username or ""),
            "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
            "EMAIL_USE_SSL": parts.scheme == "smtps",
            "EMAIL_USE_TLS": parts.scheme == "smtp" and bool(parts.username),
            "EMAIL_TIMEOUT": 15,
        }
    raise PengaturanSalah("SAKIP_EMAIL_URL: harus console:// atau smtp[s]://pengguna:sandi@inang:port.")
