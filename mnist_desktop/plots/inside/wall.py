"""A wall of hidden units: each unit's weights as a picture, its activation as a bar below.

Composed in one array, as the gallery is: a hundred Axes would take seconds.
"""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.inside import Insight, largest_first
from mnist_desktop.model.network import FloatArray
from mnist_desktop.plots.inside.marks import Colours, rgba_of, signed_rgba, weight_limit
from mnist_desktop.plots.style import Style

_HALF = 14  # pixels of a picture where 28 do not fit


@dataclass(frozen=True)
class WallGrid:
    """Where the cells of a wall lie, in screen pixels.

    Attributes
    ----------
    side : int
        Of a picture: 14, or a multiple of 28.
    strip : int
        Height of the strip below each picture, 0 for none.
    gap : int
        Between cells.
    columns, rows, total : int
        Cells a row, rows that show, and rows there are.
    """

    side: int
    strip: int
    gap: int
    columns: int
    rows: int
    total: int

    @property
    def cell(self) -> tuple[int, int]:
        """Width and height of a cell with its gap."""
        return self.side + self.gap, self.side + self.strip + self.gap

    def corner(self, place: int) -> tuple[int, int]:
        """Return left and top of the cell at a place among those that show."""
        row, column = divmod(place, self.columns)
        width, height = self.cell
        return column * width, row * height


def fit_wall(count: int, width: int, height: int, strip: int, gap: int) -> WallGrid:
    """Return the grid with the largest pictures that all fit; small ones scrolled if none do.

    Parameters
    ----------
    count : int
        Number of units.
    width, height : int
        Room, in screen pixels.
    strip, gap : int
        As in WallGrid.
    """
    sides = [28 * factor for factor in range(max(min(width, height) // 28, 1), 0, -1)]
    for side in [*sides, _HALF]:
        grid = _grid(count, width, height, side, strip if side > _HALF else strip // 2, gap)
        if grid.total <= grid.rows:
            return grid
    return _grid(count, width, height, 28, strip, gap)


def _grid(count: int, width: int, height: int, side: int, strip: int, gap: int) -> WallGrid:
    columns = max((width + gap) // (side + gap), 1)
    rows = max((height + gap) // (side + strip + gap), 1)
    return WallGrid(side, strip, gap, columns, rows, -(-count // columns))


def unit_order(insight: Insight, order: str) -> NDArray[np.intp]:
    """Return the hidden units by "number", falling "activation" or size of "contribution".

    The contribution is that to the predicted digit.
    """
    if order == "activation":
        return np.argsort(-insight.a1[:, 0], kind="stable")
    if order == "contribution":
        return largest_first(insight.contributions[insight.prediction])
    return np.arange(insight.parameters.hidden)


def weight_colours(W1: FloatArray, *, shared: bool) -> Colours:
    """Return each unit's weights in colours, of shape (H, 28, 28, 4).

    On one scale for all units, or each on a scale of its own.
    """
    limits = weight_limit(W1)[0] if shared else np.abs(W1).max(axis=1, keepdims=True)
    limits = np.where(limits == 0, 1, limits)
    return signed_rgba(W1 / limits, 1.0).reshape(-1, 28, 28, 4)


def compose_wall(
    grid: WallGrid,
    pictures: Colours,
    units: NDArray[np.intp],
    activations: FloatArray | None,
    off: Collection[int],
    style: Style,
) -> Colours:
    """Return the picture of the units that show.

    Parameters
    ----------
    grid : WallGrid
        Where they lie.
    pictures : ndarray of shape (H, 28, 28, 4), uint8
        From :func:`weight_colours`.
    units : ndarray of shape (n,)
        The units that show, at most ``grid.rows * grid.columns``.
    activations : ndarray of shape (H,), optional
        From 0 to 1, for the bars.
    off : collection of int
        Units to draw faded and crossed out.
    style : Style
        The style.
    """
    width, height = grid.cell
    rows = max(min(grid.rows, grid.total), 1)
    paper = rgba_of(style.paper)
    wall = np.empty((rows, height, grid.columns, width, 4), np.uint8)
    wall[:] = paper
    row, column = np.divmod(np.arange(len(units)), grid.columns)
    wall[row, : grid.side, column, : grid.side] = _sized(pictures[units], grid.side)
    for place in np.flatnonzero(np.isin(units, list(off))).tolist():
        _cross_out(wall[row[place], : grid.side, column[place], : grid.side], style)
    if activations is not None and grid.strip:
        _add_bars(wall, grid, row, column, activations[units], style)
    if activations is not None and switch_side(grid):
        for place, unit in enumerate(units.tolist()):
            _add_switch(wall[row[place], :, column[place]], grid, unit not in off, style)
    return wall.reshape(rows * height, grid.columns * width, 4)


def _sized(pictures: Colours, side: int) -> Colours:
    if side == _HALF:
        blocks = pictures.reshape(-1, 14, 2, 14, 2, 4)
        small: Colours = (blocks.sum(axis=(2, 4), dtype=np.uint16) // 4).astype(np.uint8)
        return small
    factor = side // 28
    return pictures.repeat(factor, axis=1).repeat(factor, axis=2)


def _cross_out(picture: Colours, style: Style) -> None:
    paper = rgba_of(style.paper).astype(np.uint16)
    picture[:] = (picture + 3 * paper) // 4
    diagonal = np.arange(len(picture))
    for shift in (0, 1):
        picture[diagonal, np.minimum(diagonal + shift, len(picture) - 1)] = rgba_of(style.ink)


def switch_side(grid: WallGrid) -> int:
    """Return the side of a unit's switch, in screen pixels; 0 where there is no room for one."""
    return grid.strip - 2 if grid.side > _HALF and grid.strip > 6 else 0


def _add_bars(
    wall: Colours,
    grid: WallGrid,
    row: NDArray[np.intp],
    column: NDArray[np.intp],
    activations: FloatArray,
    style: Style,
) -> None:
    """Draw a bar from the switch to the right edge, filled as far as the activation goes."""
    left = switch_side(grid) + (3 if switch_side(grid) else 0)
    inset = max(grid.strip // 4, 1)
    length = grid.side - left
    filled = np.arange(length) < np.rint(activations * length)[:, None]
    strips = np.where(filled[..., None], rgba_of(style.ink), rgba_of(style.line))
    for y in range(grid.side + inset, grid.side + grid.strip - inset + 1):
        wall[row, y, column, left : grid.side] = strips


def _add_switch(cell: Colours, grid: WallGrid, on: bool, style: Style) -> None:
    """Draw a box at the lower left of a cell: filled for on, empty for off."""
    side = switch_side(grid)
    ink = rgba_of(style.ink)
    box = cell[grid.side + 1 : grid.side + 1 + side, :side]
    box[[0, -1]] = ink
    box[:, [0, -1]] = ink
    if on:
        box[2:-2, 2:-2] = ink
