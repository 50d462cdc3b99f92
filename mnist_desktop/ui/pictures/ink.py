"""Ink as pictures in the colours of the theme."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

Ink = NDArray[np.uint8]


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
