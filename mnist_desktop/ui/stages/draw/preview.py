"""The preview of a picture: the digits that were found in it, framed, before one is taken."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mnist_desktop.model.components import Box
from mnist_desktop.ui.base.guard import guarded
from mnist_desktop.ui.base.theme import colours
from mnist_desktop.ui.pictures.arrays import grey_picture


@guarded
class PicturePreview(QWidget):
    """A grey picture with a frame around each digit; a click chooses one."""

    chosen = Signal(int)
    """Which digit was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._boxes: Sequence[Box] = ()
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Picture"))

    def show_picture(self, grey: NDArray[np.uint8]) -> None:
        """Show grey values, uint8 of shape (h, w)."""
        self._image = grey_picture(grey)
        self.update()

    def show_boxes(self, boxes: Sequence[Box], current: int) -> None:
        """Frame the digits; the current one more strongly."""
        self._boxes, self._current = boxes, current
        self.update()

    def sizeHint(self) -> QSize:
        """Return a good part of a small screen."""
        return QSize(640, 300)

    def minimumSizeHint(self) -> QSize:
        """Return the least at which digits can be seen."""
        return QSize(240, 120)

    def _placed(self) -> tuple[QRectF, float]:
        """Return where the picture lies, and its scale."""
        if self._image.isNull():
            return QRectF(self.rect()), 1.0
        width, height = self._image.width(), self._image.height()
        scale = min(self.width() / width, self.height() / height)
        box = QRectF(0, 0, width * scale, height * scale)
        box.moveCenter(QRectF(self.rect()).center())
        return box, scale

    def _frame(self, box: Box) -> QRectF:
        placed, scale = self._placed()
        corner = QPointF(box.left, box.top) * scale + placed.topLeft()
        return QRectF(corner.x(), corner.y(), box.width * scale, box.height * scale)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture and the frames."""
        theme = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        placed, scale = self._placed()
        if not self._image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < 2)
            painter.drawImage(placed, self._image)
        for index, box in enumerate(self._boxes):
            frame = self._frame(box).adjusted(-4, -4, 4, 4)
            current = index == self._current
            for colour, width in (
                ((theme.on_accent, 5), (theme.accent, 3)) if current else ((theme.accent, 1.5),)
            ):
                painter.setPen(QPen(QColor(colour), width))
                painter.drawRect(frame)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the digit that was clicked."""
        for index, box in enumerate(self._boxes):
            if self._frame(box).adjusted(-6, -6, 6, 6).contains(event.position()):
                self.chosen.emit(index)
                return


@guarded
class DigitRow(QWidget):
    """The digits as f gets them, side by side with their predictions; arrows and clicks choose."""

    chosen = Signal(int)
    """Which digit was chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._pictures: Sequence[QImage] = ()
        self._captions: Sequence[str] = ()
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Digits found"))

    def show_digits(
        self, pictures: Sequence[QImage], captions: Sequence[str], current: int
    ) -> None:
        """Show digits with a caption under each."""
        self._pictures, self._captions, self._current = pictures, captions, current
        self.setAccessibleDescription(", ".join(captions))
        self.updateGeometry()
        self.setFixedWidth(max(1, len(pictures)) * self._cell())
        self.update()

    def _cell(self) -> int:
        return 56 + 12

    def sizeHint(self) -> QSize:
        """Return room for a row of digits over their captions."""
        count = max(1, len(self._pictures))
        return QSize(count * self._cell(), self._cell() + self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Return the height of the row; it scrolls sideways."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the digits, the current one framed."""
        theme = colours()
        painter = QPainter(self)
        cell, line = self._cell(), self.fontMetrics().height()
        for index, (picture, caption) in enumerate(
            zip(self._pictures, self._captions, strict=True)
        ):
            place = QRectF(index * cell + 6, 6, 56, 56)
            painter.drawImage(place, picture)
            if index == self._current:
                painter.setPen(QPen(QColor(theme.accent), 3))
                painter.drawRect(place.adjusted(-2, -2, 2, 2))
            painter.setPen(QColor(theme.ink))
            words = QRectF(index * cell, 64, cell, line)
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, caption)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the digit that was clicked."""
        index = int(event.position().x() // self._cell())
        if index < len(self._pictures):
            self.chosen.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the arrow keys."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and self._pictures:
            self.chosen.emit(min(max(self._current + step, 0), len(self._pictures) - 1))
        else:
            super().keyPressEvent(event)
