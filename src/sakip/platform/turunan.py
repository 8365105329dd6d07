"""Derived figures follow what they rest on, without the lower packages knowing who derives them.

Units, targets, rules and plans live below the app that computes achievement, and may not import it. They announce
a change here; the app that stores derived figures registers its recomputation when Django starts. The call is
explicit and inside the writer's transaction: a registry, not a signal.
"""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Perubahan:
    """What changed: whose year is to be computed again. `tahun` None means every year there is."""

    instansi_id: int
    unit_ids: frozenset[int]
    indikator_ids: frozenset[int]
    tahun: frozenset[int] | None


Penghitung = Callable[[list[Perubahan]], None]
_penghitung: list[Penghitung] = []
_tertunda: ContextVar[list[Perubahan] | None] = ContextVar("turunan_tertunda", default=None)


def install(penghitung: Penghitung) -> None:
    """Make `penghitung` the one that recomputes (called once, by an AppConfig.ready)."""
    _penghitung[:] = [penghitung]


def announce(
    *,
    instansi_id: int,
    unit_ids: Collection[int] = (),
    indikator_ids: Collection[int] = (),
    tahun: Collection[int] | None = None,
) -> None:
    """Have the years that rest on these units and indicators computed again."""
    perubahan = Perubahan(
        instansi_id,
        frozenset(unit_ids),
        frozenset(indikator_ids),
        None if tahun is None else frozenset(tahun),
    )
    tertunda = _tertunda.get()
    if tertunda is None:
        _run([perubahan])
    else:
        tertunda.append(perubahan)


@contextmanager
def hold_turunan() -> Iterator[None]:
    """Collect announcements and compute once at the end: for imports of thousands of rows.

    Belongs inside the transaction of the whole import, so that nobody sees figures that lag behind. When the
    block fails nothing is computed: its writes are rolled back too.
    """
    if _tertunda.get() is not None:
        yield
        return
    tertunda: list[Perubahan] = []
    token = _tertunda.set(tertunda)
    try:
        yield
    finally:
        _tertunda.reset(token)
    if tertunda:
        _run(tertunda)


def _run(perubahan: list[Perubahan]) -> None:
    for penghitung in _penghitung:
        penghitung(perubahan)
