"""Ink as pictures in the colours of the theme."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from mnist_desktop.ui.base.theme import colours
from mnist_desktop.ui.gallery.painting import ink_table

Ink = NDArray[np.uint8]


def ink_picture(ink: Ink) -> QImage:
    """Return ink, uint8 of (h, w) with 255 for ink, in the colours of the theme."""
    picture = _indexed(ink)
    picture.setColorTable(ink_table(colours()).tolist())
    return picture


def _indexed(ink: Ink) -> QImage:
    ink = np.ascontiguousarray(ink)
    height, width = ink.shape
    return QImage(ink.data, width, height, width, QImage.Format.Format_Indexed8).copy()


def whole_pixels(box: QRectF, pixels: int, ratio: float) -> QRectF:
    """Return the largest square in the middle of a box that shows each pixel crisply.

    Parameters
    ----------
    box : QRectF
        Where there is room, logical pixels.
    pixels : int
        Pixels a side.
    ratio : float
        Device pixels a logical pixel.
    """
    room = min(box.width(), box.height()) * ratio
    side = max(1, int(room // pixels)) * pixels / ratio
    left = round((box.left() + (box.width() - side) / 2) * ratio) / ratio
    top = round((box.top() + (box.height() - side) / 2) * ratio) / ratio
    return QRectF(left, top, side, side)


def paint_ink(painter: QPainter, box: QRectF, picture: QImage) -> None:
    """Paint a picture into a box of its proportions, smoothly where it has more pixels."""
    ratio = painter.device().devicePixelRatio()
    smooth = picture.width() > box.width() * ratio
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
    painter.drawImage(box, picture)
