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

from mnist_desktop.model.scaling import resize

SIDE = 28
#: The longer side of the ink, pixels.
BOX = 20
#: Index of the row and of the column on which the centre of mass lies.
CENTRE = 14
#: Less ink than this in the prepared image, in pixels full of ink, is no digit yet: the
#: thinnest of the 70,000 images of MNIST has 20.
LEAST_INK = 6.0

_FINE = 80  # the longer side at which strokes are measured and thinned, pixels
_THICK = 0.25  # of the longer side; thicker strokes are thinned: 1 in 1,000 of MNIST is
_USUAL = 0.16  # what it is thinned to

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
    thinned : bool
        Whether the strokes were too thick for the size of the digit and have been thinned.
    """

    ink: Ink
    cropped: Ink
    scaled: Ink
    image: Ink
    thinned: bool = False

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
    thin = _thinned(cropped) if steps.crop else None
    small = fit(cropped, SIDE) if not steps.crop else _to_box(cropped if thin is None else thin)
    scaled = _bytes(paste(small, *_in_the_middle(small)))
    image = _bytes(paste(small, *_by_mass(small))) if steps.centre else scaled
    return Preparation(ink, cropped, scaled, image, thin is not None)


def prepare_ink(ink: Ink) -> Ink:
    """Prepare ink with all steps but the polarity, its strokes as they are.

    Parameters
    ----------
    ink : ndarray of shape (h, w), uint8
        255 for ink and 0 for paper; of any size but empty.

    Returns
    -------
    ndarray of shape (28, 28), uint8
    """
    small = _to_box(crop(ink))
    return _bytes(paste(small, *_by_mass(small)))


def stroke_width(ink: Ink | Floats) -> float:
    """Estimate how thick the strokes are: twice their area by the length of their outline.

    Parameters
    ----------
    ink : ndarray of shape (h, w)
        From 0 to 255 for ink, cropped.

    Returns
    -------
    float
        As a share of the longer side; 0 if there is no ink.
    """
    mask = np.pad(ink, 1) > 127
    down, across = (np.count_nonzero(np.diff(mask, axis=axis)) for axis in (0, 1))
    # A slanted outline is counted as its steps: pi / 4 of them on average over all slants.
    outline = (down + across) * np.pi / 4
    return float(2 * np.count_nonzero(mask) / max(outline, 1) / max(ink.shape))


def _thinned(cropped: Ink) -> Ink | None:
    """Return too thick ink at a smaller size with usual strokes, cropped; else None.

    A pen that is thick for the size of the digit closes its loops.
    """
    if max(cropped.shape) <= 2 * BOX:
        return None
    fine = fit(cropped, _FINE)
    width = stroke_width(fine)
    if width <= _THICK:
        return None
    thin = np.pad(fine, 1)
    # What is taken off the outline shortens the digit too, and its strokes count for more.
    for step in range(round((width - _USUAL) / (1 - _USUAL) / 2 * _FINE)):
        thin = _eroded(thin, corners=step % 2 == 1)
    kept = crop(_bytes(thin))
    return kept if int(thin.max()) > 127 and max(kept.shape) > BOX else None


def _eroded(ink: Floats, *, corners: bool) -> Floats:
    """Return the least of each pixel and its 4 neighbours, or 8 with those at its corners."""
    padded = np.pad(ink, 1)
    rows = np.minimum(padded[:-2], padded[2:])
    if corners:
        rows = np.minimum(rows, padded[1:-1])
        return np.minimum(np.minimum(rows[:, :-2], rows[:, 2:]), rows[:, 1:-1])
    across = np.minimum(padded[1:-1, :-2], padded[1:-1, 2:])
    return np.minimum(np.minimum(rows[:, 1:-1], across), ink)


def crop(ink: Ink) -> Ink:
    """Cut away the paper around the ink.

    Parameters
    ----------
    ink : ndarray of shape (h, w), uint8
        0 for paper.

    Returns
    -------
    ndarray of shape (h', w'), uint8
        A view of the smallest part that holds all ink; of everything if there is none.
    """
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
    """Scale a picture in proportion.

    Parameters
    ----------
    picture : ndarray of shape (h, w)
        Values of any range.
    side : int
        The new longer side, pixels.

    Returns
    -------
    ndarray of shape (h', w'), float32
    """
    height, width = picture.shape
    longer = max(height, width)
    shape = max(1, round(height * side / longer)), max(1, round(width * side / longer))
    return resize(picture, *shape)


def centre_of_mass(image: Ink | Floats) -> tuple[float, float]:
    """Find the centre of mass.

    Parameters
    ----------
    image : ndarray of shape (h, w)
        The mass of each pixel.

    Returns
    -------
    row, column : float
        As indices; the middle if there is no mass.
    """
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
    """Paste a small picture on paper; what reaches out is cut off.

    Parameters
    ----------
    small : ndarray of shape (h, w)
        What to paste.
    top, left : int
        Where its first pixel goes, pixels.

    Returns
    -------
    ndarray of shape (28, 28), float32
    """
    image = np.zeros((SIDE, SIDE), np.float32)
    height, width = small.shape
    rows, columns = slice(max(top, 0), top + height), slice(max(left, 0), left + width)
    image[rows, columns] = small[max(-top, 0) : SIDE - top, max(-left, 0) : SIDE - left]
    return image


def _bytes(values: Floats) -> Ink:
    rounded: Ink = np.rint(values).clip(0, 255).astype(np.uint8)
    return rounded
