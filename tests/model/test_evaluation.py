import threading

import numpy as np
import pytest
from threadpoolctl import threadpool_info

from mnist_desktop import Evaluation, Parameters, evaluate, load_parameters, predict
from mnist_desktop.model.data import Samples, Split, load_digits
from mnist_desktop.model.formats.parameters import NETWORKS
from mnist_desktop.model.network import f

H30, H100 = NETWORKS / "784-30-10.npz", NETWORKS / "784-100-10.npz"


@pytest.fixture(scope="module")
def digits():
    *_, last = load_digits()
    return last.splits


def whole(split, parameters):
    *_, last = evaluate(split, parameters)
    return last


def one_by_one(split, parameters):
    W1, B1, W2, B2 = parameters
    with np.errstate(all="ignore"):
        return predict(Samples(split), W1, W2, B1, B2)


def two_guesses(split, parameters):
    """The two highest scores of f, image by image, the lower digit first where they are equal."""
    W1, B1, W2, B2 = parameters
    with np.errstate(all="ignore"):
        scores = np.array([f(x, W1, W2, B1, B2)[:, 0] for x, _ in Samples(split)])
    first = scores.argmax(axis=1)
    scores[np.arange(len(split)), first] = -1
    return first, scores.argmax(axis=1)


def part(split, start, stop):
    return Split(split.name, split.images[start:stop], split.labels[start:stop])


def scaled(factor):
    return Parameters(*(array * factor for array in load_parameters(H30)))


def biased(by):
    parameters = load_parameters(H30)
    return parameters._replace(B2=parameters.B2 + by)


def alike(but_for=0.0):
    """Ten output units that differ in nothing, or hardly."""
    W1, B1, W2, _ = load_parameters(H30)
    noise = but_for * np.random.default_rng(1).standard_normal(W2.shape)
    return Parameters(W1, B1, W2[[3]] + noise, np.zeros((10, 1)))


def random(hidden):
    rng = np.random.default_rng(hidden)
    shapes = (hidden, 784), (hidden, 1), (10, hidden), (10, 1)
    return Parameters(*(rng.standard_normal(shape) for shape in shapes))


def test_predictions_are_those_of_the_lecture_on_all_70000(digits):
    parameters = load_parameters(H30)
    expected = one_by_one(digits["all"], parameters)
    assert np.array_equal(whole(digits["all"], parameters).predictions, expected)


@pytest.mark.parametrize(
    "parameters",
    [
        pytest.param(load_parameters(H30), id="30 hidden units"),
        pytest.param(load_parameters(H100), id="100 hidden units"),
        pytest.param(scaled(3), id="times 3"),
        pytest.param(scaled(30), id="times 30"),
        pytest.param(scaled(1e6), id="times a million"),
        pytest.param(scaled(1e60), id="beyond float32"),
        pytest.param(scaled(1e200), id="beyond float64"),
        pytest.param(scaled(0), id="zero"),
        pytest.param(biased(40), id="scores near 1"),
        pytest.param(biased(-740), id="scores near 0"),
        pytest.param(biased(-1000), id="scores all 0"),
        pytest.param(alike(), id="output units alike"),
        pytest.param(alike(1e-5), id="output units nearly alike"),
        pytest.param(random(1), id="1 random"),
        pytest.param(random(37), id="37 random"),
    ],
)
def test_both_guesses_are_those_of_the_lecture_for_saturated_weights_too(digits, parameters):
    split = part(digits["test"], 0, 6000)
    first, second = two_guesses(split, parameters)
    evaluation = whole(split, parameters)
    assert np.array_equal(evaluation.predictions, first)
    assert np.array_equal(evaluation.near_misses, second == split.labels)


@pytest.mark.parametrize("path", [H30, H100])
def test_scores_are_those_of_f(digits, path):
    W1, B1, W2, B2 = load_parameters(path)
    scores = whole(digits["test"], load_parameters(path)).scores
    x = digits["test"].images.reshape(-1, 784).T / 256
    assert scores.dtype == np.float32
    np.testing.assert_allclose(scores, f(x, W1, W2, B1, B2).T, rtol=0, atol=2e-5)


def test_progress_comes_in_order_and_ends_complete(digits):
    steps = list(evaluate(digits["all"], load_parameters()))
    done = [len(step) for step in steps]
    assert len(done) > 10
    assert done == sorted(set(done))
    assert [step.complete for step in steps] == [False] * (len(steps) - 1) + [True]
    assert {step.total for step in steps} == {70_000}
    for step in steps:
        assert np.array_equal(step.predictions, steps[-1].predictions[: len(step)])
        assert np.array_equal(step.near_misses, steps[-1].near_misses[: len(step)])
        assert np.array_equal(step.labels, digits["all"].labels[: len(step)])


def test_of_a_wide_network_a_step_takes_fewer_images(digits):
    parameters = random(5000)
    split = part(digits["test"], 0, 300)
    *steps, last = evaluate(split, parameters)
    assert [len(step) for step in steps] == [100, 200]
    assert last.predictions.tolist() == one_by_one(split, parameters)


def test_stopped_early_it_leaves_a_partial_result_and_no_thread(digits):
    before = set(threading.enumerate())
    running = evaluate(digits["all"], load_parameters())
    partial = next(running)
    running.close()
    assert set(threading.enumerate()) == before
    expected = one_by_one(part(digits["all"], 0, 100), load_parameters())
    assert 100 <= len(partial) < 70_000
    assert partial.predictions[:100].tolist() == expected
    assert not partial.complete


def blas_threads():
    return [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]


def test_the_threads_of_numpy_are_given_back_even_by_two_at_once(digits):
    before = blas_threads()
    first, second = (evaluate(digits["all"], load_parameters()) for _ in range(2))
    next(first)
    next(second)
    first.close()
    assert blas_threads() == [1 for _ in before]
    second.close()
    assert blas_threads() == before


def test_an_error_in_a_thread_reaches_the_caller():
    crooked = Split("crooked", np.zeros((3, 28, 28), np.uint8), np.zeros(3, np.uint8))
    W1, B1, W2, B2 = load_parameters()
    with pytest.raises(ValueError, match=r"shape|broadcast|dimension"):
        list(evaluate(crooked, Parameters(W1[:, :100], B1, W2, B2)))


@pytest.mark.parametrize("size", [0, 1, 499, 501, 5001])
def test_a_split_of_any_size(digits, size):
    split = part(digits["test"], 0, size)
    evaluation = whole(split, load_parameters())
    assert len(evaluation) == size
    assert evaluation.complete
    assert evaluation.confusion.sum() == size
    assert evaluation.predictions.tolist() == one_by_one(split, load_parameters())


def test_parameters_in_float32_are_read_as_float64(digits):
    single = Parameters(*(array.astype(np.float32) for array in load_parameters()))
    double = Parameters(*(array.astype(np.float64) for array in single))
    split = part(digits["test"], 0, 1000)
    assert np.array_equal(whole(split, single).scores, whole(split, double).scores)


def made_up(labels, predictions):
    scores = np.full((len(labels), 10), 0.1, np.float32)
    scores[np.arange(len(labels)), predictions] = 0.9
    labels, predictions = (np.array(column, np.uint8) for column in (labels, predictions))
    return Evaluation("test", 10, labels, scores, predictions)


def test_confusion_has_a_row_for_each_label_and_a_column_for_each_prediction():
    evaluation = made_up([4, 4, 4, 7], [4, 9, 9, 7])
    assert evaluation.confusion[4, 9] == 2
    assert evaluation.confusion[9, 4] == 0
    assert evaluation.confusion.sum() == 4
    assert evaluation.wrong.tolist() == [False, True, True, False]
    assert evaluation.errors == 2
    assert evaluation.accuracy == 0.5
    assert not evaluation.complete


def test_a_share_is_what_a_division_gives_to_the_last_digit():
    assert made_up([1] * 125, [1] * 98 + [2] * 27).accuracy == 98 / 125
    assert made_up([1] * 10, [1] + [2] * 9).accuracy == 0.1


def test_second_guesses_are_worked_out_where_only_scores_are_given():
    evaluation = made_up([4, 0, 1], [4, 9, 9])  # 0.9 for the prediction, 0.1 for all others
    assert evaluation.near_misses.tolist() == [False, True, False]


def test_a_part_is_evaluated_as_the_split_alone_is(digits):
    joined = whole(digits["all"], load_parameters())
    for evaluation in joined.parts(digits["all"]):
        alone = whole(digits[evaluation.split], load_parameters())
        assert evaluation.total == alone.total
        assert np.array_equal(evaluation.predictions, alone.predictions)
        assert np.array_equal(evaluation.confusion, alone.confusion)
        assert np.array_equal(evaluation.near_misses, alone.near_misses)
        assert np.shares_memory(evaluation.scores, joined.scores)


def test_parts_of_a_partial_evaluation_hold_what_is_known(digits):
    some = next(evaluate(digits["all"], load_parameters()))
    training, validation, test = some.parts(digits["all"])
    assert len(training) == len(some)
    assert (len(validation), validation.total) == (0, 10_000)
    assert (len(test), test.total) == (0, 10_000)
    assert np.isnan(test.accuracy)
    alone = some.part("first", 0, 10)
    assert alone.parts(digits["test"]) == (alone,)
