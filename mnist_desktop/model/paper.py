"""A picture without its paper: polarity, light and shadow, and a threshold for the ink."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.preparation import (
    BOX,
    CENTRE,
    SIDE,
    Ink,
    centre_of_mass,
    crop,
)
from mnist_desktop.model.scaling import linear_weights, resize

_COARSE = 150  # side at which the brightness of the paper is estimated, pixels
_WINDOW = 0.26  # a stroke is thinner than this share of the picture
_LEAST_CONTRAST = 0.06  # of the full range; fainter is noise of the camera
_NOISE = 4.0  # ink stands out from the paper by this many standard deviations of the noise

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
    prepared : ndarray of shape (28, 28), uint8, or None
        The digit, where the picture is one that has been prepared as MNIST was.
    """

    ink: Floats
    threshold: float
    dark_on_light: bool
    prepared: Ink | None = None


def flatten(picture: Ink) -> Flattened:
    """Take the paper away: find the polarity and the brightness of the paper, and the ink.

    The brightness is a trend and a grey-scale closing of the rest, a maximum over a
    window larger than any stroke and then a minimum: it fills the strokes and leaves
    shadows as they are (Serra, *Image Analysis and Mathematical Morphology*, 1982).

    Parameters
    ----------
    picture : ndarray of shape (h, w), uint8
        Grey values, light or dark ink, of any size but empty.

    Returns
    -------
    Flattened
        The ink, and what was found out about it.
    """
    prepared = prepared_already(picture)
    if prepared is not None:
        dark_on_light = bool(picture[0, 0] == 255)
        ready = 255 - picture if dark_on_light else picture
        return Flattened(ready.astype(np.float32) / 255, 0.5, dark_on_light, prepared)
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


def prepared_already(picture: Ink) -> Ink | None:
    """Return the digit of a picture that shows an image of MNIST, or one prepared like it.

    Parameters
    ----------
    picture : ndarray of shape (h, w), uint8
        Grey values. Such a picture has 28 x 28 pixels, or each of them enlarged to a square
        of the same number of pixels, in either polarity.

    Returns
    -------
    ndarray of shape (28, 28), uint8, or None
        255 for ink; None for any other picture.
    """
    factor = picture.shape[0] // SIDE
    if factor < 1 or picture.shape != (SIDE * factor, SIDE * factor):
        return None
    small = picture[::factor, ::factor]
    if not np.array_equal(small.repeat(factor, axis=0).repeat(factor, axis=1), picture):
        return None
    return next((ink.copy() for ink in (255 - small, small) if _is_prepared(ink)), None)


def _is_prepared(ink: Ink) -> bool:
    """Return whether ink lies as in MNIST: 20 pixels long, its mass in the middle, on paper."""
    edge = np.concatenate([ink[0], ink[-1], ink[:, 0], ink[:, -1]])
    on_paper = int(np.count_nonzero(edge)) < 0.2 * len(edge)
    off_centre = max(abs(place - CENTRE) for place in centre_of_mass(ink))
    return on_paper and BOX - 3 <= max(crop(ink).shape) <= BOX and off_centre <= 0.75


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
    rows, columns = (linear_weights(old, new) for old, new in zip(values.shape, shape, strict=True))
    large: Floats = rows @ values.astype(np.float32) @ columns.T
    return large


def _scaled(ink: Floats) -> tuple[Floats, float]:
    """Return ink with the darkest at 1, and a threshold between paper and ink.

    The darkest is the mean of the ink that is darker than half of the maximum,
    after a small blur: single dark pixels do not count.
    """
    noise = _NOISE * _noise(ink)
    # Clean paper needs no blur, but grey that is made of black and white dots does.
    share = ink / max(float(ink.max()), 1e-9)
    clean = noise == 0 and bool(((share > 0.02) & (share < 0.98)).any())
    blurred = ink if clean else _blur(ink)
    top = float(blurred.max())
    if top < max(_LEAST_CONTRAST, noise):
        return ink, 1.0
    darkest = float(np.median(blurred[blurred > 0.6 * top]))
    threshold = max(_otsu(blurred[blurred > min(noise, 0.25 * darkest)]) / darkest, 0.3)
    return (blurred / darkest).clip(0, 1), float(np.clip(threshold, 0.05, 0.55))


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
