"""Why this digit and not that one: units and pixels that speak for one of two.

Both add up to the difference of the two z: the units with the biases, the pixels
with what blank paper gives.
"""

from collections.abc import Hashable

import numpy as np

from mnist_desktop.model.inside import largest_first
from mnist_desktop.model.message import message
from mnist_desktop.model.network import FloatArray
from mnist_desktop.plots.inside.colour import Colours, ink_rgba, rgba_of, signed_rgba
from mnist_desktop.plots.inside.marks import ColourBar, SignedRows, signed
from mnist_desktop.plots.inside.scene import Picture, Scene, Spot
from mnist_desktop.plots.inside.sheet import AnyFigure, Sheet
from mnist_desktop.plots.style import Style

_HEADING = 3.2
_ROW = 1.35


class VersusPage(Sheet):
    """On the left what the hidden units give to one digit over the other; right, the pixels."""

    def __init__(self, figure: AnyFigure, style: Style, scene: Scene) -> None:
        super().__init__(figure, style)
        self._sum = self.text(0.5, 0.85, lively=True)
        side = self.picture_side(min(self.height - _HEADING - 2.2, self.width * 0.42))
        left = self.width - side - 1.0
        self._headings = (
            self.text(left, _HEADING - 0.8, size=0.9, lively=True),
            self.text(0.5, _HEADING - 0.8, size=0.9, lively=True),
        )
        self._add_evidence(left, side)
        self._add_units(scene, left - 1.5)

    @staticmethod
    def key(scene: Scene) -> Hashable:
        """Return what the page must be built anew for."""
        return scene.insight.parameters.hidden

    def _add_evidence(self, left: float, side: float) -> None:
        box = (left, _HEADING, left + side, self.whole(_HEADING) + side)
        self._evidence = self.pixels(box)
        bottom = _HEADING + side
        self._scale = ColourBar(self, (left, bottom + 0.25, left + side, bottom + 1.8), lively=True)
        self.frame(box)
        self.pictures.append(Picture("evidence", 0, box))

    def _add_units(self, scene: Scene, right: float) -> None:
        room = self.height - _HEADING - 0.4
        self._most = max(min(int(room / _ROW), scene.insight.parameters.hidden), 1)
        height = min(room / self._most, 1.9)
        box = (0.5, _HEADING, right, _HEADING + height * self._most)
        self._rows = SignedRows(self, box, self._most, words=4.2)

    def show(self, scene: Scene) -> None:
        """Follow the selection."""
        insight, (one, other) = scene.insight, scene.pair
        evidence = insight.pixel_evidence(one, other).reshape(28, 28)
        limit, beyond = evidence_limit(evidence)
        self._evidence.show(over_ink(evidence, limit, scene, self.style))
        self._scale.show(limit, beyond=beyond)
        amounts = insight.advantage(one, other)
        units = largest_first(amounts)[: self._most]
        self._rows.show([f"unit {unit}" for unit in units], np.zeros(len(units)), amounts[units])
        self.spots = [
            Spot("unit", int(unit), box) for unit, box in zip(units, self._rows.boxes, strict=True)
        ]
        self._show_words(scene, evidence)

    def _show_words(self, scene: Scene, evidence: FloatArray) -> None:
        insight, (one, other) = scene.insight, scene.pair
        names = {"one": scene.names[one], "other": scene.names[other]}
        signs = message("ink: {one} +, {other} −", **names)
        self._headings[0].set_text(signs if evidence.any() else message("ink: nothing"))
        self._headings[1].set_text(message("hidden units: {one} +, {other} −", **names))
        self._sum.set_text(
            message(
                "z of {one} less z of {other}:  blank paper {blank},  ink {ink},  together {total}",
                **names,
                blank=signed(insight.blank.lead(one, other)),
                ink=signed(float(evidence.sum())),
                total=signed(insight.lead(one, other)),
            )
        )


def evidence_limit(evidence: FloatArray) -> tuple[float, bool]:
    """Return the end of the scale, and whether some pixels lie beyond: one in 20 of the inked."""
    sizes = np.abs(evidence[evidence != 0])
    if not len(sizes):
        return 1.0, False
    limit = float(np.quantile(sizes, 0.95))
    return limit, bool(sizes.max() > limit)


def over_ink(evidence: FloatArray, limit: float, scene: Scene, style: Style) -> Colours:
    """Return signed colours laid over the digit in faint ink, of shape (28, 28, 4)."""
    strength = np.sqrt(np.minimum(np.abs(evidence) / limit, 1))[..., None]
    digit = (ink_rgba(scene.pixels, style) + 3 * rgba_of(style.paper).astype(float)) / 4
    mixed = strength * signed_rgba(evidence, limit) + (1 - strength) * digit
    colours: Colours = np.rint(mixed).astype(np.uint8)
    return colours
