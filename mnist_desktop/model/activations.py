"""The activations of the hidden layer for every image of a split, and predictions from them.

They are worked out once; what f would say with some units off follows from them at once.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.data import PIXEL_SCALE, Split
from mnist_desktop.model.network import FloatArray, Parameters, sigmoid

_CHUNK = 512
_MOST_IN_FULL = 1 << 24  # activations kept in float64, 128 MiB; more are kept in float32
_MOST = 1 << 26  # activations kept at all, 256 MiB
_AT_ONCE = 1 << 20  # activations worked out in one step


@dataclass(frozen=True, eq=False)
class HiddenLayer:
    """Activations of the hidden units for the first n images of a split.

    Attributes
    ----------
    split : Split
        The split.
    activations : ndarray of shape (n, H)
        a1, one row per image.
    """

    split: Split
    activations: FloatArray

    def __len__(self) -> int:
        return len(self.activations)

    def predictions(self, parameters: Parameters, off: Collection[int] = ()) -> NDArray[np.intp]:
        """Return the predictions with some units off.

        The hidden layer is not worked out again: a unit that is off is a column
        of zeros in W2, which leaves f without it.

        Parameters
        ----------
        parameters : Parameters
            The network that the activations are of.
        off : collection of int
            The units that are off.

        Returns
        -------
        ndarray of shape (n,), intp
            The lowest digit where scores are equal.
        """
        _, _, W2, B2 = parameters
        W2 = W2.copy()
        W2[:, sorted(off)] = 0
        scores = sigmoid(self.activations @ W2.T.astype(self.activations.dtype) + B2[:, 0])
        predictions: NDArray[np.intp] = scores.argmax(axis=1)
        return predictions

    def right(self, parameters: Parameters, off: Collection[int] = ()) -> NDArray[np.bool_]:
        """Return where the prediction with some units off is the label.

        Parameters
        ----------
        parameters : Parameters
            The network that the activations are of.
        off : collection of int
            The units that are off.

        Returns
        -------
        ndarray of shape (n,), bool
            One per image.
        """
        right: NDArray[np.bool_] = (
            self.predictions(parameters, off) == self.split.labels[: len(self)]
        )
        return right

    def accuracy(self, parameters: Parameters, off: Collection[int] = ()) -> float:
        """Return the share of right predictions with some units off.

        Parameters
        ----------
        parameters : Parameters
            The network that the activations are of.
        off : collection of int
            The units that are off.

        Returns
        -------
        float
            From 0 to 1.
        """
        return float(self.right(parameters, off).mean())


def hidden_layer(split: Split, parameters: Parameters) -> Iterator[HiddenLayer]:
    """Work out the hidden activations of a whole split, chunk by chunk.

    Of a very wide network they would not fit into memory: then only those of the
    first images are worked out.

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
    hidden = parameters.hidden
    chunk = max(min(_CHUNK, _AT_ONCE // hidden), 1)
    count = min(len(split), max(_MOST // hidden, 1))
    in_full = count * hidden <= _MOST_IN_FULL
    activations = np.empty((count, hidden), np.float64 if in_full else np.float32)
    scaled, bias = W1.T * float(PIXEL_SCALE), B1[:, 0]
    for start in range(0, count, chunk):
        rows = slice(start, min(start + chunk, count))
        x = split.images[rows].reshape(-1, 784).astype(np.float64)
        activations[rows] = sigmoid(x @ scaled + bias)
        yield HiddenLayer(split, activations[: rows.stop])
