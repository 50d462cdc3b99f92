"""The canvas of a page: what can be clicked, hovered and reached with the keys on it.

A click does not take the keyboard from the gallery, so that the arrow keys go on
stepping through the images; Tab brings it here.
"""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)

from mnist_desktop.plots.inside.scene import Box, Page, Picture, Scene, Spot
from mnist_desktop.plots.style import Style
from mnist_desktop.ui.base.canvas import Canvas
from mnist_desktop.ui.base.guard import guarded
from mnist_desktop.ui.base.theme import colours

_WHEEL_NOTCH = 120  # eighths of a degree
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@guarded
class PageCanvas(Canvas):
    """Shows a page; says which of its spots is chosen and what is under the pointer."""

    chosen = Signal(object)
    """A Spot was clicked, or Enter was pressed on it."""
    switched = Signal(int)
    """A hidden unit is to be switched on or off."""
    pointed = Signal(object, object)
    """The Spot, or None, and the (Picture, row, column), or None, under the pointer."""
    scrolled = Signal(int)
    """Rows to scroll by."""

    def __init__(self) -> None:
        super().__init__()
        self.page: Page | None = None
        self._key: object = None
        self._focused = 0
        self._wheel = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumSize(1, 1)

    # Drawing -----------------------------------------------------------------------------------

    def show_page(self, kind: type[Page], style: Style, scene: Scene) -> None:
        """Show a scene: quickly on the page as it is, or on a new one where that does not fit."""
        key = (kind, style, self.size(), self.devicePixelRatioF(), kind.key(scene))
        anew = self.page is None or key != self._key
        if anew:
            if not isinstance(self.page, kind):
                self._focused = 0
            with style.applied(self.figure):
                self.page = kind(self.figure, style, scene)
            self._key = key
        assert self.page is not None
        self.page.show(scene)
        if anew:
            self.set_lively(self.page.lively)
        else:
            self.redraw_lively()

    def show_words(self, style: Style, words: str) -> None:
        """Show a sentence in place of a page."""
        self.page = self._key = None
        self.figure.clear()
        self.figure.set_facecolor(style.paper)
        self.figure.text(
            0.5,
            0.5,
            words,
            ha="center",
            va="center",
            color=style.ink,
            fontsize=style.points,
            linespacing=1.5,
        )
        self.set_lively(())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the figure, and a frame around what the keys have reached."""
        super().paintEvent(event)
        spot = self.focused_spot()
        if spot is None or not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setPen(QPen(QColor(colours().accent), 3))
        painter.drawRect(self._rect(spot.box).adjusted(-1, -1, 1, 1))
        painter.end()

    # Places ------------------------------------------------------------------------------------

    def _em(self) -> float:
        """Logical pixels a line of text."""
        assert self.page is not None
        return float(self.width() / self.page.width)

    def _rect(self, box: Box) -> QRectF:
        left, top, right, bottom = (edge * self._em() for edge in box)
        return QRectF(left, top, right - left, bottom - top)

    def spot_at(self, point: QPointF) -> Spot | None:
        """Return what can be clicked at a point; a switch lies over its unit."""
        if self.page is None:
            return None
        x, y = point.x() / self._em(), point.y() / self._em()
        found = [spot for spot in self.page.spots if _holds(spot.box, x, y)]
        return min(found, key=lambda spot: _area(spot.box), default=None)

    def picture_at(self, point: QPointF) -> tuple[Picture, float, float] | None:
        """Return the picture at a point, and how far down and across it the point lies, 0 to 1."""
        if self.page is None:
            return None
        x, y = point.x() / self._em(), point.y() / self._em()
        for picture in self.page.pictures:
            if _holds(picture.box, x, y):
                left, top, right, bottom = picture.box
                return picture, (y - top) / (bottom - top), (x - left) / (right - left)
        return None

    # Mouse -------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what is under the pointer."""
        spot = self.spot_at(event.position())
        hand = Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor
        self.setCursor(hand)
        self.pointed.emit(spot, self.picture_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self.pointed.emit(None, None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose; with Ctrl, or on its switch, switch a unit."""
        spot = self.spot_at(event.position())
        if spot is None or event.button() != Qt.MouseButton.LeftButton:
            return
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if spot.kind == "switch" or (spot.kind == "unit" and ctrl):
            self.switched.emit(spot.which)
        else:
            self.chosen.emit(spot)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do nothing: all is done on pressing."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take it as two clicks."""
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll a row a notch."""
        self._wheel += event.angleDelta().y()
        notches = int(self._wheel / _WHEEL_NOTCH)
        self._wheel -= notches * _WHEEL_NOTCH
        if notches:
            self.scrolled.emit(-notches)

    # Keyboard ----------------------------------------------------------------------------------

    def reachable(self) -> list[Spot]:
        """Return the spots that the keys reach; a switch is reached with its unit."""
        spots = self.page.spots if self.page is not None else []
        return [spot for spot in spots if spot.kind != "switch"]

    def focused_spot(self) -> Spot | None:
        """Return the spot that the keys have reached."""
        spots = self.reachable()
        return spots[min(self._focused, len(spots) - 1)] if spots else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next spot in a direction, choose it with Enter, switch it with Space."""
        spot, key = self.focused_spot(), event.key()
        if spot is None:
            event.ignore()
        elif key in _STEPS:
            self._move(spot, *_STEPS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(spot)
        elif key == Qt.Key.Key_Space and spot.kind == "unit":
            self.switched.emit(spot.which)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and self.page and self.page.rows:
            down = key == Qt.Key.Key_PageDown
            self.scrolled.emit(self.page.rows.visible * (1 if down else -1))
        else:
            event.ignore()

    def _move(self, spot: Spot, across: int, down: int) -> None:
        """Go to the nearest spot in a direction; beyond the first or last row, scroll."""
        x, y = _middle(spot.box)
        best, nearest = None, 1e9
        for place, other in enumerate(self.reachable()):
            dx, dy = _middle(other.box)[0] - x, _middle(other.box)[1] - y
            ahead, aside = dx * across + dy * down, abs(dx * down) + abs(dy * across)
            if ahead > 0.01 and ahead + 3 * aside < nearest:
                best, nearest = place, ahead + 3 * aside
        if best is not None:
            self._focused = best
        elif down:
            self.scrolled.emit(down)
        self.point_to_focused()
        self.update()

    def point_to_focused(self) -> None:
        """Tell what the keys have reached."""
        self.pointed.emit(self.focused_spot(), None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show and tell where the keys are."""
        super().focusInEvent(event)
        self.point_to_focused()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away."""
        super().focusOutEvent(event)
        self.pointed.emit(None, None)
        self.update()


def _holds(box: Box, x: float, y: float) -> bool:
    left, top, right, bottom = box
    return left <= x < right and top <= y < bottom


def _area(box: Box) -> float:
    left, top, right, bottom = box
    return (right - left) * (bottom - top)


def _middle(box: Box) -> tuple[float, float]:
    left, top, right, bottom = box
    return (left + right) / 2, (top + bottom) / 2
