"""Why this digit and not that one: units and pixels that speak for one of two.

Both add up to the difference of the two z: the units with the biases, the pixels
with what blank paper gives.
"""

from collections.abc import Hashable

import numpy as np

from mnist_desktop.model.inside import Step, waterfall
from mnist_desktop.model.message import Message, counted, message
from mnist_desktop.model.network import FloatArray
from mnist_desktop.plots.inside.colour import Colours, ink_rgba, rgba_of, signed_rgba
from mnist_desktop.plots.inside.marks import ColourBar, SignedRows, signed
from mnist_desktop.plots.inside.scene import Picture, Scene, Spot
from mnist_desktop.plots.inside.sheet import AnyFigure, Sheet
from mnist_desktop.plots.style import Style

_HEADING = 3.2
_ROW = 1.35
_NAME = 6.4  # lines of text for what a bar stands for


class VersusPage(Sheet):
    """On the left what the hidden units give to one digit over the other; right, the pixels."""

    def __init__(self, figure: AnyFigure, style: Style, scene: Scene) -> None:
        super().__init__(figure, style)
        self._sum = self.text(0.5, 0.85, size=0.95, lively=True)
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
        """Return what the page must be built anew for.

        Parameters
        ----------
        scene : Scene
            What is to be shown.

        Returns
        -------
        hashable
            The number of hidden units.
        """
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
        units = scene.insight.parameters.hidden
        # Rows for the units, and for the others, the biases and the sum.
        count = max(min(int(room / _ROW), units + 2), 4)
        self._most = units if count == units + 2 else count - 3
        height = min(room / count, 1.9)
        box = (0.5, _HEADING, right, _HEADING + height * count)
        self._rows = SignedRows(self, box, count, words=_NAME)

    def show(self, scene: Scene) -> None:
        """Follow the selection.

        Parameters
        ----------
        scene : Scene
            With the same number of hidden units as the page was built for.
        """
        insight, (one, other) = scene.insight, scene.pair
        evidence = insight.pixel_evidence(one, other)
        self._show_evidence(evidence.reshape(28, 28), scene)
        B2 = insight.parameters.B2
        bias = float(B2[one, 0] - B2[other, 0])
        self._show_units(waterfall(insight.advantage(one, other), bias, self._most), scene)
        self._show_words(scene, evidence)

    def _show_evidence(self, evidence: FloatArray, scene: Scene) -> None:
        limit, beyond = evidence_limit(evidence)
        self._evidence.show(over_ink(evidence, limit, scene, self.style))
        self._scale.show(limit, beyond=beyond)

    def _show_units(self, steps: list[Step], scene: Scene) -> None:
        one, other = scene.pair
        total = message("z₂[{one}] − z₂[{other}]", one=one, other=other)
        self._rows.show(
            [*map(step_name, steps), total],
            [*(step.start for step in steps), 0.0],
            [*(step.end for step in steps), scene.insight.lead(one, other)],
            last_bold=True,
        )
        self.spots = [
            Spot("unit", step.units[0], box)
            for step, box in zip(steps, self._rows.boxes, strict=False)
            if len(step.units) == 1
        ]

    def _show_words(self, scene: Scene, evidence: FloatArray) -> None:
        insight, (one, other) = scene.insight, scene.pair
        names = {"one": scene.names[one], "other": scene.names[other]}
        signs = message(  # long names do not fit above the picture
            "ink: {one} +, {other} −", one=scene.short[one], other=scene.short[other]
        )
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


def step_name(step: Step) -> Message:
    """Return what a bar stands for: one unit, all the others, or the two biases.

    Parameters
    ----------
    step : Step
        Of the waterfall from 0 to the difference of two z.

    Returns
    -------
    Message
        A few words.
    """
    if len(step.units) == 1:
        return message("unit {unit}", unit=step.units[0])
    if step.units:
        return counted("{n} other unit", "{n} other units", n=len(step.units))
    return message("biases")


def evidence_limit(evidence: FloatArray) -> tuple[float, bool]:
    """Return the end of the scale, and whether some pixels lie beyond it.

    Parameters
    ----------
    evidence : ndarray of any shape
        What the pixels add; those of 0 do not count.

    Returns
    -------
    limit : float
        Larger than 19 in 20 of the sizes; 1 if there are none.
    beyond : bool
        Whether any is larger still.
    """
    sizes = np.abs(evidence[evidence != 0])
    if not len(sizes):
        return 1.0, False
    limit = float(np.quantile(sizes, 0.95))
    return limit, bool(sizes.max() > limit)


def over_ink(evidence: FloatArray, limit: float, scene: Scene, style: Style) -> Colours:
    """Return signed colours laid over the digit in faint ink.

    Parameters
    ----------
    evidence : ndarray of shape (28, 28)
        What the pixels add.
    limit : float
        Where the scale of colours ends.
    scene : Scene
        With the digit.
    style : Style
        The style.

    Returns
    -------
    ndarray of shape (28, 28, 4), uint8
        Red, green, blue and opacity.
    """
    strength = np.sqrt(np.minimum(np.abs(evidence) / limit, 1))[..., None]
    digit = (ink_rgba(scene.pixels, style) + 3 * rgba_of(style.paper).astype(float)) / 4
    mixed = strength * signed_rgba(evidence, limit) + (1 - strength) * digit
    colours: Colours = np.rint(mixed).astype(np.uint8)
    return colours
