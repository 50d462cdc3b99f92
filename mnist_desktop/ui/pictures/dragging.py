"""Digits on their way to other programs: as pictures to copy, to save and to drag."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt
from PySide6.QtGui import QDrag, QImage, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from mnist_desktop.ui.base.guard import guarded
from mnist_desktop.ui.pictures.arrays import grey_picture

Ink = NDArray[np.uint8]
ENLARGED = 20  # screen pixels a pixel, in pictures for other programs


def export_picture(pixels: Ink, factor: int = 1) -> QImage:
    """Return a digit in black on white, each pixel a crisp square of `factor`."""
    large = (255 - pixels).repeat(factor, axis=0).repeat(factor, axis=1)
    return grey_picture(large)


def for_other_programs(pixels: Ink) -> QMimeData:
    """Return a digit as what is dragged to, or pasted into, another program."""
    data = QMimeData()
    data.setImageData(export_picture(pixels, ENLARGED))
    return data


@guarded
class DragOut(QObject):
    """Lets the digit that a widget shows be dragged to another program.

    Parameters
    ----------
    widget : QWidget
        Where the drag begins; it owns this object.
    pixels : callable
        Returns the digit, uint8 of shape (28, 28), or None.
    """

    def __init__(self, widget: QWidget, pixels: Callable[[], Ink | None]) -> None:
        super().__init__(widget)
        self._widget, self._pixels = widget, pixels
        self._pressed: QPointF | None = None
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin a drag once the pointer has moved far enough; hold nothing back."""
        if isinstance(event, QMouseEvent):
            if event.type() == QEvent.Type.MouseButtonPress:
                left = event.button() == Qt.MouseButton.LeftButton
                self._pressed = event.position() if left else None
            elif event.type() == QEvent.Type.MouseMove and self._pressed is not None:
                moved = (event.position() - self._pressed).manhattanLength()
                if moved >= QApplication.startDragDistance():
                    self._pressed = None
                    self._drag()
            elif event.type() == QEvent.Type.MouseButtonRelease:
                self._pressed = None
        return super().eventFilter(watched, event)

    def _drag(self) -> None:
        pixels = self._pixels()
        if pixels is not None:
            drag = QDrag(self._widget)
            drag.setMimeData(for_other_programs(pixels))
            drag.setPixmap(QPixmap.fromImage(export_picture(pixels, 2)))
            drag.exec(Qt.DropAction.CopyAction)
