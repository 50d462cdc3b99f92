"""The confusion matrix as it is drawn."""

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from mnist_desktop.model.data import DIGITS
from mnist_desktop.plots.confusion import ConfusionPlot
from mnist_desktop.plots.style import Style


def plotted(counts, names=DIGITS, **options):
    figure, style = Figure(figsize=(6, 5)), Style()
    canvas = FigureCanvasAgg(figure)
    with style.applied(figure):
        plot = ConfusionPlot(figure, counts, names, "10,000 images", style, **options)
        canvas.draw()
    return plot


def numbers(plot):
    """The text of each cell, by (row, column)."""
    return {
        (int(text.get_position()[1]), int(text.get_position()[0])): text.get_text()
        for text in plot.axes.texts
    }


def cursor(plot):
    """Rows and columns inside of the cursor."""
    patch = plot.lively[-1]
    left, top = patch.get_xy()
    size = len(plot.axes.get_xticks())
    rows = [r for r in range(size) if top < r < top + patch.get_height()]
    columns = [c for c in range(size) if left < c < left + patch.get_width()]
    return rows, columns


def test_numbers_are_those_of_the_matrix_rows_true_columns_predicted(evaluation):
    expected = {cell: f"{count:,}" for cell, count in np.ndenumerate(evaluation.confusion) if count}
    plot = plotted(evaluation.confusion)
    assert numbers(plot) == expected
    assert (plot.axes.get_ylabel(), plot.axes.get_xlabel()) == ("true", "predicted")
    assert plot.axes.get_title() == "10,000 images"
    bottom, top = plot.axes.get_ylim()
    assert bottom > top  # 0 is the row at the top


def test_per_cent_of_a_row_sum_to_100(evaluation):
    shown = numbers(plotted(evaluation.confusion, percent=True))
    for row in range(10):
        values = [float(text) for (place, _), text in shown.items() if place == row]
        assert sum(values) == pytest.approx(100, abs=0.05 * len(values))
    share = evaluation.confusion[4, 9] / evaluation.confusion[4].sum()
    assert shown[4, 9] == f"{100 * share:.1f}"


def test_the_most_frequent_error_has_the_strongest_colour_and_the_diagonal_none(evaluation):
    plot = plotted(evaluation.confusion)
    (image,) = plot.axes.images
    colours = np.asarray(image.get_array())
    errors = np.where(np.eye(10, dtype=bool), 0, evaluation.confusion)
    most = np.unravel_index(errors.argmax(), errors.shape)
    assert to_hex(colours[most]) == Style().wrong
    assert {to_hex(colours[place, place]) for place in range(10)} == {Style().paper}
    green = colours[..., 1]  # paper has all of it, the colour of what is wrong little
    order = np.argsort(errors, axis=None)
    assert (np.diff(green.ravel()[order]) <= 1e-9).all()


def test_numbers_can_be_read_on_their_colour(evaluation):
    def luminance(colour):
        return sum(part * weight for part, weight in zip(colour, (0.2, 0.7, 0.1), strict=True))

    plot = plotted(evaluation.confusion)
    colours = np.asarray(plot.axes.images[0].get_array())
    for text in plot.axes.texts:
        column, row = text.get_position()
        ink = [int(text.get_color()[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        assert abs(luminance(ink) - luminance(colours[row, column])) > 0.3


@pytest.mark.parametrize("percent", [False, True])
def test_part_of_an_evaluation_is_drawn(partial, percent):
    assert len(numbers(plotted(partial.confusion, percent=percent))) == np.count_nonzero(
        partial.confusion
    )


@pytest.mark.parametrize("percent", [False, True])
def test_a_digit_that_never_comes_is_drawn(evaluation, percent):
    counts = evaluation.confusion.copy()
    counts[3] = 0
    shown = numbers(plotted(counts, percent=percent))
    assert not [row for row, _ in shown if row == 3]


def test_other_classes_than_ten():
    plot = plotted(np.array([[5, 1, 0], [0, 4, 0], [2, 0, 7]]), ("cat", "dog", "owl"))
    assert [label.get_text() for label in plot.axes.get_xticklabels()] == ["cat", "dog", "owl"]
    assert numbers(plot)[2, 0] == "2"


def test_cursor_frames_a_cell_a_row_a_column_or_nothing(evaluation):
    plot = plotted(evaluation.confusion)
    every = list(range(10))
    for row, column, expected in (
        (4, 9, ([4], [9])),
        (7, None, ([7], every)),
        (None, 2, (every, [2])),
        (0, 0, ([0], [0])),
    ):
        plot.show_cursor(row, column)
        assert plot.lively[-1].get_visible()
        assert cursor(plot) == expected
    plot.show_cursor(None, None)
    assert not plot.lively[-1].get_visible()
