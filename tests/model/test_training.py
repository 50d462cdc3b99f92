"""Training: the gradient is right, and following it teaches a network the digits."""

from dataclasses import replace
from itertools import islice, pairwise

import numpy as np
import pytest

from mnist_desktop.model.data import Split, load_digits
from mnist_desktop.model.evaluation import evaluate
from mnist_desktop.model.network import Parameters, f
from mnist_desktop.model.training import (
    CROSS_ENTROPY,
    QUADRATIC,
    TrainingSettings,
    backprop,
    initial_parameters,
    train,
)


@pytest.fixture(scope="module")
def digits():
    *_, digits = load_digits()
    return digits.splits


@pytest.fixture(scope="module")
def few(digits):
    training = digits["training"]
    return Split("few", training.images[:305], training.labels[:305])


def columns(split, count):
    x = split.images[:count].reshape(-1, 784).T / 256
    return x, np.eye(10)[split.labels[:count]].T


def accuracy(split, parameters):
    *_, evaluation = evaluate(split, parameters)
    return evaluation.accuracy


def last(progress):
    *_, final = progress
    return final


def equal(first, second):
    return all(np.array_equal(a, b) for a, b in zip(first, second, strict=True))


def numerical(parameters, x, y, cost, decay, name, index, step=1e-5):
    """Return the derivative by one parameter as a central difference."""
    values = []
    for sign in (1, -1):
        array = getattr(parameters, name).copy()
        array[index] += sign * step
        values.append(backprop(parameters._replace(**{name: array}), x, y, cost, decay)[0])
    return (values[0] - values[1]) / (2 * step)


@pytest.mark.parametrize("cost", [QUADRATIC, CROSS_ENTROPY], ids=lambda cost: cost.name)
@pytest.mark.parametrize("hidden", [1, 7])
@pytest.mark.parametrize("decay", [0.0, 0.3])
def test_gradient_is_the_slope_of_the_cost(few, cost, hidden, decay):
    rng = np.random.default_rng(hidden)
    parameters = initial_parameters(hidden, rng)
    x, y = columns(few, 12)
    _, gradient = backprop(parameters, x, y, cost, decay)
    for name, slopes in gradient._asdict().items():
        assert slopes.shape == getattr(parameters, name).shape
        places = rng.choice(slopes.size, min(slopes.size, 60), replace=False)
        for index in (np.unravel_index(place, slopes.shape) for place in places):
            expected = numerical(parameters, x, y, cost, decay, name, index)
            assert slopes[index] == pytest.approx(expected, rel=1e-5, abs=1e-9)


def test_costs_are_those_of_the_book(few):
    parameters = initial_parameters(5, np.random.default_rng(0))
    W1, B1, W2, B2 = parameters
    x, y = columns(few, 20)
    a = f(x, W1, W2, B1, B2)
    penalty = 0.3 / 2 * ((W1**2).sum() + (W2**2).sum())
    quadratic = ((a - y) ** 2).sum(axis=0).mean() / 2
    cross_entropy = -(y * np.log(a) + (1 - y) * np.log(1 - a)).sum(axis=0).mean()
    assert backprop(parameters, x, y, QUADRATIC)[0] == pytest.approx(quadratic)
    assert backprop(parameters, x, y, CROSS_ENTROPY)[0] == pytest.approx(cross_entropy)
    assert backprop(parameters, x, y, QUADRATIC, 0.3)[0] == pytest.approx(quadratic + penalty)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_saturated_network_has_a_finite_cost_and_gradient(few, dtype):
    shapes = ((2, 784), (2, 1), (10, 2), (10, 1))
    parameters = Parameters(*(np.full(shape, 1000, dtype) for shape in shapes))
    x, y = columns(few, 3)
    cost, gradient = backprop(parameters, x.astype(dtype), y.astype(dtype), CROSS_ENTROPY)
    assert cost > 1000
    assert all(np.isfinite(slopes).all() for slopes in gradient)


def test_first_weights_leave_no_hidden_unit_saturated(digits):
    W1, B1, _, _ = initial_parameters(100, np.random.default_rng(0))
    x, _ = columns(digits["validation"], 200)
    assert np.abs(W1 @ x + B1).max() < 5
    assert W1.std() == pytest.approx(1 / 28, rel=0.05)


def test_one_epoch_on_the_real_digits_learns_them(digits):
    steps = list(train(digits["training"], TrainingSettings(epochs=1, seed=3)))
    costs = [progress.cost for progress in steps]
    assert np.mean(costs[-500:]) < np.mean(costs[:50]) / 4
    assert accuracy(digits["validation"], steps[-1].parameters) > 0.94


def test_quadratic_cost_learns_too(digits):
    settings = TrainingSettings(epochs=1, cost=QUADRATIC, learning_rate=3.0, regularisation=0.0)
    final = last(train(digits["training"], settings))
    assert accuracy(digits["validation"], final.parameters) > 0.9


def test_moved_images_make_the_network_bear_moved_digits(digits):
    validation = digits["validation"]
    moved = Split("moved", np.roll(validation.images, (2, 2), axis=(1, 2)), validation.labels)
    settings = TrainingSettings(epochs=1)
    still, shifted = (
        accuracy(moved, last(train(digits["training"], replace(settings, shift=n))).parameters)
        for n in (0, 2)
    )
    assert shifted > still + 0.1


def test_same_seed_gives_the_same_parameters(few):
    settings = TrainingSettings(epochs=2, shift=1, seed=5)
    first = last(train(few, settings)).parameters
    assert equal(first, last(train(few, settings)).parameters)
    assert not equal(first, last(train(few, replace(settings, seed=6))).parameters)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("hidden", [1, 12])
def test_any_size_in_either_precision(few, hidden, dtype):
    parameters = last(train(few, TrainingSettings(hidden=hidden, epochs=1, dtype=dtype))).parameters
    assert [p.shape for p in parameters] == [(hidden, 784), (hidden, 1), (10, hidden), (10, 1)]
    assert {p.dtype for p in parameters} == {np.dtype(dtype)}


def test_progress_counts_steps_and_epochs(few):
    steps = list(train(few, TrainingSettings(epochs=3, batch_size=100)))
    assert [progress.step for progress in steps] == list(range(1, 13))
    assert {(progress.steps, progress.epochs) for progress in steps} == {(12, 3)}
    assert [p.step for p in steps if p.epoch_ends] == [4, 8, 12]
    assert [p.epoch for p in steps if p.epoch_ends] == [1, 2, 3]


def test_every_image_is_seen_once_an_epoch(few):
    # Without a step taken, the costs of the batches are the cost of the whole.
    settings = TrainingSettings(epochs=1, batch_size=61, learning_rate=0.0, dtype=np.float64)
    steps = list(train(few, settings))
    x, y = columns(few, len(few))
    decay = settings.regularisation / len(few)
    expected, _ = backprop(steps[0].parameters, x, y, CROSS_ENTROPY, decay)
    assert np.mean([progress.cost for progress in steps]) == pytest.approx(expected)


def test_learning_rate_falls_in_a_straight_line(few):
    settings = TrainingSettings(learning_rate=0.5, final_learning_rate=0.1)
    assert [settings.rate(share) for share in (0, 0.5, 1)] == pytest.approx([0.5, 0.3, 0.1])
    steps = list(train(few, TrainingSettings(epochs=4, batch_size=305, final_learning_rate=0.0)))
    moves = [
        np.abs(after.parameters.B2 - before.parameters.B2).sum()
        for before, after in pairwise(steps)
    ]
    assert moves[-1] < moves[0] / 2


def test_regularisation_keeps_the_weights_small(few):
    free, held = (
        np.square(
            last(train(few, TrainingSettings(epochs=5, regularisation=n))).parameters.W1
        ).sum()
        for n in (0.0, 5.0)
    )
    assert held < free / 2


def test_stopping_early_leaves_the_network_of_that_step(few):
    whole = list(train(few, TrainingSettings(epochs=1)))
    training = train(few, TrainingSettings(epochs=1))
    *_, stopped = islice(training, 7)
    training.close()
    assert next(training, None) is None
    assert stopped.step == 7
    # Both kept their snapshot, though one of them went on to the end.
    assert equal(stopped.parameters, whole[6].parameters)
    assert not equal(stopped.parameters, whole[7].parameters)
