"""From a drawing of any size to the 28 x 28 pixels that f was trained on.

The recipe is the one by which MNIST was made (LeCun, Bottou, Bengio, Haffner,
*Gradient-Based Learning Applied to Document Recognition*, 1998, section III.A):
the ink is cropped, scaled so that its longer side is 20 pixels, and placed so
that its centre of mass lies at the centre of the 28 x 28 pixels. For all 10,000
test images that centre is index (14, 14), within half a pixel.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

SIDE = 28
#: The longer side of the ink, pixels.
BOX = 20
#: Index of the row and of the column on which the centre of mass lies.
CENTRE = 14
#: Less ink than this in the prepared image, in pixels full of ink, is no digit yet: the
#: thinnest of the 70,000 images of MNIST has 20.
LEAST_INK = 6.0

Floats = NDArray[np.floating[Any]]
Ink = NDArray[np.uint8]


@dataclass(frozen=True)
class Steps:
    """Which steps of the preparation are done.

    Attributes
    ----------
    polarity : bool
        Turn dark on light into MNIST's 255 for ink and 0 for paper.
    crop : bool
        Cut away the paper around the ink and scale it to 20 pixels; without it, the
        whole picture is shrunk to 28 pixels.
    centre : bool
        Move the centre of mass to index (14, 14).
    """

    polarity: bool = True
    crop: bool = True
    centre: bool = True


@dataclass(frozen=True, eq=False)
class Preparation:
    """A drawing on its way to f, step by step, all values from 0 to 255.

    Attributes
    ----------
    ink : ndarray of shape (h, w), uint8
        The drawing after the polarity.
    cropped : ndarray of shape (h', w'), uint8
        What the crop kept, still at full size.
    scaled : ndarray of shape (28, 28), uint8
        Scaled, its box in the middle.
    image : ndarray of shape (28, 28), uint8
        What f gets, times 1 / 256.
    """

    ink: Ink
    cropped: Ink
    scaled: Ink
    image: Ink

    @property
    def blank(self) -> bool:
        """Whether there is too little ink to read."""
        return bool(self.image.sum(dtype=np.int64) < LEAST_INK * 255)


ALL_STEPS = Steps()


def prepare(picture: Ink, steps: Steps = ALL_STEPS) -> Preparation:
    """Prepare a picture of one digit as MNIST was prepared.

    Parameters
    ----------
    picture : ndarray of shape (h, w), uint8
        Dark ink on light paper, 0 for ink and 255 for paper; of any size but empty.
    steps : Steps
        Which steps to do.

    Returns
    -------
    Preparation
        The image, and what each step made.
    """
    ink = 255 - picture if steps.polarity else picture
    cropped = crop(ink) if steps.crop else ink
    small = _to_box(cropped) if steps.crop else fit(cropped, SIDE)
    scaled = _bytes(paste(small, *_in_the_middle(small)))
    image = _bytes(paste(small, *_by_mass(small))) if steps.centre else scaled
    return Preparation(ink, cropped, scaled, image)


def prepare_ink(ink: Ink) -> Ink:
    """Prepare ink, 255 on 0, with all steps but the polarity; returns uint8 of (28, 28)."""
    small = _to_box(crop(ink))
    return _bytes(paste(small, *_by_mass(small)))


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


def crop(ink: Ink) -> Ink:
    """Return the smallest part, a view, that holds all ink; everything if there is none."""
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows):
        return ink
    return ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _to_box(cropped: Ink) -> Floats:
    """Scale to a longer side of 20 pixels, or to what can be centred without cutting ink off.

    A digit fits at once. A blot with a long thin tail has its centre of mass so near to
    an end that 20 pixels would reach out of the 28.
    """
    for side in range(BOX, 0, -1):
        small = fit(cropped, side)
        top, left = _by_mass(small)
        height, width = small.shape
        if min(top, left) >= 0 and top + height <= SIDE and left + width <= SIDE:
            break
    return small


def fit(picture: Ink | Floats, side: int) -> Floats:
    """Return the picture with its longer side `side` pixels long, the other in proportion."""
    height, width = picture.shape
    longer = max(height, width)
    shape = max(1, round(height * side / longer)), max(1, round(width * side / longer))
    return resize(picture, *shape)


def resize(picture: Ink | Floats, height: int, width: int) -> Floats:
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

    Returns
    -------
    ndarray of shape (new, old), float32
        Rows that sum to 1. The middles of the pixels count, and beyond the first and
        the last middle the value stays.
    """
    middles = ((np.arange(new) + 0.5) * old / new - 0.5).clip(0, old - 1)
    return (1 - np.abs(middles[:, None] - np.arange(old))).clip(0).astype(np.float32)


def centre_of_mass(image: Ink | Floats) -> tuple[float, float]:
    """Return the row and the column of the centre of mass, as indices; the middle if empty."""
    values = image.astype(np.float64)
    total = values.sum()
    if total == 0:
        return (image.shape[0] - 1) / 2, (image.shape[1] - 1) / 2
    row = values.sum(axis=1) @ np.arange(image.shape[0]) / total
    column = values.sum(axis=0) @ np.arange(image.shape[1]) / total
    return float(row), float(column)


def _in_the_middle(small: Floats) -> tuple[int, int]:
    return (SIDE - small.shape[0]) // 2, (SIDE - small.shape[1]) // 2


def _by_mass(small: Floats) -> tuple[int, int]:
    """Return where the upper left corner belongs, by whole pixels."""
    row, column = centre_of_mass(_bytes(small))
    return round(CENTRE - row), round(CENTRE - column)


def paste(small: Floats, top: int, left: int) -> Floats:
    """Return 28 x 28 pixels of paper with `small` at a place; what reaches out is cut off."""
    image = np.zeros((SIDE, SIDE), np.float32)
    height, width = small.shape
    rows, columns = slice(max(top, 0), top + height), slice(max(left, 0), left + width)
    image[rows, columns] = small[max(-top, 0) : SIDE - top, max(-left, 0) : SIDE - left]
    return image


def _bytes(values: Floats) -> Ink:
    rounded: Ink = np.rint(values).clip(0, 255).astype(np.uint8)
    return rounded
