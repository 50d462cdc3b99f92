"""Colours, text sizes and margins of every figure, however small it is."""

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from mnist_desktop.model.data import DIGITS
from mnist_desktop.plots.confidence import ConfidencePlot
from mnist_desktop.plots.confusion import ConfusionPlot
from mnist_desktop.plots.digits import DigitPlot
from mnist_desktop.plots.style import Style, set_margins

PLOTS = {
    "digit": lambda figure, _evaluation: DigitPlot(figure, Style()),
    "confusion": lambda figure, evaluation: ConfusionPlot(
        figure, evaluation.confusion, DIGITS, "title", Style()
    ),
    "confidence": lambda figure, evaluation: ConfidencePlot(figure, evaluation, Style()),
}


@pytest.mark.parametrize("width", [1, 40, 1000])
@pytest.mark.parametrize("height", [0, 1, 40, 700])
@pytest.mark.parametrize("plot", PLOTS)
def test_a_figure_of_any_size_is_laid_out(evaluation, plot, width, height):
    figure, style = Figure(figsize=(width / 96, height / 96), dpi=96), Style()
    with style.applied(figure):
        PLOTS[plot](figure, evaluation)
        if height:
            FigureCanvasAgg(figure).draw()
    for ax in figure.axes:
        position = ax.get_position(original=True)
        assert np.isfinite(position.bounds).all()
        assert position.width > 0
        assert position.height > 0


@pytest.mark.parametrize("points", [11.0, 22.0])
def test_margins_are_whole_lines_of_text(points):
    figure, style = Figure(figsize=(10, 8)), Style(points=points)
    ax = figure.add_subplot()
    set_margins(ax, style, left=3, right=2, bottom=1, top=4)
    box = ax.get_position()
    lines = np.array([box.x0 * 10, (1 - box.x1) * 10, box.y0 * 8, (1 - box.y1) * 8]) * 72 / points
    np.testing.assert_allclose(lines, [3, 2, 1, 4])


def test_a_figure_is_drawn_in_its_style_and_leaves_the_settings_as_they_were():
    before = dict(mpl.rcParams)
    figure, style = Figure(), Style(paper="#101214", ink="#eeeeee", points=20)
    with style.applied(figure):
        ax = figure.add_subplot()
        ax.set_xlabel("score")
    assert dict(mpl.rcParams) == before
    assert mpl.colors.to_hex(figure.get_facecolor()) == "#101214"
    assert mpl.colors.to_hex(ax.get_facecolor()) == "#101214"
    assert ax.xaxis.label.get_color() == "#eeeeee"
    assert ax.xaxis.label.get_size() == 20


def test_ink_is_always_apart_from_paper():
    for dark in (False, True):
        paper, ink = mpl.colormaps[Style(dark=dark).digits]([0.0, 1.0])[:, 0]
        assert (paper < ink) == dark
