"""Run the whole test suite on SQLite and on PostgreSQL, installing the browser and the server when it can.

python tools/uji.py                everything
python tools/uji.py sqlite|postgresql [pytest arguments]
"""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

AKAR = Path(__file__).resolve().parents[1]
PAKET_DEBIAN = {"chromium": "chromium", "postgresql": "postgresql", "fonts": "fonts-liberation"}
PROSES = os.environ.get("SAKIP_UJI_PROSES", str(min(os.cpu_count() or 2, 4)))


def find_chromium() -> str | None:
    """Path of a Chromium; SAKIP_CHROMIUM wins."""
    chosen = os.environ.get("SAKIP_CHROMIUM")
    return (
        chosen
        or shutil.which("chromium")
        or shutil.which("chromium-browser")
        or shutil.which("google-chrome")
    )


def find_postgresql() -> Path | None:
    """Folder of initdb and pg_ctl, which Debian keeps out of PATH."""
    folders = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name.split(".")[0])
    )
    for folder in reversed(folders):
        if (folder / "initdb").exists():
            return folder
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def install_missing() -> None:
    """Install Debian's chromium and PostgreSQL when this runs as root; otherwise say what to install."""
    missing = []
    if find_chromium() is None:
        missing.append(PAKET_DEBIAN["chromium"])
    if find_postgresql() is None:
        missing.append(PAKET_DEBIAN["postgresql"])
    if not missing:
        return
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        raise SystemExit(
            f"Uji memerlukan: {', '.join(missing)}. Pasang dulu, misalnya: sudo apt install {' '.join(missing)}"
        )
    print(f"Memasang {', '.join(missing)} ...", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=True)
    subprocess.run(
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing],
        env=quiet,
        check=True,
        stdout=subprocess.DEVNULL,
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def postgresql() -> Iterator[str]:
    """A throw-away PostgreSQL cluster on the loopback; yields its SAKIP_DATABASE_URL."""
    folder_bin = find_postgresql()
    if folder_bin is None:
        raise SystemExit("PostgreSQL tidak ditemukan.")
    folder = Path(tempfile.mkdtemp(prefix="sakip-pg-"))
    # initdb refuses to run as root: the server then belongs to the account that Debian's package made.
    as_user = "postgres" if os.geteuid() == 0 else None
    if as_user:
        account = pwd.getpwnam(as_user)
        os.chown(folder, account.pw_uid, account.pw_gid)
    port = free_port()

    def run(*command: str) -> None:
        subprocess.run(command, check=True, user=as_user, cwd=folder, stdout=subprocess.DEVNULL)

    data = folder / "data"
    run(
        str(folder_bin / "initdb"),
        "-A",
        "trust",
        "-U",
        "sakip",
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
        "-D",
        str(data),
    )
    # Durability is of no use to a cluster that is thrown away.
    fast = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c max_connections=120 {fast}"
    run(str(folder_bin / "pg_ctl"), "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start")
    try:
        yield f"postgresql://sakip@127.0.0.1:{port}/postgres"
    finally:
        run(str(folder_bin / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def pytest(title: str, *arguments: str, url: str = "", parallel: bool = True) -> bool:
    """Run pytest on the database of `url`; True when it passed."""
    print(f"\n== {title}", flush=True)
    start = time.monotonic()
    env = {**os.environ, "SAKIP_CHROMIUM": find_chromium() or "", "SAKIP_DATABASE_URL": url}
    workers = ["-n", PROSES, "--dist", "loadfile"] if parallel else []
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *workers, *arguments]
    ok = subprocess.run(command, cwd=AKAR, env=env, check=False).returncode == 0
    print(f"== {title}: {'lulus' if ok else 'GAGAL'} dalam {time.monotonic() - start:.0f} detik", flush=True)
    return ok


def on_sqlite(arguments: list[str]) -> bool:
    """Everything but the browser, then the short journey against a server of its own."""
    if arguments:
        return pytest("SQLite", *arguments)
    whole = pytest("SQLite", "-m", "not journey")
    return pytest("SQLite, peramban", "tests/journeys", "-m", "smoke", parallel=False) and whole


def on_postgresql(arguments: list[str]) -> bool:
    """What touches the database, then every journey. The pure library has none: it ran in the first round."""
    with postgresql() as url:
        if arguments:
            return pytest("PostgreSQL", *arguments, url=url, parallel=False)
        whole = pytest("PostgreSQL", "tests/sakip", url=url)
        return pytest("PostgreSQL, peramban", "tests/journeys", url=url) and whole


def main(arguments: list[str]) -> int:
    install_missing()
    rounds = {"sqlite": on_sqlite, "postgresql": on_postgresql}
    if arguments and arguments[0] in rounds:
        return 0 if rounds[arguments[0]](arguments[1:]) else 1
    results = [run([]) for run in rounds.values()]
    return 0 if all(results) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
