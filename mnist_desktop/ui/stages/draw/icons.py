"""Icons of the drawing tools, painted in the colour of the text so that every theme has them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPalette, QPen, QPixmap, QPolygonF

_SIDE = 64  # every icon is drawn in a square of 24, at this many pixels


def icon(name: str, palette: QPalette) -> QIcon:
    """Return the icon "pen", "eraser", "undo", "redo" or "clear"."""
    made = QIcon()
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    ):
        pixmap = QPixmap(_SIDE, _SIDE)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(_SIDE / 24, _SIDE / 24)
        colour = palette.color(group, QPalette.ColorRole.ButtonText)
        colour.setAlphaF(1.0 if mode == QIcon.Mode.Normal else 0.4)
        painter.setPen(_pen(colour))
        _DRAWINGS[name](painter)
        painter.end()
        made.addPixmap(pixmap, mode)
    return made


def _pen(colour: QColor) -> QPen:
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(colour, 2, Qt.PenStyle.SolidLine, cap, join)


def _polygon(painter: QPainter, *corners: tuple[float, float]) -> None:
    painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))


def _draw_pen(painter: QPainter) -> None:
    _polygon(painter, (4, 20), (5.5, 14.5), (16, 4), (20, 8), (9.5, 18.5))
    painter.drawLine(QPointF(13.5, 6.5), QPointF(17.5, 10.5))


def _draw_eraser(painter: QPainter) -> None:
    _polygon(painter, (3.5, 14.5), (13.5, 4.5), (20, 11), (12, 19.5), (8.5, 19.5))
    painter.drawLine(QPointF(8.5, 9.5), QPointF(15, 16))
    painter.drawLine(QPointF(12, 19.5), QPointF(20, 19.5))


def _draw_turn(painter: QPainter, mirrored: bool) -> None:
    if mirrored:
        painter.translate(24, 0)
        painter.scale(-1, 1)
    path = QPainterPath(QPointF(5, 9))
    path.lineTo(14, 9)
    path.arcTo(QRectF(9, 9, 10, 10), 90, -180)
    path.lineTo(9, 19)
    painter.drawPath(path)
    painter.drawPolyline(QPolygonF([QPointF(9, 4.5), QPointF(4.5, 9), QPointF(9, 13.5)]))


def _draw_clear(painter: QPainter) -> None:
    painter.drawLine(QPointF(4, 6.5), QPointF(20, 6.5))
    painter.drawPolyline(QPolygonF([QPointF(9, 6), QPointF(9.5, 3.5), QPointF(14.5, 3.5)]))
    painter.drawLine(QPointF(14.5, 3.5), QPointF(15, 6))
    _polygon(painter, (6, 7), (7, 20.5), (17, 20.5), (18, 7))
    painter.drawLine(QPointF(10.3, 11), QPointF(10.6, 17))
    painter.drawLine(QPointF(13.7, 11), QPointF(13.4, 17))


_DRAWINGS: dict[str, Callable[[QPainter], None]] = {
    "pen": _draw_pen,
    "eraser": _draw_eraser,
    "undo": partial(_draw_turn, mirrored=False),
    "redo": partial(_draw_turn, mirrored=True),
    "clear": _draw_clear,
}
