"""Colours, numbers and small drawings that several pages share."""

from collections.abc import Sequence

import matplotlib
import numpy as np
from matplotlib.text import Text
from numpy.typing import ArrayLike, NDArray

from mnist_desktop.model.network import FloatArray
from mnist_desktop.plots.inside.scene import Box
from mnist_desktop.plots.inside.sheet import Sheet
from mnist_desktop.plots.style import Style

Colours = NDArray[np.uint8]
_RDBU: Colours = matplotlib.colormaps["RdBu"](np.arange(256), bytes=True)
_SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
MINUS = "−"


def signed(value: float, digits: int = 2) -> str:
    """Return a number with its sign, short even when it is huge: +1.42, −0.05, +1.4×10⁶."""
    return ("+" if value > 0 else "") + number(value, digits)


def number(value: float, digits: int = 2) -> str:
    """Return a number, short even when it is huge."""
    if abs(value) < 10_000:
        return f"{value:.{digits}f}".replace("-", MINUS)
    mantissa, exponent = f"{value:.1e}".split("e")
    power = str(int(exponent)).translate(_SUPERSCRIPTS)
    return f"{mantissa}×10{power}".replace("-", MINUS)


def limit_of(values: ArrayLike) -> float:
    """Return the largest size among values, as the end of a scale; 1 if all are 0."""
    values = np.asarray(values)
    return float(np.abs(values).max(initial=0)) or 1.0


def weight_limit(W1: FloatArray) -> tuple[float, bool]:
    """Return the end of a scale for all weights, and whether some weights lie beyond it.

    A few outliers would turn all other weights white: one in 200 may lie beyond.
    """
    sizes = np.abs(W1)
    limit = float(np.quantile(sizes, 0.995)) or limit_of(W1)
    return limit, bool(sizes.max() > limit)


def signed_rgba(values: ArrayLike, limit: float) -> Colours:
    """Return the colours of signed numbers: RdBu, 0 in the middle, red for -limit.

    The result has the shape of `values` with (..., 4) added.
    """
    places = np.rint((np.asarray(values) / limit + 1) * 127.5)
    colours: Colours = _RDBU[np.clip(places, 0, 255).astype(np.uint8)]
    return colours


def ink_rgba(pixels: NDArray[np.uint8], style: Style) -> Colours:
    """Return the colours of pixels, 0 for paper and 255 for ink, of shape (..., 4)."""
    colours: Colours = _between(style.paper, style.ink)[pixels]
    return colours


def _between(first: str, last: str) -> Colours:
    """Return 256 colours from one to another, of shape (256, 4)."""
    ends = np.array([rgba_of(first), rgba_of(last)], float)
    share = np.linspace(0, 1, 256)[:, None]
    colours: Colours = np.rint((1 - share) * ends[0] + share * ends[1]).astype(np.uint8)
    return colours


def rgba_of(name: str) -> Colours:
    """Return a colour #rrggbb as four bytes."""
    return np.array([*bytes.fromhex(name[1:]), 255], np.uint8)


def sign_colours(values: ArrayLike, style: Style) -> list[str]:
    """Return for each number the colour of its sign, legible on the style's paper."""
    negative, positive = ("#f4a582", "#7fb8e6") if style.dark else ("#b2182b", "#2166ac")
    return [positive if value >= 0 else negative for value in np.asarray(values)]


class ColourBar:
    """The scale of a signed picture: −limit, 0 and +limit under a strip of colours."""

    def __init__(self, sheet: Sheet, box: Box, *, lively: bool = False) -> None:
        left, top, right, _ = box
        strip = sheet.pixels((left, top, right, top + 0.45), lively=False)
        strip.show(_RDBU[None])
        places = ((left, "left"), ((left + right) / 2, "center"), (right, "right"))
        self._ends: list[Text] = [
            sheet.text(x, top + 1.0, size=0.75, ha=align, lively=lively) for x, align in places
        ]

    def show(self, limit: float, *, beyond: bool = False) -> None:
        """Write the numbers of a scale, and whether some values lie beyond its ends."""
        low, high = (signed(value, _digits(limit)) for value in (-limit, limit))
        self.show_words(f"≤ {low}" if beyond else low, f"≥ {high}" if beyond else high)

    def show_words(self, low: str, high: str) -> None:
        """Write words where the numbers differ from picture to picture."""
        for text, words in zip(self._ends, (low, "0", high), strict=True):
            text.set_text(words)


def _digits(limit: float) -> int:
    """Decimals that tell a limit apart from its half."""
    return 3 if limit < 0.1 else 2 if limit < 10 else 1 if limit < 100 else 0


class SignedRows:
    """Signed bars, one below the other, from a common zero or from a running sum."""

    def __init__(self, sheet: Sheet, box: Box, count: int, *, words: float) -> None:
        """Make room for `count` rows; the first `words` lines of each are for its name."""
        left, top, right, bottom = box
        self._sheet = sheet
        self.height = (bottom - top) / max(count, 1)
        self._left, self._right = left + words, right - 3.6
        middles = [top + (row + 0.5) * self.height for row in range(count)]
        self.boxes = [(left, y - self.height / 2, right, y + self.height / 2) for y in middles]
        self._bars = sheet.bars()
        self._zero = sheet.line([(left, top), (left, bottom)], lively=True, linewidth=0.8)
        self._names = [sheet.text(left, y, lively=True, size=0.85) for y in middles]
        self._numbers = [sheet.text(right, y, lively=True, size=0.9, ha="right") for y in middles]
        self._middles = np.array(middles)

    def show(
        self,
        names: Sequence[str],
        starts: ArrayLike,
        ends: ArrayLike,
        *,
        last_bold: bool = False,
    ) -> None:
        """Draw the bars from `starts` to `ends`, and their lengths as numbers."""
        starts, ends = np.asarray(starts, float), np.asarray(ends, float)
        low = min(0.0, float(np.minimum(starts, ends).min(initial=0)))
        high = max(0.0, float(np.maximum(starts, ends).max(initial=0)))
        unit = (self._right - self._left) / ((high - low) or 1.0)
        x0, x1 = (self._left + (side - low) * unit for side in (starts, ends))
        y = self._middles[: len(starts)]
        half = self.height * 0.36
        boxes = np.stack([np.minimum(x0, x1), y - half, np.maximum(x0, x1), y + half], axis=1)
        self._bars.show(boxes, sign_colours(ends - starts, self._sheet.style))
        zero = self._left - low * unit
        self._zero.set_xdata([zero, zero])
        for row, (name, value) in enumerate(zip(self._names, self._numbers, strict=True)):
            there = row < len(names)
            name.set_text(names[row] if there else "")
            value.set_text(signed(ends[row] - starts[row]) if there else "")
            weight = "bold" if last_bold and row == len(names) - 1 else "normal"
            name.set_fontweight(weight)
            value.set_fontweight(weight)
