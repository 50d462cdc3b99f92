"""The hidden units at work on every image of a split.

What is asked of them: which images activate one unit most and least (its
:class:`Biography`), and which images the network misreads once some units are
switched off (an :class:`Ablation`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.activations import HiddenLayer, hidden_layer
from mnist_desktop.model.data import PIXEL_SCALE, Split
from mnist_desktop.model.network import Parameters

_CHUNK = 512


def unit_inputs(split: Split, parameters: Parameters, unit: int) -> NDArray[np.float32]:
    """Return the weighted input of one hidden unit for every image of a split, but for a factor.

    Only its order counts: the weights are divided by the largest, so that huge
    ones stay in float32's range.

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
    ndarray of shape (N,), float32
        z1[unit] times a positive number.
    """
    weights, bias = parameters.W1[unit], parameters.B1[unit, 0]
    size = max(float(np.abs(weights).max()), abs(float(bias)), 1e-300)
    row = (weights / size).astype(np.float32) * PIXEL_SCALE
    z = np.empty(len(split), np.float32)
    buffer = np.empty((_CHUNK, 784), np.float32)
    pixels = split.images.reshape(-1, 784)
    for start in range(0, len(split), _CHUNK):
        chunk = pixels[start : start + _CHUNK]
        np.copyto(buffer[: len(chunk)], chunk)
        np.dot(buffer[: len(chunk)], row, out=z[start : start + len(chunk)])
    return z + np.float32(bias / size)


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
    return np.argsort(-unit_inputs(split, parameters, unit), kind="stable")


@dataclass(frozen=True, eq=False)
class Biography:
    """Which images of a split activate one hidden unit most, and which least.

    Attributes
    ----------
    split : Split
        The images.
    parameters : Parameters
        The network.
    unit : int
        Index of the hidden unit.
    most, least : ndarray of shape (n,), intp
        Indices into the split, the most extreme ones first.
    """

    split: Split
    parameters: Parameters
    unit: int
    most: NDArray[np.intp]
    least: NDArray[np.intp]

    def belongs_to(self, split: Split | None, parameters: Parameters, unit: int) -> bool:
        """Return whether this is the biography of that unit on that split.

        Parameters
        ----------
        split : Split or None
            The images in question, the very object.
        parameters : Parameters
            The network, the very object.
        unit : int
            Index of the hidden unit.

        Returns
        -------
        bool
            False if any of the three is another.
        """
        return self.split is split and self.parameters is parameters and self.unit == unit


def biography(split: Split, parameters: Parameters, unit: int, count: int) -> Iterator[Biography]:
    """Work out a biography, as a job of one step.

    Parameters
    ----------
    split : Split
        The images.
    parameters : Parameters
        The network.
    unit : int
        Index of the hidden unit.
    count : int
        Images at either end.

    Yields
    ------
    Biography
        Once.
    """
    order = order_by_unit(split, parameters, unit)
    yield Biography(split, parameters, unit, order[:count], order[::-1][:count])


def _no_images() -> NDArray[np.intp]:
    return np.empty(0, np.intp)


@dataclass(frozen=True, eq=False)
class Ablation:
    """What switching hidden units off costs on a whole split.

    Attributes
    ----------
    layer : HiddenLayer
        Kept, so that the next question need not work it out again.
    parameters : Parameters
        The network.
    off : frozenset of int
        The units that are off.
    whole, without : float
        Accuracy with all units and without those, from 0 to 1; not a number while
        the hidden layer is still being worked out.
    lost : ndarray of shape (m,), intp
        The images that those units are needed for: indices into the split, rising, of
        those read right with all units and wrong without.
    gained : ndarray of shape (k,), intp
        The other way round. ``without - whole`` is (k - m) in the images of the layer.
    """

    layer: HiddenLayer
    parameters: Parameters
    off: frozenset[int]
    whole: float = float("nan")
    without: float = float("nan")
    lost: NDArray[np.intp] = field(default_factory=_no_images)
    gained: NDArray[np.intp] = field(default_factory=_no_images)

    @property
    def complete(self) -> bool:
        """Whether the accuracies are known."""
        return self.without == self.without  # not a number is not equal to itself

    def belongs_to(self, split: Split, parameters: Parameters) -> bool:
        """Return whether the hidden layer is that of this network on this split.

        Parameters
        ----------
        split : Split
            The images in question, the very object.
        parameters : Parameters
            The network, the very object.

        Returns
        -------
        bool
            Whatever units are off.
        """
        return self.layer.split is split and self.parameters is parameters


def ablate(
    split: Split, parameters: Parameters, off: frozenset[int], known: Ablation | None = None
) -> Iterator[Ablation]:
    """Work out what switching some units off costs.

    Parameters
    ----------
    split : Split
        Images and labels.
    parameters : Parameters
        The network.
    off : frozenset of int
        The units that are off.
    known : Ablation, optional
        An earlier answer: if it is complete and of the same network and split, its
        hidden layer is taken.

    Yields
    ------
    Ablation
        Signs of progress; the last one is complete.
    """
    if known is not None and known.complete and known.belongs_to(split, parameters):
        layer = known.layer
    else:
        for layer in hidden_layer(split, parameters):
            yield Ablation(layer, parameters, off)
    whole, without = layer.right(parameters), layer.right(parameters, off)
    lost, gained = np.flatnonzero(whole & ~without), np.flatnonzero(without & ~whole)
    shares = float(whole.mean()), float(without.mean())
    yield Ablation(layer, parameters, off, *shares, lost, gained)
