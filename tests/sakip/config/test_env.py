import pytest

from sakip.config import env


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch, tmp_path):
    """Settings read anew, with a data folder of their own."""
    monkeypatch.setenv("SAKIP_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("SAKIP_SECRET_KEY", raising=False)
    env.load.cache_clear()
    yield monkeypatch
    env.load.cache_clear()


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("SAKIP_HTTPS", "mungkin", "true atau false"),
        ("SAKIP_UPLOAD_MAX_MB", "0", "paling sedikit 1"),
        ("SAKIP_PROXIES", "dua", "bilangan bulat"),
        ("SAKIP_DATABASE_URL", "mysql://sakip:rahasia@inang/sakip", "postgresql://"),
    ],
)
def test_a_wrong_setting_is_named_with_what_it_must_be(fresh, name, value, word):
    fresh.setenv(name, value)
    with pytest.raises(env.PengaturanSalah) as caught:
        env.load()
    assert name in str(caught.value)
    assert word in str(caught.value)


def test_a_refused_database_url_does_not_show_its_password(fresh):
    fresh.setenv("SAKIP_DATABASE_URL", "mysql://sakip:rahasia@inang/sakip")
    with pytest.raises(env.PengaturanSalah) as caught:
        env.load()
    assert "rahasia" not in str(caught.value)


def test_a_missing_secret_is_made_once_and_kept(fresh):
    first = env.secret_key(env.load())
    assert len(first) > 60
    assert env.secret_key(env.load()) == first


def test_the_secret_file_is_private(fresh):
    env.secret_key(env.load())
    file = env.data_dir(env.load()) / "kunci-rahasia"
    assert file.stat().st_mode & 0o077 == 0


def test_a_given_secret_is_used(fresh):
    fresh.setenv("SAKIP_SECRET_KEY", "dari lingkungan")
    assert env.secret_key(env.load()) == "dari lingkungan"


def test_four_slashes_name_an_absolute_sqlite_file(fresh, tmp_path):
    fresh.setenv("SAKIP_DATABASE_URL", f"sqlite:///{tmp_path}/x.sqlite3")
    assert env.database(env.load())["NAME"] == f"{tmp_path}/x.sqlite3"


def test_a_sqlite_file_in_a_missing_folder_is_refused_with_advice(fresh):
    fresh.setenv("SAKIP_DATABASE_URL", "sqlite:////tidak/ada/x.sqlite3")
    with pytest.raises(env.PengaturanSalah, match="tidak ada"):
        env.database(env.load())


def test_postgresql_parts_are_unquoted(fresh):
    fresh.setenv("SAKIP_DATABASE_URL", "postgresql://a%40b:s%2Fx@inang:5433/kota")
    entry = env.database(env.load())
    assert (entry["USER"], entry["PASSWORD"], entry["HOST"], entry["PORT"], entry["NAME"]) == (
        "a@b", "s/x", "inang", "5433", "kota",
    )  # fmt: skip


def test_an_unknown_mail_scheme_is_refused(fresh):
    fresh.setenv("SAKIP_EMAIL_URL", "sendmail://")
    with pytest.raises(env.PengaturanSalah, match="SAKIP_EMAIL_URL"):
        env.email(env.load())


def test_smtps_uses_tls_from_the_start(fresh):
    fresh.setenv("SAKIP_EMAIL_URL", "smtps://u:p@surat.contoh")
    settings = env.email(env.load())
    assert settings["EMAIL_USE_SSL"]
    assert settings["EMAIL_PORT"] == 465
