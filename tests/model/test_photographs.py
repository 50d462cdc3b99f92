import numpy as np
import pytest

from mnist_desktop.model.components import find_components
from mnist_desktop.model.data import load_digits
from mnist_desktop.model.formats import load_parameters
from mnist_desktop.model.formats.parameters import NETWORKS
from mnist_desktop.model.network import f
from mnist_desktop.model.paper import Flattened, flatten, prepared_already
from mnist_desktop.model.photographs import cut, find_digits

from .imitated_paper import by_pens, photograph, with_frame, with_table


@pytest.fixture(scope="module")
def split():
    return next(load_digits("test")).splits["test"]


@pytest.fixture(scope="module")
def read():
    W1, B1, W2, B2 = load_parameters(NETWORKS / "784-100-10.npz")

    def read_images(found):
        images = np.array([one.image for one in found]).reshape(-1, 784)
        return f(images.T / np.float32(256), W1, W2, B1, B2).argmax(axis=0).tolist()

    return read_images


def share_right(split, read, pictures, digits_each=1):
    right = 0
    for place, picture in enumerate(pictures):
        labels = split.labels[place * digits_each : (place + 1) * digits_each].tolist()
        found = read(find_digits(picture))
        right += sum(np.array(found) == labels) if len(found) == len(labels) else 0
    return right / (digits_each * len(pictures))


@pytest.mark.parametrize("light_ink", [False, True])
def test_nine_in_ten_photographs_of_paper_are_read_right(split, read, light_ink):
    random = np.random.default_rng(11)
    pictures = [
        photograph(split.images[place : place + 1], random, light_ink=light_ink)
        for place in range(100)
    ]
    assert share_right(split, read, pictures) >= 0.9


def test_rows_of_four_are_cut_in_reading_order(split, read):
    random = np.random.default_rng(5)
    pictures = [photograph(split.images[at : at + 4], random) for at in range(0, 120, 4)]
    assert share_right(split, read, pictures, 4) >= 0.85


@pytest.mark.parametrize("inverted", [False, True])
def test_a_sheet_of_mnist_is_cut_line_by_line(split, read, inverted):
    sheet = np.vstack([np.hstack(split.images[at : at + 8]) for at in range(0, 40, 8)])
    found = find_digits(255 - sheet if inverted else sheet)
    assert len(found) == 40
    assert np.mean(np.array(read(found)) == split.labels[:40]) >= 0.9


@pytest.mark.parametrize("around", [with_table, with_frame])
def test_what_lies_around_the_digits_is_none_of_them(split, read, around):
    random = np.random.default_rng(1)
    pictures = [
        around(photograph(split.images[at : at + 3], random), random) for at in range(0, 90, 3)
    ]
    assert share_right(split, read, pictures, 3) >= 0.9


def test_a_table_of_squares_is_no_ink_of_the_digits_in_it(split, read):
    picture = np.full((304, 404), 255, np.uint8)
    picture[::100], picture[1::100], picture[:, ::100], picture[:, 1::100] = 0, 0, 0, 0
    large = split.images[:12].repeat(2, axis=1).repeat(2, axis=2)
    for place, image in enumerate(large):
        top, left = 24 + place // 4 * 100, 24 + place % 4 * 100
        picture[top : top + 56, left : left + 56] -= image
    found = read(find_digits(picture))
    assert len(found) == 12
    assert sum(np.array(found) == split.labels[:12]) >= 11


def test_a_digit_that_fills_the_picture_may_touch_its_edge(split, read):
    image = split.images[0]
    rows, columns = np.flatnonzero(image.any(axis=1)), np.flatnonzero(image.any(axis=0))
    ink = image[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    large = np.kron(ink, np.ones((12, 12), np.uint8))
    assert read(find_digits(255 - np.pad(large, ((0, 0), (40, 40))))) == [7]


def test_digits_of_pale_ink_are_found_beside_dark_ones(split, read):
    random = np.random.default_rng(4)
    pens = [1.0, 0.55, 0.22]
    pictures = [
        by_pens(split.images[at : at + 3], np.roll(pens, at // 3).tolist(), random)
        for at in range(0, 90, 3)
    ]
    assert share_right(split, read, pictures, 3) >= 0.75


def test_other_thresholds_are_tried_where_the_suggested_one_finds_nothing(split):
    ink = np.full((200, 200), 0.0, np.float32)
    ink[[0, -1]], ink[:, [0, -1]], ink[100] = 0.35, 0.35, 0.35
    large = np.kron(split.images[0], np.ones((4, 4))) / 255
    ink[44:156, 44:156] = np.maximum(ink[44:156, 44:156], large)
    assert len(cut(Flattened(ink, 0.3, dark_on_light=True), 0.3)) == 1
    # Chosen by hand, it is the one that counts.
    assert cut(Flattened(ink, 0.5, dark_on_light=True), 0.3) == []


@pytest.mark.parametrize("factor", [1, 3, 20])
@pytest.mark.parametrize("inverted", [False, True])
def test_an_mnist_image_saved_as_a_picture_comes_back_as_it_was(split, factor, inverted):
    for image in split.images[: 300 // factor]:
        picture = image.repeat(factor, axis=0).repeat(factor, axis=1)
        [found] = find_digits(picture if inverted else 255 - picture)
        assert np.array_equal(found.image, image)


def test_no_image_of_mnist_looks_unprepared(split):
    assert all(prepared_already(255 - image) is not None for image in split.images)


def test_a_small_picture_is_one_digit_whatever_its_parts(split):
    picture = np.full((28, 28), 250, np.uint8)
    picture[2:4, 12:22] = 20
    picture[8:24, 4:7] = 20
    picture[8:10, 9:20] = 20
    assert len(find_digits(picture)) == 1


def test_polarity_is_found(split):
    picture = photograph(split.images[:1], np.random.default_rng(2))
    assert flatten(picture).dark_on_light
    assert not flatten(255 - picture).dark_on_light


def test_a_fine_pen_is_thickened():
    circle = np.hypot(*(np.mgrid[:600, :600] - 300))
    picture = np.where(np.abs(circle - 200) < 3, 40, 235).astype(np.uint8)
    [found] = find_digits(picture)
    assert found.image.max() > 200
    assert 100 * 255 < found.image.sum() < 180 * 255


def test_specks_and_ruled_lines_are_no_digits(split):
    picture = np.full((300, 400), 240, np.uint8)
    picture[80:192, 100:212] -= np.kron(split.images[0] // 2, np.ones((4, 4), np.uint8))
    picture[20:23, 30:33] = 30
    picture[250:252, :] = 30
    assert len(find_digits(picture)) == 1


@pytest.mark.parametrize(
    "picture",
    [
        np.full((300, 400), 128, np.uint8),
        np.zeros((1, 1), np.uint8),
        np.array([[0, 255]], np.uint8),
        np.full((1, 1500), 3, np.uint8),
        np.linspace(0, 255, 120_000).reshape(300, 400).astype(np.uint8),
        np.random.default_rng(0).integers(0, 256, (400, 400)).astype(np.uint8),
    ],
    ids=["one colour", "1 x 1", "2 x 1", "a line", "gradient", "noise"],
)
def test_a_picture_without_digits_has_none(picture):
    assert find_digits(picture) == []


def test_a_higher_threshold_takes_less_for_ink(split):
    flat = flatten(photograph(split.images[:1], np.random.default_rng(3)))
    low, high = (cut(flat, threshold)[0].box for threshold in (0.3, 0.7))
    assert low.height > high.height


def test_components_are_those_of_a_flood_fill():
    random = np.random.default_rng(0)
    for _ in range(100):
        mask = random.random(random.integers(1, 16, 2)) < random.random()
        parts = find_components(mask)
        expected = flood(mask)
        pairs = set(zip(parts.labels[mask].tolist(), expected[mask].tolist(), strict=True))
        assert len(pairs) == len(parts.boxes) == expected.max(initial=0)
        for part, box in enumerate(parts.boxes, start=1):
            rows, columns = np.nonzero(parts.labels == part)
            assert (box.top, box.bottom) == (rows.min(), rows.max() + 1)
            assert (box.left, box.right) == (columns.min(), columns.max() + 1)
            assert parts.areas[part - 1] == len(rows)


def flood(mask):
    labels, count = np.zeros(mask.shape, int), 0
    for start in zip(*np.nonzero(mask), strict=True):
        if labels[start]:
            continue
        count += 1
        waiting = [start]
        while waiting:
            row, column = waiting.pop()
            if not labels[row, column]:
                labels[row, column] = count
                near = np.argwhere(mask[max(row - 1, 0) : row + 2, max(column - 1, 0) : column + 2])
                waiting += [(max(row - 1, 0) + y, max(column - 1, 0) + x) for y, x in near.tolist()]
    return labels
