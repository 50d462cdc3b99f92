import warnings

import numpy as np
import pytest

from mnist_desktop import f, load_data_wrapper, load_parameters, predict, sigmoid


@pytest.fixture
def parameters():
    return load_parameters()


def test_sigmoid_of_the_lecture():
    assert sigmoid([1, 2, 3]) == pytest.approx([0.7311, 0.8808, 0.9526], abs=1e-4)


def test_sigmoid_is_exact_at_the_limits_without_a_warning():
    with warnings.catch_warnings(), np.errstate(all="raise", under="ignore"):
        warnings.simplefilter("error")
        assert sigmoid(np.array([-np.inf, -1000, 0, 1000, np.inf])).tolist() == [0, 0, 0.5, 1, 1]


def test_sigmoid_keeps_what_is_left_of_a_small_score():
    assert sigmoid(-100.0) == pytest.approx(np.exp(-100), rel=1e-12)


def test_sigmoid_is_symmetric_and_rises():
    z = np.linspace(-30, 30, 2001)
    np.testing.assert_allclose(sigmoid(z) + sigmoid(-z), 1, rtol=1e-15)
    assert np.all(np.diff(sigmoid(z)) >= 0)


@pytest.mark.parametrize("x", [2, 2.0, np.int64(2), np.array(2), True + True])
def test_sigmoid_of_a_number_is_a_number(x):
    assert isinstance(sigmoid(x), np.floating)
    assert sigmoid(x) == pytest.approx(0.880797)


@pytest.mark.parametrize(
    ("given", "returned"),
    [(np.float32, np.float32), (np.float64, np.float64), (np.int64, np.float64)],
)
def test_sigmoid_keeps_the_precision(given, returned):
    x = np.arange(6).reshape(2, 3).astype(given)
    assert sigmoid(x).dtype == returned
    assert sigmoid(x).shape == (2, 3)


def test_sigmoid_of_nothing_and_of_no_number():
    assert sigmoid([]).shape == (0,)
    assert np.isnan(sigmoid(np.nan))


def test_f_by_hand():
    # One pixel, two hidden units: a1 = sigmoid([1, 3]), z2 = a1[0] - a1[1] + 1.
    score = f([[1]], [[1], [2]], [[1, -1]], [[0], [1]], [[1]])
    a1 = 1 / (1 + np.exp([-1.0, -3.0]))
    assert score == pytest.approx(1 / (1 + np.exp(-(a1[0] - a1[1] + 1))))
    assert score.shape == (1, 1)


def test_f_of_one_image_and_of_many(parameters):
    W1, B1, W2, B2 = parameters
    _, _, test_data = load_data_wrapper()
    x = test_data[0][0]
    many = np.hstack([image for image, _ in test_data[0:20]])
    scores = f(many, W1, W2, B1, B2)
    assert f(x, W1, W2, B1, B2).shape == (10, 1)
    assert many.shape == (784, 20)
    assert scores.shape == (10, 20)
    np.testing.assert_allclose(scores[:, :1], f(x, W1, W2, B1, B2), rtol=1e-12)
    assert np.all((scores > 0) & (scores < 1))


def test_f_of_float32_alone_is_float32(parameters):
    W1, B1, W2, B2 = (array.astype(np.float32) for array in parameters)
    assert f(np.zeros((784, 1), np.float32), W1, W2, B1, B2).dtype == np.float32


def test_predict_the_first_ten_of_the_lecture(parameters):
    W1, B1, W2, B2 = parameters
    _, _, test_data = load_data_wrapper()
    predictions = predict(test_data[0:10], W1, W2, B1, B2)
    assert all(type(prediction) is int for prediction in predictions)
    wrong = sum(a != label for a, (_, label) in zip(predictions, test_data[0:10], strict=True))
    assert len(predictions) == 10
    assert wrong <= 1
    assert predictions == [int(f(x, W1, W2, B1, B2).argmax()) for x, _ in test_data[0:10]]


def test_predict_takes_any_list_and_looks_at_no_label(parameters):
    W1, B1, W2, B2 = parameters
    training_data, _, _ = load_data_wrapper()
    pair = training_data[0]
    assert predict([pair, (pair[0], None)], W1, W2, B1, B2) == [5, 5]
    assert predict([], W1, W2, B1, B2) == []


def test_predict_takes_the_lowest_digit_of_equal_scores():
    nothing = np.zeros((3, 784)), np.zeros((10, 3)), np.zeros((3, 1)), np.zeros((10, 1))
    assert predict([(np.zeros((784, 1)), 7)], *nothing) == [0]


def test_parameters_unpack_in_the_order_of_the_lecture(parameters):
    W1, B1, W2, B2 = parameters
    assert [a.shape for a in (W1, B1, W2, B2)] == [(30, 784), (30, 1), (10, 30), (10, 1)]
    assert parameters.hidden == 30
