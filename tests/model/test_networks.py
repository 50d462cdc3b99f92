"""The shipped networks: what a user finds in resources/networks."""

import numpy as np
import pytest

from mnist_desktop.model.data import load_digits
from mnist_desktop.model.evaluation import evaluate
from mnist_desktop.model.formats.parameters import NETWORKS, load_parameters

SHIPPED = {"784-30-10.npz": (30, 0.960), "784-100-10.npz": (100, 0.978)}


@pytest.fixture(scope="module")
def evaluations():
    digits = next(load_digits("test"))
    return {
        name: list(evaluate(digits.splits["test"], load_parameters(NETWORKS / name)))[-1]
        for name in SHIPPED
    }


def test_these_networks_are_shipped_and_no_others():
    assert {path.name for path in NETWORKS.glob("*.npz")} == set(SHIPPED)


def test_default_has_30_hidden_units():
    default, shipped = load_parameters(), load_parameters(NETWORKS / "784-30-10.npz")
    assert default.hidden == 30
    assert all(np.array_equal(a, b) for a, b in zip(default, shipped, strict=True))


@pytest.mark.parametrize("name", SHIPPED)
def test_file_holds_four_arrays_of_the_lecture(name):
    hidden, _ = SHIPPED[name]
    with np.load(NETWORKS / name, allow_pickle=False) as archive:
        found = {member: archive[member] for member in archive.files}
    shapes = {"W1": (hidden, 784), "B1": (hidden, 1), "W2": (10, hidden), "B2": (10, 1)}
    assert {member: array.shape for member, array in found.items()} == shapes
    assert {array.dtype for array in found.values()} == {np.dtype(np.float64)}
    assert all(np.isfinite(array).all() for array in found.values())


@pytest.mark.parametrize("name", SHIPPED)
def test_file_is_small(name):
    hidden, _ = SHIPPED[name]
    assert (NETWORKS / name).stat().st_size < 5_000 * hidden


@pytest.mark.parametrize("name", SHIPPED)
def test_network_reads_the_test_digits(name, evaluations):
    _, wanted = SHIPPED[name]
    assert evaluations[name].complete
    assert evaluations[name].accuracy >= wanted


@pytest.mark.parametrize("name", SHIPPED)
def test_no_two_top_scores_are_equal(name, evaluations):
    # Weights so large that the sigmoids saturate make scores tie in float32.
    scores = np.sort(evaluations[name].scores, axis=1)
    assert (scores[:, -1] > scores[:, -2]).all()


@pytest.mark.parametrize("name", SHIPPED)
def test_readme_states_the_measured_accuracy(name, evaluations):
    readme = (NETWORKS / "README.md").read_text(encoding="utf-8")
    section = readme.split(f"## {name}")[1].split("\n## ")[0]
    assert f"| test | {evaluations[name].accuracy:.2%} |" in section
