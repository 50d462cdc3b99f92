"""One image on its way through the network: every array of f, and what made the answer.

The forward pass keeps what :func:`~mnist_desktop.model.network.f` throws away.
From it follow what each hidden unit adds to each output, and which pixels speak
for one digit rather than another.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mnist_desktop.model.network import FloatArray, Parameters, sigmoid

Units = frozenset[int]
NO_UNITS: Units = frozenset()
_TINY = 1e-5  # of a run of z, below which rise over run is less exact than the slope midway


@dataclass(frozen=True, eq=False)
class Insight:
    """The arrays of one forward pass.

    Attributes
    ----------
    parameters : Parameters
        The network, never changed.
    x : ndarray of shape (784, 1)
        The image as f takes it.
    z1, a1 : ndarray of shape (H, 1), float64
        Weighted inputs and activations of the hidden units; `a1` is 0 where a
        unit is switched off.
    z2, a2 : ndarray of shape (10, 1), float64
        Weighted inputs of the outputs, and the scores.
    off : frozenset of int
        The hidden units that are switched off.
    """

    parameters: Parameters
    x: FloatArray
    z1: FloatArray
    a1: FloatArray
    z2: FloatArray
    a2: FloatArray
    off: Units = NO_UNITS

    @property
    def finite(self) -> bool:
        """Whether all numbers are finite; weights near 1e308 can overflow."""
        return bool(np.isfinite(self.z1).all() and np.isfinite(self.z2).all())

    @property
    def prediction(self) -> int:
        """The digit with the highest score, the lowest where scores are equal."""
        return int(self.a2.argmax())

    @property
    def runner_up(self) -> int:
        """The digit with the highest score but one, the lowest where scores are equal."""
        best = self.prediction
        return max((d for d in range(len(self.a2)) if d != best), key=lambda d: self.a2[d, 0])

    @property
    def leaders(self) -> tuple[int, ...]:
        """The digits with the highest score: one, or all that are level, the prediction first."""
        return tuple(np.flatnonzero(self.a2 == self.a2.max()).tolist())

    @cached_property
    def contributions(self) -> FloatArray:
        """What each hidden unit adds to each output, ``W2[d, k] a1[k]``, of shape (10, H)."""
        return self.parameters.W2 * self.a1[:, 0]

    def pixel_products(self, unit: int) -> FloatArray:
        """Return ``W1[k] x`` pixel by pixel.

        Parameters
        ----------
        unit : int
            Index k of the hidden unit.

        Returns
        -------
        ndarray of shape (784,), float64
            Its sum plus B1[k] is z1[k].
        """
        products: FloatArray = self.parameters.W1[unit] * self.x[:, 0]
        return products

    def advantage(self, one: int, other: int) -> FloatArray:
        """Return how much more each hidden unit adds to z2 of `one` than of `other`.

        Parameters
        ----------
        one, other : int
            Two digits.

        Returns
        -------
        ndarray of shape (H,), float64
            Adds up to :meth:`lead` less the difference of the two biases.
        """
        advantage: FloatArray = self.contributions[one] - self.contributions[other]
        return advantage

    def gradient(self, one: int, other: int) -> FloatArray:
        """Return the gradient of ``z2[one] - z2[other]`` with respect to x.

        By the chain rule, with sigmoid' = a (1 - a)::

            W1^T ((W2[one] - W2[other]) a1 (1 - a1))

        A unit that is switched off has a1 = 0 and takes no part.

        Parameters
        ----------
        one, other : int
            Two digits.

        Returns
        -------
        ndarray of shape (784,), float64
            What a very little more ink would do; where units are saturated, next to nothing.
        """
        W1, _, W2, _ = self.parameters
        slope = self.a1[:, 0] * (1 - self.a1[:, 0])
        gradient: FloatArray = ((W2[one] - W2[other]) * slope) @ W1
        return gradient

    @cached_property
    def blank(self) -> "Insight":
        """Blank paper on its way through the same network, the same units off."""
        return look_inside(np.zeros_like(self.x), self.parameters, self.off)

    def lead(self, one: int, other: int) -> float:
        """Return how far the weighted input of one output is above another's.

        Parameters
        ----------
        one, other : int
            Two digits.

        Returns
        -------
        float
            ``z2[one] - z2[other]``.
        """
        return float(self.z2[one, 0] - self.z2[other, 0])

    def pixel_evidence(self, one: int, other: int) -> FloatArray:
        """Return what each pixel's ink adds to ``z2[one] - z2[other]``, from blank paper on.

        These are integrated gradients (M. Sundararajan, A. Taly and Q. Yan,
        *Axiomatic Attribution for Deep Networks*, 2017) along the straight path
        from blank paper to x: the mean gradient on the path, times x. On it every
        z1[k] moves in a straight line from B1[k], so the mean slope of its sigmoid
        is its rise over its run, ``(a1[k] - blank.a1[k]) / (W1[k] x)``, and no
        steps along the path are needed. Each unit's change is so shared out among
        the pixels as they share in its z.

        Parameters
        ----------
        one, other : int
            Two digits.

        Returns
        -------
        ndarray of shape (784,), float64
            Positive where ink speaks for `one`. Adds up to
            ``lead(one, other) - blank.lead(one, other)``.
        """
        W1, _, W2, _ = self.parameters
        with np.errstate(over="ignore", invalid="ignore"):
            weights = (W2[one] - W2[other]) * self._mean_slopes()
            evidence: FloatArray = (weights @ W1) * self.x[:, 0]
        return evidence

    def _mean_slopes(self) -> FloatArray:
        """Return the mean slope of each unit's sigmoid from blank paper to x, of shape (H,)."""
        run = (self.z1 - self.blank.z1)[:, 0]
        rise = (self.a1 - self.blank.a1)[:, 0]
        middle = sigmoid((self.z1 + self.blank.z1)[:, 0] / 2)
        middle[sorted(self.off)] = 0
        tiny = np.abs(run) < _TINY
        return np.where(tiny, middle * (1 - middle), rise / np.where(tiny, 1, run))


def look_inside(x: ArrayLike, parameters: Parameters, off: Collection[int] = NO_UNITS) -> Insight:
    """Run one image through the network and keep every step.

    Parameters
    ----------
    x : array_like of shape (784, 1)
        Pixels from 0 to 1.
    parameters : Parameters
        The network.
    off : collection of int
        Hidden units whose activation is set to 0.

    Returns
    -------
    Insight
        With ``a2`` equal to ``f(x, W1, W2, B1, B2)`` when nothing is off.
    """
    W1, B1, W2, B2 = parameters
    x = np.asarray(x)
    with np.errstate(over="ignore", invalid="ignore"):
        z1 = W1 @ x + B1
        a1 = sigmoid(z1)
        a1[sorted(off)] = 0
        z2 = W2 @ a1 + B2
        return Insight(parameters, x, z1, a1, z2, sigmoid(z2), frozenset(off))


class Step(NamedTuple):
    """One bar of a waterfall, from `start` to `end`.

    Attributes
    ----------
    units : tuple of int
        The hidden units it stands for: one, or all the rest; empty for the bias.
    start, end : float
        The running sum before and after.
    """

    units: tuple[int, ...]
    start: float
    end: float

    @property
    def value(self) -> float:
        """What this bar adds."""
        return self.end - self.start


def waterfall(amounts: ArrayLike, bias: float, most: int) -> list[Step]:
    """Return the steps from 0 to the sum of `amounts` and `bias`: largest first, bias last.

    Parameters
    ----------
    amounts : array_like of shape (H,)
        What each hidden unit adds.
    bias : float
        What the bias adds.
    most : int
        Units with a bar of their own; the others share one, unless it is a single one.

    Returns
    -------
    list of Step
        Each starts where the one before it ends, the first at 0.
    """
    amounts = np.asarray(amounts, float)
    order = largest_first(amounts)
    if len(order) > most + 1:
        groups = [(int(k),) for k in order[:most]] + [tuple(int(k) for k in order[most:])]
    else:
        groups = [(int(k),) for k in order]
    values = [float(amounts[list(group)].sum()) for group in groups]
    ends = np.cumsum([0.0, *values, bias]).tolist()
    return [Step(group, ends[i], ends[i + 1]) for i, group in enumerate([*groups, ()])]


def largest_first(amounts: ArrayLike) -> NDArray[np.intp]:
    """Return the indices of some amounts by falling size, whatever the sign.

    Parameters
    ----------
    amounts : array_like of shape (H,)
        The amounts.

    Returns
    -------
    ndarray of shape (H,), intp
        Where sizes are equal, the lower index comes first.
    """
    return np.argsort(-np.abs(np.asarray(amounts)), kind="stable")
