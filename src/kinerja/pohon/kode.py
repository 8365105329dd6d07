"""Codes that grow with the level: 1.1 at the sasaran, 1.1.2 at the post below it."""

from __future__ import annotations

import re
from collections.abc import Collection

_BERTITIK = re.compile(r"[0-9]+(?:\.[0-9]+)+\.?")


def is_numbered(kode: str) -> bool:
    """True for codes made of numbers and dots; others say nothing about their parent.

    >>> is_numbered("1.2.1"), is_numbered("KES-001"), is_numbered("7")
    (True, False, False)
    """
    return _BERTITIK.fullmatch(kode) is not None


def rooted(kode: str, atas: Collection[str]) -> bool:
    """True when the code repeats or extends one of the codes above.

    >>> rooted("1.2.1", {"1.2"}), rooted("1.2", {"1.2"}), rooted("12.1", {"1.2"})
    (True, True, False)
    """
    bagian = kode.strip(".").split(".")
    return any(".".join(bagian[:n]) in atas for n in range(len(bagian), 0, -1))
