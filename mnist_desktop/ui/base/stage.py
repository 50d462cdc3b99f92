"""What every stage has: it draws only while it is seen, and catches up when it is shown."""

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mnist_desktop.model.evaluation import Evaluation
from mnist_desktop.plots.style import Style
from mnist_desktop.session.session import Watch
from mnist_desktop.session.state import State
from mnist_desktop.ui.base.canvas import Canvas, style_for
from mnist_desktop.ui.base.guard import guarded
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.base.theme import colours

_PICTURE_DPI = 200


@guarded
class Stage(QWidget):
    """A tab of the window, or a page of one.

    Subclasses say in :meth:`shows` what of the state they show, and bring it up to date in
    :meth:`draw_state`.
    """

    name = ""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._shown = Watch(self.shows)
        self._look = Watch(lambda state: (state.appearance.scale, colours()))
        store.changed.connect(self.refresh)

    def title(self) -> str:
        """Return what the tab says."""
        raise NotImplementedError

    def shows(self, state: State) -> tuple[object, ...]:
        """Return what of the state is shown, cheap to compare: the stage is drawn when it differs.

        Parameters
        ----------
        state : State
            The state as it is now.
        """
        raise NotImplementedError

    def draw_state(self, state: State, *, anew: bool) -> None:
        """Bring everything up to date.

        Parameters
        ----------
        state : State
            The state as it is now.
        anew : bool
            Whether theme, scale or size are others, so that nothing drawn can stay.
        """
        raise NotImplementedError

    def picture(self) -> Figure | None:
        """Return what is seen as a figure of its own to save, or None if it is no figure."""
        return None

    def refresh(self, state: State) -> None:
        """Draw what differs: now, or when the stage is next seen.

        Parameters
        ----------
        state : State
            The state as it is now.
        """
        if not self.isVisible():
            return
        anew = self._look.differs(state)
        if self._shown.differs(state) or anew:
            self.draw_state(state, anew=anew)

    def draw_anew(self) -> None:
        """Draw everything again: another size, say, fits other figures."""
        self._look.forget()
        self.refresh(self._store.state)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while the stage was hidden."""
        super().showEvent(event)
        self.refresh(self._store.state)


class Settled:
    """The evaluation for what takes long to draw: of one that runs, the one before it began."""

    def __init__(self) -> None:
        self._evaluation: Evaluation | None = None

    def evaluation(self, state: State) -> Evaluation | None:
        """Return the evaluation that is to be drawn.

        Parameters
        ----------
        state : State
            The state as it is now.
        """
        if all(task.kind != "evaluation" for task in state.tasks):
            self._evaluation = state.evaluation
        return self._evaluation


class CanvasStage(Stage):
    """A stage that is one matplotlib canvas."""

    #: Lines of text that the figure needs to be read.
    least_height = 0.0

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.canvas = Canvas()
        # One for many resize events: to place everything anew takes as long as to draw it.
        self._placing = QTimer(self, singleShot=True, interval=0)
        self._placing.timeout.connect(self.draw_anew)  # margins are in lines of text
        self.canvas.resizing.connect(self._placing.start)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.canvas, 1)

    @property
    def style_now(self) -> Style:
        """The figure style of the current theme and scale."""
        return style_for(self._store.state.appearance.scale)

    def draw_into(self, figure: Figure, style: Style, state: State) -> None:
        """Draw what is seen into an empty figure.

        Parameters
        ----------
        figure : Figure
            Where to draw.
        style : Style
            How it is to look.
        state : State
            What there is to draw.
        """
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
