"""Pictures of digits: one, or a row of them as in the lecture."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.image import AxesImage
from numpy.typing import ArrayLike, NDArray

from mnist_desktop.plots.style import Style, set_margins, size_in_lines

_MOST_IN_A_ROW = 10
_TICKS = (0, 7, 14, 21, 27)


class NotebookFigure(Figure):
    """A Figure that a notebook shows by itself, without pyplot's global state."""

    def _repr_png_(self) -> bytes:
        buffer = io.BytesIO()
        self.savefig(buffer, format="png", bbox_inches="tight")
        return buffer.getvalue()


def draw_digit(ax: Axes, image: ArrayLike, cmap: str = "binary") -> AxesImage:
    """Draw one image of 784 pixels as a 28 x 28 picture.

    Parameters
    ----------
    ax : Axes
        Where to draw.
    image : array_like of 784 numbers, any shape
        Pixels, from 0 for paper to 255, or to 1 for floats.
    cmap : str
        Colour map; "binary" has black ink on white paper.
    """
    pixels = np.asarray(image).reshape(28, 28)
    highest = 255 if pixels.dtype == np.uint8 else 1
    return ax.matshow(pixels, cmap=cmap, vmin=0, vmax=highest)


def draw_digits(
    figure: Figure,
    images: Sequence[ArrayLike] | NDArray[np.uint8],
    captions: Sequence[str] = (),
    cmap: str = "binary",
) -> list[Axes]:
    """Draw several images without ticks: in a row, from eleven on in a grid.

    Parameters
    ----------
    figure : Figure
        Where to draw.
    images : sequence of array_like of 784 numbers
        The images.
    captions : sequence of str
        A line under each image.
    cmap : str
        Colour map.
    """
    columns, rows = grid_shape(len(images))
    captions = captions or [""] * len(images)
    axes = []
    for place, (image, caption) in enumerate(zip(images, captions, strict=True), start=1):
        ax = figure.add_subplot(rows, columns, place)
        draw_digit(ax, image, cmap)
        ax.set_xticks([])
        ax.set_yticks([])
        ax.set_xlabel(caption, fontsize="medium")
        axes.append(ax)
    return axes


def grid_shape(count: int) -> tuple[int, int]:
    """Return columns and rows for `count` pictures: a row up to ten, then a wide grid."""
    if count <= _MOST_IN_A_ROW:
        return max(count, 1), 1
    columns = int(np.ceil(np.sqrt(count * 2)))
    return columns, -(-count // columns)


def plot_image(image: ArrayLike) -> Figure:
    """Plot one image as in the lecture, with matshow in black on white.

    Parameters
    ----------
    image : array_like of 784 numbers
        An image, for instance of shape (784, 1), or an ``(image, label)``'s first half.

    Returns
    -------
    Figure
        A notebook shows it; ``figure.savefig("digit.png")`` saves it.
    """
    figure = NotebookFigure(figsize=(4, 4))
    FigureCanvasAgg(figure)
    draw_digit(figure.add_subplot(), image)
    return figure


def plot_images(images: Iterable[Any]) -> Figure:
    """Plot images side by side without ticks.

    Parameters
    ----------
    images : iterable of array_like of 784 numbers, or of (image, label)
        For instance ``training_data[0:10]``.

    Returns
    -------
    Figure
        A notebook shows it.
    """
    pictures = [image[0] if isinstance(image, tuple) else image for image in images]
    columns, rows = grid_shape(len(pictures))
    figure = NotebookFigure(figsize=(1.2 * columns, 1.2 * rows))
    FigureCanvasAgg(figure)
    draw_digits(figure, pictures)
    return figure


class DigitPlot:
    """One large digit that can be exchanged quickly: only its pixels and its title change."""

    def __init__(self, figure: Figure, style: Style) -> None:
        ax = figure.add_subplot()
        set_margins(ax, style, left=3, right=3, bottom=1, top=4.6)
        self._picture = draw_digit(ax, np.zeros((28, 28), np.uint8), style.digits)
        ax.set_xticks(_TICKS)
        ax.set_yticks(_TICKS)
        self._title = figure.text(
            0.5, 1, "", ha="center", va="top", fontsize=style.points * 1.2, weight="bold"
        )
        _, height = size_in_lines(figure, style)
        self._title.set_y(1 - 0.7 / height)
        # The frame is drawn again as well, since the digit covers half of its line.
        self.lively = (self._picture, *ax.spines.values(), self._title)

    def show(self, image: NDArray[np.uint8], title: str) -> None:
        """Exchange the digit, uint8 of shape (28, 28), and its title."""
        self._picture.set_data(image)
        self._title.set_text(title)
