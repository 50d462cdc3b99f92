import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from mnist_desktop.model.data import load_digits
from mnist_desktop.model.formats import load_parameters
from mnist_desktop.model.formats.parameters import NETWORKS
from mnist_desktop.model.network import f
from mnist_desktop.model.preparation import Steps, centre_of_mass, prepare, prepare_ink
from mnist_desktop.model.scaling import resize
from mnist_desktop.model.simulation import redraw, step_costs

from .strokes import SHAPES, drawn


@pytest.fixture(scope="module")
def test_split():
    return next(load_digits("test")).splits["test"]


def test_every_test_image_of_mnist_is_prepared_already(test_split):
    for image in test_split.images:
        assert np.array_equal(prepare_ink(image), image)


def test_a_digit_drawn_large_comes_back_as_it_was(test_split):
    image = test_split.images[0]
    board = np.full((400, 560), 255, np.uint8)
    large = np.kron(image, np.ones((11, 11), np.uint8))
    board[50:358, 200:508] -= large
    assert np.array_equal(prepare(board).image, image)


@given(arrays(np.uint8, array_shapes(min_dims=2, max_dims=2, max_side=60)))
@settings(deadline=None, max_examples=200)
def test_whatever_is_drawn_is_centred_whole_within_half_a_pixel(picture):
    preparation = prepare(picture)
    assert preparation.image.shape == (28, 28)
    if preparation.image.any():
        row, column = centre_of_mass(preparation.image)
        assert abs(row - 14) <= 0.5
        assert abs(column - 14) <= 0.5


def test_a_blot_with_a_long_tail_is_neither_cut_off_nor_off_centre():
    picture = np.full((200, 200), 255, np.uint8)
    picture[90:110, 10:30] = 0
    picture[99:101, 30:190] = 0
    image = prepare(picture).image
    assert abs(centre_of_mass(image)[1] - 14) <= 0.5
    assert image[:, -1].max() < 255
    ends = np.flatnonzero(image.any(axis=0))
    assert ends[-1] - ends[0] >= 12


def test_each_step_can_be_left_out(test_split):
    picture = redraw(test_split.images[0], np.random.default_rng(1))
    whole = prepare(picture)
    assert np.array_equal(prepare(picture, Steps(centre=False)).image, whole.scaled)
    assert prepare(picture, Steps(crop=False)).cropped.shape == picture.shape
    inverted = prepare(picture, Steps(polarity=False))
    assert np.array_equal(inverted.ink, picture)
    assert whole.cropped.shape != picture.shape


@pytest.mark.parametrize(
    ("size", "pen", "thinned"),
    [(380, 44, False), (380, 16, False), (300, 110, True), (120, 44, True), (90, 44, True)],
    ids=["normal", "thin", "thick", "small", "very small"],
)
def test_digits_are_read_whatever_their_size_and_the_pen(size, pen, thinned):
    W1, B1, W2, B2 = load_parameters(NETWORKS / "784-100-10.npz")
    board = size + 2 * pen
    drawings = [prepare(drawn(strokes, size, pen, board)) for _, strokes in SHAPES]
    images = np.array([drawing.image for drawing in drawings]).reshape(-1, 784)
    read = f(images.T / np.float32(256), W1, W2, B1, B2).argmax(axis=0)
    assert sum(read == [digit for digit, _ in SHAPES]) >= 36
    share = np.mean([drawing.thinned for drawing in drawings])
    assert share >= 0.8 if thinned else share == 0


def test_a_thick_pen_keeps_the_hole_of_a_small_zero():
    image = prepare(drawn(SHAPES[0][1], 90, 44, 200)).image
    assert image[12:16, 12:16].mean() < 0.5 * image.max()


@pytest.mark.parametrize("size", [60, 200])
def test_a_blot_stays_ink(size):
    picture = np.full((560, 560), 255, np.uint8)
    picture[100 : 100 + size, 200 : 200 + size] = 0
    assert not prepare(picture).blank


def test_the_digits_of_mnist_are_not_too_thick_however_large_drawn(test_split):
    random = np.random.default_rng(0)
    thinned = [prepare(redraw(image, random)).thinned for image in test_split.images[:500]]
    assert np.mean(thinned) <= 0.01


@pytest.mark.parametrize("ink", [0, 3])
def test_an_empty_or_nearly_empty_board_is_blank(ink):
    picture = np.full((560, 560), 255, np.uint8)
    picture[100 : 100 + ink, 100:101] = 250
    assert prepare(picture).blank


def test_no_test_image_is_blank(test_split):
    assert not any(prepare(255 - image).blank for image in test_split.images[:500])


@given(st.integers(1, 40), st.integers(1, 40), st.integers(1, 40), st.integers(1, 40))
@settings(deadline=None)
def test_area_averaging_keeps_the_mean(height, width, new_height, new_width):
    picture = np.random.default_rng(0).integers(0, 256, (height, width)).astype(np.uint8)
    small = resize(picture, new_height, new_width)
    assert small.mean() == pytest.approx(picture.mean(), rel=1e-4, abs=1e-3)


def test_area_averaging_of_a_whole_number_is_the_mean_of_blocks():
    picture = np.arange(36, dtype=np.uint8).reshape(6, 6)
    blocks = picture.reshape(3, 2, 2, 3).mean(axis=(1, 3))
    assert np.allclose(resize(picture, 3, 2), blocks)


def test_prepared_drawings_are_read_nearly_as_well_as_the_originals(test_split):
    parameters = load_parameters(NETWORKS / "784-30-10.npz")
    reports = list(step_costs(test_split, parameters, count=600))
    costs = reports[-1]
    assert [report.done for report in reports] == list(range(60, 601, 60))
    assert costs.shares["all"] >= 0.95 * costs.untouched
    assert costs.shares["centre"] < costs.shares["all"] - 0.02
    assert costs.shares["crop"] < costs.shares["all"] - 0.15
    assert costs.shares["shrunk"] < 0.5
    assert costs.shares["polarity"] < 0.2


def test_the_cost_of_a_step_is_the_same_each_time(test_split):
    parameters = load_parameters()
    one, other = (list(step_costs(test_split, parameters, count=60))[-1] for _ in range(2))
    assert one == other
