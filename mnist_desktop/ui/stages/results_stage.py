"""The stage Results: how right the network is on the current split, and where it errs."""

from mnist_desktop.model.evaluation import Evaluation
from mnist_desktop.plots.confusion import draw_confusion
from mnist_desktop.plots.style import set_margins
from mnist_desktop.ui.stages.base import Stage
from mnist_desktop.ui.state import AppState, split_title


class ResultsStage(Stage):
    """Draws `state.evaluation`: accuracy and confusion matrix."""

    name = "results"
    watches = frozenset({"evaluations", "split", "network", "progress"})

    def title(self) -> str:
        """Return what the tab says."""
        return self.tr("Results")

    def draw_state(self, state: AppState, changed: frozenset[str]) -> None:
        """Redraw everything, once a running evaluation has ended."""
        if state.progress is not None and not changed & {"split", *self._LOOKS}:
            return
        figure = self.canvas.figure
        figure.clear()
        with self.style_now.applied(figure):
            if state.evaluation is None or not len(state.evaluation):
                words = self.tr("Press Evaluate to see how many images the network reads right.")
                figure.text(0.5, 0.5, words, ha="center", va="center", wrap=True)
            else:
                self._draw(state, state.evaluation)
        self.canvas.redraw()

    def _draw(self, state: AppState, evaluation: Evaluation) -> None:
        style = self.style_now
        ax = self.canvas.figure.add_subplot()
        set_margins(ax, style, left=4, right=1.5, bottom=1, top=6.4)
        draw_confusion(ax, evaluation.confusion, state.digits.class_names, style)
        ax.set_title(self._heading(state, evaluation), pad=style.points * 0.6)

    def _heading(self, state: AppState, evaluation: Evaluation) -> str:
        assert state.network is not None
        words = self.tr("{accuracy:.2%} right: {errors:,} of {count:,} wrong\n{split}, {network}")
        if not evaluation.complete:
            words = self.tr(
                "{accuracy:.2%} right so far: {errors:,} of {count:,} wrong\n"
                "{split}, {network}; {count:,} of {total:,} images evaluated"
            )
        return words.format(
            accuracy=evaluation.accuracy,
            errors=evaluation.errors,
            count=len(evaluation),
            total=evaluation.total,
            split=split_title(state.split),
            network=state.network.name,
        )
