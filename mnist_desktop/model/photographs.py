"""Digits found in a picture: a scan, a screenshot, or a photograph of paper.

How it goes: 1. is the ink darker or lighter than the paper; 2. the paper's own
brightness, shadows included, is estimated and taken away; 3. what is darker than
a threshold is ink, and so is paler ink that is written like the rest; 4. ink that
hangs together is a part, those that are no digits are dropped (see parts.py), parts
above one another are joined; 5. the parts, in reading order, are prepared as MNIST was.

A picture of 28 x 28 pixels is one digit, and one of MNIST's is taken as it is.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.components import Box, Components, Mask, find_components
from mnist_desktop.model.paper import Flattened, flatten
from mnist_desktop.model.parts import kept_parts
from mnist_desktop.model.preparation import BOX, SIDE, Ink, crop, prepare_ink

#: The longer side at which pictures are looked at, pixels. More shows nothing more.
LARGEST = 1_500
#: More digits than this are not taken from one picture.
MOST_DIGITS = 400

_THIN = 0.09  # a stroke thinner than this share of the digit is thickened ...
_NORMAL = 0.12  # ... to this; MNIST's strokes have 0.10 to 0.2
_PALE = 0.3  # of the threshold; ink above it is looked at again, for a paler pen
_SHARP = 0.45  # of pale ink that is nearly as dark as its darkest; shadows fade away slowly
_WEAK = 0.7  # ink that is paler than this on average is brought to full strength
_OTHER_THRESHOLDS = (1.3, 1.6, 0.6, 0.35)  # times the suggested one, where that finds nothing

Floats = NDArray[np.floating[Any]]


@dataclass(frozen=True, eq=False)
class Found:
    """One digit of a picture.

    Attributes
    ----------
    box : Box
        Where it is in the picture.
    image : ndarray of shape (28, 28), uint8
        Its pixels, prepared for f.
    """

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
        Ink is what is above, in (0, 1). Where the suggested one, `flat.threshold`, finds
        nothing, others are tried.

    Returns
    -------
    list of Found
        At most :data:`MOST_DIGITS`.
    """
    height, width = flat.ink.shape
    if flat.prepared is not None:
        return [Found(Box(0, 0, height, width), flat.prepared)]
    if threshold >= 1:
        return []
    found = _cut(flat.ink, threshold)
    if threshold == flat.threshold:
        for factor in _OTHER_THRESHOLDS:
            found = found or _cut(flat.ink, min(factor * threshold, 0.9))
    return found[:MOST_DIGITS]


def _cut(ink: Floats, threshold: float) -> list[Found]:
    parts = find_components(ink > threshold)
    kept, typical = kept_parts(parts)
    if ink.shape == (SIDE, SIDE):
        groups = [list(range(len(parts.boxes)))] if parts.boxes else []
    else:
        pale = _pale(ink, threshold, parts, kept, typical)
        if pale.any():
            parts = find_components((ink > threshold) | pale)
            kept, typical = kept_parts(parts)
        groups = _in_reading_order(_groups(parts, kept, typical), parts)
    return [_found(ink, parts, group) for group in groups]


def _pale(ink: Floats, threshold: float, dark: Components, kept: list[int], typical: int) -> Mask:
    """Return where digits are that a paler pen wrote: as large and as thick as the dark ones.

    The threshold takes nothing of them, or bits; each has one of its own, half of its ink.
    """
    mask = np.zeros(ink.shape, bool)
    if not kept:
        return mask
    parts = find_components(ink > _PALE * threshold)
    strokes = [_stroke(_own(dark, index)) for index in kept[:MOST_DIGITS]]
    usual = float(np.median([stroke for stroke in strokes if stroke >= max(strokes) / 2]))
    whole = [dark.boxes[index] for index in kept if dark.boxes[index].longer >= 0.6 * typical]
    for index in kept_parts(parts)[0]:
        box = parts.boxes[index]
        fits = 0.6 * typical <= box.longer <= 1.6 * typical
        if not fits or box.touches_edge(*ink.shape):
            continue
        own = _own(parts, index)
        values = np.where(own, ink[box.top : box.bottom, box.left : box.right], 0)
        strength = float(np.percentile(values[own], 90))
        if strength >= 2 * threshold or any(map(box.overlaps, whole)):
            continue
        clear, faint = (np.count_nonzero(values > share * strength) for share in (0.75, 0.35))
        if 0.5 * usual <= _stroke(own) <= 2 * usual and clear >= _SHARP * faint:
            mask[box.top : box.bottom, box.left : box.right] |= values > strength / 2
    return mask


def _own(parts: Components, index: int) -> Mask:
    """Return the mask of one part within its box."""
    box = parts.boxes[index]
    own: Mask = parts.labels[box.top : box.bottom, box.left : box.right] == index + 1
    return own


def _stroke(mask: Mask) -> float:
    """Return how thick the strokes of a mask are, pixels: twice its area by its outline."""
    ink = np.pad(mask, 1)
    inner = mask & ink[:-2, 1:-1] & ink[2:, 1:-1] & ink[1:-1, :-2] & ink[1:-1, 2:]
    return float(2 * mask.sum() / max(int(mask.sum() - inner.sum()), 1))


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
    strength = float(np.percentile(ink[rows, columns][own], 75))
    if strength < _WEAK:
        values = (values / strength).clip(0, 1)
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
