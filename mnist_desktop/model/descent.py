"""Steps of gradient descent, fast: float32 in buffers that are made once.

The same formulas as in :func:`~mnist_desktop.model.training.backprop`, which is
the one to read. Here each image is a row, as its bytes lie in memory, the sigmoid
is ``(1 + tanh(z / 2)) / 2``, which is quicker and cannot overflow, and η / n is
multiplied into delta2, so that a gradient only has to be taken away.
"""

from collections.abc import Generator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.data import PIXEL_SCALE, Split
from mnist_desktop.model.network import Parameters
from mnist_desktop.model.training import QUADRATIC, Cost

Float32Array = NDArray[np.float32]

_WORK = 500_000  # images times hidden units that are measured at once: at most 0.1 s or so
_ROWS = 500  # the most images that are measured at once; they stay in the cache
_HALF = np.float32(0.5)


class _Batch:
    """The buffers for a batch of n images."""

    def __init__(self, n: int, hidden: int) -> None:
        self.n = n
        self.bytes = np.empty((n, 784), np.uint8)
        self.x = np.empty((n, 784), np.float32)
        self.y = np.empty((n, 10), np.float32)
        self.a1, self.delta1, self.slope1 = np.empty((3, n, hidden), np.float32)
        self.a2, self.delta2, self.slope2 = np.empty((3, n, 10), np.float32)


class Descent:
    """A network that goes down the slope of its cost, step by step.

    Parameters
    ----------
    split : Split
        Images and labels from 0 to 9 to learn from.
    parameters : Parameters
        Where to begin; they stay as they are.
    cost : Cost
        CROSS_ENTROPY or QUADRATIC.
    """

    def __init__(self, split: Split, parameters: Parameters, cost: Cost) -> None:
        self._images = split.images.reshape(len(split), 784)
        self._labels = split.labels.astype(np.intp)
        self._one_hot = np.eye(10, dtype=np.float32)
        self._quadratic = cost is QUADRATIC
        self._batches: dict[int, _Batch] = {}
        self.restart(parameters)

    def restart(self, parameters: Parameters) -> None:
        """Go on from another network of the same shape.

        Parameters
        ----------
        parameters : Parameters
            Copied, in float32.
        """
        self._parameters = Parameters(*(np.array(p, np.float32, order="C") for p in parameters))
        self._gradient1 = np.empty_like(self._parameters.W1)
        self._gradient2 = np.empty_like(self._parameters.W2)

    def parameters(self) -> Parameters:
        """Return the network as it is now; later steps leave these arrays as they are."""
        return Parameters(*(p.copy() for p in self._parameters))

    def finite(self) -> bool:
        """Return whether all parameters are still numbers."""
        return all(bool(np.isfinite(p).all()) for p in self._parameters)

    def step(self, rows: NDArray[np.intp], rate: float, decay: float) -> None:
        """Take one step. Overflow is the caller's to ignore, and to look for.

        Parameters
        ----------
        rows : ndarray of shape (n,), int
            Indices of the images of the mini-batch.
        rate : float
            η, the learning rate.
        decay : float
            λ / N of the L2 regularisation, N being the number of all images.
        """
        batch = self._batches.get(len(rows))
        if batch is None:
            batch = self._batches[len(rows)] = _Batch(len(rows), self._parameters.hidden)
        np.take(self._images, rows, axis=0, out=batch.bytes, mode="clip")
        np.multiply(batch.bytes, PIXEL_SCALE, out=batch.x)
        np.take(self._one_hot, self._labels[rows], axis=0, out=batch.y, mode="clip")
        self._backward(batch, np.float32(rate / len(rows)))
        self._move(batch, np.float32(1 - rate * decay))

    def _backward(self, batch: _Batch, scale: np.float32) -> None:
        """Work out delta2 and delta1 of each image, times `scale`."""
        W1, B1, W2, B2 = self._parameters
        a1, a2, delta1, delta2 = batch.a1, batch.a2, batch.delta1, batch.delta2
        _layer(batch.x, W1, B1, a1)
        _layer(a1, W2, B2, a2)
        np.subtract(a2, batch.y, out=delta2)  # BP1
        if self._quadratic:
            delta2 *= _sigmoid_slope(a2, batch.slope2)
        delta2 *= scale
        np.matmul(delta2, W2, out=delta1)  # BP2
        delta1 *= _sigmoid_slope(a1, batch.slope1)

    def _move(self, batch: _Batch, shrink: np.float32) -> None:
        W1, B1, W2, B2 = self._parameters
        np.matmul(batch.delta1.T, batch.x, out=self._gradient1)  # BP4
        np.matmul(batch.delta2.T, batch.a1, out=self._gradient2)
        if shrink != 1:
            W1 *= shrink
            W2 *= shrink
        np.subtract(W1, self._gradient1, out=W1)
        np.subtract(W2, self._gradient2, out=W2)
        B1[:, 0] -= batch.delta1.sum(axis=0)  # BP3
        B2[:, 0] -= batch.delta2.sum(axis=0)


def _layer(
    x: Float32Array, W: NDArray[np.floating], B: NDArray[np.floating], a: Float32Array
) -> None:
    """Fill `a`, one row per image, with sigmoid(W x + B)."""
    np.matmul(x, W.T, out=a)
    a += B[:, 0]
    a *= _HALF
    np.tanh(a, out=a)
    a *= _HALF
    a += _HALF


def _sigmoid_slope(a: Float32Array, out: Float32Array) -> Float32Array:
    np.subtract(1, a, out=out)
    out *= a
    return out


class Measured(NamedTuple):
    """How a network does on a split.

    Attributes
    ----------
    cost : float
        Mean cost of an image, without regularisation.
    accuracy : float
        Share of right predictions, from 0 to 1.
    """

    cost: float
    accuracy: float


def measuring(split: Split, parameters: Parameters, cost: Cost) -> Generator[int, None, Measured]:
    """Measure a network on a split, step by step.

    Works in float32: where two scores are equal but for rounding, the prediction
    may be another than that of :func:`~mnist_desktop.model.evaluation.evaluate`.

    Parameters
    ----------
    split : Split
        At least one image, labels from 0 to 9.
    parameters : Parameters
        The network, in float32.
    cost : Cost
        CROSS_ENTROPY or QUADRATIC.

    Yields
    ------
    int
        Number of images measured so far.

    Returns
    -------
    Measured
        Cost and accuracy on the whole split.
    """
    W1, B1, W2, B2 = parameters
    images = split.images.reshape(len(split), 784)
    span = max(min(_ROWS, _WORK // parameters.hidden), 1)
    total, right = 0.0, 0
    for start in range(0, len(split), span):
        x = images[start : start + span] * PIXEL_SCALE
        labels = split.labels[start : start + span]
        a1 = np.empty((len(x), parameters.hidden), np.float32)
        with np.errstate(all="ignore"):
            _layer(x, W1, B1, a1)
            z2 = (a1 @ W2.T + B2[:, 0]).astype(np.float64)
        y = np.arange(10) == labels[:, np.newaxis]
        total += float(cost.value(z2, y.astype(np.float64)).sum())
        right += int(np.count_nonzero(z2.argmax(axis=1) == labels))
        yield start + len(x)
    return Measured(total / len(split), right / len(split))
