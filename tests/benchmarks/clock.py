"""How the benchmarks measure: medians, the best of a few rounds, since other work disturbs."""

import statistics
import time

ROUNDS = 3


def median_ms(action, repeats=15):
    """Return the median time of an action in ms, in the best of a few rounds."""
    action()
    return min(statistics.median(_times(action, repeats)) for _ in range(ROUNDS))


def _times(action, repeats):
    times = []
    for _ in range(repeats):
        begun = time.perf_counter()
        action()
        times.append(1000 * (time.perf_counter() - begun))
    return times


def report(what, measured, bound, unit="ms"):
    """Print a figure beside its bound, and hold it to it."""
    print(f"{what}: {measured:.4g} {unit} (at most {bound} {unit})")
    assert measured <= bound, what
