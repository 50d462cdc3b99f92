"""One hidden unit: what it looks for, what it found, and what it adds."""

from collections.abc import Hashable

import numpy as np

from mnist_desktop.model.network import sigmoid
from mnist_desktop.plots.inside.biography_page import add_biography
from mnist_desktop.plots.inside.colour import limit_of, sign_colours, signed_rgba, weight_limit
from mnist_desktop.plots.inside.marks import ColourBar, number, signed
from mnist_desktop.plots.inside.scene import Box, Picture, Scene, Spot
from mnist_desktop.plots.inside.sheet import AnyFigure, Sheet
from mnist_desktop.plots.style import Style

_HEADING = 1.5
_SCALE = 1.6  # under a picture
_SUM = 1.6
_STEEP = 6.0  # z at the ends of the curve


class UnitPage(Sheet):
    """Weights, product and sum, sigmoid, contributions."""

    def __init__(self, figure: AnyFigure, style: Style, scene: Scene) -> None:
        super().__init__(figure, style)
        self._side = self._choose_side()
        self._top = _HEADING
        self._add_pictures(scene)
        self._add_curve()
        self._add_contributions(scene)
        y = self._top + self._side + _SCALE + _SUM / 2
        self._sum = self.text(0.5, y, lively=True)
        if self._has_biography(scene):
            add_biography(self, scene, y + _SUM)

    def _has_biography(self, scene: Scene) -> bool:
        """Return whether there is room for the images below, which have a page as well."""
        need = _HEADING + self._side + _SCALE + 2 * _SUM + 9
        return self.height > need and scene.most is not None

    @staticmethod
    def key(scene: Scene) -> Hashable:
        """Return what the page must be built anew for."""
        images = scene.most is None, scene.split
        return id(scene.insight.parameters), scene.names, scene.unit, scene.shared, images

    def show(self, scene: Scene) -> None:
        """Follow the selection."""
        insight, unit = scene.insight, scene.unit
        products = insight.pixel_products(unit)
        limit = limit_of(products)
        self._product.show(signed_rgba(products.reshape(28, 28), limit))
        self._product_scale.show(limit)
        self._show_point(float(insight.z1[unit, 0]), float(insight.a1[unit, 0]))
        self._show_contributions(scene)
        self._show_sum(scene)

    def _choose_side(self) -> float:
        room = self.height - _HEADING - _SCALE - _SUM - 0.2
        return self.picture_side(min(room, self.width * 0.21))

    # Weights and product -----------------------------------------------------------------------

    def _add_pictures(self, scene: Scene) -> None:
        W1 = scene.insight.parameters.W1
        weights = W1[scene.unit]
        limit, beyond = weight_limit(W1) if scene.shared else (limit_of(weights), False)
        left, top, side = 0.5, self._top, self._side
        box = (left, top, left + side, top + side)
        self.pixels(box, lively=False).show(signed_rgba(weights.reshape(28, 28), limit))
        self._add_scale(box).show(limit, beyond=beyond)
        self.text(left, top - 0.7, rf"$W_1[{scene.unit}]$", size=0.9)
        self.frame(box)
        self.pictures.append(Picture("weights", scene.unit, box))
        left += side + 1.5
        box = (left, top, left + side, top + side)
        self._product = self.pixels(box)
        self._product_scale = self._add_scale(box, lively=True)
        self.text(left, top - 0.7, rf"$W_1[{scene.unit}] \cdot x$", size=0.9)
        self.frame(box)
        self.pictures.append(Picture("product", scene.unit, box))
        self._next = left + side

    def _add_scale(self, box: Box, *, lively: bool = False) -> ColourBar:
        left, _, right, bottom = box
        return ColourBar(self, (left, bottom + 0.15, right, bottom + _SCALE), lively=lively)

    # The sigmoid -------------------------------------------------------------------------------

    def _add_curve(self) -> None:
        left, width = self._next + 2.6, max(self._side, 6.5)
        top, bottom = self._top, self._top + self._side
        self._curve = (left, top, left + width, bottom)
        self.text(left, top - 0.7, r"$a = \sigma(z)$", size=0.9)
        z = np.linspace(-_STEEP, _STEEP, 121)
        self.line([(left, bottom), (left + width, bottom)])
        self.line([(left, top), (left + width, top)], linewidth=0.5)
        self.line([self._on_curve(0, 0), self._on_curve(0, 1)], linewidth=0.5)
        self.line([self._on_curve(x, y) for x, y in zip(z, sigmoid(z), strict=True)], linewidth=2)
        for y, words in ((top, "1"), (bottom, "0")):
            self.text(left - 0.4, y, words, ha="right", size=0.75)
        for x in (-_STEEP, 0, _STEEP):
            place = self._on_curve(x, 0)
            self.text(place[0], bottom + 0.75, signed(x, 0), ha="center", size=0.75)
        self._drop = self.line(np.zeros((3, 2)), lively=True, linestyle=":", color=self.style.ink)
        self._point = self.line(
            np.zeros((1, 2)), lively=True, marker="o", markersize=8, color=self.style.accent
        )
        self._next = left + width

    def _on_curve(self, z: float, a: float) -> tuple[float, float]:
        left, top, right, bottom = self._curve
        share = (np.clip(z, -_STEEP, _STEEP) + _STEEP) / (2 * _STEEP)
        return left + share * (right - left), bottom - a * (bottom - top)

    def _show_point(self, z: float, a: float) -> None:
        x, y = self._on_curve(z, a)
        self._point.set_data([x], [y])
        # Beyond the ends of the curve the point becomes an arrow.
        self._point.set_marker("<" if z < -_STEEP else ">" if z > _STEEP else "o")
        self._drop.set_data([x, x, self._curve[0]], [self._curve[3], y, y])

    # What it adds to the outputs ---------------------------------------------------------------

    def _add_contributions(self, scene: Scene) -> None:
        left, right = self._next + 4.2, self.width - 0.5
        top, bottom = self._top, self._top + self._side
        self.text(left, top - 0.7, rf"adds $W_2[d, {scene.unit}]\,a$ to $d$", size=0.9)
        step = (right - left) / len(scene.short)
        self._columns = [left + (place + 0.5) * step for place in range(len(scene.short))]
        self._adds = self.bars()
        self._adds_box = (step * 0.34, top, bottom)
        middle = (top + bottom) / 2
        self.line([(left, middle), (right, middle)])
        self._adds_scale = [
            self.text(left - 0.3, y, ha="right", size=0.75, lively=True) for y in (top, bottom)
        ]
        self.text(left - 0.3, middle, "0", ha="right", size=0.75)
        for x, name in zip(self._columns, scene.short, strict=True):
            self.text(x, bottom + 0.75, name, ha="center", size=0.9)
        for digit, x in enumerate(self._columns):
            box = (x - step / 2, top, x + step / 2, bottom + 1.3)
            self.spots.append(Spot("output", digit, box))

    def _show_contributions(self, scene: Scene) -> None:
        amounts = scene.insight.contributions[:, scene.unit]
        # Measured by what it could add at most, so that a quiet unit has short bars.
        limit = limit_of(scene.insight.parameters.W2[:, scene.unit])
        half, top, bottom = self._adds_box
        middle = (top + bottom) / 2
        ends = middle - amounts / limit * (bottom - top) / 2
        boxes = [
            (x - half, min(middle, y), x + half, max(middle, y))
            for x, y in zip(self._columns, ends, strict=True)
        ]
        self._adds.show(boxes, sign_colours(amounts, self.style))
        for text, value in zip(self._adds_scale, (limit, -limit), strict=True):
            text.set_text(signed(value))

    def _show_sum(self, scene: Scene) -> None:
        insight, unit = scene.insight, scene.unit
        bias = float(insight.parameters.B1[unit, 0])
        z, a = float(insight.z1[unit, 0]), float(insight.a1[unit, 0])
        end = "a = 0, switched off" if unit in insight.off else f"a = σ(z) = {a:.4f}"
        self._sum.set_text(
            f"sum {signed(z - bias)}   bias {signed(bias)}   z = {number(z)}   →   {end}"
        )
