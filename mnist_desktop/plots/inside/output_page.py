"""One output: a waterfall from 0 over the hidden units and the bias to z2 and the score."""

from collections.abc import Hashable

from mnist_desktop.model.inside import Insight, Step, waterfall
from mnist_desktop.plots.inside.marks import SignedRows, number, signed
from mnist_desktop.plots.inside.scene import Scene, Spot
from mnist_desktop.plots.inside.sheet import AnyFigure, Sheet
from mnist_desktop.plots.style import Style

_HEADING = 2.0
_ROW = 1.3
_NAME = 13.0


class OutputPage(Sheet):
    """Bars that add up: the largest units one by one, all others in one bar, the bias, z2."""

    def __init__(self, figure: AnyFigure, style: Style, scene: Scene) -> None:
        super().__init__(figure, style)
        self._title = self.text(0.5, 0.9, lively=True, size=1.05)
        room = self.height - _HEADING - 0.3
        units = scene.insight.parameters.hidden
        # Rows for the units, and for the others, the bias and z2.
        count = max(min(int(room / _ROW), units + 2), 4)
        self._most = units if count == units + 2 else count - 3
        height = min(room / count, 1.9)
        box = (0.5, _HEADING, self.width - 0.5, _HEADING + height * count)
        self._rows = SignedRows(self, box, count, words=_NAME)

    @staticmethod
    def key(scene: Scene) -> Hashable:
        """Return what the page must be built anew for."""
        return scene.insight.parameters.hidden

    def show(self, scene: Scene) -> None:
        """Follow the selection."""
        insight, digit = scene.insight, scene.output
        bias = float(insight.parameters.B2[digit, 0])
        steps = waterfall(insight.contributions[digit], bias, self._most)
        z2, a2 = float(insight.z2[digit, 0]), float(insight.a2[digit, 0])
        self._rows.show(
            [*(step_name(step, digit, insight) for step in steps), f"sum z₂[{digit}]"],
            [*(step.start for step in steps), 0.0],
            [*(step.end for step in steps), z2],
            last_bold=True,
        )
        name = scene.names[digit]
        self._title.set_text(
            f"Output {name}: the bars add up to z = {number(z2)}, so the score is σ(z) = {a2:.4f}"
        )
        self.spots = [
            Spot("unit", step.units[0], box)
            for step, box in zip(steps, self._rows.boxes, strict=False)
            if len(step.units) == 1
        ]


def step_name(step: Step, digit: int, insight: Insight) -> str:
    """Return what a bar of the waterfall stands for, with its two factors."""
    if not step.units:
        return "bias"
    if len(step.units) > 1:
        return f"{len(step.units)} other units"
    unit = step.units[0]
    weight, a = insight.parameters.W2[digit, unit], insight.a1[unit, 0]
    return f"unit {unit}:  {signed(weight)} × {a:.2f}"
