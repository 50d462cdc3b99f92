"""A step in reused buffers is never slower than train(), which is there to be read."""

import itertools
import time

import numpy as np
import pytest

from mnist_desktop.model.descent import Descent
from mnist_desktop.model.threads import one_blas_thread
from mnist_desktop.model.training import (
    CROSS_ENTROPY,
    TrainingSettings,
    initial_parameters,
    train,
)
from tests.benchmarks.clock import ROUNDS, report

pytestmark = pytest.mark.benchmark


def seconds_per_step(step, count):
    """Return the mean time of a step, in the best of a few rounds."""
    step()
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        for _ in range(count):
            step()
        times.append(time.perf_counter() - begun)
    return min(times) / count


@pytest.mark.parametrize(
    ("hidden", "batch", "bound"), [(30, 10, 0.9), (100, 10, 1.0), (800, 100, 1.0)]
)
def test_fast_steps_against_train(digits, hidden, batch, bound):
    split = digits.splits["training"]
    settings = TrainingSettings(hidden=hidden, batch_size=batch, epochs=3)
    parameters = initial_parameters(hidden, np.random.default_rng(0), np.float32)
    descent = Descent(split, parameters, CROSS_ENTROPY)
    order = np.random.default_rng(1).permutation(len(split))
    parts = itertools.cycle(order[i : i + batch] for i in range(0, len(order), batch))
    count = 2_000 * 300 // (hidden * batch) + 30
    progress = train(split, settings)
    with one_blas_thread():
        old = seconds_per_step(lambda: next(progress), count)
        new = seconds_per_step(lambda: descent.step(next(parts), 0.5, 1e-4), count)
    epoch = new * len(split) / batch
    print(f"H {hidden}, batch {batch}: {epoch:.2f} s per epoch, {1e6 * new:.0f} µs per step")
    report(f"H {hidden}, batch {batch}: fast step / train", new / old, bound, unit="x")
