"""Long work as generators: each step gives the share that is done, and the end a result.

Whoever runs the steps may stop between any two of them; no step takes longer
than about 50 ms.
"""

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")

#: Yields the share that is done, from 0 to 1; returns the result.
Steps = Generator[float, None, T]


def within(steps: Steps[T], start: float, end: float) -> Steps[T]:
    """Run steps as the part from `start` to `end` of a larger work."""
    while True:
        try:
            share = next(steps)
        except StopIteration as stop:
            result: T = stop.value
            return result
        yield start + (end - start) * min(share, 1.0)
