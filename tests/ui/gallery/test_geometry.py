"""Where the cells of the gallery lie."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from mnist_desktop.ui.gallery.geometry import Grid

GRIDS = st.builds(Grid.fitting, st.integers(1, 70_000), st.integers(28, 400), st.integers(1, 4000))


@given(GRIDS, st.data())
def test_a_cell_is_found_at_each_of_its_own_points(grid, data):
    position = data.draw(st.integers(0, grid.count - 1))
    x, y = grid.corner(position)
    last = grid.cell - 1
    for point in ((x, y), (x + last, y), (x, y + last), (x + last, y + last)):
        assert grid.at(*point) == position
    assert 0 <= y <= grid.height - grid.cell


@given(GRIDS, st.integers(0, 10**6), st.integers(1, 3000))
def test_visible_are_just_the_cells_that_touch_the_window(grid, top, height):
    visible = grid.visible(top, height)
    for position in {visible.start - 1, visible.start, visible.stop - 1, visible.stop}:
        if 0 <= position < grid.count:
            y = grid.corner(position)[1]
            assert (position in visible) == (y < top + height and y + grid.cell > top)


@given(st.integers(28, 400), st.integers(1, 4000))
def test_columns_fill_the_width_and_stand_in_the_middle(cell, width):
    grid = Grid.fitting(100, cell, width)
    room = width - grid.columns * cell
    assert room < cell
    assert grid.columns >= 1
    assert grid.left == max(0, room) // 2


@pytest.mark.parametrize("count", [0, 1, 9, 10, 11, 70_000])
def test_height_is_that_of_whole_rows(count):
    assert Grid(count, 30, 10).height == -(-count // 10) * 30


def test_beside_the_cells_is_nothing():
    grid = Grid(25, 30, 10, left=7)
    assert grid.at(7, 0) == 0
    for point in ((6, 0), (-100, 0), (307, 0), (7, -1), (7 + 5 * 30, 60), (7, 90)):
        assert grid.at(*point) is None
    assert Grid(0, 30, 10).at(0, 0) is None


def test_keys_lead_through_rows_and_stop_at_the_ends():
    grid, key = Grid(25, 30, 10), Qt.Key
    for start, pressed, expected in (
        (0, key.Key_Right, 1),
        (9, key.Key_Right, 10),
        (10, key.Key_Left, 9),
        (3, key.Key_Down, 13),
        (13, key.Key_Up, 3),
        (0, key.Key_Left, 0),
        (3, key.Key_Up, 0),
        (24, key.Key_Right, 24),
        (18, key.Key_Down, 24),
        (2, key.Key_PageDown, 22),
        (22, key.Key_PageUp, 2),
        (12, key.Key_Home, 0),
        (12, key.Key_End, 24),
        (12, key.Key_A, None),
    ):
        assert grid.moved(start, pressed, page=2) == expected
    assert Grid(0, 30, 10).moved(0, key.Key_Right, 1) is None
