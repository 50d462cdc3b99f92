"""What every stage has: it draws only while it is seen, and catches up when it is shown."""

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mnist_desktop.plots.style import Style
from mnist_desktop.session.state import AppState
from mnist_desktop.ui.base.canvas import Canvas, style_for
from mnist_desktop.ui.base.guard import guarded
from mnist_desktop.ui.base.store import Store

_PICTURE_DPI = 200
LOOKS = frozenset({"theme", "scale"})


@guarded
class Stage(QWidget):
    """A tab of the window, or a page of one.

    Subclasses say in `watches` which parts of the state they show, and redraw in
    :meth:`draw_state`, which gets the names that changed since it was last called.
    """

    name = ""
    watches: frozenset[str] = frozenset()
    #: Whether to draw what is found out only when the job that finds it has ended.
    patient = False

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._missed: frozenset[str] = self.watches | LOOKS
        store.changed.connect(self.refresh)

    def title(self) -> str:
        """Return what the tab says."""
        raise NotImplementedError

    def draw_state(self, state: AppState, changed: frozenset[str]) -> None:
        """Bring everything up to date."""
        raise NotImplementedError

    def picture(self) -> Figure | None:
        """Return what is seen as a figure of its own to save, or None if it is no figure."""
        return None

    def refresh(self, state: AppState, changed: frozenset[str]) -> None:
        """Draw what changed: now, or when the stage is next seen or the job has ended."""
        self._missed |= changed & (self.watches | LOOKS)
        waiting = self.patient and state.progress is not None and self._missed == {"evaluations"}
        if self._missed and self.isVisible() and not waiting:
            missed, self._missed = self._missed, frozenset()
            self.draw_state(state, missed)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while the stage was hidden."""
        super().showEvent(event)
        self.refresh(self._store.state, frozenset())


class CanvasStage(Stage):
    """A stage that is one matplotlib canvas."""

    #: Lines of text that the figure needs to be read.
    least_height = 0.0

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.canvas = Canvas()
        # One for many resize events: to place everything anew takes as long as to draw it.
        self._placing = QTimer(self, singleShot=True, interval=0)
        self._placing.timeout.connect(self._place_anew)
        self.canvas.resizing.connect(self._placing.start)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.canvas, 1)

    @property
    def style_now(self) -> Style:
        """The figure style of the current theme and scale."""
        return style_for(self._store.state.scale)

    def draw_into(self, figure: Figure, style: Style, state: AppState) -> None:
        """Draw what is seen into an empty figure."""
        raise NotImplementedError

    def picture(self) -> Figure:
        """Return what is seen as a figure of its own: black on white, whatever the theme."""
        style = Style(points=self.style_now.points)
        width, height = self.canvas.figure.get_size_inches()
        figure = Figure((width, height), dpi=_PICTURE_DPI)
        FigureCanvasAgg(figure)
        with style.applied(figure):
            self.draw_into(figure, style, self._store.state)
        return figure

    def has_room(self) -> bool:
        """Return whether the figure can be read; where it cannot, say what gives more room."""
        figure, style = self.canvas.figure, self.style_now
        if figure.get_size_inches()[1] * 72 >= self.least_height * style.points:
            return True
        words = self.tr("There is too little room for this figure.\nPress F9 for more.")
        with style.applied(figure):
            figure.text(0.5, 0.5, words, ha="center", va="center")
        return False

    def clear(self) -> None:
        """Empty the figure."""
        self.canvas.figure.clear()
        self.canvas.figure.set_facecolor(self.style_now.paper)
        self.canvas.set_lively(())

    def _place_anew(self) -> None:
        """Draw anew: margins are in lines of text, not in shares of the figure."""
        self.refresh(self._store.state, LOOKS)
