"""The page Matrix: the confusion matrix, each cell of which leads to its images."""

from dataclasses import replace

from matplotlib.backend_bases import MouseEvent
from matplotlib.figure import Figure
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from mnist_desktop.plots.confusion import ConfusionPlot
from mnist_desktop.plots.style import Style
from mnist_desktop.session.session import Watch
from mnist_desktop.session.state import State, split_title
from mnist_desktop.ui.base.guard import guarded
from mnist_desktop.ui.base.stage import CanvasStage, Settled
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.base.translation import said
from mnist_desktop.ui.work.commands import Commands

_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


@guarded
class MatrixPage(CanvasStage):
    """Draws `state.evaluation.confusion`; a click on a cell, row or column filters the gallery."""

    least_height = 15

    def __init__(self, store: Store, commands: Commands) -> None:
        super().__init__(store)
        self._commands = commands
        self._plot: ConfusionPlot | None = None
        self._settled = Settled()
        self._drawn = Watch(
            lambda state: (
                self._settled.evaluation(state),
                state.split,
                state.reading.network,
                state.results.percent,
            )
        )
        self._cursor = (0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.canvas.setMouseTracking(True)
        self.canvas.mpl_connect("button_press_event", self._click)
        self.canvas.mpl_connect("motion_notify_event", self._hover)
        self.setAccessibleName(self.tr("Confusion matrix"))

    def title(self) -> str:
        """Return what the button of the page says."""
        return self.tr("Matrix")

    def shows(self, state: State) -> tuple[object, ...]:
        """Return what of the state is shown."""
        results, query = state.results.percent, state.gallery.query
        evaluation = self._settled.evaluation(state)
        return evaluation, state.split, state.reading.network, results, query

    def draw_state(self, state: State, *, anew: bool) -> None:
        """Redraw; only the cursor if only the query is another."""
        if not (self._drawn.differs(state) or anew) and self._plot is not None:
            self._show_query(state)
            return
        self.clear()
        self._plot = None
        if state.evaluation is not None and self.has_room():
            with self.style_now.applied(self.canvas.figure):
                self._plot = self._confusion(self.canvas.figure, self.style_now, state)
            self._show_query(state)
            self.canvas.set_lively(self._plot.lively)

    def _confusion(self, figure: Figure, style: Style, state: State) -> ConfusionPlot:
        assert state.evaluation is not None
        return ConfusionPlot(
            figure,
            state.evaluation.confusion,
            state.library.digits.class_names,
            self._heading(state),
            style,
            percent=state.results.percent,
        )

    def draw_into(self, figure: Figure, style: Style, state: State) -> None:
        """Draw the matrix without its cursor."""
        if state.evaluation is not None:
            self._confusion(figure, style, state).show_cursor(None, None)

    def _heading(self, state: State) -> str:
        assert state.evaluation is not None
        assert state.reading.network is not None
        words = self.tr("{split}, {count:,} images, network {network}")
        if state.results.percent:
            words = self.tr("{split}, {count:,} images, network {network}; % of each row")
        return words.format(
            split=said(split_title(state.gallery.split_name)),
            count=len(state.evaluation),
            network=state.reading.network.name,
        )

    def _show_query(self, state: State) -> None:
        if self._plot is not None:
            self._plot.show_cursor(state.gallery.query.label, state.gallery.query.prediction)
            self.canvas.redraw_lively()

    # Mouse and keyboard ------------------------------------------------------------------------

    def _cell_at(self, event: MouseEvent) -> tuple[int | None, int | None] | None:
        """Return row and column under the pointer, or None away from the matrix.

        On the name of a row or column, the other one of the two is None.
        """
        if self._plot is None:
            return None
        x, y = self._plot.axes.transData.inverted().transform((event.x, event.y))
        size = len(self._plot.axes.get_xticks())
        column = round(x) if -0.5 <= x < size - 0.5 else None
        row = round(y) if -0.5 <= y < size - 0.5 else None
        near = x > -2.5 and y > -2.0
        return (row, column) if near and (row is not None or column is not None) else None

    def _click(self, event: MouseEvent) -> None:
        self.setFocus()
        cell = self._cell_at(event)
        if cell is not None:
            self._choose(*cell)

    def _choose(self, row: int | None, column: int | None) -> None:
        """Show the images of a cell; once more on the same cell shows all again."""
        query = self._store.state.gallery.query
        if (query.label, query.prediction) == (row, column):
            row = column = None
        elif row is not None and column is not None:
            self._cursor = (row, column)
        self._commands.change_query(replace(query, label=row, prediction=column))

    def _hover(self, event: MouseEvent) -> None:
        cell = self._cell_at(event)
        evaluation = self._store.state.evaluation
        row, column = cell or (None, None)
        if row is None or column is None or evaluation is None:
            self.canvas.setToolTip("")
            return
        names = self._store.state.library.digits.class_names
        words = self.tr("{count:,} images of a {true} read as {read}; click to see them")
        self.canvas.setToolTip(
            words.format(
                count=evaluation.confusion[row, column], true=names[row], read=names[column]
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move through the cells with the arrow keys; Enter or Space shows all images again."""
        evaluation = self._store.state.evaluation
        if evaluation is None:
            super().keyPressEvent(event)
        elif event.key() in _STEPS:
            self._step(*_STEPS[Qt.Key(event.key())], len(evaluation.confusion))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(*self._cursor)
        else:
            super().keyPressEvent(event)

    def _step(self, down: int, across: int, size: int) -> None:
        row, column = self._cursor
        self._cursor = ((row + down) % size, (column + across) % size)
        query = self._store.state.gallery.query
        if (query.label, query.prediction) != self._cursor:
            self._choose(*self._cursor)
