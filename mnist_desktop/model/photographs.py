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
from mnist_desktop.model.preparation import BOX, Ink, crop, prepare_ink, resize

#: The longer side at which pictures are looked at, pixels. More shows nothing more.
LARGEST = 1_500
#: More digits than this are not taken from one picture.
MOST_DIGITS = 400

_COARSE = 150  # side at which the brightness of the paper is estimated, pixels
_WINDOW = 0.26  # a stroke is thinner than this share of the picture
_LEAST_CONTRAST = 0.06  # of the full range; fainter is noise of the camera
_NOISE = 4.0  # ink stands out from the paper by this many standard deviations of the noise
_THIN = 0.09  # a stroke thinner than this share of the digit is thickened ...
_NORMAL = 0.12  # ... to this; MNIST's strokes have 0.10 to 0.2

Floats = NDArray[np.floating[Any]]


@dataclass(frozen=True, eq=False)
class Flattened:
    """A picture without its paper.

    Attributes
    ----------
    ink : ndarray of shape (h, w), float32
        0 on paper, about 1 in the darkest ink.
    threshold : float
        The suggested one, for `ink`, in (0, 1); 1 for a picture of one colour.
    dark_on_light : bool
        The polarity that was found.
    """

    ink: Floats
    threshold: float
    dark_on_light: bool


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


# The paper -----------------------------------------------------------------------------------


def flatten(picture: Ink) -> Flattened:
    """Take the paper away: find the polarity and the brightness of the paper, and the ink.

    The brightness is a trend and a grey-scale closing of the rest, a maximum over a
    window larger than any stroke and then a minimum: it fills the strokes and leaves
    shadows as they are (Serra, *Image Analysis and Mathematical Morphology*, 1982).
    """
    coarse = _coarse(picture)
    window = max(3, round(float(np.sqrt(coarse.size)) * _WINDOW)) | 1
    dark_on_light = _is_dark_on_light(coarse, window)
    if not dark_on_light:
        coarse, picture = 255 - coarse, 255 - picture
    paper = _paper(coarse, window)
    values = picture.astype(np.float32)
    ink = (_stretch(paper, picture.shape) - values).clip(0)
    if dark_on_light:
        ink *= 255 / _stretch(paper, picture.shape).clip(32)
    ink, threshold = _scaled(ink / 255)
    return Flattened(ink, threshold, dark_on_light)


def _coarse(picture: Ink) -> Floats:
    height, width = picture.shape
    factor = min(1.0, _COARSE / max(height, width))
    return resize(picture, max(1, round(height * factor)), max(1, round(width * factor)))


def _is_dark_on_light(coarse: Floats, window: int) -> bool:
    """Return whether most pixels near ink are light: there is more paper than ink."""
    high, low = _slide(coarse, window, np.maximum), _slide(coarse, window, np.minimum)
    lively = high - low >= 0.5 * (high - low).max()
    light = coarse > (high + low) / 2
    return bool(light[lively].mean() >= 0.5)


def _paper(coarse: Floats, window: int) -> Floats:
    """Return the brightness of the paper at each place: a smooth trend, and shadows on it."""
    trend = _trend(coarse)
    rest = _slide(_slide(coarse - trend, window, np.maximum), window, np.minimum)
    return trend + _smooth(rest, max(1, window // 8))


def _trend(values: Floats) -> Floats:
    """Return the parabola in both directions that fits the paper best.

    Fitted again and again to what is not much darker than the last fit: ink does
    not count. A closing alone would take the dark end of a gradient for ink.
    """
    rows, columns = (np.linspace(-1, 1, size) for size in values.shape)
    y, x = (axis.ravel() for axis in np.meshgrid(rows, columns, indexing="ij"))
    terms = np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=1)
    target, paper = values.ravel(), np.ones(values.size, bool)
    for _ in range(4):
        factors = np.linalg.lstsq(terms[paper], target[paper], rcond=None)[0]
        trend = terms @ factors
        rest = target - trend
        paper = rest > -max(float(np.median(np.abs(rest))), 1.0)
    return np.asarray(trend.reshape(values.shape), np.float32)


def _slide(values: Floats, window: int, extreme: np.ufunc) -> Floats:
    """Return the extreme over a square window of odd side, at each place."""
    for axis in (0, 1):
        padding = [(0, 0), (0, 0)]
        padding[axis] = (window // 2, window // 2)
        padded = np.pad(values, padding, mode="edge")
        views = np.lib.stride_tricks.sliding_window_view(padded, window, axis=axis)
        values = extreme.reduce(views, axis=-1)
    return values


def _smooth(values: Floats, reach: int) -> Floats:
    """Return the mean over a square of 2 * reach + 1 pixels, at each place."""
    side = 2 * reach + 1
    for axis in (0, 1):
        padding = [(0, 0), (0, 0)]
        padding[axis] = (reach, reach)
        padded = np.pad(values, padding, mode="edge")
        values = np.lib.stride_tricks.sliding_window_view(padded, side, axis=axis).mean(axis=-1)
    return values


def _stretch(values: Floats, shape: tuple[int, ...]) -> Floats:
    """Return values at a larger size, interpolated linearly."""
    rows, columns = (_between(old, new) for old, new in zip(values.shape, shape, strict=True))
    large: Floats = rows @ values.astype(np.float32) @ columns.T
    return large


def _between(old: int, new: int) -> Floats:
    middles = ((np.arange(new) + 0.5) * old / new - 0.5).clip(0, old - 1)
    return (1 - np.abs(middles[:, None] - np.arange(old))).clip(0).astype(np.float32)


def _scaled(ink: Floats) -> tuple[Floats, float]:
    """Return ink with the darkest at 1, and a threshold between paper and ink.

    The darkest is the mean of the ink that is darker than half of the maximum,
    after a small blur: single dark pixels do not count.
    """
    blurred = _blur(ink)
    noise = _NOISE * _noise(ink)
    top = float(blurred.max())
    if top < max(_LEAST_CONTRAST, noise):
        return ink, 1.0
    darkest = float(np.median(blurred[blurred > 0.6 * top]))
    threshold = max(_otsu(blurred[blurred > min(noise, 0.25 * darkest)]) / darkest, 0.3)
    return (blurred / darkest).clip(0, 1), float(np.clip(threshold, 0.05, 0.8))


def _noise(ink: Floats) -> float:
    """Return the standard deviation of the camera's noise, from differences of neighbours."""
    if ink.shape[1] < 2:
        return 0.0
    return float(np.median(np.abs(np.diff(ink, axis=1)))) * 1.4826 / 2**0.5


def _blur(ink: Floats) -> Floats:
    """Return the mean with the neighbours, weighted 1 2 1, in pictures large enough for it."""
    if max(ink.shape) < 100:
        return ink
    for _ in range(max(1, max(ink.shape) // 500)):
        for axis in (0, 1):
            ink = (np.roll(ink, 1, axis) + 2 * ink + np.roll(ink, -1, axis)) / 4
    return ink


def _otsu(values: Floats) -> float:
    """Return the threshold that divides values best into two classes (Otsu 1979)."""
    counts, edges = np.histogram(values, 128)
    middles = (edges[1:] + edges[:-1]) / 2
    below, total = counts.cumsum(), counts.sum()
    sums = (counts * middles).cumsum()
    above = total - below
    with np.errstate(divide="ignore", invalid="ignore"):
        difference = sums / below - (sums[-1] - sums) / above
        between = np.where((below > 0) & (above > 0), below * above * difference**2, -1.0)
    return float(middles[int(between.argmax())])


# The digits ----------------------------------------------------------------------------------


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
