"""How the network learns: mini-batch gradient descent, with backpropagation.

After Michael Nielsen, *Neural Networks and Deep Learning* (2015): chapter 1 for
gradient descent, chapter 2 for backpropagation, whose equations BP1 to BP4 are
named below, and chapter 3 for the cross-entropy, regularisation and the first
weights. Everything is written for many images at once, one per column, as in
:func:`~mnist_desktop.model.network.f`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import DTypeLike, NDArray

from mnist_desktop.model.data import PIXEL_SCALE, Split
from mnist_desktop.model.network import FloatArray, Parameters, sigmoid


class Cost(NamedTuple):
    """How far the scores sigmoid(z) are from the one-hot labels y.

    Attributes
    ----------
    name : str
        What to call it.
    value : callable
        From z and y, both (10, N), the cost of each score; their sum over a
        column is the cost of an image.
    slope : callable
        Its derivative by z, the delta of the output layer (BP1).
    """

    name: str
    value: Callable[[FloatArray, FloatArray], FloatArray]
    slope: Callable[[FloatArray, FloatArray], FloatArray]


def _quadratic(z: FloatArray, y: FloatArray) -> FloatArray:
    return np.asarray((sigmoid(z) - y) ** 2 / 2)


def _quadratic_slope(z: FloatArray, y: FloatArray) -> FloatArray:
    a = sigmoid(z)
    return np.asarray((a - y) * a * (1 - a))


def _cross_entropy(z: FloatArray, y: FloatArray) -> FloatArray:
    # -y ln a - (1 - y) ln(1 - a), written in z: no logarithm of 0 where a is 0 or 1.
    return np.asarray(np.logaddexp(0, z) - y * z)


def _cross_entropy_slope(z: FloatArray, y: FloatArray) -> FloatArray:
    return np.asarray(sigmoid(z) - y)


QUADRATIC = Cost("quadratic", _quadratic, _quadratic_slope)
CROSS_ENTROPY = Cost("cross-entropy", _cross_entropy, _cross_entropy_slope)


@dataclass(frozen=True, kw_only=True)
class TrainingSettings:
    """What is chosen before training.

    Attributes
    ----------
    hidden : int
        Number of hidden units, H.
    cost : Cost
        What is made small: CROSS_ENTROPY or QUADRATIC.
    epochs : int
        How often each image is seen.
    batch_size : int
        Images per step.
    learning_rate, final_learning_rate : float
        η at the first step and after the last; it falls in a straight line.
    regularisation : float
        λ of the L2 regularisation, for the whole split: adds λ / (2 n) times the
        sum of all squared weights to the cost, n being the images of the split.
    shift : int
        Each batch is moved by a random whole number of pixels, up to this many
        in each direction. 0: the images as they are.
    seed : int
        The same seed gives the same parameters, bit for bit on one machine.
    dtype : dtype
        Precision while training: float32 is faster, float64 exact.
    """

    hidden: int = 30
    cost: Cost = CROSS_ENTROPY
    epochs: int = 30
    batch_size: int = 10
    learning_rate: float = 0.5
    final_learning_rate: float = 0.0
    regularisation: float = 5.0
    shift: int = 0
    seed: int = 0
    dtype: DTypeLike = np.float32

    def rate(self, share: float) -> float:
        """Return η at some point of the training.

        Parameters
        ----------
        share : float
            The share of the steps that are done, from 0 to 1.

        Returns
        -------
        float
            η, on the straight line from the first to the final one.
        """
        return (1 - share) * self.learning_rate + share * self.final_learning_rate


@dataclass(frozen=True, eq=False)
class Progress:
    """Where training stands after a step.

    Attributes
    ----------
    epoch, epochs : int
        The epoch that runs, from 1, and how many there are.
    step, steps : int
        Steps done, and how many there are.
    cost : float
        Mean cost of the images of this step, before it was taken.
    parameters : Parameters
        The network after the step, in the precision of the training. Later
        steps leave these arrays as they are.
    """

    epoch: int
    epochs: int
    step: int
    steps: int
    cost: float
    parameters: Parameters

    @property
    def epoch_ends(self) -> bool:
        """Whether this is the last step of its epoch."""
        return self.step * self.epochs == self.epoch * self.steps


def initial_parameters(
    hidden: int, rng: np.random.Generator, dtype: DTypeLike = np.float64
) -> Parameters:
    """Draw the parameters of a network that knows nothing yet.

    All are normally distributed around 0: biases with deviation 1, weights with
    1 / sqrt(n_in), so that no unit begins saturated (Nielsen, chapter 3).

    Parameters
    ----------
    hidden : int
        Number of hidden units, H.
    rng : Generator
        Where the random numbers come from.
    dtype : dtype
        Precision of the arrays.

    Returns
    -------
    W1, B1, W2, B2 : Parameters
        Ready to be trained.
    """

    def normal(rows: int, columns: int) -> NDArray[Any]:
        return rng.standard_normal((rows, columns)).astype(dtype)

    return Parameters(
        W1=normal(hidden, 784) / 28,
        B1=normal(hidden, 1),
        W2=normal(10, hidden) / hidden**0.5,
        B2=normal(10, 1),
    )


def backprop(
    parameters: Parameters, x: FloatArray, y: FloatArray, cost: Cost, decay: float = 0.0
) -> tuple[float, Parameters]:
    """Return the mean cost of some images and its gradient.

    Parameters
    ----------
    parameters : Parameters
        The network, with any number of hidden units.
    x : ndarray of shape (784, N)
        Images, one per column, pixels from 0 to 1.
    y : ndarray of shape (10, N)
        Their one-hot labels.
    cost : Cost
        CROSS_ENTROPY or QUADRATIC.
    decay : float
        λ / n of the L2 regularisation.

    Returns
    -------
    tuple of float and Parameters
        The cost, regularisation included, and its derivative by each parameter.

    Raises
    ------
    ValueError
        If the shapes do not fit each other.
    """
    W1, B1, W2, B2 = parameters
    n = x.shape[1]
    a1 = sigmoid(W1 @ x + B1)
    z2 = W2 @ a1 + B2
    delta2 = cost.slope(z2, y) / n  # BP1
    delta1 = W2.T @ delta2 * a1 * (1 - a1)  # BP2
    value = cost.value(z2, y).sum() / n + decay / 2 * (np.vdot(W1, W1) + np.vdot(W2, W2))
    gradient = Parameters(
        W1=delta1 @ x.T + decay * W1,  # BP4
        B1=delta1.sum(axis=1, keepdims=True),  # BP3
        W2=delta2 @ a1.T + decay * W2,
        B2=delta2.sum(axis=1, keepdims=True),
    )
    return float(value), gradient


def train(split: Split, settings: TrainingSettings) -> Iterator[Progress]:
    """Train a network, step by step. To stop early, stop asking.

    Parameters
    ----------
    split : Split
        Images and labels to learn from.
    settings : TrainingSettings
        How.

    Yields
    ------
    Progress
        After each step; the last one carries the trained network.

    Raises
    ------
    IndexError
        If a label is above 9.

    Examples
    --------
    >>> from mnist_desktop import load_data_wrapper
    >>> training_data, _, _ = load_data_wrapper()
    >>> few = training_data[:1000].split
    >>> *_, trained = train(few, TrainingSettings(hidden=10, epochs=2))
    >>> trained.step, trained.parameters.W1.shape
    (200, (10, 784))
    """
    rng = np.random.default_rng(settings.seed)
    parameters = initial_parameters(settings.hidden, rng, settings.dtype)
    batches = -(-len(split) // settings.batch_size)
    steps, step = settings.epochs * batches, 0
    decay = settings.regularisation / len(split)
    for epoch in range(1, settings.epochs + 1):
        for rows in np.array_split(rng.permutation(len(split)), batches):
            x, y = _batch(split, rows, settings, rng)
            cost, gradient = backprop(parameters, x, y, settings.cost, decay)
            rate = settings.rate(step / steps)
            parameters = Parameters(
                *(p - rate * g for p, g in zip(parameters, gradient, strict=True))
            )
            step += 1
            yield Progress(epoch, settings.epochs, step, steps, cost, parameters)


def _batch(
    split: Split, rows: NDArray[np.intp], settings: TrainingSettings, rng: np.random.Generator
) -> tuple[FloatArray, FloatArray]:
    """Return the images (784, N) and one-hot labels (10, N) of some rows."""
    images = split.images[rows]
    if settings.shift:
        by = rng.integers(-settings.shift, settings.shift, 2, endpoint=True)
        images = np.roll(images, by.tolist(), axis=(1, 2))
    x = images.reshape(-1, 784).T * PIXEL_SCALE
    y = np.arange(10)[:, np.newaxis] == split.labels[rows]
    return x.astype(settings.dtype, copy=False), y.astype(settings.dtype)
