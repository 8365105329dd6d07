"""A real server on a database loaded by the demo command, and a real browser in front of it."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from sakip.cli.demo.akun import SANDI
from tests.journeys.alat import masuk
from tests.journeys.jelajah import Jelajah, crawl

BIN = Path(sys.executable).parent
# Long, for a machine that is busy with other things; nothing waits that long on an idle one.
MULAI_DETIK, TUNGGU_MS = 900, 90_000
UKURAN: dict[str, Any] = {"ponsel": {"width": 390, "height": 844}, "meja": {"width": 1366, "height": 900}}
ARGUMEN = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
]  # fmt: skip


@dataclass(frozen=True)
class Situs:
    """The served demo."""

    url: str
    env: dict[str, str]
    log: Path

    def alamat(self, path: str) -> str:
        return f"{self.url}{path}"

    def sakip(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a management command against the same database."""
        return subprocess.run(
            [BIN / "sakip", *arguments], env=self.env, capture_output=True, text=True, check=False
        )


Buka = Callable[..., Page]


def _database(url: str, *, keep: bool) -> str:
    """A fresh database for the journeys on the test server; SQLite needs none."""
    if not url.startswith("postgres"):
        return ""
    import psycopg

    # Journeys that run side by side have a server and a database each.
    nama = "_".join(["sakip_perjalanan", *filter(None, [os.environ.get("PYTEST_XDIST_WORKER")])])
    parts = urlsplit(url)
    with psycopg.connect(url, autocommit=True) as connection:
        names = {row[0] for row in connection.execute("SELECT datname FROM pg_database")}
        if not keep:
            connection.execute(f"DROP DATABASE IF EXISTS {nama}")
        if not keep or nama not in names:
            connection.execute(f"CREATE DATABASE {nama}")
    return urlunsplit(parts._replace(path=f"/{nama}"))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Until the server answers; loading the demo comes first and takes its time on a busy machine."""
    until = time.monotonic() + MULAI_DETIK
    while time.monotonic() < until:
        if server.poll() is not None:
            raise RuntimeError(f"server ended with {server.returncode}: {log.read_text()[-4000:]}")
        try:
            with urllib.request.urlopen(url, timeout=20):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("server did not answer")


def _stop(server: subprocess.Popen[bytes]) -> None:
    """Ask the server to end; its whole group is ended when it does not answer."""
    server.terminate()
    try:
        server.wait(timeout=30)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


@pytest.fixture(scope="session")
def situs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Situs]:
    """`sakip demo` loads the data, granian serves them, on the loopback.

    SAKIP_UJI_DATA_DIR names a data folder to use again: what is loaded there is not loaded a second time.
    """
    kept = os.environ.get("SAKIP_UJI_DATA_DIR", "")
    data = Path(kept) if kept else tmp_path_factory.mktemp("data")
    data.mkdir(parents=True, exist_ok=True)
    port = _free_port()
    env = {
        **{key: value for key, value in os.environ.items() if not key.startswith(("SAKIP_", "DJANGO_"))},
        "SAKIP_DATA_DIR": str(data),
        "SAKIP_DATABASE_URL": _database(os.environ.get("SAKIP_DATABASE_URL", ""), keep=bool(kept)),
        "SAKIP_SITE_URL": f"http://127.0.0.1:{port}",
    }
    command = [str(BIN / "sakip"), "demo", "--port", str(port)]
    log = data / "server.log"
    with log.open("wb") as output:
        server = subprocess.Popen(command, env=env, stdout=output, stderr=output, start_new_session=True)
        try:
            _wait_for(f"http://127.0.0.1:{port}/akun/login/", server, log)
            yield Situs(url=f"http://127.0.0.1:{port}", env=env, log=log)
        finally:
            _stop(server)


@pytest.fixture(scope="session")
def peramban() -> Iterator[Browser]:
    chromium = os.environ.get("SAKIP_CHROMIUM") or "/usr/bin/chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMEN)
        expect.set_options(timeout=TUNGGU_MS / 3)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def sesi(situs: Situs, peramban: Browser) -> Callable[[str], Any]:
    """Signed-in storage per account: signing in once keeps the journeys short and inside the rate limit."""
    states: dict[str, Any] = {}

    def state(akun: str) -> Any:
        if akun not in states:
            context = peramban.new_context(locale="id-ID")
            context.set_default_timeout(TUNGGU_MS)
            page = context.new_page()
            page.goto(situs.alamat("/akun/login/"))
            masuk(page, akun, SANDI)
            page.wait_for_url(lambda url: "/akun/login" not in url)
            states[akun] = context.storage_state()
            context.close()
        return states[akun]

    return state


def _listen(page: Page, problems: list[str], expected: set[str]) -> None:
    """Gather what the console complains of; the answer that a test asks for is no complaint."""

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error" and not any(text in message.text for text in expected):
            problems.append(message.text)

    page.on("console", on_console)
    page.on("pageerror", lambda error: problems.append(str(error)))


@pytest.fixture
def buka(situs: Situs, peramban: Browser, sesi: Callable[[str], Any]) -> Iterator[Buka]:
    """buka(akun, path) -> a page, or the test fails when the console shows an error.

    `status` is the answer the path must give; `boleh` names further statuses that the test asks for.
    """
    contexts: list[BrowserContext] = []
    problems: list[str] = []

    def open_page(
        akun: str | None,
        path: str,
        *,
        ukuran: str = "meja",
        tema: Any = "light",
        js: bool = True,
        status: int = 200,
        boleh: tuple[int, ...] = (),
    ) -> Page:
        context = peramban.new_context(
            locale="id-ID",
            viewport=UKURAN[ukuran],
            color_scheme=tema,
            reduced_motion="reduce",
            storage_state=sesi(akun) if akun else None,
            accept_downloads=True,
            java_script_enabled=js,
        )
        contexts.append(context)
        context.set_default_timeout(TUNGGU_MS)
        page = context.new_page()
        _listen(page, problems, {f"status of {code}" for code in (*boleh, status) if code >= 400})
        answer = page.goto(situs.alamat(path))
        assert (answer.status if answer else None) == status, path
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture(scope="session")
def jelajah(situs: Situs, peramban: Browser, sesi: Callable[[str], Any]) -> Callable[[str], Jelajah]:
    """jelajah(akun) -> every page within that account's reach, walked through once in the whole run."""
    done: dict[str, Jelajah] = {}
    dilihat: set[tuple[str, ...]] = set()

    def walk(akun: str) -> Jelajah:
        if akun not in done:
            context = peramban.new_context(
                locale="id-ID",
                viewport=UKURAN["ponsel"],
                color_scheme="light",
                reduced_motion="reduce",
                storage_state=sesi(akun),
            )
            context.set_default_timeout(TUNGGU_MS)
            page = context.new_page()
            problems: list[str] = []
            _listen(page, problems, set())
            done[akun] = crawl(page, situs.url, akun, problems, dilihat)
            context.close()
        return done[akun]

    return walk
