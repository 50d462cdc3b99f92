"""The network as a picture: pixels, hidden units, ten outputs."""

from collections.abc import Hashable

from mnist_desktop.plots.inside.colour import ink_rgba, weight_limit
from mnist_desktop.plots.inside.marks import ColourBar, set_weight
from mnist_desktop.plots.inside.scene import Box, Picture, Rows, Scene, Spot
from mnist_desktop.plots.inside.sheet import AnyFigure, Sheet
from mnist_desktop.plots.inside.wall import (
    Strips,
    WallGrid,
    compose_wall,
    fit_wall,
    strip_of,
    switch_side,
    unit_order,
    weight_colours,
)
from mnist_desktop.plots.lettering import Face
from mnist_desktop.plots.style import Style

_HEADING = 1.4
_LEGEND = 1.65
_SCORES = 8.1  # for a bar and its number
_LONGEST = 12  # characters of an output's name
_GAP = 1.6


class NetworkPage(Sheet):
    """The image on the left, a wall of hidden units, the scores on the right."""

    def __init__(self, figure: AnyFigure, style: Style, scene: Scene) -> None:
        super().__init__(figure, style)
        longest = max(len(name) for name in scene.names)
        self._name_width = 0.8 + 0.62 * min(longest, _LONGEST)
        self._outputs_width = self._name_width + _SCORES
        self._add_image()
        self._add_outputs(scene)
        self._add_wall(scene)

    @staticmethod
    def key(scene: Scene) -> Hashable:
        """Return what the page must be built anew for."""
        return id(scene.insight.parameters), scene.names, scene.shared

    def show(self, scene: Scene) -> None:
        """Follow the selection."""
        self._image.show(ink_rgba(scene.pixels, self.style))
        self._show_wall(scene)
        self._show_outputs(scene)

    # The image ---------------------------------------------------------------------------------

    def _add_image(self) -> None:
        side = self.picture_side(min(self.width * 0.19, self.height - 3))
        top = self.whole(max((self.height - side) / 2, _HEADING))
        box = (0.5, top, 0.5 + side, top + side)
        self._image = self.pixels(box)
        self.frame(box)
        self.pictures.append(Picture("x", 0, box))
        self.text(0.5, top - 0.7, "$x$: 784 pixels", size=0.9)
        self._add_arrow(0.5 + side, "$W_1$")
        self._wall_left = 0.5 + side + _GAP

    def _add_arrow(self, left: float, words: str) -> None:
        middle = self.height / 2
        x = left + _GAP / 2
        self.text(x, middle, "→", ha="center", size=1.1)
        self.text(x, middle - 1, words, ha="center", size=0.85)

    # The hidden units --------------------------------------------------------------------------

    def _add_wall(self, scene: Scene) -> None:
        parameters = scene.insight.parameters
        left, right = self._wall_left, self.width - self._outputs_width - _GAP - 0.5
        top, bottom = _HEADING, self.height - _LEGEND
        gap = max(round(0.15 * self.em), 2)
        self._grid = fit_wall(
            parameters.hidden,
            int((right - left) * self.em),
            int((bottom - top) * self.em),
            lambda side: strip_of(side, self.em),
            gap,
        )
        self._face = Face.of(round(0.8 * self.em, 2), "normal")
        self._colours = weight_colours(parameters.W1, shared=scene.shared)
        self.rows = Rows(self._grid.rows, self._grid.total)
        self._wall = self.pixels(self._wall_box(left, top, right))
        hidden = parameters.hidden
        words = "hidden unit" if hidden == 1 else "hidden units"
        self.text(left, 0.75, f"{hidden} {words}: weights, activation", size=0.9)
        self._add_scale(scene, left, bottom + 0.2)
        self._add_arrow(right, "$W_2$")

    def _wall_box(self, left: float, top: float, right: float) -> Box:
        width, height = self._grid.cell
        shown = min(self._grid.rows, self._grid.total)
        wide, tall = self._grid.columns * width / self.em, shown * height / self.em
        left = self.whole(left + max(right - left - wide, 0) / 2)
        room = self.height - _LEGEND - top
        top = self.whole(top + max(room - tall, 0) / 2)
        return (left, top, left + wide, top + tall)

    def _add_scale(self, scene: Scene, left: float, top: float) -> None:
        bar = ColourBar(self, (left, top, left + 10, top + 1.4))
        if scene.shared:
            limit, beyond = weight_limit(scene.insight.parameters.W1)
            bar.show(limit, beyond=beyond)
            words = "one scale for all units"
        else:
            bar.show_words("−max", "+max")
            words = "a scale for each unit"
        self.text(left + 10.8, top + 0.7, words, size=0.75, muted=True)

    def _show_wall(self, scene: Scene) -> None:
        insight, grid = scene.insight, self._grid
        first = min(scene.top, max(grid.total - grid.rows, 0)) * grid.columns
        units = unit_order(insight, scene.order)[first : first + grid.rows * grid.columns]
        self._wall.show(
            compose_wall(
                grid,
                self._colours,
                units,
                insight.off,
                self.style,
                Strips(insight.a1[:, 0], self._face),
            )
        )
        kept = [spot for spot in self.spots if spot.kind == "output"]
        self.pictures[1:] = []
        self.spots = []
        for place, unit in enumerate(units.tolist()):
            self._add_spots(place, unit, grid)
        self.spots += kept

    def _add_spots(self, place: int, unit: int, grid: WallGrid) -> None:
        x, y = grid.corner(place)
        left, top = self._wall.box[0] + x / self.em, self._wall.box[1] + y / self.em
        side, strip, switch = (n / self.em for n in (grid.side, grid.strip, switch_side(grid)))
        self.spots.append(Spot("unit", unit, (left, top, left + side, top + side + strip)))
        if switch:
            box = (left, top + side, left + switch + 2 / self.em, top + side + switch + 2 / self.em)
            self.spots.append(Spot("switch", unit, box))
        self.pictures.append(Picture("weights", unit, (left, top, left + side, top + side)))

    # The outputs -------------------------------------------------------------------------------

    def _add_outputs(self, scene: Scene) -> None:
        left = self.width - self._outputs_width - 0.5
        count = len(scene.names)
        height = min((self.height - _HEADING - 0.4) / count, 2.2)
        top = _HEADING + (self.height - _HEADING - 0.4 - height * count) / 2
        self.text(left, top - 0.75, "ten scores", size=0.9)
        self._bars = self.bars()
        self._middles = [top + (row + 0.5) * height for row in range(count)]
        self._bar = (left + self._name_width, left + self._name_width + 3.7, height * 0.3)
        self._names = [
            self.text(left, y, name[:_LONGEST], lively=True)
            for name, y in zip(scene.names, self._middles, strict=True)
        ]
        self._scores = [
            self.text(self.width - 0.5, y, ha="right", size=0.95, lively=True)
            for y in self._middles
        ]
        for digit, y in enumerate(self._middles):
            box = (left - 0.3, y - height / 2, self.width - 0.2, y + height / 2)
            self.spots.append(Spot("output", digit, box))

    def _show_outputs(self, scene: Scene) -> None:
        insight, style = scene.insight, self.style
        left, right, half = self._bar
        boxes, colours = [], []
        for digit, y in enumerate(self._middles):
            score, best = float(insight.a2[digit, 0]), digit == insight.prediction
            end = left + (right - left) * score
            boxes += [(left, y - half, right, y + half), (left, y - half, end, y + half)]
            colours += [style.line, style.accent if best else style.muted]
            weight = "bold" if best else "normal"
            set_weight(self._names[digit], weight)
            set_weight(self._scores[digit], weight)
            self._scores[digit].set_text(f"{score:.4f}")
        self._bars.show(boxes, colours)
