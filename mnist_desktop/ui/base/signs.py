"""The signs for right, wrong and starred, drawn: few fonts have them in a size that fits."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF


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


def draw_star(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Draw a five-pointed star into a box."""
    middle, reach = box.center(), min(box.width(), box.height()) * 0.44
    turns = [math.pi * (0.2 * point - 0.5) for point in range(10)]
    radii = [reach, reach * 0.42] * 5
    points = [
        QPointF(middle.x() + radius * math.cos(turn), middle.y() + radius * math.sin(turn))
        for turn, radius in zip(turns, radii, strict=True)
    ]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF(points))
