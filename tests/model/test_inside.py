"""What the stage Inside says, as numbers: they must be those of f itself."""

from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mnist_desktop.model.activations import hidden_layer
from mnist_desktop.model.data import Split, load_digits
from mnist_desktop.model.evaluation import evaluate
from mnist_desktop.model.formats.parameters import NETWORKS, load_parameters
from mnist_desktop.model.hidden import ablate, order_by_unit
from mnist_desktop.model.inside import look_inside, waterfall
from mnist_desktop.model.network import Parameters, f, predict, sigmoid


@pytest.fixture(scope="module")
def test_split():
    return any_split()


@pytest.fixture(scope="module", params=["784-30-10.npz", "784-100-10.npz"])
def network(request):
    return load_parameters(NETWORKS / request.param)


def random_network(hidden, scale=1.0, seed=0):
    draw = np.random.default_rng(seed).normal
    shapes = ((hidden, 784), (hidden, 1), (10, hidden), (10, 1))
    return Parameters(*(draw(scale=scale, size=shape) for shape in shapes))


def test_arrays_are_those_of_the_formula(network, test_split):
    W1, B1, W2, B2 = network
    x = test_split.image(0)
    seen = look_inside(x, network)
    np.testing.assert_array_equal(seen.z1, W1 @ x + B1)
    np.testing.assert_array_equal(seen.a1, sigmoid(seen.z1))
    np.testing.assert_array_equal(seen.z2, W2 @ seen.a1 + B2)
    np.testing.assert_array_equal(seen.a2, f(x, W1, W2, B1, B2))
    assert seen.prediction == predict([(x, 0)], W1, W2, B1, B2)[0]


def test_runner_up_has_the_highest_score_but_one(network, test_split):
    for index in range(50):
        seen = look_inside(test_split.image(index), network)
        assert [seen.runner_up, seen.prediction] == seen.a2[:, 0].argsort()[-2:].tolist()


def test_scores_that_are_level_are_told(network, test_split):
    x = test_split.image(0)
    assert look_inside(x, network).leaders == (7,)
    nothing = look_inside(x, random_network(3, 0.0))
    assert (nothing.prediction, nothing.runner_up) == (0, 1)
    assert nothing.leaders == tuple(range(10))
    saturated = network._replace(B2=np.where(np.isin(range(10), [3, 8]), 100, 0)[:, None])
    assert look_inside(x, saturated).leaders == (3, 8)


def test_products_of_a_unit_add_up_to_its_weighted_input(network, test_split):
    seen = look_inside(test_split.image(3), network)
    for unit in range(network.hidden):
        total = seen.pixel_products(unit).sum() + network.B1[unit, 0]
        assert total == pytest.approx(seen.z1[unit, 0], abs=1e-9)


@pytest.mark.parametrize("most", [0, 1, 10, 29, 30, 200])
def test_bars_of_an_output_add_up_to_the_score_shown(network, test_split, most):
    W1, B1, W2, B2 = network
    x = test_split.image(8)
    seen = look_inside(x, network)
    for digit in range(10):
        steps = waterfall(seen.contributions[digit], B2[digit, 0], most)
        assert steps[0].start == 0
        assert all(one.end == two.start for one, two in pairwise(steps))
        score = f(x, W1, W2, B1, B2)[digit, 0]
        assert sigmoid(steps[-1].end) == pytest.approx(score, abs=1e-12)
        units = [unit for step in steps for unit in step.units]
        assert sorted(units) == list(range(network.hidden))


def test_bars_come_largest_first_and_the_rest_shares_one():
    steps = waterfall([0.5, -3, 2, 0.25, -0.125], 1.0, 2)
    assert [step.units for step in steps] == [(1,), (2,), (0, 3, 4), ()]
    assert [step.value for step in steps] == [-3, 2, 0.625, 1]


@pytest.mark.parametrize("off", [frozenset(), frozenset({0, 7, 21})])
def test_gradient_agrees_with_finite_differences(network, test_split, off):
    x = test_split.image(11).astype(float)
    gradient = look_inside(x, network, off).gradient(6, 5)
    step = 1e-5
    for pixel in range(0, 784, 13):
        ends = []
        for sign in (1, -1):
            moved = x.copy()
            moved[pixel] += sign * step
            z2 = look_inside(moved, network, off).z2
            ends.append(z2[6, 0] - z2[5, 0])
        assert gradient[pixel] == pytest.approx((ends[0] - ends[1]) / (2 * step), abs=1e-6)


def scaled(parameters, factor):
    return Parameters(*(array * factor for array in parameters))


@pytest.mark.parametrize("factor", [1, 3, 1000])  # hidden units of the latter are all saturated
@pytest.mark.parametrize("off", [frozenset(), frozenset({0, 7, 21})])
def test_evidence_adds_up_to_the_change_from_blank_paper(network, test_split, factor, off):
    parameters = scaled(network, factor)
    blank = look_inside(np.zeros((784, 1)), parameters, off)
    for index in range(0, 10_000, 50):
        seen = look_inside(test_split.image(index), parameters, off)
        one, other = seen.prediction, seen.runner_up
        change = seen.lead(one, other) - blank.lead(one, other)
        assert seen.pixel_evidence(one, other).sum() == pytest.approx(change, abs=1e-6)


@pytest.mark.parametrize("off", [frozenset(), frozenset({0, 7, 21})])
def test_evidence_is_the_mean_gradient_on_the_way_from_blank_paper_times_ink(
    network, test_split, off
):
    x = test_split.image(11).astype(float)
    seen = look_inside(x, network, off)
    way = (np.arange(400) + 0.5) / 400
    mean = np.mean([look_inside(x * t, network, off).gradient(6, 5) for t in way], axis=0)
    np.testing.assert_allclose(seen.pixel_evidence(6, 5), mean * x[:, 0], atol=1e-4)
    np.testing.assert_allclose(seen.pixel_evidence(5, 6), -seen.pixel_evidence(6, 5), atol=1e-12)


@pytest.mark.parametrize("off", [frozenset(), frozenset({0, 7, 21})])
def test_evidence_of_next_to_no_ink_is_that_of_the_slope(network, off):
    x = np.zeros((784, 1))
    x[400] = 1e-9
    seen = look_inside(x, network, off)
    np.testing.assert_allclose(
        seen.pixel_evidence(3, 8), seen.gradient(3, 8) * x[:, 0], rtol=1e-6, atol=0
    )


def test_erasing_the_ink_that_speaks_against_the_answer_mostly_makes_it_surer(network, test_split):
    surer = 0
    for index in range(400):
        seen = look_inside(test_split.image(index), network)
        pair = seen.prediction, seen.runner_up
        x = np.where(seen.pixel_evidence(*pair)[:, None] < 0, 0, seen.x)
        surer += look_inside(x, network).lead(*pair) > seen.lead(*pair)
    assert surer >= 0.91 * 400  # 92 and 96 %; by the gradient times x, 75 and 78 %


def test_advantage_and_biases_make_up_the_difference_of_two_outputs(network, test_split):
    seen = look_inside(test_split.image(9), network)
    B2 = network.B2
    difference = seen.advantage(9, 4).sum() + B2[9, 0] - B2[4, 0]
    assert difference == pytest.approx(seen.z2[9, 0] - seen.z2[4, 0], abs=1e-9)


@cache
def any_split():
    return next(load_digits("test")).splits["test"]


@settings(max_examples=20, deadline=None)
@given(off=st.frozensets(st.integers(0, 29)), index=st.integers(0, 9999))
def test_a_unit_that_is_off_is_a_column_of_zeros(off, index):
    network = load_parameters()
    x = any_split().image(index)
    W1, B1, W2, B2 = network
    seen = look_inside(x, network, off)
    np.testing.assert_allclose(seen.a2, f(x, W1, without(W2, off), B1, B2), atol=1e-12)
    np.testing.assert_array_equal(network.W2, W2)


def without(W2, off):
    W2 = W2.copy()
    W2[:, sorted(off)] = 0
    return W2


def last(steps):
    return list(steps)[-1]


@pytest.mark.parametrize("off", [{0}, {3, 4}, set(range(30))])
def test_accuracy_without_units_is_that_of_f_without_them(network, test_split, off):
    kept = Parameters(*(array.copy() for array in network))
    layer = last(hidden_layer(test_split, network))
    W1, B1, W2, B2 = network
    wanted = last(evaluate(test_split, Parameters(W1, B1, without(W2, off), B2))).accuracy
    assert layer.accuracy(network, off) == pytest.approx(wanted, abs=1e-12)
    assert all(np.array_equal(a, b) for a, b in zip(kept, network, strict=True))


@pytest.mark.parametrize("off", [frozenset(), frozenset({25}), frozenset({3, 4, 17})])
def test_the_images_that_units_cost_are_told(network, test_split, off):
    found = last(ablate(test_split, network, off))
    W1, B1, W2, B2 = network
    wrong = last(evaluate(test_split, network)).wrong
    wrong_without = last(evaluate(test_split, Parameters(W1, B1, without(W2, off), B2))).wrong
    assert found.lost.tolist() == np.flatnonzero(wrong_without & ~wrong).tolist()
    assert found.gained.tolist() == np.flatnonzero(wrong & ~wrong_without).tolist()
    change = (len(found.gained) - len(found.lost)) / len(test_split)
    assert found.without - found.whole == pytest.approx(change, abs=1e-12)
    assert (len(found.lost) > 0) == bool(off)


def test_the_next_question_about_units_needs_no_second_pass(network, test_split):
    first = last(ablate(test_split, network, frozenset({25})))
    (second,) = ablate(test_split, network, frozenset({3}), first)
    afresh = last(ablate(test_split, network, frozenset({3})))
    assert second.layer is first.layer
    assert second.lost.tolist() == afresh.lost.tolist() != first.lost.tolist()
    assert (second.whole, second.without) == (afresh.whole, afresh.without)
    assert not next(ablate(test_split, network, frozenset({3}))).lost.size


@pytest.mark.parametrize("scale", [1.0, 1e6])
def test_accuracy_of_saturated_networks_agrees_too(test_split, scale):
    small = Split("small", test_split.images[:600], test_split.labels[:600])
    network = random_network(12, scale)
    W1, B1, W2, B2 = network
    layer = last(hidden_layer(small, network))
    wanted = last(evaluate(small, Parameters(W1, B1, without(W2, {5}), B2))).accuracy
    assert layer.accuracy(network, {5}) == pytest.approx(wanted, abs=1e-12)


def test_hidden_layer_grows_and_is_that_of_single_images(network, test_split):
    small = Split("small", test_split.images[:1100], test_split.labels[:1100])
    steps = list(hidden_layer(small, network))
    assert [len(step) for step in steps] == [512, 1024, 1100]
    for index in (0, 600, 1099):
        np.testing.assert_allclose(
            steps[-1].activations[index],
            look_inside(small.image(index), network).a1[:, 0],
            atol=1e-12,
        )


def test_order_puts_the_images_that_move_a_unit_most_first(network, test_split):
    layer = last(hidden_layer(test_split, network))
    for unit in (0, 17):
        order = order_by_unit(test_split, network, unit)
        assert sorted(order.tolist()) == list(range(len(test_split)))
        assert (np.diff(layer.activations[order, unit]) <= 1e-5).all()


def test_order_is_meaningful_where_the_sigmoid_has_saturated(test_split):
    network = random_network(2, 1e6)
    order = order_by_unit(test_split, network, 1)
    z = test_split.images.reshape(-1, 784)[order] / 256 @ network.W1[1]
    assert (np.diff(z) <= np.abs(z).max() * 1e-5).all()


@pytest.mark.parametrize("scale", [0.0, 1e6, 1e200])
def test_extreme_weights_raise_nothing_and_stay_finite(test_split, scale):
    seen = look_inside(test_split.image(0), random_network(1, scale))
    assert seen.finite
    assert np.isfinite(seen.pixel_evidence(0, 1)).all()


def test_numbers_too_large_for_a_float_are_told(test_split):
    draw = np.full
    network = Parameters(
        draw((1, 784), 1.7e308), draw((1, 1), 1.0), draw((10, 1), 1.0), draw((10, 1), 0.0)
    )
    assert not look_inside(test_split.image(0), network).finite
