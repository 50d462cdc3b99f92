"""The picture of a block of cells, pixel by pixel, and on screens of any pixel ratio."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QFont, QImage

from mnist_desktop.model.data import DIGITS
from mnist_desktop.ui.base.theme import DARK, LIGHT
from mnist_desktop.ui.gallery.painting import (
    DOUBT,
    LABEL,
    STAR,
    WRONG,
    Cells,
    compose,
    make_stamps,
)
from mnist_desktop.ui.pictures.arrays import as_image, ink_table, pixels_of

ROOT = Path(__file__).parents[3]
BACKGROUND = 0xFF123456


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def table(request):
    return ink_table(request.param)


@pytest.fixture
def stamps(qapp):
    return make_stamps(DIGITS, 14, QFont(), LIGHT)


def cell_of(picture, position, columns, cell):
    row, column = divmod(position, columns)
    return picture[row * cell : (row + 1) * cell, column * cell : (column + 1) * cell]


@pytest.mark.parametrize(("cell", "factor", "margin"), [(28, 1, 0), (58, 2, 1), (86, 3, 1)])
def test_a_cell_is_the_digit_enlarged_by_whole_pixels(digits, table, cell, factor, margin):
    images = digits.splits["test"].images[:7]
    picture = compose(Cells(images), 3, cell, table, BACKGROUND, {})
    assert picture.shape == (3 * cell, 3 * cell)
    for position, image in enumerate(images):
        whole = cell_of(picture, position, 3, cell)
        inner = whole[margin : cell - margin, margin : cell - margin]
        expected = np.kron(table[image], np.ones((factor, factor), np.uint32))
        np.testing.assert_array_equal(inner, expected)
        if margin:
            assert set(whole[0]) | set(whole[-1]) | set(whole[:, 0]) == {BACKGROUND}


def test_the_last_row_has_background_where_no_cell_is(digits, table):
    images = digits.splits["test"].images[:7]
    picture = compose(Cells(images), 3, 58, table, BACKGROUND, {})
    for position in (7, 8):
        assert (cell_of(picture, position, 3, 58) == BACKGROUND).all()


def test_ink_runs_from_paper_to_ink(table):
    assert table.shape == (256,)
    assert (table >> 24 == 0xFF).all()
    grey = (table & 0xFF).astype(int)
    steps = np.diff(grey)
    assert (steps >= 0).all() or (steps <= 0).all()
    assert abs(int(grey[-1]) - int(grey[0])) > 150


@pytest.mark.parametrize("corner", [LABEL, WRONG, STAR, DOUBT])
def test_a_badge_sits_in_its_corner_and_touches_nothing_else(digits, table, stamps, corner):
    images, cell = digits.splits["test"].images[:4], 58
    kinds = np.array([-1, 0, -1, len(stamps[corner]) - 1])
    bare = compose(Cells(images), 2, cell, table, BACKGROUND, stamps)
    picture = compose(Cells(images, {corner: kinds}), 2, cell, table, BACKGROUND, stamps)
    height, width = stamps[corner].shape[1:]
    right, bottom = corner
    for position, kind in enumerate(kinds):
        expected = cell_of(bare, position, 2, cell).copy()
        if kind >= 0:
            down = slice(cell - height, cell) if bottom else slice(0, height)
            across = slice(cell - width, cell) if right else slice(0, width)
            expected[down, across] = stamps[corner][kind]
        np.testing.assert_array_equal(cell_of(picture, position, 2, cell), expected)


def test_badges_can_be_told_apart(stamps):
    for corner in (LABEL, WRONG):
        assert len({badge.tobytes() for badge in stamps[corner]}) == 10
    assert not np.array_equal(stamps[STAR][0], stamps[DOUBT][0])


def test_long_class_names_fit_into_their_badges(qapp):
    short, long = (
        make_stamps(names, 14, QFont(), LIGHT)[LABEL].shape[2] for names in ("01", ("cat", "horse"))
    )
    assert long > 2 * short


def test_an_image_keeps_its_pixels_alive(digits, table):
    image = as_image(compose(Cells(digits.splits["test"].images[:1]), 1, 58, table, 0, {}), 2.0)
    expected = table[digits.splits["test"].images[0]]
    np.testing.assert_array_equal(pixels_of(image)[1:57:2, 1:57:2], expected)
    assert image.devicePixelRatio() == 2.0


SHARP = """
import sys
from PySide6.QtWidgets import QApplication
from mnist_desktop.ui.base.errors import ErrorReporter
from mnist_desktop.ui.window.program import Program
from mnist_desktop.session.settings import Settings
from pathlib import Path

app = QApplication(["test"])
program = Program(app, Settings(theme="light", width=900), ErrorReporter(Path(sys.argv[1]) / "log"))
program.window.show()

def look():
    gallery = program.window.gallery
    gallery.go_to(500)
    gallery.verticalScrollBar().setValue(0)
    gallery.viewport().grab().save(sys.argv[1] + "/gallery.png")
    print(gallery.devicePixelRatioF(), gallery.grid.cell, gallery.grid.left)
    program.window.close()
    app.quit()

program.ready.connect(look)
app.exec()
"""


@pytest.mark.parametrize("factor", ["1.25", "1.5"])
def test_digits_are_sharp_on_a_screen_of_any_pixel_ratio(digits, tmp_path, factor):
    ended = subprocess.run(
        [sys.executable, "-c", SHARP, str(tmp_path)],
        cwd=ROOT,
        env=os.environ | {"QT_SCALE_FACTOR": factor},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 0, ended.stderr
    ratio, cell, left = map(float, ended.stdout.split())
    assert ratio == float(factor)
    cell, left, enlarged = int(cell), int(left), int(cell) // 28
    picture = QImage(str(tmp_path / "gallery.png")).convertToFormat(QImage.Format.Format_RGB32)
    found = pixels_of(picture)[1 : cell - 1, left + cell + 1 : left + 2 * cell - 1]
    expected = ink_table(LIGHT)[digits.splits["test"].images[1]]
    np.testing.assert_array_equal(found, np.kron(expected, np.ones((enlarged,) * 2, np.uint32)))
