import numpy as np
import pytest

from mnist_desktop import Evaluation, Parameters, evaluate, load_parameters
from mnist_desktop.model.data import load_digits
from mnist_desktop.model.label_errors import LABEL_ERRORS
from mnist_desktop.model.statistics import (
    accuracy_without_label_errors,
    per_digit,
    quadratic_cost,
    reliability,
    threshold_curve,
    top2_accuracy,
    wilson_interval,
)


@pytest.fixture(scope="module")
def evaluation():
    *_, last = evaluate(next(load_digits("test")).splits["test"], load_parameters())
    return last


@pytest.fixture(scope="module")
def nothing(evaluation):
    return evaluation.part("test", 0, 0)


def made_up(labels, scores):
    scores = np.array(scores, np.float32)
    predictions = scores.argmax(axis=1).astype(np.uint8)
    return Evaluation("made up", len(labels), np.array(labels, np.uint8), scores, predictions)


def read_as(labels, predictions):
    return made_up(labels, np.eye(10)[predictions])


def test_precision_is_of_those_read_so_and_recall_of_those_labelled_so():
    figures = per_digit(read_as([4, 4, 4, 4, 9], [4, 9, 9, 9, 9]))
    assert figures.counts[[4, 9]].tolist() == [4, 1]
    assert figures.precision[[4, 9]].tolist() == [1, 0.25]
    assert figures.recall[[4, 9]].tolist() == [0.25, 1]
    assert figures.f1[[4, 9]] == pytest.approx([0.4, 0.4])


def test_a_label_that_never_occurs_has_no_recall():
    figures = per_digit(read_as([4], [9]))
    assert np.isnan(figures.recall[9])
    assert np.isnan(figures.precision[4])
    assert figures.f1[4] == 0
    assert np.isnan(figures.f1[0])


@pytest.mark.parametrize(
    ("right", "count", "interval"),
    [  # by hand; 0 of 10 and 10 of 10 end at z²/(n + z²) = 0.2775 from the other side
        (0, 10, (0, 0.2775)),
        (10, 10, (0.7225, 1)),
        (5, 10, (0.2366, 0.7634)),
        (9742, 10_000, (0.97091, 0.97713)),
        (0, 0, (0, 1)),
    ],
)
def test_wilson_interval(right, count, interval):
    assert wilson_interval(right, count) == pytest.approx(interval, abs=5e-5)


def test_top2_counts_a_label_in_second_place():
    scores = [[0.9, 0.5, 0.1], [0.9, 0.1, 0.5], [0.1, 0.9, 0.5]]
    assert top2_accuracy(made_up([1, 1, 1], scores)) == pytest.approx(2 / 3)


def test_top2_takes_the_lower_digit_first_where_scores_are_equal():
    assert top2_accuracy(made_up([0, 1, 2, 9], np.full((4, 10), 0.5))) == 0.5


@pytest.mark.parametrize(
    ("factor", "accuracy", "top2"),
    [(0, 0.098, 0.2115), (1, 0.9742, 0.9925), (3, 0.9669, 0.9898), (1e6, 0.9377, 0.9669)],
)
def test_top2_of_saturated_scores_follows_the_rule_of_the_prediction(factor, accuracy, top2):
    parameters = Parameters(*(array * factor for array in load_parameters()))
    *_, last = evaluate(next(load_digits("test")).splits["test"], parameters)
    assert (last.accuracy, top2_accuracy(last)) == (accuracy, top2)


def test_top2_is_at_least_the_accuracy(evaluation):
    assert evaluation.accuracy < top2_accuracy(evaluation) < 1


def test_quadratic_cost_is_half_the_mean_of_the_squared_distances():
    assert quadratic_cost(made_up([0, 1], [[1, 0], [0.5, 0.5]])) == pytest.approx(0.125)


def test_margin_top_score_and_hardness():
    evaluation = made_up([0, 1], [[0.75, 0.5, 0.25], [0.75, 0.5, 0.25]])
    assert evaluation.top_scores.tolist() == [0.75, 0.75]
    assert evaluation.margins.tolist() == [0.25, 0.25]
    assert evaluation.hardness.tolist() == [-0.25, 0.25]


def test_hardness_is_above_zero_exactly_where_the_answer_is_wrong(evaluation):
    clear = evaluation.margins > 0
    assert np.array_equal(evaluation.hardness[clear] > 0, evaluation.wrong[clear])


def test_reliability_has_every_image_in_the_bin_of_its_top_score(evaluation):
    curve = reliability(evaluation)
    assert curve.counts.sum() == 10_000
    filled = curve.counts > 0
    lower = np.arange(10) / 10
    assert np.all(curve.at[filled] >= lower[filled] - 1e-6)
    assert np.all(curve.at[filled] <= lower[filled] + 0.1 + 1e-6)
    right = (curve.accuracies[filled] * curve.counts[filled]).sum()
    assert right == pytest.approx(10_000 - evaluation.errors)


def test_a_top_score_of_1_is_in_the_last_bin():
    assert reliability(read_as([3], [3])).counts.tolist() == [0] * 9 + [1]


def test_threshold_keeps_the_images_whose_margin_reaches_it(evaluation):
    curve = threshold_curve(evaluation)
    assert curve.counts[0] == 10_000
    assert curve.accuracies[0] == pytest.approx(evaluation.accuracy)
    half = int(np.flatnonzero(curve.at == 0.5)[0])
    sure = evaluation.margins >= 0.5
    assert curve.counts[half] == sure.sum()
    assert curve.accuracies[half] == pytest.approx(1 - evaluation.wrong[sure].mean())
    assert np.all(np.diff(curve.counts) <= 0)


def test_label_errors_are_left_out(evaluation):
    others = np.delete(evaluation.wrong, LABEL_ERRORS)
    assert len(others) == 9985
    assert accuracy_without_label_errors(evaluation) == pytest.approx(1 - others.mean())
    first = evaluation.part("test", 0, 900)  # before the first of them
    assert accuracy_without_label_errors(first) == pytest.approx(first.accuracy)


def test_of_nothing_there_are_no_figures_and_no_error(nothing):
    assert np.isnan(top2_accuracy(nothing))
    assert np.isnan(quadratic_cost(nothing))
    assert np.isnan(accuracy_without_label_errors(nothing))
    assert np.isnan(per_digit(nothing).f1).all()
    assert reliability(nothing).counts.sum() == 0
    assert np.isnan(threshold_curve(nothing).accuracies).all()
    assert nothing.margins.shape == nothing.hardness.shape == nothing.top_scores.shape == (0,)
