"""A wall of hidden units: each unit's weights as a picture, its activation as a bar below.

Composed in one array, as the gallery is: a hundred Axes would take seconds.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.inside import Insight, largest_first
from mnist_desktop.model.network import FloatArray
from mnist_desktop.plots.inside.colour import Colours, rgba_of, signed_rgba, weight_limit
from mnist_desktop.plots.lettering import Face
from mnist_desktop.plots.style import Style

_HALF = 14  # pixels of a picture where 28 do not fit
_CHUNK = 64  # units coloured at a time


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


def strip_of(side: int, em: float) -> int:
    """Return the height of the strip below a picture: a line for switch and number, and the bar.

    Below small pictures they share a line that has no room for a number, below
    the smallest there is the bar alone.

    Parameters
    ----------
    side : int
        Of the picture, in screen pixels.
    em : float
        Screen pixels a line of text.
    """
    return round((1.36 if side > 28 else 0.6 if side == 28 else 0.3) * em)


def fit_wall(
    count: int, width: int, height: int, strip: Callable[[int], int], gap: int
) -> WallGrid:
    """Return the grid with the largest pictures that all fit; small ones scrolled if none do.

    Parameters
    ----------
    count : int
        Number of units.
    width, height : int
        Room, in screen pixels.
    strip : callable
        Returns the height of the strip below pictures of a side.
    gap : int
        As in WallGrid.
    """
    sides = [28 * factor for factor in range(max(min(width, height) // 28, 1), 0, -1)]
    for side in [*sides, _HALF]:
        grid = _grid(count, width, height, side, strip(side), gap)
        if grid.total <= grid.rows:
            return grid
    return _grid(count, width, height, 28, strip(28), gap)


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
    colours = np.empty((*W1.shape, 4), np.uint8)
    limit = weight_limit(W1)[0] if shared else None
    for start in range(0, len(W1), _CHUNK):  # so that it stays in the cache: three times as fast
        weights = W1[start : start + _CHUNK]
        limits = np.abs(weights).max(axis=1, keepdims=True) if limit is None else limit
        limits = np.where(limits == 0, 1, limits)
        colours[start : start + _CHUNK] = signed_rgba(weights / limits, 1.0)
    return colours.reshape(-1, 28, 28, 4)


@dataclass(frozen=True, eq=False)
class Strips:
    """What the strips below the pictures show.

    Attributes
    ----------
    activations : ndarray of shape (H,)
        From 0 to 1, for the bars.
    face : Face
        For the numbers of the units.
    """

    activations: FloatArray
    face: Face


def compose_wall(
    grid: WallGrid,
    pictures: Colours,
    units: NDArray[np.intp],
    off: Collection[int],
    style: Style,
    strips: Strips | None = None,
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
    off : collection of int
        Units to draw faded and crossed out.
    style : Style
        The style.
    strips : Strips, optional
        What stands below the pictures.
    """
    width, height = grid.cell
    rows = max(min(grid.rows, grid.total), 1)
    wall = np.empty((rows, height, grid.columns, width, 4), np.uint8)
    wall[:] = rgba_of(style.paper)
    row, column = np.divmod(np.arange(len(units)), grid.columns)
    wall[row, : grid.side, column, : grid.side] = _sized(pictures[units], grid.side)
    for place, unit in enumerate(units.tolist()):
        cell = wall[row[place], :, column[place]]
        if unit in off:
            _cross_out(cell[: grid.side, : grid.side], style)
        if strips is not None:
            strip = cell[grid.side + 1 : grid.side + grid.strip + 1, : grid.side]
            _add_strip(strip, grid, unit, unit not in off, strips, style)
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
    if grid.side == _HALF:
        return 0
    return grid.strip if grid.side == 28 else round(grid.strip * 0.7)


def _add_strip(
    strip: Colours, grid: WallGrid, unit: int, on: bool, strips: Strips, style: Style
) -> None:
    """Draw what stands below one picture."""
    side, bar = switch_side(grid), strip
    if side:
        left = _add_switch(strip[:side], on, style)
        bar = strip[:, left:]
    if side and grid.side > 28:
        _add_number(strip[:side], left, unit, strips.face, style)
        bar = strip[side + 1 :]
    _add_bar(bar, float(strips.activations[unit]), style)


def _add_switch(strip: Colours, on: bool, style: Style) -> int:
    """Draw a box, ticked for on, at the left of a strip; return where it ends."""
    side = len(strip)
    ink = rgba_of(style.ink)
    box = strip[:, :side]
    box[[0, -1]] = ink
    box[:, [0, -1]] = ink
    if on:
        inner = box[2:-2, 2:-2]
        size, short = len(inner), len(inner) // 3
        for thick in range(max(size // 6, 1)):
            down = np.arange(short + 1)
            inner[np.maximum(size - 1 - short + down - thick, 0), down] = ink
            up = np.arange(size - short)
            inner[np.maximum(size - 1 - up - thick, 0), short + up] = ink
    return side + max(side // 4, 2)


def _add_number(strip: Colours, left: int, unit: int, face: Face, style: Style) -> None:
    """Write a unit's number."""
    mask, _ = face.line(str(unit))
    baseline = (len(strip) + round(face.ascent)) // 2 + face.depth
    rows = mask[max(len(mask) - baseline, 0) :][: len(strip)]
    place = strip[: len(rows), left : left + rows.shape[1]]
    share = rows[:, : place.shape[1], None] / 255
    place[:] = np.rint((1 - share) * place + share * rgba_of(style.ink))


def _add_bar(strip: Colours, activation: float, style: Style) -> None:
    """Draw a bar, filled as far as the activation goes."""
    inset = len(strip) // 4
    bar = strip[inset : len(strip) - inset]
    filled = round(activation * bar.shape[1])
    bar[:, :filled] = rgba_of(style.ink)
    bar[:, filled:] = rgba_of(style.line)
