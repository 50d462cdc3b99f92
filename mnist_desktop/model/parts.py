"""Which parts of a picture may be ink of digits: no specks, no lines, no frames, no edges."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.components import Box, Components

_FRAMES_LOOKED_AT = 400  # parts, the largest first
_STRAIGHT = 0.8  # of a side of a frame that lies on a straight line; of a round 0 about 0.3
_ALONG_EDGE = 0.5  # of a part's longer side; a table or shadow follows the picture's edge

Boxes = NDArray[np.intp]
Values = NDArray[np.floating[Any]] | NDArray[np.integer[Any]]


def kept_parts(parts: Components) -> tuple[list[int], int]:
    """Choose the parts that may be ink of digits.

    Parameters
    ----------
    parts : Components
        All that hangs together in the picture.

    Returns
    -------
    kept : list of int
        Indices of the parts that are neither specks nor lines, frames, or something
        that reaches in from outside the picture.
    typical : int
        The longer side of a typical digit, pixels; 0 if nothing is kept.
    """
    shape = parts.labels.shape
    frames = _frames(parts)
    plausible = [
        index
        for index, box in enumerate(parts.boxes)
        if index not in frames and not _is_line(box, int(parts.areas[index]), shape)
    ]
    plausible = _without_outside(plausible, parts)
    sizes = sorted((parts.boxes[index].longer for index in plausible), reverse=True)
    if not sizes:
        return [], 0
    # The middle of those that are at least half as large as the largest.
    typical = sizes[sum(size >= sizes[0] / 2 for size in sizes) // 2]
    least = max(3, 0.2 * typical)
    return [index for index in plausible if parts.boxes[index].longer >= least], typical


def _is_line(box: Box, area: int, shape: tuple[int, ...]) -> bool:
    """Return whether a part is a ruled line, or reaches along an edge of the picture."""
    long = box.longer > 0.5 * max(shape)
    thin = min(box.height, box.width) < 0.12 * box.longer
    frame = box.height >= 0.98 * shape[0] and box.width >= 0.98 * shape[1]
    hollow = area < 0.25 * box.height * box.width
    flat = box.width > 5 * box.height
    return (long and thin and flat) or (frame and hollow and min(shape) > 60)


# What reaches in from outside ----------------------------------------------------------------


def _without_outside(plausible: list[int], parts: Components) -> list[int]:
    """Drop tables, shadows and bits of neighbours at the edge, if there are digits besides."""
    along = _along_edge(parts)
    inside = [parts.boxes[index].longer for index in plausible if not along[index]]
    if not inside:
        return plausible
    usual = float(np.median([size for size in inside if size >= max(inside) / 2]))
    specks = max(8.0, 0.02 * max(parts.labels.shape))
    return [
        index
        for index in plausible
        if along[index] == 0
        or usual < specks
        or _is_written_to_the_edge(parts.boxes[index].longer, along[index], usual)
    ]


def _is_written_to_the_edge(longer: int, along: int, usual: float) -> bool:
    """Return whether a part at the edge is as large as the digits, and only ends there."""
    return along <= _ALONG_EDGE * longer and 0.6 * usual <= longer <= 1.6 * usual


def _along_edge(parts: Components) -> list[int]:
    """Return how many pixels of each part lie on the edge of the picture, at its longest edge."""
    labels, count = parts.labels, len(parts.boxes)
    edges = (labels[0], labels[-1], labels[:, 0], labels[:, -1])
    counts = np.stack([np.bincount(edge, minlength=count + 1) for edge in edges])
    return [int(most) for most in counts.max(axis=0)[1:]]


# Frames --------------------------------------------------------------------------------------


def _frames(parts: Components) -> set[int]:
    """Return the parts that are drawn around others with a ruler: frames, axes, squares."""
    if len(parts.boxes) < 2:
        return set()
    boxes = np.array([(b.top, b.left, b.bottom, b.right) for b in parts.boxes], np.intp)
    longer = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
    sizes = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    hollow = np.flatnonzero((parts.areas < 0.35 * sizes) & (longer >= 20))
    largest = hollow[np.argsort(-longer[hollow], kind="stable")][:_FRAMES_LOOKED_AT]
    return {
        int(index)
        for index in largest
        if _holds_another(boxes, longer, index) and _has_straight_sides(parts, int(index))
    }


def _holds_another(boxes: Boxes, longer: Boxes, index: int) -> bool:
    """Return whether a part large enough for a digit lies within the box of this one."""
    top, left, bottom, right = boxes[index]
    within = (boxes[:, 0] > top) & (boxes[:, 1] > left)
    within &= (boxes[:, 2] < bottom) & (boxes[:, 3] < right)
    # A bound for squared paper too, each of whose squares is small beside the whole.
    least = min(0.2 * longer[index], 0.05 * longer.max() + 10)
    return bool((within & (longer >= least)).any())


def _has_straight_sides(parts: Components, index: int) -> bool:
    """Return whether at least two sides of a part are straight over their whole length."""
    box = parts.boxes[index]
    own = parts.labels[box.top : box.bottom, box.left : box.right] == index + 1
    views = (own, own[:, ::-1], own.T, own.T[:, ::-1])
    return sum(_is_straight(view.argmax(axis=1), view.shape[1]) for view in views) >= 2


def _is_straight(depths: Values, across: int) -> bool:
    """Return whether the first ink of each row lies on one line, which may be slanted a little."""
    quarter = max(1, len(depths) // 4)
    first, last = np.median(depths[:quarter]), np.median(depths[-quarter:])
    slope = (last - first) / max(len(depths) - quarter, 1)
    line = first + slope * (np.arange(len(depths)) - (quarter - 1) / 2)
    near = np.abs(depths - line) <= max(1.5, 0.015 * len(depths))
    return bool(near.mean() >= _STRAIGHT and abs(last - first) <= 0.15 * across)
