"""Text that can be exchanged at every step of the selection.

Matplotlib lays out and renders a text glyph by glyph at every draw, 1 to 2 ms a
number; a page has dozens. Here each glyph is rendered once, by matplotlib, and
a line is put together from them in a twentieth of the time. Only for the screen:
a picture that is copied or saved gets matplotlib's own text.
"""

from functools import cache, lru_cache
from typing import Any, NamedTuple

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from numpy.typing import NDArray

from mnist_desktop.plots.inside.colour import rgba_of

_AIR = 2  # screen pixels around a glyph, which may be wider than its advance
_DPI = 100
_LINES_KEPT = 512

Mask = NDArray[np.uint8]


class Glyph(NamedTuple):
    """A rendered character: how much of each pixel it covers, and how far it moves the pen."""

    mask: Mask
    advance: float


class QuickText(Text):
    """A Text that, while it is animated, is put together from rendered glyphs."""

    def draw(self, renderer: Any) -> None:
        """Draw the line, quickly on the screen and by matplotlib elsewhere."""
        words = self.get_text()
        if not self.get_animated() or "$" in words or not words:
            super().draw(renderer)
            return
        pixels = round(renderer.points_to_pixels(self.get_fontsize()), 2)
        face = Face.of(pixels, str(self.get_fontweight()))
        mask, width = face.line(words)
        x, y = self.get_transform().transform(self.get_unitless_position())
        share = {"left": 0.0, "center": 0.5, "right": 1.0}[self.get_horizontalalignment()]
        image = np.empty((*mask.shape, 4), np.uint8)
        image[..., :3] = rgba_of(str(self.get_color()))[:3]
        image[..., 3] = mask
        gc = renderer.new_gc()
        bottom = round(y - face.ascent / 2) - face.depth
        renderer.draw_image(gc, round(x - share * width) - _AIR, bottom, image[::-1])
        gc.restore()


class Face:
    """DejaVu Sans at one size and weight.

    Attributes
    ----------
    ascent : float
        Height of a letter over the baseline, in screen pixels.
    depth : int
        Rows of a mask below the baseline.
    """

    def __init__(self, pixels: float, weight: str) -> None:
        self._side = round(4 * pixels) + 4
        self._figure = Figure(figsize=(self._side / _DPI,) * 2, dpi=_DPI, facecolor="black")
        self._canvas = FigureCanvasAgg(self._figure)
        self._text = self._figure.text(
            0.25,
            0.5,
            "l",
            color="white",
            fontsize=pixels * 72 / _DPI,
            weight=weight,
            family="DejaVu Sans",
            parse_math=False,
        )
        self._glyph = cache(self._render)
        self.line = lru_cache(_LINES_KEPT)(self._line)
        self.ascent = self._extent("l").y1 - self._side / 2
        self.depth = round(0.35 * pixels) + 1
        self._height = self.depth + round(1.15 * pixels) + 1

    @staticmethod
    @cache
    def of(pixels: float, weight: str) -> "Face":
        """Return the face of a size in screen pixels and a weight."""
        return Face(pixels, weight)

    def _extent(self, words: str) -> Any:
        self._text.set_text(words)
        return self._text.get_window_extent(self._canvas.get_renderer())

    def _render(self, character: str) -> Glyph:
        # Ten more of a character are as much wider as ten of its advances.
        advance = (self._extent(character * 11).width - self._extent(character).width) / 10
        self._text.set_text(character)
        self._canvas.draw()
        shades = np.asarray(self._canvas.buffer_rgba())[..., 0]
        left, baseline = round(self._side * 0.25), round(self._side * 0.5)
        bottom = self._side - baseline + self.depth
        top, right = bottom - self._height, left + round(advance) + _AIR
        return Glyph(shades[top:bottom, left - _AIR : right + _AIR].copy(), advance)

    def _line(self, words: str) -> tuple[Mask, float]:
        """Return a line's mask, with air at either end, and its width without."""
        glyphs = [self._glyph(character) for character in words]
        pens = np.cumsum([0.0, *(glyph.advance for glyph in glyphs)])
        mask = np.zeros((self._height, round(pens[-1]) + 4 * _AIR + 2), np.uint8)
        for glyph, pen in zip(glyphs, np.rint(pens).astype(int).tolist(), strict=False):
            place = mask[:, pen : pen + glyph.mask.shape[1]]
            np.maximum(place, glyph.mask[:, : place.shape[1]], out=place)
        return mask, float(pens[-1])
