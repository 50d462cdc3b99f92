"""Numbers as colours: RdBu with 0 in the middle for signed ones, ink on paper for pixels."""

import matplotlib
import numpy as np
from numpy.typing import ArrayLike, NDArray

from mnist_desktop.model.network import FloatArray
from mnist_desktop.plots.style import Style

Colours = NDArray[np.uint8]
RDBU: Colours = matplotlib.colormaps["RdBu"](np.arange(256), bytes=True)

_MOST_UNITS = 1000


def limit_of(values: ArrayLike) -> float:
    """Return the largest size among values, as the end of a scale; 1 if all are 0."""
    values = np.asarray(values)
    return float(np.abs(values).max(initial=0)) or 1.0


def weight_limit(W1: FloatArray) -> tuple[float, bool]:
    """Return the end of a scale for all weights, and whether some weights lie beyond it.

    A few outliers would turn all other weights white: one in 200 may lie beyond.
    Of a very wide network, units at even distances stand for all.
    """
    some = W1[:: -(-len(W1) // _MOST_UNITS)]
    limit = float(np.quantile(np.abs(some), 0.995)) or limit_of(W1)
    return limit, bool(max(W1.max(), -W1.min()) > limit)


def signed_rgba(values: ArrayLike, limit: float) -> Colours:
    """Return the colours of signed numbers: RdBu, 0 in the middle, red for -limit.

    The result has the shape of `values` with (..., 4) added.
    """
    places = np.rint((np.asarray(values) / limit + 1) * 127.5)
    colours: Colours = RDBU[np.clip(places, 0, 255).astype(np.uint8)]
    return colours


def ink_rgba(pixels: NDArray[np.uint8], style: Style) -> Colours:
    """Return the colours of pixels, 0 for paper and 255 for ink, of shape (..., 4)."""
    colours: Colours = _between(style.paper, style.ink)[pixels]
    return colours


def _between(first: str, last: str) -> Colours:
    """Return 256 colours from one to another, of shape (256, 4)."""
    ends = np.array([rgba_of(first), rgba_of(last)], float)
    share = np.linspace(0, 1, 256)[:, None]
    colours: Colours = np.rint((1 - share) * ends[0] + share * ends[1]).astype(np.uint8)
    return colours


def rgba_of(name: str) -> Colours:
    """Return a colour #rrggbb as four bytes."""
    return np.array([*bytes.fromhex(name[1:]), 255], np.uint8)


def sign_colours(values: ArrayLike, style: Style) -> list[str]:
    """Return for each number the colour of its sign, legible on the style's paper."""
    negative, positive = ("#f4a582", "#7fb8e6") if style.dark else ("#b2182b", "#2166ac")
    return [positive if value >= 0 else negative for value in np.asarray(values)]
