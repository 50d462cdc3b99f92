"""The page Confidence: how sure the network is, and what it would gain by not answering."""

from dataclasses import replace

from matplotlib.figure import Figure
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider

from mnist_desktop.plots.confidence import ConfidencePlot
from mnist_desktop.plots.style import Style
from mnist_desktop.session.session import Watch
from mnist_desktop.session.state import State
from mnist_desktop.ui.base.silence import silently
from mnist_desktop.ui.base.stage import CanvasStage, Settled
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.work.commands import Commands

_STEPS = 1000


class ConfidencePage(CanvasStage):
    """Draws the distributions; the slider shows the images below a threshold on the margin."""

    least_height = 15

    def __init__(self, store: Store, commands: Commands) -> None:
        super().__init__(store)
        self._commands = commands
        self._plot: ConfidencePlot | None = None
        self._settled = Settled()
        self._drawn = Watch(
            lambda state: (self._settled.evaluation(state), state.split, state.reading.network)
        )
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setMaximum(_STEPS)
        self.slider.setMinimumWidth(140)
        self.slider.setToolTip(self.tr("The gallery shows the images whose margin is below this"))
        self.slider.setAccessibleName(self.tr("Least margin to answer"))
        self.slider.valueChanged.connect(self._ask)
        self.words = QLabel()
        row = QHBoxLayout()
        row.setContentsMargins(8, 2, 8, 4)
        row.addWidget(QLabel(self.tr("“I do not know” below")))
        row.addWidget(self.slider, 1)
        row.addWidget(self.words)
        self.column.addLayout(row)

    def title(self) -> str:
        """Return what the button of the page says."""
        return self.tr("Confidence")

    def shows(self, state: State) -> tuple[object, ...]:
        """Return what of the state is shown."""
        evaluation, query = self._settled.evaluation(state), state.gallery.query
        return evaluation, state.split, state.reading.network, query

    def draw_state(self, state: State, *, anew: bool) -> None:
        """Redraw; only the line of the threshold if only the query is another."""
        if self._drawn.differs(state) or anew:
            self.clear()
            self._plot = None
            evaluation = state.evaluation
            if evaluation is not None and len(evaluation) and self.has_room():
                style = self.style_now
                with style.applied(self.canvas.figure):
                    self._plot = ConfidencePlot(self.canvas.figure, evaluation, style)
                self.canvas.set_lively(self._plot.lively)
        self._show_threshold(state)

    def draw_into(self, figure: Figure, style: Style, state: State) -> None:
        """Draw the distributions, with the line at the threshold."""
        if state.evaluation is not None and len(state.evaluation):
            plot = ConfidencePlot(figure, state.evaluation, style)
            plot.show_threshold(self._threshold(state))

    def _threshold(self, state: State) -> float:
        span = state.gallery.query.margin
        return span[1] if span is not None and span[0] == 0 else 0.0

    def _show_threshold(self, state: State) -> None:
        threshold = self._threshold(state)
        with silently(self.slider):
            self.slider.setValue(round(threshold * _STEPS))
        self.words.setText(self._sentence(state, threshold))
        if self._plot is not None:
            self._plot.show_threshold(threshold)
            self.canvas.redraw_lively()

    def _sentence(self, state: State, threshold: float) -> str:
        evaluation = state.evaluation
        if evaluation is None or not len(evaluation):
            return ""
        answered = evaluation.margins > threshold
        if not answered.any():
            return self.tr("{threshold:.3f}: nothing answered").format(threshold=threshold)
        words = self.tr("{threshold:.3f}: {share:.1%} answered, {right:.2%} right")
        return words.format(
            threshold=threshold,
            share=answered.mean(),
            right=1 - evaluation.wrong[answered].mean(),
        )

    def _ask(self, value: int) -> None:
        margin = (0.0, value / _STEPS) if value else None
        self._commands.change_query(replace(self._store.state.gallery.query, margin=margin))
