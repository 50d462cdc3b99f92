"""Digits found in a picture: a scan, a screenshot, or a photograph of paper.

How it goes: 1. is the ink darker or lighter than the paper; 2. the paper's own
brightness, shadows included, is estimated and taken away; 3. what is darker than
a threshold is ink; 4. ink that hangs together is a part, specks and long lines are
dropped, parts above one another are joined; 5. the parts, in reading order, are
prepared as MNIST was.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.components import Box, Components, find_components
from mnist_desktop.model.paper import Flattened, flatten
from mnist_desktop.model.preparation import BOX, Ink, crop, prepare_ink

#: The longer side at which pictures are looked at, pixels. More shows nothing more.
LARGEST = 1_500
#: More digits than this are not taken from one picture.
MOST_DIGITS = 400

_THIN = 0.09  # a stroke thinner than this share of the digit is thickened ...
_NORMAL = 0.12  # ... to this; MNIST's strokes have 0.10 to 0.2

Floats = NDArray[np.floating[Any]]


@dataclass(frozen=True, eq=False)
class Found:
    """One digit of a picture: where it is, and its 28 x 28 pixels, uint8."""

    box: Box
    image: Ink


def find_digits(picture: Ink) -> list[Found]:
    """Find digits in a grey picture with all that is decided by itself.

    Parameters
    ----------
    picture : ndarray of shape (h, w), uint8
        Grey values, light or dark ink, of any size but empty.

    Returns
    -------
    list of Found
        In reading order; empty if there is nothing that could be a digit.
    """
    flat = flatten(picture)
    return cut(flat, flat.threshold)


def cut(flat: Flattened, threshold: float) -> list[Found]:
    """Cut a flattened picture into digits, in reading order.

    Parameters
    ----------
    flat : Flattened
        The picture without its paper.
    threshold : float
        Ink is what is above, in (0, 1).
    """
    mask = flat.ink > threshold
    if not mask.any():
        return []
    parts = find_components(mask)
    groups = _groups(parts, *_kept(parts, mask.shape))
    found = [_found(flat.ink, parts, group) for group in _in_reading_order(groups, parts)]
    return found[:MOST_DIGITS]


def _kept(parts: Components, shape: tuple[int, ...]) -> tuple[list[int], int]:
    """Return the parts that are neither specks nor lines, and how large a typical one is."""
    boxes = parts.boxes
    plausible = [
        index for index, box in enumerate(boxes) if not _is_line(box, parts.areas[index], shape)
    ]
    sizes = sorted((boxes[index].longer for index in plausible), reverse=True)
    if not sizes:
        return [], 0
    # The middle of those that are at least half as large as the largest.
    typical = sizes[sum(size >= sizes[0] / 2 for size in sizes) // 2]
    return [index for index in plausible if boxes[index].longer >= max(3, 0.2 * typical)], typical


def _is_line(box: Box, area: int, shape: tuple[int, ...]) -> bool:
    """Return whether a part is a ruled line, or reaches along an edge of the picture."""
    long = box.longer > 0.5 * max(shape)
    thin = min(box.height, box.width) < 0.12 * box.longer
    frame = box.height >= 0.98 * shape[0] and box.width >= 0.98 * shape[1]
    hollow = area < 0.25 * box.height * box.width
    flat = box.width > 5 * box.height
    return (long and thin and flat) or (frame and hollow and min(shape) > 60)


def _groups(parts: Components, kept: list[int], typical: int) -> list[list[int]]:
    """Join the parts of each digit, such as the bar of a 5."""
    groups = [[index] for index in sorted(kept, key=lambda index: -parts.boxes[index].longer)]
    joined: list[list[int]] = []
    for group in groups:
        box = parts.boxes[group[0]]
        for other in joined:
            if _belongs(box, _box(other, parts), typical):
                other.extend(group)
                break
        else:
            joined.append(group)
    return joined


def _box(group: list[int], parts: Components) -> Box:
    box = parts.boxes[group[0]]
    for index in group[1:]:
        box = box.joined(parts.boxes[index])
    return box


def _belongs(small: Box, large: Box, typical: int) -> bool:
    """Return whether a part belongs to a digit: over or under it, or a bar beside it."""
    across = min(small.right, large.right) - max(small.left, large.left)
    gap = max(small.top, large.top) - min(small.bottom, large.bottom)
    height = max(large.height, large.longer // 2)
    if small.joined(large).height > 1.3 * max(large.longer, typical) or gap > 0.15 * height:
        return False
    if small.height < 0.4 * height:
        return across > min(0.5 * small.width, -0.1 * height)
    return across > 0.5 * min(small.width, large.width)


def _in_reading_order(groups: list[list[int]], parts: Components) -> list[list[int]]:
    """Return groups line by line, from left to right."""
    boxes = {id(group): _box(group, parts) for group in groups}
    lines: list[list[list[int]]] = []
    for group in sorted(groups, key=lambda group: _middle(boxes[id(group)])):
        box = boxes[id(group)]
        for line in lines:
            last = boxes[id(line[-1])]
            if abs(_middle(box) - _middle(last)) < 0.5 * max(box.height, last.height):
                line.append(group)
                break
        else:
            lines.append([group])
    return [
        group for line in lines for group in sorted(line, key=lambda group: boxes[id(group)].left)
    ]


def _middle(box: Box) -> float:
    return (box.top + box.bottom) / 2


def _found(ink: Floats, parts: Components, group: list[int]) -> Found:
    box = _box(group, parts)
    margin = max(1, box.longer // 40)
    rows = slice(max(box.top - margin, 0), box.bottom + margin)
    columns = slice(max(box.left - margin, 0), box.right + margin)
    own = np.isin(parts.labels[rows, columns], np.array(group) + 1)
    values = np.where(_dilated(own, margin), ink[rows, columns], 0)
    digit = crop(np.rint(values * 255).astype(np.uint8))
    return Found(box, prepare_ink(_thickened(digit, own)))


def _dilated(mask: NDArray[Any], reach: int) -> NDArray[Any]:
    """Return the maximum over a square of 2 * reach + 1 pixels, 0 beyond the edge."""
    for axis in (0, 1):
        padding = [(0, 0), (0, 0)]
        padding[axis] = (reach, reach)
        views = np.lib.stride_tricks.sliding_window_view(
            np.pad(mask, padding), 2 * reach + 1, axis=axis
        )
        mask = views.max(axis=-1)
    return mask


def _thickened(digit: Ink, mask: NDArray[np.bool_]) -> Ink:
    """Thicken what a fine pen wrote: scaled to 20 pixels it would be as good as gone."""
    side = max(digit.shape)
    if side <= BOX:
        return digit
    inner = mask[1:-1, 1:-1] & mask[:-2, 1:-1] & mask[2:, 1:-1] & mask[1:-1, :-2] & mask[1:-1, 2:]
    edge = max(int(mask.sum() - inner.sum()), 1)
    stroke = 2 * mask.sum() / edge / side
    if stroke >= _THIN:
        return digit
    reach = max(1, round((_NORMAL - stroke) * side / 2))
    return _dilated(np.pad(digit, reach), reach)
