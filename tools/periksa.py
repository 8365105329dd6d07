"""`make check`: style, types, import rules, templates, migrations, and the tests of what changed."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

AKAR = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent


def changed_tests() -> list[str]:
    """Tests that mirror the changed source folders; always the architecture tests."""
    command = ["git", "status", "--porcelain", "--untracked-files=all"]
    lines = subprocess.run(command, cwd=AKAR, capture_output=True, text=True, check=True).stdout.splitlines()
    chosen = {"tests/architecture"}
    for line in lines:
        path = Path(line[3:].split(" -> ")[-1])
        if path.parts[:1] == ("tests",) and path.name.startswith("test_") and (AKAR / path).exists():
            chosen.add(str(path))
        if path.parts[:1] == ("src",):
            folder = Path("tests", *path.parts[1:-1])
            while len(folder.parts) > 2 and not (AKAR / folder).is_dir():
                folder = folder.parent
            if len(folder.parts) > 2 and (AKAR / folder).is_dir():
                chosen.add(str(folder))
    return sorted(chosen)


def main() -> int:
    env_dir = tempfile.mkdtemp(prefix="sakip-periksa-")
    environment = {
        "SAKIP_DATA_DIR": env_dir,
        "SAKIP_SECRET_KEY": "periksa",
        "PATH": f"{BIN}:/usr/bin:/bin",
        "HOME": env_dir,
    }
    steps = [
        ("ruff", ["ruff", "check", "."]),
        ("format", ["ruff", "format", "--check", "."]),
        ("mypy", ["mypy"]),
        ("import-linter", ["lint-imports", "--no-cache"]),
        ("djlint", ["djlint", "src/sakip", "--lint", "--quiet"]),
        ("migrasi", ["sakip", "makemigrations", "--check", "--dry-run"]),
        ("uji", ["pytest", "-n", "2", "--dist", "loadfile", "-m", "not journey", *changed_tests()]),
    ]
    failed = []
    for name, command in steps:
        start = time.monotonic()
        done = subprocess.run([str(BIN / command[0]), *command[1:]], cwd=AKAR, env=environment, check=False)
        print(
            f"-- {name}: {'baik' if done.returncode == 0 else 'GAGAL'} ({time.monotonic() - start:.1f} detik)",
            flush=True,
        )
        if done.returncode:
            failed.append(name)
    print("Semua baik." if not failed else f"Perlu diperbaiki: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
