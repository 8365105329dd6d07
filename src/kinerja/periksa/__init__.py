"""Checks of published tables: recompute them and say what explains each printed value."""

from kinerja.periksa.tabel import BarisTabel, HasilPeriksa, StatusPeriksa, check_tabel, summarize, to_json

__all__ = ["BarisTabel", "HasilPeriksa", "StatusPeriksa", "check_tabel", "summarize", "to_json"]
