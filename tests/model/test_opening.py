"""Several files at once, and parameters tried out before they are used."""

import numpy as np
import pytest

from mnist_desktop import FileFormatError, evaluate, f, load_parameters
from mnist_desktop.model.data import Digits
from mnist_desktop.model.formats import to_npz
from mnist_desktop.model.network import Parameters
from mnist_desktop.model.opening import Candidate, for_own_pixels, opening_all, trying_out


@pytest.fixture
def network(tmp_path):
    path = tmp_path / "net.npz"
    path.write_bytes(to_npz(load_parameters()))
    return path


def small(path, images, labels):
    np.savez(path, images=images, labels=labels)
    return path


def outcome(paths, digits):
    *steps, last = opening_all(paths, digits)
    shares = [step.done / step.total for step in steps]
    assert shares == sorted(shares)
    assert not any(step.found for step in steps)
    assert last.done == last.total
    return last.found


def test_parameters_are_tried_on_the_first_1000_test_images(digits, network):
    ((path, candidate),) = outcome([network], digits)
    assert path == network
    *_, evaluation = evaluate(digits.splits["test"], load_parameters())
    assert candidate.accuracies[256] == pytest.approx(1 - evaluation.wrong[:1000].mean())
    assert len(candidate.sample) == 1000


def test_pixels_over_255_are_folded_into_w1(digits):
    parameters = load_parameters()
    image = digits.splits["test"].images[3].reshape(784, 1)
    W1, B1, W2, B2 = for_own_pixels(parameters, 255)
    expected = f(image / 255, parameters.W1, parameters.W2, parameters.B1, parameters.B2)
    np.testing.assert_allclose(f(image / 256, W1, W2, B1, B2), expected, rtol=1e-12)
    assert for_own_pixels(parameters, 256) is parameters


def test_a_bad_file_does_not_keep_the_others_from_being_opened(digits, network, tmp_path):
    bad = tmp_path / "bad.npz"
    bad.write_bytes(b"PK\3\4")
    found = outcome([bad, network, tmp_path / "none.npz"], digits)
    assert [path for path, _ in found] == [bad, network, tmp_path / "none.npz"]
    kinds = [type(one) for _, one in found]
    assert kinds == [FileFormatError, Candidate, FileFormatError]


def test_of_several_data_sets_the_last_is_kept_and_parameters_are_tried_on_it(
    digits, network, tmp_path
):
    test = digits.splits["test"]
    first = small(tmp_path / "first.npz", test.images[:30], test.labels[:30])
    second = small(tmp_path / "second.npz", test.images[30:50], test.labels[30:50])
    found = dict(outcome([first, second, network], digits))
    assert set(found) == {second, network}
    assert len(found[network].sample) == 20


@pytest.mark.parametrize("labels", [[0, 10], [3, 255]])
def test_where_labels_go_beyond_ten_classes_nothing_is_tried(digits, network, tmp_path, labels):
    test = digits.splits["test"]
    other = small(tmp_path / "other.npz", test.images[:2], np.array(labels))
    found = dict(outcome([other, network], digits))
    assert found[network].sample is None
    assert found[network].accuracies == {}


def test_without_digits_parameters_come_all_the_same(network):
    *_, candidate = trying_out(network, load_parameters(), Digits({}))
    assert candidate.sample is None


def test_evaluating_labels_beyond_the_outputs_says_why_not(digits, tmp_path, network):
    test = digits.splits["test"]
    other = small(tmp_path / "other.npz", test.images[:20], np.arange(20))
    (_, opened), *_ = outcome([other], digits)
    with pytest.raises(ValueError, match="Labels go up to 19, but the network has 10 outputs"):
        next(evaluate(opened.splits["test"], load_parameters()))


def test_it_can_be_stopped_between_any_two_steps(digits, network):
    steps = opening_all([network, network], digits)
    next(steps)
    steps.close()
    assert list(steps) == []


def test_parameters_are_not_changed_by_being_scaled(network):
    *_, candidate = trying_out(network, load_parameters(), Digits({}))
    scaled = candidate.scaled(255)
    assert isinstance(scaled, Parameters)
    np.testing.assert_array_equal(candidate.parameters.W1, load_parameters().W1)


def test_network_of_relu_is_told_and_one_of_sigmoids_is_not(digits, network):
    *_, candidate = trying_out(network, load_parameters(), digits)
    assert candidate.note is None
    # One hidden unit per pixel and class mean: linear, so ReLU reads it and a sigmoid does not.
    images = digits.splits["training"].images[:5000].reshape(-1, 784) / 256
    means = np.array(
        [images[digits.splits["training"].labels[:5000] == k].mean(0) for k in range(10)]
    )
    relu = Parameters(
        W1=np.eye(784) * 400,
        B1=np.full((784, 1), 10.0),
        W2=means / 400,
        B2=-(means**2).sum(axis=1, keepdims=True) / 2 - 10 * means.sum(1, keepdims=True) / 400,
    )
    *_, candidate = trying_out(network, relu, digits)
    assert candidate.relu_accuracy > 0.75
    assert "ReLU" in candidate.note


def test_files_of_one_network_that_are_dropped_together_open_once(digits, tmp_path):
    paths = []
    for name, array in load_parameters()._asdict().items():
        paths.append(tmp_path / f"{name}.npy")
        np.save(paths[-1], array)
    ((path, candidate),) = outcome(paths, digits)
    assert path == paths[0]
    assert np.array_equal(candidate.parameters.W2, load_parameters().W2)


def test_whole_networks_side_by_side_are_not_put_together(digits, tmp_path):
    paths = [tmp_path / "weights1.npz", tmp_path / "weights2.npz"]
    for path in paths:
        path.write_bytes(to_npz(load_parameters()))
    assert [path for path, _ in outcome(paths, digits)] == paths
