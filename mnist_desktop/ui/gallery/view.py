"""The gallery: every image that the query shows, to scroll, zoom and select.

What is visible is composed into one picture at each repaint (see painting);
there is no item, delegate or pixmap an image, so 70,000 cost what 100 do. The
price is that keyboard, selection and the words for a screen reader stand here.

How a repaint goes: 1. the rows of the grid that show; 2. their digits and
badges as one array; 3. that array as one QImage; 4. frames around the selected
cells; 5. a sentence where there is nothing to show.
"""

import numpy as np
from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QPushButton, QWidget

from mnist_desktop.session.changes import SelectImages, ZoomGallery
from mnist_desktop.session.session import Watch
from mnist_desktop.session.state import ZOOMS, State
from mnist_desktop.ui.base.guard import guarded
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.base.theme import colours
from mnist_desktop.ui.base.translation import said
from mnist_desktop.ui.gallery.cells import cells_of
from mnist_desktop.ui.gallery.geometry import Grid
from mnist_desktop.ui.gallery.overlays import (
    paint_box,
    paint_frame,
    paint_quick_look,
    paint_words,
)
from mnist_desktop.ui.gallery.painting import Stamps, compose, make_stamps
from mnist_desktop.ui.pictures.arrays import as_image, ink_table

_WHEEL_NOTCH = 120  # eighths of a degree
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TYPING_PAUSE = 900  # ms after which a typed number is taken as meant


@guarded
class GalleryView(QAbstractScrollArea):
    """Shows `state.gallery.shown`, moves `state.gallery.current` and `state.gallery.selected`."""

    painted = Signal()
    """The visible images are on the screen."""
    back = Signal()
    """Where one was before is wanted again."""
    star = Signal()
    """The selected images are to be starred, or no longer."""
    show_everything = Signal()
    """The filters that leave nothing to show are to be taken back."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._anchor = 0  # position at which a selection with Shift begins
        self._wheel = 0
        self._typed = ""
        self._looking = False
        self._stamps: Stamps | None = None
        self.clear_button = QPushButton(self.tr("Show everything"), self.viewport())
        self.clear_button.clicked.connect(self.show_everything)
        self.clear_button.hide()
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._typing.timeout.connect(self._go_to_typed)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Gallery"))
        self.grid = Grid(0, 28, 1)
        self._height = 0  # of the viewport when the grid was laid out, device pixels
        self._lay_out()
        self._watch()
        store.changed.connect(self.refresh)

    # What the state says -----------------------------------------------------------------------

    def _watch(self) -> None:
        def cells(state: State) -> tuple[object, ...]:
            gallery, classes = state.gallery, state.library.digits.class_names
            return colours(), state.appearance.scale, gallery.zoom, classes

        def grid(state: State) -> tuple[object, ...]:
            gallery = state.gallery
            return gallery.shown, state.split, gallery.zoom, state.appearance.scale

        def place(state: State) -> tuple[object, ...]:
            return state.gallery.shown, state.gallery.current, state.split

        def painted(state: State) -> tuple[object, ...]:
            marks, gallery = state.library.marks, state.gallery
            return state.evaluation, marks, gallery.labels, gallery.selected, *state.read

        self._cells, self._grid, self._place = Watch(cells), Watch(grid), Watch(place)
        self._contents = Watch(painted)

    def refresh(self, state: State) -> None:
        """Show what is another than before.

        Parameters
        ----------
        state : State
            The state as it is now.
        """
        differs = [watch.differs(state) for watch in (self._cells, self._grid, self._place)]
        if differs[0]:
            self._stamps = None
        if differs[1]:
            self._lay_out()
        if differs[2]:
            self._reveal_current()
        if self._contents.differs(state) or any(differs):
            self.setAccessibleDescription(self._sentence())
            self.viewport().update()

    @property
    def _state(self) -> State:
        return self._store.state

    def _position(self) -> int | None:
        """Position of the current image in the grid."""
        if self._state.gallery.current is None or not self.grid.count:
            return None
        found = np.flatnonzero(self._state.gallery.shown == self._state.gallery.current)
        return int(found[0]) if len(found) else None

    def _sentence(self) -> str:
        """Say in words what the current image is and what the network reads."""
        subject, scores = self._state.subject, self._state.scores
        if subject is None:
            return self.tr("No image")
        names = self._state.library.digits.class_names
        parts = [said(subject.caption)]
        if subject.label is not None:
            parts.append(self.tr("label {label}").format(label=names[subject.label]))
        if scores is not None:
            read = self._state.output_names[int(scores.argmax())]
            parts.append(self.tr("read as {digit}").format(digit=read))
        return ", ".join(parts)

    # Where things lie --------------------------------------------------------------------------

    def _cell(self) -> int:
        """Side of a cell in device pixels: whole screen pixels for each of a digit's 28."""
        factor = max(
            1,
            round(
                self._state.gallery.zoom * self._state.appearance.scale * self.devicePixelRatioF()
            ),
        )
        return 28 * factor + (0 if factor == 1 else 2)

    def _lay_out(self) -> None:
        ratio = self.devicePixelRatioF()
        size = self.viewport().size() * ratio
        shown = len(self._state.gallery.shown) if self._state.split is not None else 0
        self.grid = Grid.fitting(shown, self._cell(), size.width())
        self._height = size.height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self.grid.height - size.height()))
        bar.setPageStep(max(1, size.height()))
        bar.setSingleStep(max(self.grid.cell // 2, 20))
        self._offer_to_clear(empty=bool(self._state.split) and not shown)
        self.viewport().update()

    def _offer_to_clear(self, *, empty: bool) -> None:
        button = self.clear_button
        button.adjustSize()
        middle = self.viewport().rect().center()
        button.move(middle.x() - button.width() // 2, middle.y() + button.height())
        button.setVisible(empty)

    def _device_height(self) -> int:
        return round(self.viewport().height() * self.devicePixelRatioF())

    def _page(self) -> int:
        return max(1, self._device_height() // self.grid.cell)

    def _position_at(self, point: QPoint) -> int | None:
        ratio = self.devicePixelRatioF()
        return self.grid.at(point.x() * ratio, point.y() * ratio + self.verticalScrollBar().value())

    def _rect(self, position: int) -> QRectF:
        """Return a cell's rectangle in the viewport, logical pixels."""
        x, y = self.grid.corner(position)
        ratio, side = self.devicePixelRatioF(), self.grid.cell
        y -= self.verticalScrollBar().value()
        return QRectF(x / ratio, y / ratio, side / ratio, side / ratio)

    def _reveal(self, position: int) -> None:
        """Scroll as little as needed for a cell to show whole."""
        bar, (_, y) = self.verticalScrollBar(), self.grid.corner(position)
        lowest = y + self.grid.cell - self._device_height()
        bar.setValue(min(max(bar.value(), lowest), y))

    def _reveal_current(self) -> None:
        position = self._position()
        if position is not None:
            self._reveal(position)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Refill the columns; the current image stays in view if it was, else the first one."""
        kept = self._kept_in_view()
        self._lay_out()
        if kept is not None:
            self._reveal(kept)
        super().resizeEvent(event)

    def _kept_in_view(self) -> int | None:
        visible = self.grid.visible(self.verticalScrollBar().value(), self._height)
        current = self._position()
        if current is not None and current in visible:
            return current
        return visible.start if visible else current

    def sizeHint(self) -> QSize:
        """Wide enough for a wall of digits."""
        return QSize(640, 480)

    def narrow_width(self) -> int:
        """Return the width at which two images stand side by side."""
        bar = self.verticalScrollBar().sizeHint().width()
        return round(2 * self.grid.cell / self.devicePixelRatioF()) + bar

    # Painting ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all that is visible, as the module's text says."""
        painter = QPainter(self.viewport())
        theme = colours()
        painter.fillRect(event.rect(), QColor(theme.window))
        visible = self.grid.visible(self.verticalScrollBar().value(), self._device_height())
        if visible:
            self._paint_cells(painter, visible)
            self._paint_frames(painter, visible)
        elif self._state.split is not None:
            paint_words(painter, self._no_image())
        if self._looking and self._state.subject is not None:
            paint_quick_look(painter, self._state.subject.pixels, self._sentence())
        if self._typed:
            paint_box(painter, self.tr("Go to {number}").format(number=self._typed))
        painter.end()
        if self._state.split is not None:
            self.painted.emit()

    def _no_image(self) -> str:
        if self._state.split is not None and not len(self._state.split):
            return self.tr("No digits of your own yet. Draw one on the stage Draw and keep it.")
        return self.tr("No image matches this filter.")

    def _paint_cells(self, painter: QPainter, visible: range) -> None:
        theme = colours()
        grid = self.grid
        stamps = self._stamps or self._make_stamps()
        table, background = ink_table(theme), QColor(theme.window).rgba()
        cells = cells_of(self._state, self._state.gallery.shown[visible.start : visible.stop])
        pixels = compose(cells, grid.columns, grid.cell, table, background, stamps)
        image = as_image(pixels, self.devicePixelRatioF())
        painter.drawImage(self._rect(visible.start).topLeft(), image)

    def _make_stamps(self) -> Stamps:
        height = min(max(round(self.grid.cell * 0.24), 11), self._badge_limit())
        names = self._state.library.digits.class_names
        self._stamps = make_stamps(names, height, self.font(), colours(), self.grid.cell)
        return self._stamps

    def _badge_limit(self) -> int:
        return round(22 * self._state.appearance.scale * self.devicePixelRatioF())

    def _paint_frames(self, painter: QPainter, visible: range) -> None:
        state, rows = self._state, self._state.gallery.shown[visible.start : visible.stop]
        for offset in np.flatnonzero(np.isin(rows, state.gallery.selected)).tolist():
            rect = self._rect(visible.start + offset)
            paint_frame(painter, rect, current=rows[offset] == state.gallery.current)

    # Zoom --------------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._wheel += event.angleDelta().y()
        steps = int(self._wheel / _WHEEL_NOTCH)
        self._wheel -= steps * _WHEEL_NOTCH
        if steps:
            self.zoom_by(steps, event.position().toPoint())
        event.accept()

    def zoom_by(self, steps: int, point: QPoint | None = None) -> None:
        """Zoom in or out; the image under `point`, or the current one, stays at its height."""
        self.zoom_to(self._state.gallery.zoom + steps, point)

    def zoom_to(self, zoom: int, point: QPoint | None = None) -> None:
        """Zoom to so many screen pixels a pixel; see :meth:`zoom_by`."""
        zoom = min(max(zoom, ZOOMS.start), ZOOMS.stop - 1)
        if zoom == self._state.gallery.zoom:
            return
        position = self._position_at(point) if point else self._kept_in_view()
        if position is None:
            self._store.apply(ZoomGallery(zoom))
            return
        bar = self.verticalScrollBar()
        before = self.grid.corner(position)[1] + self.grid.cell / 2 - bar.value()
        self._stamps = None
        self._store.apply(ZoomGallery(zoom))
        bar.setValue(round(self.grid.corner(position)[1] + self.grid.cell / 2 - before))

    # Mouse and keyboard ------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select: one, with Ctrl one more or less, with Shift all from the anchor."""
        if self._looking:
            self._look(False)
            return
        position = self._position_at(event.position().toPoint())
        if position is not None and event.button() == Qt.MouseButton.LeftButton:
            self._select(position, event.modifiers())

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Look at one image closely."""
        self._look(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select all from the pressed image to the one under the pointer."""
        position = self._position_at(event.position().toPoint())
        if position is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._select(position, Qt.KeyboardModifier.ShiftModifier)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, select, zoom, look closely, go back, or type the number of an image."""
        if self._move(event) or self._key_of_typing(event) or self._other_key(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _move(self, event: QKeyEvent) -> bool:
        position = self._position()
        if position is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        target = self.grid.moved(position, event.key(), self._page())
        if target is not None:
            self._select(target, event.modifiers())
        return target is not None

    def _key_of_typing(self, event: QKeyEvent) -> bool:
        if event.text().isdecimal() and event.text().isascii():
            self._type(event.text())
        elif self._typed and event.key() in _ENTER:
            self._go_to_typed()
        elif self._typed and event.key() == Qt.Key.Key_Escape:
            self._end_typing()
        else:
            return False
        return True

    def _other_key(self, event: QKeyEvent) -> bool:
        if event.text() in {"+", "-"}:
            self.zoom_by(1 if event.text() == "+" else -1)
        elif event.key() in (*_ENTER, Qt.Key.Key_Space):
            self._look(not self._looking)
        elif event.key() == Qt.Key.Key_Escape and self._looking:
            self._look(False)
        elif event.key() == Qt.Key.Key_Backspace:
            self.back.emit()
        elif event.text().lower() == "s":
            self.star.emit()
        else:
            return False
        return True

    def _look(self, on: bool) -> None:
        """Show the current image as large as it goes, or the gallery again."""
        gallery = self._state.gallery
        if on and gallery.current is not None:  # it, and no drawing, is explained
            self._store.apply(SelectImages(gallery.current, gallery.selected))
        self._looking = on and self._state.subject is not None
        self.viewport().update()

    def _select(self, position: int, modifiers: Qt.KeyboardModifier) -> None:
        shown = self._state.gallery.shown
        index = int(shown[position])
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            low, high = sorted((min(self._anchor, len(shown) - 1), position))
            chosen = tuple(shown[low : high + 1].tolist())
        else:
            self._anchor = position
            chosen = (index,)
            if modifiers & Qt.KeyboardModifier.ControlModifier:
                chosen = self._toggled(index)
                index = index if index in chosen else chosen[-1]
        self._store.apply(SelectImages(index, chosen))

    def _toggled(self, index: int) -> tuple[int, ...]:
        """Return the selection with one image more or less, never empty."""
        selected = self._state.gallery.selected
        if index not in selected:
            return (*selected, index)
        return tuple(kept for kept in selected if kept != index) or (index,)

    def select_all(self) -> None:
        """Select every image that is shown."""
        gallery = self._state.gallery
        if gallery.current is not None:
            self._store.apply(SelectImages(gallery.current, tuple(gallery.shown.tolist())))

    # Typing a number ---------------------------------------------------------------------------

    def _type(self, digit: str) -> None:
        self._typed = (self._typed + digit)[-6:]
        self._typing.start()
        self.viewport().update()

    def _end_typing(self) -> None:
        self._typing.stop()
        self._typed = ""
        self.viewport().update()

    def _go_to_typed(self) -> None:
        index = int(self._typed)
        self._end_typing()
        self.go_to(index)

    def go_to(self, index: int) -> None:
        """Select the image with this index, or the nearest one that is shown."""
        self._store.apply(SelectImages(index))
        position = self._position()
        self._anchor = position or 0
