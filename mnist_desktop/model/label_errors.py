"""Test images whose label is known to be in doubt.

C. G. Northcutt, A. Athalye and J. Mueller, "Pervasive Label Errors in Test Sets
Destabilize Machine Learning Benchmarks", 2021, asked five people about each
image that a computer found suspicious. For these, they did not back the label.
"""

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.data import Split

LABEL_ERRORS = (
    947, 1621, 1901, 2130, 2462, 2597, 2654, 3520, 3558, 5937, 6651, 6783, 8527, 9679, 9729,
)  # fmt: skip
_FIRST_LABELS = (7, 2, 1, 0, 4, 1, 4, 9, 5, 9)


def is_mnist_test(labels: NDArray[np.uint8]) -> bool:
    """Return whether these are labels of MNIST's own test split.

    Parameters
    ----------
    labels : ndarray of shape (N,), uint8
        The labels of a split, perhaps of its first images only.

    Returns
    -------
    bool
    """
    first = tuple(labels[: len(_FIRST_LABELS)].tolist())
    return bool(first) and first == _FIRST_LABELS[: len(first)]


def label_errors(split: Split) -> NDArray[np.intp]:
    """Find the images whose label is known to be in doubt.

    Parameters
    ----------
    split : Split
        MNIST's own test split, one that holds it, or any other.

    Returns
    -------
    ndarray of shape (n,), intp
        Their indices in the split; none in a split of other digits.
    """
    starts = dict(split.parts) or {split.name: 0}
    if "test" not in starts or not is_mnist_test(split.labels[starts["test"] :]):
        return np.empty(0, np.intp)
    name = f"{split.source}test"
    places = [place for index in LABEL_ERRORS for place in split.places(name, index)]
    return np.array(places, np.intp)
