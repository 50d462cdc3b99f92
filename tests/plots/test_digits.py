"""Pictures of digits, as a notebook and the window show them."""

import subprocess
import sys

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from mnist_desktop import plot_image, plot_images
from mnist_desktop.model.data import Samples
from mnist_desktop.plots.digits import DigitPlot, grid_shape
from mnist_desktop.plots.style import Style

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def test_split(digits):
    return digits.splits["test"]


@pytest.fixture
def samples(test_split):
    return Samples(test_split)


def picture(ax):
    (image,) = ax.images
    return image


def drawn(figure):
    """What is on the paper: RGB of shape (height, width, 3)."""
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    return np.asarray(canvas.buffer_rgba())[..., :3].copy()


@pytest.mark.parametrize("shape", [(784, 1), (784,), (28, 28)])
def test_one_image_is_shown_black_on_white(test_split, shape):
    figure = plot_image(test_split.image(0).reshape(shape))
    assert isinstance(figure, Figure)
    image = picture(figure.axes[0])
    np.testing.assert_array_equal(image.get_array(), test_split.images[0] / 256)
    np.testing.assert_array_equal(image.cmap([0.0, 1.0])[:, :3], [[1, 1, 1], [0, 0, 0]])
    assert image.get_clim() == (0, 1)


def test_bytes_and_shares_look_alike(test_split):
    as_bytes = drawn(plot_image(test_split.images[4])).astype(int)
    as_shares = drawn(plot_image(test_split.image(4))).astype(int)
    assert np.abs(as_bytes - as_shares).max() <= 2  # 255 / 256 is not quite black


def test_first_row_is_at_the_top_as_matshow_has_it(test_split):
    image = np.zeros((28, 28), np.uint8)
    image[:14] = 255
    ax = plot_image(image).axes[0]
    bottom, top = ax.get_ylim()
    assert (bottom, top) == (27.5, -0.5)
    assert ax.xaxis.get_tick_params()["labeltop"]
    half = drawn(ax.figure)
    box = ax.get_window_extent()
    middle, height = round((box.x0 + box.x1) / 2), len(half)
    assert half[round(height - box.y1) + 20, middle].tolist() == [0, 0, 0]
    assert half[round(height - box.y0) - 20, middle].tolist() == [255, 255, 255]


def test_images_stand_in_a_row_without_ticks(samples, test_split):
    figure = plot_images(samples[0:10])
    assert len(figure.axes) == 10
    assert len({round(ax.get_position().y0, 6) for ax in figure.axes}) == 1
    lefts = [ax.get_position().x0 for ax in figure.axes]
    assert lefts == sorted(lefts)
    for place, ax in enumerate(figure.axes):
        assert (list(ax.get_xticks()), list(ax.get_yticks())) == ([], [])
        np.testing.assert_array_equal(picture(ax).get_array(), test_split.images[place] / 256)


def test_images_come_with_their_labels_or_without(samples):
    pairs = drawn(plot_images(samples[0:3]))
    alone = drawn(plot_images([image for image, _ in samples[0:3]]))
    listed = drawn(plot_images(list(samples[0:3])))
    np.testing.assert_array_equal(pairs, alone)
    np.testing.assert_array_equal(pairs, listed)


def test_no_images_make_an_empty_figure():
    assert plot_images([]).axes == []


@pytest.mark.parametrize("count", [1, 2, 10])
def test_up_to_ten_stand_in_a_row(count):
    assert grid_shape(count) == (count, 1)


@pytest.mark.parametrize("count", [0, 11, 12, 27, 60, 100])
def test_more_stand_in_a_grid_that_holds_all_and_wastes_no_row(count):
    columns, rows = grid_shape(count)
    assert columns * rows >= count
    assert columns * (rows - 1) < max(count, 1)
    assert columns >= rows


@pytest.mark.parametrize("plot", [lambda s: plot_image(s[0][0]), lambda s: plot_images(s[0:2])])
def test_figure_shows_itself_in_a_notebook(samples, plot):
    assert plot(samples)._repr_png_().startswith(PNG)


def test_plotting_needs_neither_pyplot_nor_qt():
    code = (
        "import sys; from mnist_desktop import *; "
        "plot_image(load_data_wrapper()[2][0][0])._repr_png_(); "
        "print([n for n in ('matplotlib.pyplot', 'PySide6') if n in sys.modules])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert ended.stdout == "[]\n"


@pytest.mark.parametrize("dark", [False, True])
def test_large_digit_is_exchanged_with_its_title(test_split, dark):
    style = Style(paper="#101214", ink="#ffffff", dark=True) if dark else Style()
    figure = Figure(figsize=(5, 5))
    with style.applied(figure):
        plot = DigitPlot(figure, style)
    plot.show(test_split.images[1], "first")
    before = drawn(figure)
    plot.show(test_split.images[2], "second")
    image = picture(figure.axes[0])
    np.testing.assert_array_equal(image.get_array(), test_split.images[2])
    assert [text.get_text() for text in figure.texts] == ["second"]
    assert (drawn(figure) != before).any()
    ink = image.cmap(1.0)[:3]
    assert ink == ((1, 1, 1) if dark else (0, 0, 0))


def test_title_does_not_touch_the_numbers_above_the_digit(test_split):
    figure, style = Figure(figsize=(5, 5)), Style()
    with style.applied(figure):
        plot = DigitPlot(figure, style)
    plot.show(test_split.images[0], "Test #0")
    drawn(figure)
    (ax,) = figure.axes
    assert figure.texts[0].get_window_extent().y0 > ax.get_tightbbox().y1
