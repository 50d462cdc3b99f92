"""The fast steps: they go where backprop says, and they measure what evaluate does."""

import numpy as np
import pytest

from mnist_desktop.model.data import Split
from mnist_desktop.model.descent import Descent, measuring
from mnist_desktop.model.evaluation import evaluate
from mnist_desktop.model.network import Parameters
from mnist_desktop.model.training import CROSS_ENTROPY, QUADRATIC, backprop, initial_parameters

COSTS = pytest.mark.parametrize("cost", [QUADRATIC, CROSS_ENTROPY], ids=lambda cost: cost.name)


@pytest.fixture(scope="module")
def few(digits):
    training = digits.splits["training"]
    return Split("few", training.images[:300], training.labels[:300])


def columns(split, rows):
    return split.images[rows].reshape(-1, 784).T / 256, np.eye(10)[split.labels[rows]].T


@COSTS
@pytest.mark.parametrize("hidden", [1, 30])
@pytest.mark.parametrize("decay", [0.0, 0.1])
def test_a_step_goes_where_the_gradient_says(few, cost, hidden, decay):
    parameters = initial_parameters(hidden, np.random.default_rng(1))
    descent = Descent(few, parameters, cost)
    for rows in (np.arange(10), np.array([7, 250, 3]), np.arange(20, 30)):
        _, gradient = backprop(parameters, *columns(few, rows), cost, decay)
        parameters = Parameters(*(p - 0.7 * g for p, g in zip(parameters, gradient, strict=True)))
        descent.step(rows, 0.7, decay)
    for found, expected in zip(descent.parameters(), parameters, strict=True):
        assert found.dtype == np.float32
        assert found == pytest.approx(expected, abs=2e-6)


def test_what_was_given_and_what_was_taken_stay_as_they_are(few):
    begun = initial_parameters(5, np.random.default_rng(0), np.float32)
    kept = begun.W1.copy()
    descent = Descent(few, begun, CROSS_ENTROPY)
    descent.step(np.arange(10), 1.0, 0.0)
    taken = descent.parameters()
    after = taken.W1.copy()
    descent.step(np.arange(10), 1.0, 0.0)
    assert np.array_equal(begun.W1, kept)
    assert np.array_equal(taken.W1, after)
    assert not np.array_equal(descent.parameters().W1, after)


@COSTS
def test_it_measures_what_evaluate_and_backprop_do(digits, cost):
    test = digits.splits["test"]
    parameters = initial_parameters(30, np.random.default_rng(2), np.float32)
    steps = measuring(test, parameters, cost)
    done = []
    while True:
        try:
            done.append(next(steps))
        except StopIteration as stop:
            measured = stop.value
            break
    assert done[-1] == 10_000
    assert len(done) > 10  # it can be stopped soon
    *_, evaluation = evaluate(test, parameters)
    assert measured.accuracy == pytest.approx(evaluation.accuracy, abs=2e-4)
    expected, _ = backprop(parameters, *columns(test, np.arange(10_000)), cost)
    assert measured.cost == pytest.approx(expected, rel=1e-5)
