"""NumPy's linear algebra: held at one thread, and asked what it is good at."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController


_AVX512 = {"SkylakeX", "Cooperlake", "SapphireRapids"}  # as OpenBLAS calls the processors
_SMALL = 10**6


@cache
def _controller() -> "ThreadpoolController":
    from threadpoolctl import ThreadpoolController  # here: the window opens without it

    # Kept: to look through the loaded libraries takes ten times as long as to set a limit.
    return ThreadpoolController()


def small_products_are_fast(size: int) -> bool:
    """Return whether many products of this size are faster than a few large ones.

    OpenBLAS multiplies small matrices without copying them first, but only on
    processors with AVX-512 and up to a million multiplications; elsewhere small
    products take three times as long.

    Parameters
    ----------
    size : int
        Multiplications in a small product: rows times columns times depth.
    """
    return size <= _SMALL and any(
        library.get("architecture") in _AVX512 for library in _controller().info()
    )


class _OneThread:
    """The limit, which lasts from the first user's start to the last one's end."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._users = 0

    def start(self) -> None:
        with self._lock:
            if self._users == 0:
                self._limit = _controller().limit(limits=1, user_api="blas")
            self._users += 1

    def end(self) -> None:
        with self._lock:
            self._users -= 1
            if self._users == 0:
                self._limit.restore_original_limits()


_one_thread = _OneThread()


@contextmanager
def one_blas_thread() -> Iterator[None]:
    """Hold the linear algebra at one thread; what was set before is back after the last user."""
    _one_thread.start()
    try:
        yield
    finally:
        _one_thread.end()
