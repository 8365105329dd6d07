"""One row of the benchmark table, and the clock that all benchmarks share."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A measured figure of ours beside a peer's; texts, because units differ."""

    name: str
    ours: str
    peer: str = "-"
    ratio: str = "-"


def median_seconds(call: Callable[[], object], times: int = 5) -> float:
    """Median wall time of `call` in seconds."""
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        spent.append(time.perf_counter() - start)
    return statistics.median(spent)


def in_ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"
