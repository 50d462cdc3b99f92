"""Pictures at another size: by area averaging to shrink them, linearly to enlarge them."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]


def resize(picture: NDArray[np.uint8] | Floats, height: int, width: int) -> Floats:
    """Return the picture at another size by area averaging.

    Each new pixel is the mean of the old ones that it covers, those at its edge
    counted by the share of them that it covers.

    Parameters
    ----------
    picture : ndarray of shape (h, w)
        Values of any range.
    height, width : int
        The new size, pixels.

    Returns
    -------
    ndarray of shape (height, width), float32
    """
    rows, columns = _shares(picture.shape[0], height), _shares(picture.shape[1], width)
    small: Floats = rows @ picture.astype(np.float32) @ columns.T
    return small


def _shares(old: int, new: int) -> Floats:
    """Return how much each of `new` pixels takes of each of `old`: rows that sum to 1."""
    edges = np.linspace(0, old, new + 1)
    start = np.arange(old)
    overlap = np.minimum(edges[1:, None], start + 1) - np.maximum(edges[:-1, None], start)
    shares: Floats = (overlap.clip(0) * (new / old)).astype(np.float32)
    return shares


def linear_weights(old: int, new: int) -> NDArray[np.float32]:
    """Return how linear interpolation weights `old` pixels for `new` ones.

    Parameters
    ----------
    old, new : int
        Numbers of pixels.

    Returns
    -------
    ndarray of shape (new, old), float32
        Rows that sum to 1. The middles of the pixels count, and beyond the first and
        the last middle the value stays.
    """
    middles = ((np.arange(new) + 0.5) * old / new - 0.5).clip(0, old - 1)
    return (1 - np.abs(middles[:, None] - np.arange(old))).clip(0).astype(np.float32)
