"""How sure the network is, as it is drawn."""

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from mnist_desktop.plots.confidence import ConfidencePlot
from mnist_desktop.plots.style import Style


def plotted(evaluation, size=(7, 6)):
    figure, style = Figure(figsize=size), Style()
    canvas = FigureCanvasAgg(figure)
    with style.applied(figure):
        plot = ConfidencePlot(figure, evaluation, style)
        canvas.draw()
    return plot


def bars(ax, evaluation):
    """Images in each bin, of the filled histogram."""
    filled = [patch for patch in ax.patches if hasattr(patch, "get_height")]
    return np.array([patch.get_height() for patch in filled])


@pytest.mark.parametrize("name", ["top_score", "margin"])
def test_histograms_count_right_and_wrong(evaluation, name):
    values = getattr(evaluation, name + "s")
    ax = getattr(plotted(evaluation), name)
    edges = np.linspace(0, 1, 21)
    expected, _ = np.histogram(values[~evaluation.wrong], edges)
    np.testing.assert_array_equal(bars(ax, evaluation), expected)
    outline = ax.patches[-1].get_xy()[:, 1]
    wrong, _ = np.histogram(values[evaluation.wrong], edges)
    assert outline.max() == wrong.max()
    assert ax.get_xlabel() == name.replace("_", " ")
    assert ax.get_legend_handles_labels()[1] == ["right ✓", "wrong ✗"]


def test_reliability_is_the_share_right_of_each_bin(evaluation):
    ax = plotted(evaluation).reliability
    diagonal, curve = ax.lines
    np.testing.assert_array_equal(diagonal.get_xydata(), [[0, 0], [1, 1]])
    high = evaluation.top_scores >= 0.9
    np.testing.assert_allclose(
        curve.get_xydata()[-1],
        [evaluation.top_scores[high].mean(), 1 - evaluation.wrong[high].mean()],
        rtol=1e-5,
    )


def test_threshold_curve_starts_at_everything_answered(evaluation):
    answered, right, _ = plotted(evaluation).threshold.lines
    assert answered.get_ydata()[0] == 1
    assert right.get_ydata()[0] == pytest.approx(evaluation.accuracy)
    sure = evaluation.margins >= 0.5
    assert answered.get_ydata()[50] == pytest.approx(sure.mean())
    assert right.get_ydata()[50] == pytest.approx(1 - evaluation.wrong[sure].mean())


def test_line_moves_to_the_threshold(evaluation):
    plot = plotted(evaluation)
    plot.show_threshold(0.35)
    assert set(plot.lively[0].get_xdata()) == {0.35}


def test_part_of_an_evaluation_is_drawn(partial):
    if not len(partial):
        pytest.skip("nothing is evaluated: the window says so in words")
    assert bars(plotted(partial).top_score, partial).sum() == len(partial) - partial.errors


@pytest.mark.parametrize("right", [True, False])
def test_nothing_wrong_or_everything_wrong(evaluation, right):
    rows = evaluation.wrong != right
    some = type(evaluation)(
        "test", int(rows.sum()), *(
            array[rows] for array in (evaluation.labels, evaluation.scores, evaluation.predictions)
        ),
    )  # fmt: skip
    assert bars(plotted(some).margin, some).sum() == (len(some) if right else 0)


def test_text_of_one_plot_does_not_run_into_another(evaluation):
    plot = plotted(evaluation)
    boxes = [
        ax.get_tightbbox() for ax in (plot.top_score, plot.margin, plot.reliability, plot.threshold)
    ]
    for place, box in enumerate(boxes):
        assert not any(box.overlaps(other) for other in boxes[place + 1 :])
