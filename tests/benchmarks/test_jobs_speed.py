"""How long a short job waits while long ones run: not at all."""

import statistics
import time

import pytest

from mnist_desktop.model.evaluation import evaluate
from mnist_desktop.model.network import Parameters

from .clock import report

pytestmark = pytest.mark.benchmark


def endless(split, parameters):
    """A job of numbers that does not end."""
    while True:
        yield from evaluate(split, parameters)


@pytest.fixture
def busy(program, digits):
    *_, network = program.store.state.library.networks
    parameters = Parameters(*network.parameters)
    job = program.jobs.start(
        endless(digits.splits["training"], parameters), lambda _: None, lambda _: None
    )
    yield
    job.cancel()


def test_a_short_job_starts_at_once_beside_a_long_one(qtbot, program, busy):
    times = []
    for _ in range(30):
        heard = []
        begun = time.perf_counter()
        program.jobs.start(iter([1]), heard.append, lambda _: None)
        qtbot.waitUntil(lambda heard=heard: bool(heard))
        times.append(1000 * (time.perf_counter() - begun))
    report("a short job beside a long one, median", statistics.median(times), 100)
    report("a short job beside a long one, 19 in 20", sorted(times)[-2], 100)
