"""What is kept of several networks, and what is let go of."""

from dataclasses import replace

import numpy as np
import pytest

from mnist_desktop.model.data import Digits, Split
from mnist_desktop.model.evaluation import Evaluation
from mnist_desktop.model.hidden import Biography
from mnist_desktop.model.network import Parameters
from mnist_desktop.session.known import Known
from mnist_desktop.session.state import Network

ROWS = 1000
SIZE = ROWS * (10 * 4 + 1 + 1)  # bytes of scores, labels and predictions


def split(name="test"):
    return Split(name, np.zeros((ROWS, 28, 28), np.uint8), np.zeros(ROWS, np.uint8))


def evaluation(name="test"):
    zeros = np.zeros(ROWS, np.uint8)
    return Evaluation(name, ROWS, zeros, np.zeros((ROWS, 10), np.float32), zeros.copy())


@pytest.fixture
def networks():
    arrays = (np.zeros(shape) for shape in ((3, 784), (3, 1), (10, 3), (10, 1)))
    parameters = Parameters(*arrays)
    return [Network(str(place), parameters) for place in range(4)]


def test_each_network_revision_and_split_has_results_of_its_own(networks):
    one, other, *_ = networks
    test, validation = split(), split("validation")
    known, results = Known(), {}
    for network in (one, other, one.revised(one.parameters)):
        for images in (test, validation):
            results[network, images.name] = evaluation(images.name)
            known = known.having(results[network, images.name], network, images)
    for (network, name), result in results.items():
        images = test if name == "test" else validation
        assert known.find(Evaluation, network, images) is result


def test_nothing_is_known_without_a_network_or_a_split(networks):
    known = Known().having(evaluation(), networks[0], split())
    assert known.find(Evaluation, None, split()) is None
    assert known.find(Evaluation, networks[0], None) is None


def test_results_on_other_images_of_the_same_name_do_not_count(networks):
    known = Known().having(evaluation(), networks[0], split())
    assert known.find(Evaluation, networks[0], split()) is None


def test_a_detail_tells_results_of_a_kind_apart(networks):
    images, network = split(), networks[0]
    lives = [
        Biography(images, network.parameters, unit, np.arange(3), np.arange(3)) for unit in (0, 1)
    ]
    known = Known()
    for unit, life in enumerate(lives):
        known = known.having(life, network, images, unit)
    assert known.find(Biography, network, images, 1) is lives[1]
    assert known.find(Biography, network, images, 0) is lives[0]
    assert known.find(Biography, network, images, 2) is None
    assert known.find(Evaluation, network, images) is None


def test_the_oldest_results_go_where_all_take_too_much(networks):
    images, known = split(), Known(most_bytes=2 * SIZE)
    for network in networks[:3]:
        known = known.having(evaluation(), network, images)
    found = [known.find(Evaluation, network, images) is not None for network in networks[:3]]
    assert found == [False, True, True]


def test_a_result_that_is_renewed_counts_as_new(networks):
    images, known = split(), Known(most_bytes=2 * SIZE)
    for network in (networks[0], networks[1], networks[0], networks[2]):
        known = known.having(evaluation(), network, images)
    found = [known.find(Evaluation, network, images) is not None for network in networks[:3]]
    assert found == [True, False, True]


def test_one_result_is_kept_however_large(networks):
    images = split()
    known = Known(most_bytes=1).having(evaluation(), networks[0], images)
    assert known.find(Evaluation, networks[0], images) is not None


def test_results_go_with_the_images_that_they_are_about(networks):
    test, own = split(), split("my digits")
    known = Known().having(evaluation(), networks[0], test)
    known = known.having(evaluation("my digits"), networks[0], own)
    digits = Digits({"test": test, "my digits": own})
    assert known.on(digits) is known
    changed = replace(digits, splits={"test": test, "my digits": split("my digits")})
    left = known.on(changed)
    assert left.find(Evaluation, networks[0], test) is not None
    assert left.find(Evaluation, networks[0], own) is None
