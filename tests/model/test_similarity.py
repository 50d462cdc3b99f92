"""How alike images are, against the direct computation."""

import threading

import numpy as np
import pytest

from mnist_desktop.model.data import Split
from mnist_desktop.model.formats import load_parameters
from mnist_desktop.model.network import Parameters, sigmoid
from mnist_desktop.model.similarity import distances


@pytest.fixture(scope="module")
def some(digits):
    test = digits.splits["test"]
    return Split("test", test.images[:3000], test.labels[:3000])


def whole(split, image, parameters=None):
    *_, found = distances(split, image, parameters)
    return found


def directly(split, image, parameters):
    """Subtract, square, add, in float64."""
    x = split.images.reshape(len(split), 784) / 256
    target = image.reshape(1, 784) / 256
    if parameters is not None:
        W1, B1, _, _ = parameters
        x, target = (sigmoid(W1 @ values.T + B1).T for values in (x, target))
    return ((x - target) ** 2).sum(axis=1)


@pytest.mark.parametrize("parameters", [None, load_parameters()], ids=["pixels", "hidden units"])
@pytest.mark.parametrize("index", [0, 1023, 1024, 2999])
def test_distances_are_those_of_the_formula(some, parameters, index):
    found = whole(some, some.images[index], parameters)
    expected = directly(some, some.images[index], parameters)
    np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-4)
    assert found[index] == pytest.approx(0, abs=1e-9)
    assert found.argmin() == index


@pytest.mark.parametrize("parameters", [None, load_parameters()], ids=["pixels", "hidden units"])
def test_what_is_alike_is_mostly_the_same_digit(some, parameters):
    nearest = np.argsort(whole(some, some.images[0], parameters))[1:21]
    assert (some.labels[nearest] == some.labels[0]).mean() > 0.8


def test_any_shape_of_784_bytes_will_do(some):
    image = some.images[5]
    expected = whole(some, image)
    for shape in ((784,), (784, 1), (1, 28, 28)):
        np.testing.assert_array_equal(whole(some, image.reshape(shape)), expected)


def test_an_image_that_is_not_in_the_split(some):
    blank = np.zeros((28, 28), np.uint8)
    ink = (some.images.reshape(len(some), 784) / 256.0) ** 2
    np.testing.assert_allclose(whole(some, blank), ink.sum(axis=1), rtol=1e-4)


def test_it_comes_step_by_step_and_can_be_stopped(some):
    steps = distances(some, some.images[0], load_parameters())
    sizes = [len(known) for known in steps]
    assert sizes == [1024, 2048, 3000]
    steps = distances(some, some.images[0])
    next(steps)
    steps.close()
    assert not [thread for thread in threading.enumerate() if "ThreadPool" in thread.name]


def test_of_a_wide_network_a_step_takes_fewer_images(some):
    rng = np.random.default_rng(0)
    shapes = (8000, 784), (8000, 1), (10, 8000), (10, 1)
    parameters = Parameters(*(rng.standard_normal(shape) for shape in shapes))
    few = Split("test", some.images[:300], some.labels[:300])
    sizes = [len(known) for known in distances(few, few.images[0], parameters)]
    assert len(sizes) == 3
    assert sizes[-1] == 300
