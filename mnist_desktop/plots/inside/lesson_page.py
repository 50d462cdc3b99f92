"""The sigmoid itself: its curve, one point with its slope, and a vector."""

from collections.abc import Hashable

import numpy as np

from mnist_desktop.model.network import sigmoid
from mnist_desktop.plots.inside.marks import number, signed
from mnist_desktop.plots.inside.scene import Scene
from mnist_desktop.plots.inside.sheet import AnyFigure, Sheet
from mnist_desktop.plots.style import Style

REACH = 8.0  # x at the ends of the curve
_MOST_SHOWN = 6


class LessonPage(Sheet):
    """The curve with the point that the slider moves, and the typed vector on it."""

    def __init__(self, figure: AnyFigure, style: Style, scene: Scene) -> None:
        super().__init__(figure, style)
        del scene
        self._box = (3.2, 2.6, self.width - 1.2, self.height - 3.8)
        self.text(0.6, 0.9, r"$\sigma(x) = \frac{1}{1 + e^{-x}}$", size=1.3)
        self._words = self.text(10.5, 0.9, lively=True)
        self._add_grid()
        x = np.linspace(-REACH, REACH, 321)
        self.line(self._places(x, sigmoid(x)), linewidth=2.5, color=style.ink)
        self._tangent = self.line(np.zeros((2, 2)), lively=True, color=style.accent, linewidth=2)
        self._drop = self.line(np.zeros((3, 2)), lively=True, linestyle=":", color=style.ink)
        self._vector = self.line(
            np.zeros((1, 2)),
            lively=True,
            linestyle="",
            marker="D",
            markersize=7,
            markerfacecolor=style.paper,
            markeredgecolor=style.ink,
        )
        self._point = self.line(
            np.zeros((1, 2)), lively=True, marker="o", markersize=9, color=style.accent
        )
        self._sum = self.text(0.6, self.height - 0.9, lively=True)

    @staticmethod
    def key(scene: Scene) -> Hashable:
        """Return what the page must be built anew for: nothing."""
        del scene
        return "lesson"

    def _places(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        left, top, right, bottom = self._box
        share = (np.clip(x, -REACH, REACH) + REACH) / (2 * REACH)
        return np.stack([left + share * (right - left), bottom - y * (bottom - top)], axis=-1)

    def _add_grid(self) -> None:
        left, _, right, bottom = self._box
        for y in (0, 0.25, 0.5, 0.75, 1):
            level = self._places(np.zeros(1), np.array([y]))[0, 1]
            self.line([(left, level), (right, level)], linewidth=1 if y in (0, 1) else 0.4)
            self.text(left - 0.4, level, f"{y:g}", ha="right", size=0.85)
        for x in range(-8, 9, 2):
            place = self._places(np.array([x]), np.zeros(1))[0]
            self.line([place, (place[0], place[1] + 0.3)])
            self.text(place[0], bottom + 0.95, signed(x, 0), ha="center", size=0.85)
        axis = self._places(np.zeros(2), np.array([0, 1]))
        self.line(axis, linewidth=0.8)
        self.text(right, bottom + 1.9, "x", ha="right", size=0.9)

    def show(self, scene: Scene) -> None:
        """Follow the slider and the typed vector."""
        x = scene.at
        y = float(sigmoid(x))
        slope = y * (1 - y)
        point = self._places(np.array([x]), np.array([y]))[0]
        self._point.set_data([point[0]], [point[1]])
        self._drop.set_data([point[0], point[0], self._box[0]], [self._box[3], point[1], point[1]])
        reach = min(1.5, 0.25 / slope if slope else 1.5)
        ends = np.array([x - reach, x + reach])
        self._tangent.set_data(*self._places(ends, y + slope * (ends - x)).T)
        self._words.set_text(f"σ({number(x)}) = {y:.3f}     slope σ(x) (1 − σ(x)) = {slope:.3f}")
        self._show_vector(np.array(scene.vector))

    def _show_vector(self, vector: np.ndarray) -> None:
        values = sigmoid(vector)
        self._vector.set_data(*self._places(vector, values).T)
        more = ", …" if len(vector) > _MOST_SHOWN else ""
        inner = ", ".join(f"{value:g}" for value in vector[:_MOST_SHOWN])
        outer = ", ".join(f"{value:.2f}" for value in values[:_MOST_SHOWN])
        self._sum.set_text(f"◇  σ([{inner}{more}]) = [{outer}{more}]".replace("-", "−"))
