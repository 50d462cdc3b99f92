"""A real evaluation, and a way to look at figures."""

import pytest

from mnist_desktop.model.evaluation import evaluate
from mnist_desktop.model.formats import load_parameters


@pytest.fixture(scope="session")
def evaluation(digits):
    """The shipped network on all test images."""
    *_, whole = evaluate(digits.splits["test"], load_parameters())
    return whole


@pytest.fixture(params=[0, 1, 400, 3000])
def partial(request, evaluation):
    """The same, cut off early: nothing, one image, some, and some more."""
    return evaluation.part("test", 0, request.param)
