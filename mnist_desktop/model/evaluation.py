"""Whole splits through the network: scores, predictions and what follows from them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.data import Split
from mnist_desktop.model.network import Parameters, f

_CHUNK = 512


@dataclass(frozen=True, eq=False)
class Evaluation:
    """What a network says of the first images of a split, of all of them once it is complete.

    Attributes
    ----------
    split : str
        Name of the split.
    total : int
        Number of images in the split.
    labels : ndarray of shape (n,), uint8
        Labels of the n images evaluated so far.
    scores : ndarray of shape (n, 10), float32
        Their scores, one column a digit.
    predictions : ndarray of shape (n,), uint8
        Their predictions, the same as those of predict().
    """

    split: str
    total: int
    labels: NDArray[np.uint8]
    scores: NDArray[np.float32]
    predictions: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.predictions)

    @property
    def complete(self) -> bool:
        """Whether every image of the split is evaluated."""
        return len(self) == self.total

    @cached_property
    def wrong(self) -> NDArray[np.bool_]:
        """Where the prediction is not the label, of shape (n,)."""
        return self.predictions != self.labels

    @cached_property
    def errors(self) -> int:
        """Number of wrong predictions."""
        return int(np.count_nonzero(self.wrong))

    @property
    def accuracy(self) -> float:
        """Share of right predictions, from 0 to 1; not a number when nothing is evaluated."""
        return 1 - self.errors / len(self) if len(self) else float("nan")

    @cached_property
    def confusion(self) -> NDArray[np.int64]:
        """Confusion matrix of shape (10, 10): rows true, columns predicted, counts."""
        cells = self.labels.astype(np.intp) * 10 + self.predictions
        return np.bincount(cells, minlength=100).reshape(10, 10)


def evaluate(split: Split, parameters: Parameters) -> Iterator[Evaluation]:
    """Evaluate a network on a whole split, chunk by chunk.

    Parameters
    ----------
    split : Split
        Images and labels.
    parameters : Parameters
        The network.

    Yields
    ------
    Evaluation
        What is known so far; the last one is complete. Stop early, and the last
        one that came is the partial result.
    """
    W1, B1, W2, B2 = parameters
    scores = np.empty((len(split), 10), np.float32)
    predictions = np.empty(len(split), np.uint8)
    for start in range(0, len(split), _CHUNK):
        rows = slice(start, start + _CHUNK)
        x = split.images[rows].reshape(-1, 784).T / 256
        a2 = f(x, W1, W2, B1, B2).T
        scores[rows], predictions[rows] = a2, a2.argmax(axis=1)
        done = start + len(a2)
        yield Evaluation(
            split.name, len(split), split.labels[:done], scores[:done], predictions[:done]
        )
