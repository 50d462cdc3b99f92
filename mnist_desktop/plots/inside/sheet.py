"""A figure measured in lines of text, and the few marks that all pages are made of.

Matplotlib's Axes cost 5 ms each at every draw; a page has its own marks instead,
placed in lines of text from the upper left corner. So everything grows with the
one scale factor, and a page follows the arrow keys in a few milliseconds.
"""

from collections.abc import Sequence
from typing import Any, TypeVar

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure, SubFigure
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform
from numpy.typing import ArrayLike, NDArray

from mnist_desktop.plots.inside.scene import Box, Picture, Rows, Spot
from mnist_desktop.plots.lettering import QuickText
from mnist_desktop.plots.style import Style

_Mark = TypeVar("_Mark", bound=Artist)
AnyFigure = Figure | SubFigure
_POINTS = 72
_FINER = 4  # pixels of an exported vector picture for each of its points


class Sheet:
    """An empty figure, `width` by `height` lines of text, to be filled with marks.

    Parameters
    ----------
    figure : Figure or SubFigure
        Cleared first.
    style : Style
        Colours and text size.
    """

    def __init__(self, figure: AnyFigure, style: Style) -> None:
        figure.clear()
        figure.set_facecolor(style.paper)
        self.figure, self.style = figure, style
        self.em = style.points * figure.dpi / _POINTS
        self.width = figure.bbox.width / self.em
        self.height = figure.bbox.height / self.em
        flipped = Affine2D().scale(1 / self.width, -1 / self.height).translate(0, 1)
        self.transform: Transform = flipped + figure.transSubfigure
        self.lively: list[Artist] = []
        self.spots: list[Spot] = []
        self.pictures: list[Picture] = []
        self.rows: Rows | None = None

    def whole(self, lines: float) -> float:
        """Round a length to whole screen pixels."""
        return round(lines * self.em) / self.em

    def picture_side(self, room: float, least: int = 1) -> float:
        """Return the side of the largest 28 x 28 picture with whole pixels that fits `room`."""
        return max(int(room * self.em // 28), least) * 28 / self.em

    def text(
        self,
        x: float,
        y: float,
        words: str = "",
        *,
        size: float = 1.0,
        lively: bool = False,
        muted: bool = False,
        **look: Any,
    ) -> Text:
        """Write words; `y` is the middle of the line."""
        look = {"va": "center_baseline", "color": self.style.ink, **look}
        if muted:
            look["color"] = self.style.muted
        text = QuickText(
            x,
            y,
            words,
            fontsize=self.style.points * size,
            transform=self.transform,
            math_fontfamily="stix",
            **look,
        )
        return self._add(text, lively)

    def line(self, points: ArrayLike, *, lively: bool = False, **look: Any) -> Line2D:
        """Draw a line through points, an array of shape (n, 2)."""
        x, y = np.asarray(points, float).T
        look = {"color": self.style.muted, "linewidth": self.style.points / 11, **look}
        return self._add(Line2D(x, y, transform=self.transform, **look), lively)

    def frame(self, box: Box) -> None:
        """Draw a thin line around a box, one screen pixel outside."""
        left, top, right, bottom = box
        left, top, right, bottom = (
            left - 1 / self.em,
            top - 1 / self.em,
            right + 1 / self.em,
            bottom + 1 / self.em,
        )
        corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
        self.line(corners, color=self.style.line, linewidth=0.8)

    def bars(self, *, lively: bool = True) -> "Bars":
        """Return marks for any number of rectangles."""
        return self._add(Bars(self.transform), lively)

    def pixels(self, box: Box, *, lively: bool = True) -> "Pixels":
        """Return a picture made of pixels, to fill a box."""
        return self._add(Pixels(box, self.transform), lively)

    def _add(self, artist: _Mark, lively: bool) -> _Mark:
        self.figure.add_artist(artist)
        artist.set_clip_on(False)
        if lively:
            self.lively.append(artist)
        return artist


class Bars(PolyCollection):
    """Any number of rectangles, drawn as one."""

    def __init__(self, transform: Transform) -> None:
        super().__init__([], transform=transform, linewidths=0)

    def show(self, boxes: ArrayLike, colours: Sequence[str] | str) -> None:
        """Draw rectangles.

        Parameters
        ----------
        boxes : array_like of shape (n, 4)
            Left, top, right and bottom of each.
        colours : str or sequence of str
            One for all, or one each.
        """
        left, top, right, bottom = np.asarray(boxes, float).reshape(-1, 4).T
        corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
        self.set_verts(list(np.stack([np.stack(at, axis=-1) for at in corners], axis=1)))
        self.set_facecolor(colours)


class Pixels(Artist):
    """Colours drawn pixel by pixel, crisp at any size.

    Several times as quick as matplotlib's AxesImage, which resamples with
    interpolation even where none is wanted.
    """

    def __init__(self, box: Box, transform: Transform) -> None:
        super().__init__()
        self.box = box
        self.set_transform(transform)
        self.rgba: NDArray[np.uint8] = np.zeros((1, 1, 4), np.uint8)

    def show(self, rgba: NDArray[np.uint8]) -> None:
        """Exchange the colours, an array of shape (rows, columns, 4)."""
        self.rgba = rgba

    def draw(self, renderer: Any) -> None:
        """Enlarge by whole pixels where the box allows it, and paint."""
        left, top, right, bottom = self.box
        (x0, y1), (x1, y0) = np.rint(self.get_transform().transform([(left, top), (right, bottom)]))
        width, height = max(int(x1 - x0), 1), max(int(y1 - y0), 1)
        vector = renderer.option_scale_image()
        finer = _FINER if vector else 1
        image = _enlarged(self.rgba, height * finer, width * finer)
        gc = renderer.new_gc()
        if vector:
            renderer.draw_image(gc, x0, y0, image[::-1], Affine2D().scale(width, height))
        else:
            renderer.draw_image(gc, x0, y0, image[::-1])
        gc.restore()


def _enlarged(rgba: NDArray[np.uint8], height: int, width: int) -> NDArray[np.uint8]:
    rows, columns = rgba.shape[:2]
    if (rows, columns) == (height, width):
        return rgba
    down, across = np.arange(height) * rows // height, np.arange(width) * columns // width
    image: NDArray[np.uint8] = rgba[down[:, None], across]
    return image
