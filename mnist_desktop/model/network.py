"""The network of the lecture: f = sigmoid o f2 o sigmoid o f1.

``f1(x) = W1 x + B1`` and ``f2(a) = W2 a + B2``. The network is two matrix
products and two sigmoids; all of it stands in :func:`f`. The names and the
order of the arguments are those of the lecture, after chapter 1 of Michael
Nielsen, *Neural Networks and Deep Learning* (2015).
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray = NDArray[np.floating[Any]]


class Parameters(NamedTuple):
    """The parameters of a network; unpacks as ``W1, B1, W2, B2``.

    Attributes
    ----------
    W1 : ndarray of shape (H, 784), float64
        Weights of the hidden layer, one row per hidden unit.
    B1 : ndarray of shape (H, 1), float64
        Biases of the hidden layer.
    W2 : ndarray of shape (10, H), float64
        Weights of the output layer, one row per digit.
    B2 : ndarray of shape (10, 1), float64
        Biases of the output layer.
    """

    W1: FloatArray
    B1: FloatArray
    W2: FloatArray
    B2: FloatArray

    @property
    def hidden(self) -> int:
        """Number of hidden units, H."""
        return int(self.W1.shape[0])


def sigmoid(x: ArrayLike) -> Any:
    """Return ``1 / (1 + exp(-x))``, element by element.

    Only ``exp(-|x|)`` is ever taken, which cannot overflow: at -1000 the result
    is 0 and at 1000 it is 1, without a warning.

    Parameters
    ----------
    x : array_like of any shape, or a number
        Weighted inputs.

    Returns
    -------
    ndarray of the same shape, or a NumPy float for a number
        Values from 0 to 1, in the precision of `x` (float64 for integers).

    Examples
    --------
    >>> sigmoid([-1000, 0, 1000])
    array([0. , 0.5, 1. ])
    """
    x = np.asarray(x)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, np.ones_like(e), e)[()] / (1 + e)


def f(x: ArrayLike, W1: ArrayLike, W2: ArrayLike, B1: ArrayLike, B2: ArrayLike) -> FloatArray:
    """Return the scores of the network: ``sigmoid(W2 sigmoid(W1 x + B1) + B2)``.

    Mind the order of the arguments: both weights, then both biases.

    Parameters
    ----------
    x : array_like of shape (784, 1) or (784, N)
        One image per column, pixels from 0 to 1.
    W1, W2 : array_like of shape (H, 784) and (10, H)
        Weights.
    B1, B2 : array_like of shape (H, 1) and (10, 1)
        Biases.

    Returns
    -------
    ndarray of shape (10, 1) or (10, N)
        Scores in (0, 1), one row per digit. A score is not a probability: the ten
        do not sum to 1.

    Raises
    ------
    ValueError
        If the shapes do not fit each other.

    Examples
    --------
    >>> from mnist_desktop import load_data_wrapper, load_parameters
    >>> _, _, test_data = load_data_wrapper()
    >>> W1, B1, W2, B2 = load_parameters()
    >>> image, label = test_data[0]
    >>> scores = f(image, W1, W2, B1, B2)
    >>> scores.shape
    (10, 1)
    >>> int(scores.argmax()), label
    (7, 7)
    """
    a1 = sigmoid(np.asarray(W1) @ np.asarray(x) + np.asarray(B1))
    a2: FloatArray = sigmoid(np.asarray(W2) @ a1 + np.asarray(B2))
    return a2


def predict(
    images: Iterable[tuple[ArrayLike, Any]],
    W1: ArrayLike,
    W2: ArrayLike,
    B1: ArrayLike,
    B2: ArrayLike,
) -> list[int]:
    """Return the digit with the highest score for each image.

    Parameters
    ----------
    images : iterable of (image, label)
        As :func:`~mnist_desktop.load_data_wrapper` gives them; the labels are
        not looked at.
    W1, W2, B1, B2 : array_like
        As for :func:`f`.

    Returns
    -------
    list of int
        The predictions; the lowest digit where scores are equal.

    Raises
    ------
    ValueError
        If the shapes do not fit each other.

    Examples
    --------
    >>> from mnist_desktop import load_data_wrapper, load_parameters
    >>> _, _, test_data = load_data_wrapper()
    >>> W1, B1, W2, B2 = load_parameters()
    >>> predict(test_data[0:5], W1, W2, B1, B2)
    [7, 2, 1, 0, 4]
    """
    return [int(np.argmax(f(x, W1, W2, B1, B2))) for x, _ in images]
