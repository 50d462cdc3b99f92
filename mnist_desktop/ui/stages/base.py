"""What every stage has: a canvas that is redrawn only while it is seen."""

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mnist_desktop.plots.style import Style
from mnist_desktop.ui.canvas import Canvas, style_for
from mnist_desktop.ui.state import AppState, Store


class Stage(QWidget):
    """A tab of the window. A hidden stage collects what changed and draws when it is shown.

    Subclasses say in `watches` which parts of the state they show and redraw in
    :meth:`draw_state`, which gets the names that changed since it was last called.
    """

    name = ""
    watches: frozenset[str] = frozenset()
    _LOOKS = frozenset({"theme", "scale"})

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._missed: frozenset[str] = self.watches | self._LOOKS
        self.canvas = Canvas()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.canvas, 1)
        store.changed.connect(self.refresh)

    @property
    def style_now(self) -> Style:
        """The figure style of the current theme and scale."""
        return style_for(self.palette(), self._store.state.scale)

    def refresh(self, state: AppState, changed: frozenset[str]) -> None:
        """Draw what changed, now or when the stage is next seen."""
        self._missed |= changed & (self.watches | self._LOOKS)
        if self._missed and self.isVisible():
            missed, self._missed = self._missed, frozenset()
            self.draw_state(state, missed)

    def title(self) -> str:
        """Return what the tab says."""
        raise NotImplementedError

    def draw_state(self, state: AppState, changed: frozenset[str]) -> None:
        """Bring the canvas up to date."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while the stage was hidden."""
        super().showEvent(event)
        self.refresh(self._store.state, frozenset())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew: margins are in lines of text, not in shares of the figure."""
        super().resizeEvent(event)
        self.refresh(self._store.state, self._LOOKS)
