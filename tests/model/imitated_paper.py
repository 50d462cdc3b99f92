"""Imitations of photographs of paper: MNIST digits under bad light, to try the import with."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.network import sigmoid
from mnist_desktop.model.preparation import Ink

Floats = NDArray[np.floating[Any]]

_LARGEST_TURN = np.deg2rad(10)


def photograph(
    images: Ink, random: np.random.Generator, side: int = 240, *, light_ink: bool = False
) -> Ink:
    """Return an imitated photograph of digits written in a row on paper.

    Light that falls unevenly, a soft shadow, ruled or squared paper, a turn of up
    to 10 degrees, blur and the noise of a camera; every photograph is another.

    Parameters
    ----------
    images : ndarray of shape (n, 28, 28), uint8
        The digits, 255 for ink.
    random : Generator
        Where all of that comes from.
    side : int
        Height of the photograph; its width is n times that. Pixels.
    light_ink : bool, keyword-only
        Chalk on a board instead of a pen on paper.

    Returns
    -------
    ndarray of shape (side, n * side), uint8
        Grey values.
    """
    width = side * len(images)
    ink = np.zeros((side, width), np.float32)
    for place, image in enumerate(images):
        ink[:, place * side : (place + 1) * side] = _turned(image, side, random)
    lines = _ruled(side, width, random)
    ink = _blur(ink, int(random.integers(1, 4)))
    strength, faintness = random.uniform(0.55, 0.9), random.uniform(0.05, 0.25)
    marks = np.maximum(ink * strength, lines * faintness)
    light = _light(side, width, random)
    grey = light * (0.15 + 0.7 * marks) if light_ink else light * (1 - marks)
    grey = _blur(grey, 1) + random.normal(0, random.uniform(1, 6), grey.shape) / 255
    picture: Ink = np.rint(grey * 255).clip(0, 255).astype(np.uint8)
    return picture


def _turned(image: Ink, side: int, random: np.random.Generator) -> Floats:
    """Return a digit enlarged, moved and turned, of shape (side, side), from 0 to 1."""
    angle = random.uniform(-_LARGEST_TURN, _LARGEST_TURN)
    scale = 28 / side * random.uniform(1.0, 2.0)
    move = random.uniform(-0.1, 0.1, 2) * side
    rows, columns = np.mgrid[:side, :side] - (side - 1) / 2
    rows, columns = rows - move[0], columns - move[1]
    cos, sin = np.cos(angle) * scale, np.sin(angle) * scale
    return _sample(image, cos * rows - sin * columns + 13.5, sin * rows + cos * columns + 13.5)


def _sample(image: Ink, rows: Floats, columns: Floats) -> Floats:
    """Return the values of an image between its pixels, linearly; paper outside."""
    padded = np.pad(image.astype(np.float32) / 255, 2)
    rows, columns = (rows + 2).clip(0, 30), (columns + 2).clip(0, 30)
    top, left = rows.astype(int), columns.astype(int)
    down, right = rows - top, columns - left
    upper = padded[top, left] * (1 - right) + padded[top, left + 1] * right
    lower = padded[top + 1, left] * (1 - right) + padded[top + 1, left + 1] * right
    values: Floats = upper * (1 - down) + lower * down
    return values


def _ruled(height: int, width: int, random: np.random.Generator) -> Floats:
    """Return ruled or squared lines, slightly slanted, 1 on a line; at times none at all."""
    kind = random.integers(3)
    gap, thick = random.uniform(0.12, 0.3) * height, max(1.0, height / 160)
    slope, start = random.uniform(-0.02, 0.02), random.uniform(0, gap)
    rows, columns = np.mgrid[:height, :width].astype(np.float32)
    lines = np.zeros((height, width), np.float32)
    if kind >= 1:
        lines[(rows + slope * columns + start) % gap < thick] = 1
    if kind == 2:
        lines[(columns - slope * rows + start) % gap < thick] = 1
    return lines


def _light(height: int, width: int, random: np.random.Generator) -> Floats:
    """Return the light on the paper: a gradient, and the soft edge of a shadow."""
    rows, columns = np.mgrid[:height, :width].astype(np.float32)
    along = rows / height * random.uniform(-1, 1) + columns / width * random.uniform(-1, 1)
    along = (along - along.min()) / max(float(np.ptp(along)), 1e-6)
    light = random.uniform(0.75, 1.0) * (1 - random.uniform(0, 0.5) * along)
    edge = (columns * random.uniform(-1, 1) + rows * random.uniform(-1, 1)) / height
    shadow = sigmoid((edge - random.uniform(-0.3, 0.3)) * random.uniform(5, 30))
    values: Floats = light * (1 - random.uniform(0, 0.4) * shadow)
    return values


def _blur(values: Floats, times: int) -> Floats:
    for _ in range(times):
        for axis in (0, 1):
            values = (np.roll(values, 1, axis) + 2 * values + np.roll(values, -1, axis)) / 4
    return values


def with_table(picture: Ink, random: np.random.Generator) -> Ink:
    """Return a photograph of which the sheet leaves a corner or a strip of a dark table.

    Parameters
    ----------
    picture : ndarray of shape (h, w), uint8
        The photograph; it stays as it is.
    random : Generator
        Where the table can be seen.

    Returns
    -------
    ndarray of shape (h, w), uint8
    """
    picture = picture.copy()
    height, width = picture.shape
    rows, columns = np.mgrid[:height, :width]
    kind = random.integers(3)
    if kind == 0:
        picture[(columns > 0.75 * width) & (rows < 0.1 * height - 0.02 * (width - columns))] = 40
    elif kind == 1:
        picture[:, : random.integers(3, 9)] = 50
        picture[-random.integers(3, 9) :, width // 3 :] = 60
    else:
        picture[rows + columns < 0.18 * height] = 45
    return picture


def with_frame(picture: Ink, random: np.random.Generator) -> Ink:
    """Return a photograph with a frame drawn around all of its digits.

    Parameters
    ----------
    picture : ndarray of shape (h, w), uint8
        The photograph; it stays as it is.
    random : Generator
        How far from the edge the frame is.

    Returns
    -------
    ndarray of shape (h, w), uint8
    """
    framed = picture.copy()
    margin = int(random.integers(3, 9))
    framed[margin:-margin, margin:-margin] = 20
    inner = slice(margin + 2, -margin - 2)
    framed[inner, inner] = picture[inner, inner]
    return framed


def by_pens(images: Ink, strengths: list[float], random: np.random.Generator) -> Ink:
    """Return digits in a row on white paper, each by a pen of its own.

    Parameters
    ----------
    images : ndarray of shape (n, 28, 28), uint8
        The digits, 255 for ink.
    strengths : list of float
        How dark each pen is, from 0 to 1.
    random : Generator
        The noise of the camera.

    Returns
    -------
    ndarray of shape (200, 190 * n + 30), uint8
    """
    grey = np.full((200, 190 * len(images) + 30), 245.0)
    for place, (image, strength) in enumerate(zip(images, strengths, strict=True)):
        left = 30 + 190 * place
        grey[30:170, left : left + 140] -= np.kron(image, np.ones((5, 5))) * 0.8 * strength
    noisy = _blur(grey, 2) + random.normal(0, 2, grey.shape)
    picture: Ink = np.rint(noisy).clip(0, 255).astype(np.uint8)
    return picture
