"""Connected parts of a mask, found by runs of pixels, and their boxes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
Labels = NDArray[np.int32]


@dataclass(frozen=True)
class Box:
    """A rectangle of pixels: rows from `top` up to `bottom`, columns from `left` up to `right`."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def height(self) -> int:
        """Rows."""
        return self.bottom - self.top

    @property
    def width(self) -> int:
        """Columns."""
        return self.right - self.left

    @property
    def longer(self) -> int:
        """The longer side."""
        return max(self.height, self.width)

    def overlaps(self, other: "Box") -> bool:
        """Return whether the two have pixels in common.

        Parameters
        ----------
        other : Box
            The other one.

        Returns
        -------
        bool
        """
        down = min(self.bottom, other.bottom) > max(self.top, other.top)
        return down and min(self.right, other.right) > max(self.left, other.left)

    def touches_edge(self, height: int, width: int) -> bool:
        """Return whether it is within 2 pixels of an edge of its picture.

        Parameters
        ----------
        height, width : int
            The size of the picture, pixels.

        Returns
        -------
        bool
        """
        first, last = min(self.top, self.left), max(self.bottom - height, self.right - width)
        return first <= 2 or last >= -2

    def joined(self, other: "Box") -> "Box":
        """Return the smallest box that holds both.

        Parameters
        ----------
        other : Box
            The other one.

        Returns
        -------
        Box
        """
        return Box(
            min(self.top, other.top),
            min(self.left, other.left),
            max(self.bottom, other.bottom),
            max(self.right, other.right),
        )


@dataclass(frozen=True, eq=False)
class Components:
    """The connected parts of a mask.

    Attributes
    ----------
    labels : ndarray of shape (h, w), int32
        0 where the mask is empty, k + 1 in part k.
    boxes : list of Box
        The box of each part.
    areas : ndarray of shape (n,), int64
        Pixels of each part.
    """

    labels: Labels
    boxes: list[Box]
    areas: NDArray[np.int64]


def find_components(mask: Mask) -> Components:
    """Find the parts of a mask that hang together, also by corners.

    Parameters
    ----------
    mask : ndarray of shape (h, w), bool
        Where there is ink.

    Returns
    -------
    Components
        In the order of their first pixels, row by row.
    """
    height, width = mask.shape
    padded = np.zeros((height, width + 2), np.int8)
    padded[:, 1:-1] = mask
    step = np.diff(padded.ravel())
    starts, ends = np.flatnonzero(step == 1), np.flatnonzero(step == -1)
    rows = starts // (width + 2)
    roots = _join(len(starts), *_touching(starts, ends, width + 2))
    names, part = np.unique(roots, return_inverse=True)
    count = len(names)
    lengths = ends - starts
    labels = np.zeros((height, width), np.int32)
    labels[mask] = np.repeat(part + 1, lengths)
    left, right = starts - rows * (width + 2), ends - rows * (width + 2)
    boxes = np.empty((count, 4), np.intp)
    boxes[:, :2], boxes[:, 2:] = max(height, width) + 1, 0
    for column, values, extreme in (
        (0, rows, np.minimum),
        (1, left, np.minimum),
        (2, rows + 1, np.maximum),
        (3, right, np.maximum),
    ):
        extreme.at(boxes[:, column], part, values)
    areas = np.bincount(part, lengths, count).astype(np.int64)
    return Components(labels, [Box(*box) for box in boxes.tolist()], areas)


def _touching(
    starts: NDArray[np.intp], ends: NDArray[np.intp], stride: int
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return pairs of runs that touch, one in each of two neighbouring rows.

    Runs are half-open intervals of positions in the flattened mask; the padding
    of one pixel left and right keeps rows apart.
    """
    first = np.searchsorted(ends, starts + stride, "left")
    last = np.searchsorted(starts, ends + stride, "right")
    counts = (last - first).clip(0)
    upper = np.repeat(np.arange(len(starts)), counts)
    offset = np.arange(len(upper)) - np.repeat(np.cumsum(counts) - counts, counts)
    return upper, first[upper] + offset


def _join(count: int, one: NDArray[np.intp], other: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return for each of `count` runs the lowest run that it hangs together with."""
    root = np.arange(count)
    while True:
        lower = np.minimum(root[one], root[other])
        higher = np.maximum(root[one], root[other])
        apart = lower != higher
        if not apart.any():
            return root
        np.minimum.at(root, higher[apart], lower[apart])
        while not np.array_equal(root, root[root]):
            root = root[root]
