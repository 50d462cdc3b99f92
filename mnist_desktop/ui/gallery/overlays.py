"""What is painted over the cells of the gallery: frames, words, a digit as large as it goes."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from mnist_desktop.ui.base.theme import colours
from mnist_desktop.ui.pictures.arrays import as_image, ink_table


def paint_frame(painter: QPainter, rect: QRectF, *, current: bool) -> None:
    """Paint the frame of a selected cell; a thicker one, and a line inside it, if it is current."""
    theme, width = colours(), 4 if current else 2
    _outline(painter, rect, QPen(QColor(theme.accent), width))
    if current:
        inside = rect.adjusted(width, width, -width, -width)
        _outline(painter, inside, QPen(QColor(theme.paper), 1))


def _outline(painter: QPainter, rect: QRectF, pen: QPen) -> None:
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    half = pen.widthF() / 2
    painter.setPen(pen)
    painter.drawRect(rect.adjusted(half, half, -half, -half))


def paint_words(painter: QPainter, words: str) -> None:
    """Paint a sentence in the middle."""
    painter.setPen(QColor(colours().muted))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(_area(painter), flags, words)


def paint_box(painter: QPainter, words: str) -> None:
    """Paint a few words in a box at the lower edge."""
    theme, area = colours(), _area(painter)
    box = painter.fontMetrics().boundingRect(words).adjusted(-16, -10, 16, 10)
    box.moveCenter(QPoint(area.center().x(), area.height() - box.height()))
    painter.fillRect(box, QColor(theme.accent))
    painter.setPen(QColor(theme.on_accent))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def paint_quick_look(painter: QPainter, pixels: NDArray[np.uint8], words: str) -> None:
    """Paint an image as large as it goes over everything, with a sentence below."""
    theme, area = colours(), _area(painter)
    ratio = painter.device().devicePixelRatioF()
    line = painter.fontMetrics().height()
    painter.fillRect(area, QColor(theme.paper))
    room = min(area.width(), area.height() - 3 * line) * ratio
    factor = max(1, int(room // 28))
    enlarged = pixels.repeat(factor, axis=0).repeat(factor, axis=1)
    side = 28 * factor / ratio
    corner = QPointF(round((area.width() - side) / 2), round((area.height() - 2 * line - side) / 2))
    painter.drawImage(corner, as_image(ink_table(theme)[enlarged], ratio))
    painter.setPen(QColor(theme.ink))
    below = QRectF(0, area.height() - 2.2 * line, area.width(), 2 * line)
    painter.drawText(below, Qt.AlignmentFlag.AlignCenter, words)


def _area(painter: QPainter) -> QRect:
    return QRect(0, 0, painter.device().width(), painter.device().height())
