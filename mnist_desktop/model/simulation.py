"""What each step of the preparation is worth: test digits redrawn anywhere, then read."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.data import Split
from mnist_desktop.model.network import Parameters, f
from mnist_desktop.model.preparation import ALL_STEPS, Ink, Steps, crop, prepare
from mnist_desktop.model.scaling import linear_weights

COUNT = 3_000
BOARD = 200
_SMALLEST, _LARGEST = 0.25, 0.9  # longer side of a redrawn digit, as a share of the board
_REPORT_EVERY = 60

#: What is compared: everything, each step left out, and the picture just shrunk.
VARIANTS: tuple[tuple[str, Steps], ...] = (
    ("all", ALL_STEPS),
    ("polarity", Steps(polarity=False)),
    ("crop", Steps(crop=False)),
    ("centre", Steps(centre=False)),
    ("shrunk", Steps(crop=False, centre=False)),
)


@dataclass(frozen=True)
class StepCosts:
    """How many redrawn digits are read right, so far.

    Attributes
    ----------
    done, total : int
        Digits read, and to be read.
    untouched : float
        Share of the same digits read right as they are in MNIST, from 0 to 1.
    shares : mapping of str to float
        Share read right for each name in :data:`VARIANTS`: with all steps, without
        the named one, and "shrunk" with polarity only.
    """

    done: int
    total: int
    untouched: float
    shares: dict[str, float]


def step_costs(
    split: Split, parameters: Parameters, count: int = COUNT, seed: int = 0
) -> Iterator[StepCosts]:
    """Measure what each step is worth on digits redrawn at random size and place.

    Parameters
    ----------
    split : Split
        Where the digits are drawn from, without repetition.
    parameters : Parameters
        The network.
    count, seed : int
        How many digits, at most all of the split, and which.

    Yields
    ------
    StepCosts
        What is known so far; the last one is complete.
    """
    random = np.random.default_rng(seed)
    chosen = random.permutation(len(split))[:count]
    names = ["untouched", *(name for name, _ in VARIANTS)]
    right, done = np.zeros(len(names), np.intp), 0
    for start in range(0, len(chosen), _REPORT_EVERY):
        part = chosen[start : start + _REPORT_EVERY]
        images = np.stack([_variants(image, random) for image in split.images[part]])
        right += _count_right(images, split.labels[part], parameters)
        done += len(part)
        shares = dict(zip(names, (right / done).tolist(), strict=True))
        yield StepCosts(done, len(chosen), shares.pop("untouched"), shares)


def _variants(image: Ink, random: np.random.Generator) -> Ink:
    """Return a digit untouched and in each variant of the preparation: (6, 28, 28)."""
    picture = redraw(image, random)
    return np.stack([image, *(prepare(picture, steps).image for _, steps in VARIANTS)])


def _count_right(
    images: Ink, labels: NDArray[np.uint8], parameters: Parameters
) -> NDArray[np.intp]:
    """Return how often each variant is read right, of shape (6,); images is (n, 6, 28, 28)."""
    W1, B1, W2, B2 = parameters
    scores = f(images.reshape(-1, 784).T / np.float32(256), W1, W2, B1, B2)
    predictions = scores.argmax(axis=0).reshape(images.shape[:2])
    right: NDArray[np.intp] = np.count_nonzero(predictions == labels[:, None], axis=0)
    return right


def redraw(image: Ink, random: np.random.Generator, board: int = BOARD) -> Ink:
    """Return a digit in black on a white board, smoothly enlarged, at random size and place.

    Parameters
    ----------
    image : ndarray of shape (28, 28), uint8
        The digit, 255 for ink.
    random : Generator
        Where size and place come from.
    board : int
        Side of the board, pixels.

    Returns
    -------
    ndarray of shape (board, board), uint8
        0 for ink and 255 for paper.
    """
    ink = crop(image)
    side = random.uniform(_SMALLEST, _LARGEST) * board
    height, width = np.maximum(np.rint(np.array(ink.shape) * side / max(ink.shape)), 1).astype(int)
    top, left = random.integers(0, board - height + 1), random.integers(0, board - width + 1)
    picture = np.full((board, board), 255, np.uint8)
    picture[top : top + height, left : left + width] = 255 - enlarge(ink, height, width)
    return picture


def enlarge(ink: Ink, height: int, width: int) -> Ink:
    """Enlarge ink, interpolated linearly between the middles of its pixels.

    Parameters
    ----------
    ink : ndarray of shape (h, w), uint8
        255 for ink.
    height, width : int
        The new size, pixels.

    Returns
    -------
    ndarray of shape (height, width), uint8
    """
    rows, columns = linear_weights(ink.shape[0], height), linear_weights(ink.shape[1], width)
    large: Ink = np.rint(rows @ ink.astype(np.float32) @ columns.T).astype(np.uint8)
    return large
