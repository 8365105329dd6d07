"""A real server on a database loaded by the demo command, and a real browser in front of it."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

BIN = Path(sys.executable).parent
SANDI = "sakip-contoh-2026"
UKURAN = {"ponsel": {"width": 390, "height": 844}, "meja": {"width": 1366, "height": 900}}
ARGUMEN = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
]  # fmt: skip


@dataclass(frozen=True)
class Situs:
    """The served demo."""

    url: str
    env: dict[str, str]

    def alamat(self, path: str) -> str:
        return f"{self.url}{path}"

    def sakip(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a management command against the same database."""
        return subprocess.run([BIN / "sakip", *arguments], env=self.env, capture_output=True, text=True, check=False)


def _database(url: str) -> str:
    """A fresh database for the journeys on the test server; SQLite needs none."""
    if not url.startswith("postgres"):
        return ""
    import psycopg

    parts = urlsplit(url)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS sakip_perjalanan")
        connection.execute("CREATE DATABASE sakip_perjalanan")
    return urlunsplit(parts._replace(path="/sakip_perjalanan"))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        if server.poll() is not None:
            raise RuntimeError(f"server ended with {server.returncode}")
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("server did not answer")


@pytest.fixture(scope="session")
def situs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Situs]:
    """`sakip demo` loads the data, granian serves them, on the loopback."""
    data = tmp_path_factory.mktemp("data")
    port = _free_port()
    env = {
        **{key: value for key, value in os.environ.items() if not key.startswith(("SAKIP_", "DJANGO_"))},
        "SAKIP_DATA_DIR": str(data),
        "SAKIP_DATABASE_URL": _database(os.environ.get("SAKIP_DATABASE_URL", "")),
        "SAKIP_SITE_URL": f"http://127.0.0.1:{port}",
    }
    loaded = subprocess.run([BIN / "sakip", "demo", "--siapkan"], env=env, capture_output=True, text=True, check=False)
    assert loaded.returncode == 0, loaded.stdout + loaded.stderr
    command = [BIN / "sakip", "demo", "--port", str(port)]
    with (data / "server.log").open("wb") as log:
        server = subprocess.Popen(command, env=env, stdout=log, stderr=log, start_new_session=True)
        try:
            _wait_for(f"http://127.0.0.1:{port}/akun/login/", server)
            yield Situs(url=f"http://127.0.0.1:{port}", env=env)
        finally:
            server.terminate()
            server.wait(timeout=20)


@pytest.fixture(scope="session")
def peramban() -> Iterator[Browser]:
    chromium = os.environ.get("SAKIP_CHROMIUM") or "/usr/bin/chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMEN)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def _masuk(situs: Situs, peramban: Browser) -> Callable[[str], dict]:
    """Signed-in storage per account: signing in once keeps the journeys short and inside the rate limit."""
    states: dict[str, dict] = {}

    def state(username: str) -> dict:
        if username not in states:
            context = peramban.new_context(locale="id-ID")
            page = context.new_page()
            page.goto(situs.alamat("/akun/login/"))
            page.fill("input[name=login]", username)
            page.fill("input[name=password]", SANDI)
            page.press("input[name=password]", "Enter")
            page.wait_for_url(lambda url: "/akun/login" not in url)
            states[username] = context.storage_state()
            context.close()
        return states[username]

    return state


@pytest.fixture
def buka(situs: Situs, peramban: Browser, _masuk: Callable[[str], dict]) -> Iterator[Callable[..., Page]]:
    """buka(akun, path, ukuran="meja", tema="light") -> a page; fails when the console shows an error."""
    contexts: list[BrowserContext] = []
    problems: list[str] = []

    def open_page(akun: str | None, path: str, *, ukuran: str = "meja", tema: str = "light") -> Page:
        context = peramban.new_context(
            locale="id-ID",
            viewport=UKURAN[ukuran],
            color_scheme=tema,
            storage_state=_masuk(akun) if akun else None,
            accept_downloads=True,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto(situs.alamat(path))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert problems == []


def pelanggaran(page: Page) -> list[str]:
    """axe's violations on the page, one line each."""
    results = Axe().run(page)
    return [
        f"{item['id']}: {node['target']}" for item in results.response["violations"] for node in item["nodes"]
    ]


def lebar_lebih(page: Page) -> int:
    """Pixels by which the page is wider than the window: no sideways scrolling on a phone."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
