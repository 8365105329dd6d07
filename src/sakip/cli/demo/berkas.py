"""Where the demo's files are, and how they are read."""

import csv
import json
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).resolve().parents[4] / "demo"


class DemoTidakLengkap(Exception):
    """The demo's files are not here: it runs from the source tree only."""


def folder(name: str) -> Path:
    """Folder of one data set; raises DemoTidakLengkap."""
    path = FOLDER / name
    if not path.is_dir():
        raise DemoTidakLengkap(f"Folder {path} tidak ada. Jalankan demo dari salinan sumber (git clone).")
    return path


def rows(path: Path) -> list[dict[str, str]]:
    """Rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def read_yaml(path: Path) -> dict[str, Any]:
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    assert isinstance(data, dict)
    return data


def read_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def day_after(text: str) -> date | None:
    """The files name the last day; validity in the database ends on the day after."""
    last = day(text)
    return last + timedelta(days=1) if last else None


def number(text: str) -> Decimal | None:
    return Decimal(text) if text else None
