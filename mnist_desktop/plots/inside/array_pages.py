"""The arrays of the formula, one page a kind: image, pictures of W1, heat map of W2, vectors."""

from collections.abc import Hashable

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.inside import Insight
from mnist_desktop.model.network import FloatArray
from mnist_desktop.plots.inside.colour import (
    ink_rgba,
    limit_of,
    sign_colours,
    signed_rgba,
    weight_limit,
)
from mnist_desktop.plots.inside.marks import ColourBar, signed
from mnist_desktop.plots.inside.scene import Page, Picture, Rows, Scene, Spot
from mnist_desktop.plots.inside.sheet import AnyFigure, Sheet
from mnist_desktop.plots.inside.wall import compose_wall, fit_wall, weight_colours
from mnist_desktop.plots.style import Style

_HEADING = 1.8
_SCORES = {"a1", "a2"}


def array_of(insight: Insight, symbol: str) -> FloatArray:
    """Return the array that a symbol of the formula stands for."""
    source = insight.parameters if symbol[0] in "WB" else insight
    array: FloatArray = getattr(source, symbol)
    return array


def page_of(symbol: str) -> type[Page]:
    """Return the kind of page on which an array is shown."""
    kinds: dict[str, type[Page]] = {"x": ImagePage, "W1": PicturesPage, "W2": HeatPage}
    return kinds.get(symbol, VectorPage)


class ImagePage(Sheet):
    """x: the picture, large, with the scale of its pixels."""

    def __init__(self, figure: AnyFigure, style: Style, scene: Scene) -> None:
        super().__init__(figure, style)
        del scene
        side = self.picture_side(min(self.height - _HEADING - 0.6, self.width * 0.6))
        box = (0.6, _HEADING, 0.6 + side, _HEADING + side)
        self.text(0.6, 0.85, "$x$: 28 × 28 pixels, row by row in one column", size=0.95)
        self._picture = self.pixels(box)
        self.frame(box)
        self.pictures.append(Picture("x", 0, box))
        self._add_scale(box[2] + 1.2, box[1], box[3])
        x = box[2] + 7.0
        self._facts = [self.text(x, _HEADING + 0.8 + 1.6 * row, lively=True) for row in range(4)]

    def _add_scale(self, left: float, top: float, bottom: float) -> None:
        strip = self.pixels((left, top, left + 0.6, bottom), lively=False)
        strip.show(ink_rgba(np.arange(255, -1, -1, dtype=np.uint8)[:, None], self.style))
        for y, words in ((top, "255"), ((top + bottom) / 2, "128"), (bottom, "0")):
            self.text(left + 0.9, y, words, size=0.8)

    @staticmethod
    def key(scene: Scene) -> Hashable:
        """Return what the page must be built anew for."""
        del scene
        return "x"

    def show(self, scene: Scene) -> None:
        """Follow the selection."""
        pixels = scene.pixels
        self._picture.show(ink_rgba(pixels, self.style))
        low, high = int(pixels.min()), int(pixels.max())
        words = (
            f"min {low}, as f sees it {low / 256:.3f}",
            f"max {high}, as f sees it {high / 256:.3f}",
            f"{np.count_nonzero(pixels)} of 784 are not 0",
            "f sees the value / 256",
        )
        for text, line in zip(self._facts, words, strict=True):
            text.set_text(line)


class PicturesPage(Sheet):
    """W1: each row as a picture."""

    def __init__(self, figure: AnyFigure, style: Style, scene: Scene) -> None:
        super().__init__(figure, style)
        W1 = scene.insight.parameters.W1
        room = (int((self.width - 1) * self.em), int((self.height - _HEADING - 2) * self.em))
        self._grid = fit_wall(len(W1), *room, lambda _: 0, max(round(0.2 * self.em), 2))
        self.rows = Rows(self._grid.rows, self._grid.total)
        self._colours = weight_colours(W1, shared=scene.shared)
        shown = min(self._grid.rows, self._grid.total)
        width, height = (size / self.em for size in self._grid.cell)
        box = (0.5, _HEADING, 0.5 + self._grid.columns * width, _HEADING + shown * height)
        self._wall = self.pixels(box)
        words = f"$W_1$: {len(W1)} rows as pictures, min {signed(W1.min())}, max {signed(W1.max())}"
        self.text(0.5, 0.85, words, size=0.95)
        self._add_scale(W1, scene.shared)

    def _add_scale(self, W1: FloatArray, shared: bool) -> None:
        bar = ColourBar(self, (0.5, self.height - 1.6, 12.5, self.height - 0.2))
        if shared:
            limit, beyond = weight_limit(W1)
            bar.show(limit, beyond=beyond)
        else:
            bar.show_words("−max", "+max")
        words = "one scale for all units" if shared else "a scale for each unit"
        self.text(13.3, self.height - 0.9, words, size=0.8, muted=True)

    @staticmethod
    def key(scene: Scene) -> Hashable:
        """Return what the page must be built anew for."""
        return id(scene.insight.parameters), scene.shared

    def show(self, scene: Scene) -> None:
        """Follow the scroll bar; the weights are the same for every image."""
        grid = self._grid
        first = min(scene.top, max(grid.total - grid.rows, 0)) * grid.columns
        hidden = scene.insight.parameters.hidden
        units = np.arange(first, min(first + grid.rows * grid.columns, hidden))
        self._wall.show(compose_wall(grid, self._colours, units, scene.insight.off, self.style))
        self.spots, self.pictures = [], []
        for place, unit in enumerate(units.tolist()):
            x, y = (n / self.em for n in grid.corner(place))
            left, top, side = self._wall.box[0] + x, self._wall.box[1] + y, grid.side / self.em
            box = (left, top, left + side, top + side)
            self.spots.append(Spot("unit", unit, box))
            self.pictures.append(Picture("weights", unit, box))


class HeatPage(Sheet):
    """W2: ten rows, a column a hidden unit."""

    def __init__(self, figure: AnyFigure, style: Style, scene: Scene) -> None:
        super().__init__(figure, style)
        W2 = scene.insight.parameters.W2
        limit = limit_of(W2)
        box = (2.2, _HEADING, self.width - 0.8, self.height - 4.2)
        words = f"$W_2$: 10 × {W2.shape[1]} weights, min {signed(W2.min())}, max {signed(W2.max())}"
        self.text(0.5, 0.85, words, size=0.95)
        self.pixels(box, lively=False).show(signed_rgba(W2, limit))
        self.pictures.append(Picture("W2", 0, box))
        height = (box[3] - box[1]) / len(W2)
        for digit, name in enumerate(scene.short):
            y = box[1] + (digit + 0.5) * height
            self.text(1.7, y, name, ha="right", size=0.9)
            self.spots.append(Spot("output", digit, (0.3, y - height / 2, 2.2, y + height / 2)))
        self._add_columns(W2.shape[1], box[0], box[2], box[3])
        ColourBar(self, (2.2, self.height - 1.7, 16.2, self.height - 0.3)).show(limit)

    def _add_columns(self, count: int, left: float, right: float, bottom: float) -> None:
        for unit in ticks(count, int((right - left) / 3)):
            x = left + (unit + 0.5) / count * (right - left)
            self.text(x, bottom + 0.75, str(unit), ha="center", size=0.8)
        self.text(right, bottom + 1.75, "hidden unit", ha="right", size=0.8, muted=True)

    @staticmethod
    def key(scene: Scene) -> Hashable:
        """Return what the page must be built anew for."""
        return id(scene.insight.parameters), scene.names

    def show(self, scene: Scene) -> None:
        """Do nothing: the weights are the same for every image."""


class VectorPage(Sheet):
    """A vector as bars, by number on the left and sorted on the right."""

    def __init__(self, figure: AnyFigure, style: Style, scene: Scene) -> None:
        super().__init__(figure, style)
        self._title = self.text(0.5, 0.85, lively=True, size=0.95)
        top, bottom = _HEADING + 1.5, self.height - 2.6
        middle = 4.7 + (self.width - 5.9) * (0.6 if scene.symbol[-1] == "1" else 0.56)
        self._span = (top, bottom)
        self._parts = ((4.7, middle), (middle + 1.0, self.width - 0.7))
        self._bars = self.bars()
        self._zero = self.line([(4.7, bottom), (self.width - 0.7, bottom)], lively=True)
        self._scale = [self.text(4.3, top, ha="right", size=0.8, lively=True) for _ in range(3)]
        by = "output" if scene.symbol[-1] == "2" else "hidden unit"
        self.text(4.7, _HEADING + 0.4, f"by {by}", size=0.85, muted=True)
        self.text(middle + 1.0, _HEADING + 0.4, "sorted", size=0.85, muted=True)
        count = len(array_of(scene.insight, scene.symbol))
        left, right = self._parts[0]
        for place in ticks(count, int((right - left) / (2.4 if count > 10 else 1.0))):
            x = left + (place + 0.5) / count * (right - left)
            name = scene.short[place] if by == "output" else str(place)
            self.text(x, bottom + 0.9, name, ha="center", size=0.85)
        left, right = self._parts[1]
        self._sorted_names = [
            self.text(x, bottom + 0.9, ha="center", size=0.85, lively=True)
            for x in left + (np.arange(10) + 0.5) / 10 * (right - left)
            if by == "output"
        ]
        self._kind = by.removeprefix("hidden ")

    @staticmethod
    def key(scene: Scene) -> Hashable:
        """Return what the page must be built anew for."""
        return scene.symbol, scene.insight.parameters.hidden, scene.names

    def show(self, scene: Scene) -> None:
        """Follow the selection."""
        values = array_of(scene.insight, scene.symbol)[:, 0]
        order = np.argsort(-values, kind="stable")
        low, high = min(float(values.min()), 0.0), max(float(values.max()), 0.0)
        if scene.symbol in _SCORES:
            low, high = 0.0, 1.0
        high = high if high > low else 1.0
        boxes = [self._columns(part, shown, low, high) for part, shown in self._sorted(values)]
        self._bars.show(
            np.concatenate(boxes), sign_colours(np.concatenate([values, values[order]]), self.style)
        )
        self._show_scale(low, high)
        self._show_title(scene, values, order)
        for text, place in zip(self._sorted_names, order.tolist(), strict=False):
            text.set_text(scene.short[place])
        self.spots = self._add_spots(order)

    def _sorted(self, values: FloatArray) -> list[tuple[tuple[float, float], FloatArray]]:
        return [(self._parts[0], values), (self._parts[1], -np.sort(-values))]

    def _columns(
        self, part: tuple[float, float], values: FloatArray, low: float, high: float
    ) -> FloatArray:
        (left, right), (top, bottom) = part, self._span
        step = (right - left) / len(values)
        x = left + step * np.arange(len(values))
        y = bottom - (values - low) / (high - low) * (bottom - top)
        zero = np.full_like(y, bottom + low / (high - low) * (bottom - top))
        gap = step * 0.12 if step > 0.3 else 0.0
        boxes: FloatArray = np.stack(
            [x + gap, np.minimum(y, zero), x + step - gap, np.maximum(y, zero)], axis=1
        )
        return boxes

    def _show_scale(self, low: float, high: float) -> None:
        top, bottom = self._span
        zero = bottom + low / (high - low) * (bottom - top)
        self._zero.set_ydata([zero, zero])
        for text, y, value in zip(self._scale, (top, zero, bottom), (high, 0.0, low), strict=True):
            beside_zero = text is not self._scale[1] and abs(y - zero) < 1.0
            text.set_y(y)
            text.set_text("" if beside_zero else signed(value, 1) if value else "0")

    def _show_title(self, scene: Scene, values: FloatArray, order: NDArray[np.intp]) -> None:
        letter, layer = scene.symbol[0], scene.symbol[1]
        largest, smallest = int(order[0]), int(order[-1])
        self._title.set_text(
            f"{letter}{'₁' if layer == '1' else '₂'}:  "
            f"max {signed(values[largest])} ({self._kind} {largest}),  "
            f"min {signed(values[smallest])} ({self._kind} {smallest})"
        )

    def _add_spots(self, order: NDArray[np.intp]) -> list[Spot]:
        top, bottom = self._span[0] - 0.4, self._span[1] + 1.6
        spots = []
        for (left, right), which in zip(
            self._parts, (range(len(order)), order.tolist()), strict=True
        ):
            step = (right - left) / len(order)
            spots += [
                Spot(self._kind, index, (left + step * i, top, left + step * (i + 1), bottom))
                for i, index in enumerate(which)
            ]
        return spots


def ticks(count: int, most: int) -> range:
    """Return at most `most` places from 0 in even, round steps."""
    for step in (1, 2, 5, 10, 20, 50, 100, 200, 500):
        if -(-count // step) <= max(most, 1):
            return range(0, count, step)
    return range(0, count, max(count, 1))
