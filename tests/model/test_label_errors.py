"""The images whose label is in doubt, in every split that holds them."""

import numpy as np
import pytest

from mnist_desktop.model.data import Split
from mnist_desktop.model.evaluation import evaluate
from mnist_desktop.model.formats import load_parameters
from mnist_desktop.model.label_errors import LABEL_ERRORS, label_errors
from mnist_desktop.model.resources import RESOURCES


def test_a_network_disagrees_with_most_of_them_and_with_hardly_any_other(digits):
    test = digits.splits["test"]
    *_, evaluation = evaluate(test, load_parameters(RESOURCES / "networks" / "784-100-10.npz"))
    doubtful = evaluation.wrong[label_errors(test)]
    assert doubtful.mean() > 0.5 > 10 * evaluation.wrong.mean()


@pytest.mark.parametrize("name", ["training", "validation"])
def test_other_splits_have_none(digits, name):
    found = label_errors(digits.splits[name])
    assert found.tolist() == []
    assert found.dtype == np.intp


def test_in_all_images_they_stand_where_the_test_images_are(digits):
    np.testing.assert_array_equal(
        label_errors(digits.splits["all"]), np.array(LABEL_ERRORS) + 60_000
    )


def test_a_shorter_test_split_has_those_that_it_holds(digits):
    test = digits.splits["test"]
    short = Split("test", test.images[:2000], test.labels[:2000])
    assert label_errors(short).tolist() == [947, 1621, 1901]
