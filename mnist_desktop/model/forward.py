"""The network on many images at once: fast, with the very predictions of predict().

A :class:`ForwardPass` takes bytes and works in float32. As
``sigmoid(z) = (1 + tanh(z / 2)) / 2``, the halves, the ones and the 1/256 of the
pixels are folded into the weights, and a layer is a product, a sum and a tanh::

    t = tanh(x @ (W1.T / 512) + B1.T / 2)
    z2 / 2 = (t @ (W2.T / 4)).T + (W2.sum(1) / 2 + B2) / 2

Rounding can change a prediction only where scores lie close together, and where
they saturate: the sigmoid of every z above 37 is 1. Such rows are told by a
bound of the rounding error (:func:`rounding_bound`) and are worked out again in
float64, and the few that float64 leaves open by predict()'s own f, one by one.
The same goes for rows in which it is open whether the label is the second guess.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.network import FloatArray, Parameters, f, sigmoid
from mnist_desktop.model.threads import small_products_are_fast

_ROWS = 5000  # the most images that one call takes
_WORK = 500_000  # images times hidden units that a call should take: at most 0.1 s or so
_CHUNK = 500  # images converted at a time: 1.6 MB of float32, which stay in the cache
_BLOCK = 4  # of these, where small products are fast; divides _CHUNK

_DIGITS = np.arange(10, dtype=np.float32)
_FLOAT32, _FLOAT64 = 2.0**-24, 2.0**-53  # unit roundoffs

# Scores in float64, and what f's sigmoid makes of a weighted input z: from 38 up it is 1
# and from -746 down it is 0. Between -700 and 20, two z that differ by _STEP differ in score.
_ALL_ONE, _ALL_ZERO = 38.0, -746.0
_LOWEST, _HIGHEST = -700.0, 20.0
_STEP = 1e-6


def rounding_bound(parameters: Parameters, unit: float) -> float:
    """Bound the rounding error of a weighted input z2, for any image.

    A sum of n products is off by at most n units of the sum of their sizes
    (N. J. Higham, *Accuracy and Stability of Numerical Algorithms*, 2nd ed.,
    section 3.1), pixels are at most 1, and the sigmoid is at most a quarter as steep.

    Parameters
    ----------
    parameters : Parameters
        The network.
    unit : float
        Unit roundoff of the arithmetic, 2**-24 for float32.

    Returns
    -------
    float
        The bound; infinite or not a number if the parameters overflow.
    """
    W1, B1, W2, B2 = parameters
    size1 = np.abs(W1).sum(axis=1) + np.abs(B1[:, 0])
    hidden = np.minimum(unit * (W1.shape[1] + 4) * size1 / 4 + 8 * unit, 1)
    size2 = np.abs(W2).sum(axis=1) + np.abs(B2[:, 0])
    return float((np.abs(W2) @ hidden + unit * (W2.shape[1] + 16) * size2).max())


def rows_a_call(hidden: int) -> int:
    """Return how many images one call should take, so that a job can be cancelled soon.

    Parameters
    ----------
    hidden : int
        Number of hidden units.

    Returns
    -------
    int
        At least 1, at most 5000.
    """
    return max(min(_ROWS, _WORK // hidden), 1)


class ForwardPass:
    """A network made ready for many images, with the buffers of one thread.

    Parameters
    ----------
    parameters : Parameters
        The network, in float64.
    """

    def __init__(self, parameters: Parameters) -> None:
        self._parameters = parameters
        W1, B1, W2, B2 = parameters
        self._small = small_products_are_fast(_BLOCK * 784 * len(W1))
        # In one large product, 32 columns are a fifth faster than 30.
        padded = len(W1) if self._small else -(-len(W1) // 4) * 4
        self._w1 = np.zeros((784, padded), np.float32, order="F" if self._small else "C")
        self._b1 = np.zeros(padded, np.float32)
        self._w2 = np.zeros((padded, 10), np.float32)
        with np.errstate(all="ignore"):  # what overflows is worked out again in float64
            self._w1[:, : len(W1)] = W1.T / 512
            self._b1[: len(W1)] = B1[:, 0] / 2
            self._w2[: len(W1)] = W2.T / 4
            self._b2 = ((W2.sum(axis=1, keepdims=True) / 2 + B2) / 2).astype(np.float32)
            exact = rounding_bound(parameters, _FLOAT64)
            self._bound32 = rounding_bound(parameters, _FLOAT32) + exact
            self._bound64 = 2 * exact
        self._pixels = np.zeros((_CHUNK, 784), np.float32)
        self._hidden = np.empty((_CHUNK, padded), np.float32)
        self._half_z = np.empty((10, rows_a_call(len(W1))), np.float32)

    def __call__(
        self,
        images: NDArray[np.uint8],
        labels: NDArray[np.uint8],
        scores: NDArray[np.float32],
        predictions: NDArray[np.uint8],
        second: NDArray[np.bool_],
    ) -> None:
        """Work out scores and predictions of images.

        Parameters
        ----------
        images : ndarray of shape (n, 784), uint8
            One image per row, at most :func:`rows_a_call`.
        labels : ndarray of shape (n,), uint8
            Their labels, from 0 to 9.
        scores : ndarray of shape (n, 10), float32
            Filled with the scores.
        predictions : ndarray of shape (n,), uint8
            Filled with the predictions.
        second : ndarray of shape (n,), bool
            Filled with whether the label comes second.
        """
        with np.errstate(all="ignore"):
            half_z = self._weighted_inputs(images)
            top = half_z.max(axis=0)
            # Several times as fast as argmax; where two are level, the row is worked out again.
            predictions[:] = _DIGITS @ (half_z == top).astype(np.float32)
            certain = self._certain(half_z, top)
            second[:], placed = self._second(half_z, labels)
            right = predictions == labels
            second[right] = False
            certain &= placed | right
            np.tanh(half_z, out=half_z)
            half_z *= 0.5
            half_z += 0.5
            scores[:] = half_z.T
            doubtful = np.flatnonzero(~certain)
            for start in range(0, len(doubtful), _CHUNK):
                rows = doubtful[start : start + _CHUNK]
                self._settle(rows, images, labels, scores, predictions, second)

    def _weighted_inputs(self, images: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Return z2 / 2, of shape (10, n), in a buffer."""
        half_z = self._half_z[:, : len(images)]
        for start in range(0, len(images), _CHUNK):
            rows = slice(start, start + _CHUNK)
            count = len(images[rows])
            np.copyto(self._pixels[:count], images[rows])
            self._first_product(count)
            t = self._hidden[:count]
            t += self._b1
            np.tanh(t, out=t)
            np.add((t @ self._w2).T, self._b2, out=half_z[:, rows])
        return half_z

    def _first_product(self, count: int) -> None:
        """Multiply the first pixels by W1, in small blocks where these are faster."""
        if self._small:
            blocks = -(-count // _BLOCK)  # the last one may hold rows of an earlier chunk
            x = self._pixels.reshape(-1, _BLOCK, 784)[:blocks]
            np.matmul(x, self._w1, out=self._hidden.reshape(-1, _BLOCK, len(self._b1))[:blocks])
        else:
            np.matmul(self._pixels[:count], self._w1, out=self._hidden[:count])

    def _certain(self, half_z: NDArray[np.float32], top: NDArray[np.float32]) -> NDArray[np.bool_]:
        """Return where `top` is the highest whatever the rounding was; quick and careful."""
        alone = (half_z >= self._floor(top)).sum(axis=0, dtype=np.uint8) == 1
        certain: NDArray[np.bool_] = alone & (top > (_LOWEST + self._bound32) / 2)
        return certain

    def _second(
        self, half_z: NDArray[np.float32], labels: NDArray[np.uint8]
    ) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Return where the label comes second, and where that is sure if the first is certain."""
        own = half_z[labels, np.arange(len(labels))]
        level = (half_z >= self._floor(own)).sum(axis=0, dtype=np.uint8)
        above = (half_z > own + (self._bound32 + _STEP / 2)).sum(axis=0, dtype=np.uint8)
        third = (above > 1) & (own < (_HIGHEST - self._bound32) / 2)
        low = own <= (_LOWEST + self._bound32) / 2
        return level == 2, ((level == 2) | third) & ~low

    def _floor(self, half_z: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return below what a weighted input has surely a lower score than `half_z` has."""
        floor: NDArray[np.float32] = np.minimum(
            half_z - (self._bound32 + _STEP / 2), (_HIGHEST - self._bound32) / 2
        )
        return floor

    def _settle(
        self,
        rows: NDArray[np.intp],
        images: NDArray[np.uint8],
        labels: NDArray[np.uint8],
        scores: NDArray[np.float32],
        predictions: NDArray[np.uint8],
        second: NDArray[np.bool_],
    ) -> None:
        """Work out rows again in float64, one by one where that is not enough."""
        W1, B1, W2, B2 = self._parameters
        x = images[rows].T * (1 / 256)
        z = W2 @ sigmoid(W1 @ x + B1) + B2
        scores[rows] = sigmoid(z).T
        found, certain = _settled(z, self._bound64)
        predictions[rows] = found
        second[rows], sure = _second_guess(z, labels[rows], self._bound64)
        for row in rows[~(certain & sure)]:
            a2 = f(images[row].reshape(784, 1) * np.float32(1 / 256), W1, W2, B1, B2)[:, 0]
            scores[row], predictions[row] = a2, a2.argmax()
            a2[predictions[row]] = -1
            second[row] = a2.argmax() == labels[row]


def _settled(z: FloatArray, bound: float) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """Return the prediction for each column of weighted inputs, and where it is certain."""
    high, low = _ALL_ONE + bound, _ALL_ZERO - bound
    z = np.clip(z, low, high)  # now scores that are surely 1, or surely 0, are ties here too
    top = z.max(axis=0)
    floor: Any = np.minimum(top - 2 * bound - _STEP, _HIGHEST - bound)
    floor = np.where(top < _LOWEST + bound, low, floor)
    ties = np.where((top == high) | (top == low), np.count_nonzero(z == top, axis=0), 1)
    return z.argmax(axis=0), np.count_nonzero(z >= floor, axis=0) == ties


def _second_guess(
    z: FloatArray, labels: NDArray[np.uint8], bound: float
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return for each column of weighted inputs if its label comes second, and if that is sure."""
    high, low = _ALL_ONE + bound, _ALL_ZERO - bound
    z = np.clip(z, low, high)
    own = z[labels, np.arange(len(labels))]
    equal = (z == own) & ((own == high) | (own == low))
    digits = np.arange(len(z))[:, None]
    before = _surely_higher(z, own, bound) | (equal & (digits < labels))
    after = _surely_higher(own, z, bound) | (equal & (digits > labels))
    count = np.count_nonzero(before, axis=0)
    known = np.count_nonzero(before | after, axis=0) == len(z) - 1
    return count == 1, known | (count > 1)


def _surely_higher(z: FloatArray, other: FloatArray, bound: float) -> NDArray[np.bool_]:
    """Return where the score of one weighted input is above another's, whatever the rounding."""
    floor = np.minimum(z - 2 * bound - _STEP, _HIGHEST - bound)
    higher: NDArray[np.bool_] = (other < floor) & (z > _LOWEST + bound)
    return higher
