"""Whole splits through the network: scores, predictions and what follows from them."""

from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.data import Split
from mnist_desktop.model.forward import ForwardPass, rows_a_call
from mnist_desktop.model.message import message
from mnist_desktop.model.network import Parameters
from mnist_desktop.model.threads import one_blas_thread

_THREADS = 2
#: Outputs of the network, and so the classes that it can tell apart.
OUTPUTS = 10


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
        Their scores, one column per digit.
    predictions : ndarray of shape (n,), uint8
        Their predictions, the same as those of predict().
    second : ndarray of shape (n,), bool, optional
        Where the label comes second, by f's scores in float64; see :attr:`near_misses`.
    parameters : Parameters, optional
        The network, in float64: with it come scores that float32 cannot hold.
    """

    split: str
    total: int
    labels: NDArray[np.uint8]
    scores: NDArray[np.float32]
    predictions: NDArray[np.uint8]
    second: NDArray[np.bool_] | None = None
    parameters: Parameters | None = None

    def __len__(self) -> int:
        return len(self.predictions)

    @property
    def complete(self) -> bool:
        """Whether every image of the split is evaluated."""
        return len(self) == self.total

    @cached_property
    def wrong(self) -> NDArray[np.bool_]:
        """Where the prediction is not the label, of shape (n,)."""
        wrong: NDArray[np.bool_] = self.predictions != self.labels
        return wrong

    @cached_property
    def errors(self) -> int:
        """Number of wrong predictions."""
        return int(np.count_nonzero(self.wrong))

    @cached_property
    def near_misses(self) -> NDArray[np.bool_]:
        """Where the label comes second after the prediction, the lower digit first on a tie.

        Of shape (n,). Without :attr:`second` the scores decide, and in float32
        scores near 1 tie that are not equal in f.
        """
        if self.second is not None:
            return self.second
        others = self.scores.copy()
        others[np.arange(len(self)), self.predictions] = -1
        misses: NDArray[np.bool_] = self.wrong & (others.argmax(axis=1) == self.labels)
        return misses

    @property
    def accuracy(self) -> float:
        """Share of right predictions, from 0 to 1; not a number when nothing is evaluated."""
        return (len(self) - self.errors) / len(self) if len(self) else float("nan")

    def part(self, name: str, start: int, stop: int) -> "Evaluation":
        """Return the evaluation of the images from `start` to `stop` as a split of its own.

        Parameters
        ----------
        name : str
            What the part is called, "test" say, when this is the evaluation of "all".
        start, stop : int
            Where it begins and ends, 0 <= start <= stop <= total.

        Returns
        -------
        Evaluation
            Views of the same arrays; empty if nothing of the part is evaluated yet.
        """
        return self._rows(name, stop - start, slice(start, stop))

    def _rows(self, name: str, total: int, rows: slice) -> "Evaluation":
        """Return what is known of some images of a split of `total`."""
        return Evaluation(
            name,
            total,
            self.labels[rows],
            self.scores[rows],
            self.predictions[rows],
            self.near_misses[rows],
            self.parameters,
        )

    def parts(self, split: Split) -> "tuple[Evaluation, ...]":
        """Return the evaluation of each split that a joined split joins, else this one alone.

        Parameters
        ----------
        split : Split
            What was evaluated.

        Returns
        -------
        tuple of Evaluation
            In the order of the splits, each with views of the same arrays.
        """
        starts = [start for _, start in split.parts]
        stops = [*starts[1:], self.total]
        names = [name for name, _ in split.parts]
        parts = tuple(map(self.part, names, starts, stops))
        return parts or (self,)

    @cached_property
    def top_scores(self) -> NDArray[np.float32]:
        """The highest of each image's ten scores, of shape (n,)."""
        highest: NDArray[np.float32] = self.scores.max(axis=1)
        return highest

    @cached_property
    def margins(self) -> NDArray[np.float32]:
        """The highest score less the second, of shape (n,)."""
        second, highest = np.partition(self.scores, -2, axis=1)[:, -2:].T
        margins: NDArray[np.float32] = highest - second
        return margins

    @cached_property
    def hardness(self) -> NDArray[np.float32]:
        """The best score of a wrong digit less the label's score, of shape (n,): high if wrong."""
        rows = np.arange(len(self))
        others = self.scores.copy()
        others[rows, self.labels] = -1
        hardness: NDArray[np.float32] = others.max(axis=1) - self.scores[rows, self.labels]
        return hardness

    @cached_property
    def confusion(self) -> NDArray[np.int64]:
        """Confusion matrix of shape (10, 10): rows true, columns predicted, counts."""
        cells = self.labels.astype(np.intp) * 10 + self.predictions
        return np.bincount(cells, minlength=100).reshape(10, 10)


def evaluate(split: Split, parameters: Parameters) -> Generator[Evaluation, None, None]:
    """Evaluate a network on a whole split, step by step.

    Two threads share the work, each with NumPy's linear algebra at one thread:
    that keeps its speed when other programs use the machine, and leaves the
    interpreter free for a window. They end with the generator.

    Parameters
    ----------
    split : Split
        Images and labels.
    parameters : Parameters
        The network.

    Yields
    ------
    Evaluation
        What is known so far, up to a few thousand images more each time; the last one
        is complete. Close the generator early, and the last one that came is the
        partial result.

    Raises
    ------
    ValueError
        If labels go beyond the ten outputs, so that right and wrong have no meaning.
    """
    if len(split) and split.labels.max() >= OUTPUTS:
        raise ValueError(
            message(
                "Labels go up to {label}, but the network has {outputs} outputs.",
                label=int(split.labels.max()),
                outputs=OUTPUTS,
            )
        )
    images = split.images.reshape(len(split), 784)
    scores = np.empty((len(split), 10), np.float32)
    predictions = np.empty(len(split), np.uint8)
    second = np.empty(len(split), np.bool_)
    parameters = Parameters(*(np.asarray(array, np.float64) for array in parameters))
    whole = Evaluation(
        split.name, len(split), split.labels, scores, predictions, second, parameters
    )
    idle: list[ForwardPass] = []
    span = rows_a_call(parameters.hidden)

    def work(start: int) -> int:
        rows = slice(start, start + span)
        try:
            forward = idle.pop()
        except IndexError:  # the thread's first: of a wide network it takes a while to make
            forward = ForwardPass(parameters)
        forward(images[rows], split.labels[rows], scores[rows], predictions[rows], second[rows])
        idle.append(forward)
        return min(start + span, len(split))

    with one_blas_thread(), ThreadPoolExecutor(_THREADS, "evaluate") as pool:
        try:
            for done in pool.map(work, range(0, max(len(split), 1), span)):
                yield whole._rows(split.name, len(split), slice(done))
        finally:
            pool.shutdown(cancel_futures=True)
