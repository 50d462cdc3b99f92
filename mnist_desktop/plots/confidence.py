"""How sure the network is where it is right and where it is wrong."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from numpy.typing import NDArray

from mnist_desktop.model.evaluation import Evaluation
from mnist_desktop.model.statistics import reliability, threshold_curve
from mnist_desktop.plots.style import Style, size_in_lines

_BINS = np.linspace(0, 1, 21).tolist()


class ConfidencePlot:
    """Histograms of top score and margin, the reliability curve, and the threshold curve.

    Parameters
    ----------
    figure : Figure
        Where to draw.
    evaluation : Evaluation
        What to draw; not empty.
    style : Style
        The figure's style.
    """

    def __init__(self, figure: Figure, evaluation: Evaluation, style: Style) -> None:
        self._style = style
        self.top_score, self.margin, self.reliability, self.threshold = (
            figure.add_subplot(2, 2, place) for place in range(1, 5)
        )
        self._draw_histogram(self.top_score, evaluation.top_scores, evaluation, "top score")
        self._draw_histogram(self.margin, evaluation.margins, evaluation, "margin")
        self._draw_reliability(evaluation)
        self._line = self._draw_threshold(evaluation)
        self._place(figure)
        handles = [
            handle
            for ax in (self.top_score, self.threshold)
            for handle in ax.get_legend_handles_labels()[0]
        ]
        figure.legend(handles=handles, loc="upper center", ncols=4, frameon=False)
        self.lively = (self._line,)

    def _place(self, figure: Figure) -> None:
        width, height = size_in_lines(figure, self._style)
        figure.subplots_adjust(
            left=min(5 / width, 0.3),
            right=max(1 - 1.2 / width, 0.5),
            top=max(1 - 2.6 / height, 0.5),
            bottom=min(3.2 / height, 0.4),
            wspace=12 / width,
            hspace=14 / height,
        )

    def _draw_histogram(
        self, ax: Axes, values: NDArray[np.float32], evaluation: Evaluation, name: str
    ) -> None:
        style = self._style
        right, wrong = values[~evaluation.wrong], values[evaluation.wrong]
        ax.hist(right, _BINS, color=style.right, alpha=0.45, label="right ✓")
        ax.hist(wrong, _BINS, color=style.wrong, histtype="step", linewidth=2, label="wrong ✗")
        ax.set_yscale("symlog", linthresh=1)
        ax.set_xlim(0, 1)
        ax.set_xlabel(name)
        ax.set_ylabel("images")

    def _draw_reliability(self, evaluation: Evaluation) -> None:
        style, ax = self._style, self.reliability
        curve = reliability(evaluation)
        ax.plot([0, 1], [0, 1], ":", color=style.muted)
        seen = curve.counts > 0
        ax.plot(curve.at[seen], curve.accuracies[seen], "o-", color=style.accent)
        ax.set(xlim=(0, 1), ylim=(0, 1.02), xlabel="top score", ylabel="share right")

    def _draw_threshold(self, evaluation: Evaluation) -> Line2D:
        style, ax = self._style, self.threshold
        curve = threshold_curve(evaluation)
        ax.plot(curve.at, curve.counts / len(evaluation), "--", color=style.muted, label="answered")
        ax.plot(curve.at, curve.accuracies, color=style.accent, label="right of these")
        ax.set(xlim=(0, 1), xlabel="least margin to answer", ylabel="share")
        return ax.axvline(0, color=style.ink, linewidth=2)

    def show_threshold(self, threshold: float) -> None:
        """Draw the line at a threshold."""
        self._line.set_xdata([threshold, threshold])
