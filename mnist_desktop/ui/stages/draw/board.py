"""The drawing board: strokes of a mouse, a finger or a stylus, as dark ink on light paper."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTabletEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from mnist_desktop.ui.base.guard import guarded
from mnist_desktop.ui.base.theme import colours
from mnist_desktop.ui.pictures.arrays import grey_picture, grey_pixels, ink_table

#: Pixels a side of what is drawn on, whatever the widget's size: 20 for each of f's 28.
SIDE = 560
#: Width of the pen, in those pixels: MNIST's strokes are about as thick in a digit that
#: fills the board.
WIDTHS = range(12, 97)
NORMAL_WIDTH = 44
_ERASER = 1.8  # the eraser is that much wider than the pen
_PAPER, _INK = QColor(255, 255, 255), QColor(0, 0, 0)


@guarded
class Board(QWidget):
    """A square to draw on. Each stroke is one step of the undo stack."""

    drawn = Signal()
    """Something changed on the board; emitted during a stroke as well."""
    step_done = Signal(str, object)
    """A step that can be undone: what it was, and the drawing after it."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = _empty()
        self._before: QImage | None = None  # during a stroke: what was there
        self._trail: list[QPointF] = []
        self.pen_width = NORMAL_WIDTH
        self.erasing = False
        self.lit = True
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Drawing board"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)

    # What is on it -----------------------------------------------------------------------------

    @property
    def picture(self) -> NDArray[np.uint8]:
        """A copy of the drawing, uint8 of shape (560, 560), 0 for ink and 255 for paper."""
        return grey_pixels(self._picture)

    @property
    def empty(self) -> bool:
        """Whether nothing is on the board."""
        return bool((self.picture == 255).all())

    def clear(self) -> None:
        """Take everything off."""
        if not self.empty:
            self.step_done.emit(self.tr("Clear the board"), grey_pixels(_empty()))

    def take_over(self, ink: NDArray[np.uint8]) -> None:
        """Put a digit on the board, to be edited; `ink` is uint8 of shape (28, 28)."""
        factor = SIDE // len(ink)
        large = (255 - ink).repeat(factor, 0).repeat(factor, 1)
        self.step_done.emit(self.tr("Put a digit on the board"), large)

    def show_picture(self, picture: NDArray[np.uint8]) -> None:
        """Show a drawing, uint8 of shape (560, 560), silently; a stroke that is under way ends."""
        self._picture = grey_picture(picture)
        self._before, self._trail = None, []
        self.update()

    # Strokes -----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the stroke."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the stroke."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._end(event.position())

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Draw with a stylus: the harder the wider; its other end erases."""
        eraser = event.pointerType() == event.pointerType().Eraser
        pressure = 0.4 + 1.2 * event.pressure() if event.pressure() > 0 else 1.0
        kind = event.type()
        if kind == QEvent.Type.TabletPress and event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position(), pressure, eraser=eraser)
        elif kind == QEvent.Type.TabletMove:
            self._go_on(event.position(), pressure, eraser=eraser)
        elif kind == QEvent.Type.TabletRelease:
            self._end(event.position())
        event.accept()

    def _begin(self, at: QPointF, pressure: float = 1.0, *, eraser: bool = False) -> None:
        self._before = QImage(self._picture)
        self._trail = [self._on_paper(at)]
        path = QPainterPath(self._trail[0])
        path.lineTo(self._trail[0] + QPointF(0.1, 0))
        self._paint(path, pressure, eraser=eraser)

    def _go_on(self, at: QPointF, pressure: float = 1.0, *, eraser: bool = False) -> None:
        """Draw from the middle of the last step to the middle of this one, bent at the corner."""
        if self._before is None:
            return
        self._trail = [*self._trail[-2:], self._on_paper(at)]
        *earlier, corner, new = self._trail
        path = QPainterPath((earlier[-1] + corner) / 2 if earlier else corner)
        path.quadTo(corner, (corner + new) / 2)
        self._paint(path, pressure, eraser=eraser)

    def _end(self, at: QPointF) -> None:
        before, self._before = self._before, None
        if before is None:
            return
        end = self._on_paper(at)
        if len(self._trail) > 1:
            path = QPainterPath((self._trail[-2] + self._trail[-1]) / 2)
            path.lineTo(end)
            self._before = before
            self._paint(path, self._last_pressure, eraser=self._last_eraser)
            self._before = None
        text = self.tr("Erase") if self.erasing else self.tr("Stroke")
        self.step_done.emit(text, self.picture)

    def _paint(self, path: QPainterPath, pressure: float, *, eraser: bool) -> None:
        self._last_pressure, self._last_eraser = pressure, eraser
        erasing = self.erasing or eraser
        width = self.pen_width * pressure * (_ERASER if erasing else 1.0)
        pen = QPen(_PAPER if erasing else _INK, width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.strokePath(path, pen)
        painter.end()
        self.update()
        self.drawn.emit()

    # Where it is on the screen -----------------------------------------------------------------

    def _square(self) -> QRectF:
        side = min(self.width(), self.height()) - 4
        return QRectF((self.width() - side) / 2, 2, side, side)

    def _on_paper(self, at: QPointF) -> QPointF:
        square = self._square()
        return (at - square.topLeft()) * (SIDE / max(square.width(), 1))

    def sizeHint(self) -> QSize:
        """Return a comfortable size; more is better."""
        return QSize(300, 300)

    def minimumSizeHint(self) -> QSize:
        """Small enough for the largest text at 1280 x 720."""
        return QSize(140, 140)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the drawing in the colours of the theme, and a frame."""
        theme = colours()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.window))
        shown = QImage(self._picture)
        shown.reinterpretAsFormat(QImage.Format.Format_Indexed8)
        shown.setColorTable(ink_table(theme)[::-1].tolist())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        square = self._square()
        painter.drawImage(square, shown)
        painter.setPen(QPen(QColor(theme.accent if self.lit else theme.line), 2))
        painter.drawRect(square.adjusted(-1, -1, 1, 1))
        if self._before is None and self.empty:
            painter.setPen(QColor(theme.muted))
            words = self.tr("Draw a digit here, or drop a picture")
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(square.adjusted(8, 8, -8, -8), flags, words)
        painter.end()


def _empty() -> QImage:
    picture = QImage(SIDE, SIDE, QImage.Format.Format_Grayscale8)
    picture.fill(_PAPER)
    return picture
