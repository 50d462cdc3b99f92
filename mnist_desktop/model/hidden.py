"""The hidden layer on a whole split: which images move a unit, and what f is without it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.data import PIXEL_SCALE, Split
from mnist_desktop.model.network import FloatArray, Parameters, sigmoid

_CHUNK = 512
_MOST_IN_FULL = 1 << 24  # activations kept in float64, 128 MiB; more are kept in float32


def order_by_unit(split: Split, parameters: Parameters, unit: int) -> NDArray[np.intp]:
    """Return the images of a split by falling activation of one hidden unit.

    Sorted by z, which orders even images at which the sigmoid has saturated;
    where z is equal, the lower index comes first.

    Parameters
    ----------
    split : Split
        The images.
    parameters : Parameters
        The network.
    unit : int
        Index of the hidden unit.

    Returns
    -------
    ndarray of shape (N,), intp
        Indices into the split; the first images activate the unit most.
    """
    weights, bias = parameters.W1[unit], parameters.B1[unit, 0]
    # Only the order counts, so huge weights are brought into float32's range.
    size = max(float(np.abs(weights).max()), abs(float(bias)), 1e-300)
    row = (weights / size).astype(np.float32) * PIXEL_SCALE
    z = np.empty(len(split), np.float32)
    buffer = np.empty((_CHUNK, 784), np.float32)
    pixels = split.images.reshape(-1, 784)
    for start in range(0, len(split), _CHUNK):
        chunk = pixels[start : start + _CHUNK]
        np.copyto(buffer[: len(chunk)], chunk)
        np.dot(buffer[: len(chunk)], row, out=z[start : start + len(chunk)])
    return np.argsort(-z, kind="stable")


@dataclass(frozen=True, eq=False)
class HiddenLayer:
    """Activations of the hidden units for the first n images of a split.

    Attributes
    ----------
    split : str
        Name of the split.
    total : int
        Number of images in the split.
    labels : ndarray of shape (n,), uint8
        Their labels.
    activations : ndarray of shape (n, H)
        a1, one row an image.
    """

    split: str
    total: int
    labels: NDArray[np.uint8]
    activations: FloatArray

    def __len__(self) -> int:
        return len(self.labels)

    def accuracy(self, parameters: Parameters, off: Collection[int] = ()) -> float:
        """Return the share of right predictions with some units off, from 0 to 1.

        The hidden layer is not worked out again: a unit that is off is a column
        of zeros in W2, which leaves f without it.
        """
        _, _, W2, B2 = parameters
        W2 = W2.copy()
        W2[:, sorted(off)] = 0
        scores = sigmoid(self.activations @ W2.T.astype(self.activations.dtype) + B2[:, 0])
        return float(np.mean(scores.argmax(axis=1) == self.labels))


def hidden_layer(split: Split, parameters: Parameters) -> Iterator[HiddenLayer]:
    """Work out the hidden activations of a whole split, chunk by chunk.

    Parameters
    ----------
    split : Split
        Images and labels.
    parameters : Parameters
        The network.

    Yields
    ------
    HiddenLayer
        What is known so far; the last one is whole.
    """
    W1, B1, _, _ = parameters
    size = len(split) * parameters.hidden
    activations = np.empty(
        (len(split), parameters.hidden), np.float64 if size <= _MOST_IN_FULL else np.float32
    )
    scaled, bias = W1.T * float(PIXEL_SCALE), B1[:, 0]
    for start in range(0, len(split), _CHUNK):
        rows = slice(start, start + _CHUNK)
        x = split.images[rows].reshape(-1, 784).astype(np.float64)
        activations[rows] = sigmoid(x @ scaled + bias)
        done = min(start + _CHUNK, len(split))
        yield HiddenLayer(split.name, len(split), split.labels[:done], activations[:done])
