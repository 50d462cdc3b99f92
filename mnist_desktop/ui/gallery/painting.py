"""The picture of a block of cells, composed in one NumPy array.

One array a repaint is several times faster than a delegate a cell: the digits
are gathered, enlarged by whole pixels, coloured through a table of 256 colours,
and the badges are stamped onto them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from mnist_desktop.ui.base.signs import draw_cross, draw_star
from mnist_desktop.ui.base.theme import Colours
from mnist_desktop.ui.pictures.arrays import Pixels, pixels_of

STAR_SIGN = "★"
#: Where in a cell a badge sits, as (right, bottom).
LABEL, WRONG, STAR, DOUBT = (False, True), (True, False), (False, False), (True, True)
Corner = tuple[bool, bool]
_CROSS_WIDTH = 0.75  # in heights of a badge

#: For each corner the badges that can sit there: ARGB of shape (kinds, h, w), uint32.
Stamps = Mapping[Corner, Pixels]


@dataclass(frozen=True, eq=False)
class Cells:
    """What a block of n cells shows.

    Attributes
    ----------
    images : ndarray of shape (n, 28, 28), uint8
        The digits.
    badges : mapping of corner to ndarray of shape (n,), integer
        Which badge of the corner a cell carries, -1 for none.
    """

    images: NDArray[np.uint8]
    badges: Mapping[Corner, NDArray[np.intp]] = field(default_factory=dict)


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
    for corner, kinds in cells.badges.items():
        _stamp(grid, row[:count], column[:count], kinds, stamps[corner], corner)
    return grid.reshape(rows * cell, columns * cell)


def _stamp(
    grid: Pixels,
    row: NDArray[np.intp],
    column: NDArray[np.intp],
    kinds: NDArray[np.intp],
    badges: Pixels,
    corner: Corner,
) -> None:
    marked = np.flatnonzero(kinds >= 0)
    cell, (height, width) = grid.shape[1], badges.shape[1:]
    right, bottom = corner
    down = slice(cell - height, cell) if bottom else slice(0, height)
    across = slice(cell - width, cell) if right else slice(0, width)
    grid[row[marked], down, column[marked], across] = badges[kinds[marked]]


def make_stamps(
    names: Sequence[str], height: int, font: QFont, colours: Colours, cell: int = 200
) -> Stamps:
    """Draw the badges: labels, crosses with the prediction, a star, a question mark.

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
    cell : int
        Side of a cell, device pixels, in which a badge must find room.
    """
    pen = QFont(font)
    pen.setBold(True)
    pen.setPixelSize(max(7, round(height * 0.86)))
    metrics, room = QFontMetricsF(pen), cell - _CROSS_WIDTH * height
    names = [metrics.elidedText(name, Qt.TextElideMode.ElideRight, room) for name in names]
    width = max(1.0, *(metrics.horizontalAdvance(name) / height for name in names))
    width = min(width, room / height)
    plain = _Badge(height, width, pen, colours.window, colours.ink)
    wrong = _Badge(height, width + _CROSS_WIDTH, pen, colours.wrong, colours.paper)
    mark = _Badge(height, 1.0, pen, colours.accent, colours.on_accent)
    return {
        LABEL: np.stack([plain.drawn(name) for name in names]),
        WRONG: np.stack([wrong.drawn(name, cross=True) for name in names]),
        STAR: mark.drawn(STAR_SIGN)[None],
        DOUBT: mark.drawn("?")[None],
    }


@dataclass(frozen=True)
class _Badge:
    """A kind of badge: its height in device pixels, its width in heights, font and colours."""

    height: int
    width: float
    font: QFont
    back: str
    ink: str

    def drawn(self, text: str, *, cross: bool = False) -> Pixels:
        size = self.height
        image = QImage(int(size * self.width), size, QImage.Format.Format_ARGB32)
        image.fill(QColor(self.back))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font)
        left = 0.0
        if cross:
            left = size * 0.8
            arm = QRectF(size * 0.26, size * 0.26, size * 0.48, size * 0.48)
            draw_cross(painter, arm, QColor(self.ink), max(1.2, size * 0.12))
        painter.setPen(QColor(self.ink))
        box = QRectF(left, 0, image.width() - left, size)
        if text == STAR_SIGN:
            draw_star(painter, box, QColor(self.ink))
        else:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
        return pixels_of(image)
