"""The picture of a block of cells, composed in one NumPy array.

One array a repaint is several times faster than a delegate a cell: the digits
are gathered, enlarged by whole pixels, coloured through a table of 256 colours,
and the badges are stamped onto them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from mnist_desktop.ui.theme import Colours

Pixels = NDArray[np.uint32]


@dataclass(frozen=True, eq=False)
class Stamps:
    """Small opaque pictures, one a class: ARGB of shape (classes, h, w), uint32."""

    labels: Pixels
    wrong: Pixels


@dataclass(frozen=True, eq=False)
class Cells:
    """What a block of n cells shows.

    Attributes
    ----------
    images : ndarray of shape (n, 28, 28), uint8
        The digits.
    labels : ndarray of shape (n,), integer, optional
        Labels to stamp.
    wrong : ndarray of shape (n,), integer, optional
        The prediction where it is wrong, -1 elsewhere.
    """

    images: NDArray[np.uint8]
    labels: NDArray[np.intp] | None = None
    wrong: NDArray[np.intp] | None = None


def ink_table(colours: Colours) -> Pixels:
    """Return the 256 colours from paper to ink, ARGB, of shape (256,)."""
    paper, ink = (_rgb(QColor(name)) for name in (colours.paper, colours.ink))
    share = np.linspace(0, 1, 256)[:, None]
    red, green, blue = np.rint((1 - share) * paper + share * ink).astype(np.uint32).T
    table: Pixels = 0xFF000000 | red << 16 | green << 8 | blue
    return table


def _rgb(colour: QColor) -> NDArray[np.intp]:
    return np.array([colour.red(), colour.green(), colour.blue()])


def compose(
    cells: Cells, columns: int, cell: int, table: Pixels, background: int, stamps: Stamps
) -> Pixels:
    """Return the picture of a block of cells.

    Parameters
    ----------
    cells : Cells
        What to show, row by row.
    columns, cell : int
        Cells a row, and device pixels a cell.
    table : ndarray of shape (256,), uint32
        The colour of each pixel value.
    background : int
        The colour, ARGB, around the digits and where the last row has no cell.
    stamps : Stamps
        The badges.

    Returns
    -------
    ndarray of shape (rows * cell, columns * cell), uint32
        ARGB.
    """
    count = len(cells.images)
    rows = -(-count // columns)
    digits = np.zeros((rows * columns, 28, 28), np.uint8)
    digits[:count] = cells.images
    factor = max(1, cell // 28)
    margin, side = (cell - 28 * factor) // 2, 28 * factor
    grid = np.full((rows, cell, columns, cell), background, np.uint32)
    large = digits.repeat(factor, axis=1).repeat(factor, axis=2)
    inner = slice(margin, margin + side)
    grid[:, inner, :, inner] = table[large.reshape(rows, columns, side, side)].transpose(0, 2, 1, 3)
    row, column = np.divmod(np.arange(rows * columns), columns)
    grid[row[count:], :, column[count:]] = background
    _stamp(grid, row[:count], column[:count], cells, stamps)
    return grid.reshape(rows * cell, columns * cell)


def _stamp(
    grid: Pixels, row: NDArray[np.intp], column: NDArray[np.intp], cells: Cells, stamps: Stamps
) -> None:
    cell = grid.shape[1]
    if cells.labels is not None:
        height, width = stamps.labels.shape[1:]
        grid[row, cell - height :, column, :width] = stamps.labels[cells.labels]
    if cells.wrong is not None:
        marked = cells.wrong >= 0
        height, width = stamps.wrong.shape[1:]
        grid[row[marked], :height, column[marked], cell - width :] = stamps.wrong[
            cells.wrong[marked]
        ]


def make_stamps(names: Sequence[str], height: int, font: QFont, colours: Colours) -> Stamps:
    """Draw the badges: the label, and a cross with the prediction.

    Parameters
    ----------
    names : sequence of str
        What each class is called.
    height : int
        Height of a badge, device pixels.
    font : QFont
        The family to write in.
    colours : Colours
        The theme.
    """
    font = QFont(font)
    font.setBold(True)
    font.setPixelSize(max(7, round(height * 0.86)))
    label = [_badge(name, height, font, colours.window, colours.ink, False) for name in names]
    wrong = [_badge(name, height, font, colours.wrong, colours.paper, True) for name in names]
    return Stamps(np.stack(label), np.stack(wrong))


def _badge(name: str, height: int, font: QFont, back: str, ink: str, cross: bool) -> Pixels:
    width = round(height * (1.75 if cross else 0.95))
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor(back))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    left = 0.0
    if cross:
        left = height * 0.8
        arm = QRectF(height * 0.26, height * 0.26, height * 0.48, height * 0.48)
        draw_cross(painter, arm, QColor(ink), max(1.2, height * 0.12))
    painter.drawText(QRectF(left, 0, width - left, height), Qt.AlignmentFlag.AlignCenter, name)
    painter.end()
    return pixels_of(image)


def pixels_of(image: QImage) -> Pixels:
    """Return a copy of an image's pixels, ARGB, of shape (height, width), uint32."""
    buffer = np.frombuffer(image.constBits(), np.uint32)
    return buffer.reshape(image.height(), image.bytesPerLine() // 4)[:, : image.width()].copy()


def draw_cross(painter: QPainter, box: QRectF, colour: QColor, width: float) -> None:
    """Draw the sign for wrong into a box."""
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(box.topLeft(), box.bottomRight())
    painter.drawLine(box.topRight(), box.bottomLeft())


def draw_tick(painter: QPainter, box: QRectF, colour: QColor, width: float) -> None:
    """Draw the sign for right into a box."""
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    low = QPointF(box.left() + box.width() * 0.38, box.bottom())
    painter.drawLine(QPointF(box.left(), box.top() + box.height() * 0.6), low)
    painter.drawLine(low, box.topRight())
