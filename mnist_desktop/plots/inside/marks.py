"""Numbers in words, and small drawings that several pages share."""

from collections.abc import Sequence

import numpy as np
from matplotlib.text import Text
from numpy.typing import ArrayLike

from mnist_desktop.plots.inside.colour import RDBU, sign_colours
from mnist_desktop.plots.inside.scene import Box
from mnist_desktop.plots.inside.sheet import Sheet

_SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_LONG = 8  # characters of a number that leave no room for the 0 between
_NUMBERS = 4.8  # lines of text for the numbers beside bars
MINUS = "−"
_WIDE = 8.5  # lines of text that a colour bar with three numbers needs


def signed(value: float, digits: int = 2) -> str:
    """Return a number with its sign, short even when it is huge: +1.42, −0.05, +1.4×10⁶."""
    return ("+" if value > 0 else "") + number(value, digits)


def number(value: float, digits: int = 2) -> str:
    """Return a number, short even when it is huge."""
    value += 0.0  # which makes 0 of −0
    if abs(value) < 10_000:
        return f"{value:.{digits}f}".replace("-", MINUS)
    mantissa, exponent = f"{value:.1e}".split("e")
    power = str(int(exponent)).translate(_SUPERSCRIPTS)
    return f"{mantissa}×10{power}".replace("-", MINUS)


class ColourBar:
    """The scale of a signed picture: −limit, 0 and +limit under a strip of colours."""

    def __init__(self, sheet: Sheet, box: Box, *, lively: bool = False) -> None:
        left, top, right, _ = box
        self._middle = "0" if right - left > _WIDE else ""
        strip = sheet.pixels((left, top, right, top + 0.45), lively=False)
        strip.show(RDBU[None])
        places = ((left, "left"), ((left + right) / 2, "center"), (right, "right"))
        self._ends: list[Text] = [
            sheet.text(x, top + 1.0, size=0.75, ha=align, lively=lively) for x, align in places
        ]

    def show(self, limit: float, *, beyond: bool = False) -> None:
        """Write the numbers of a scale, and whether some values lie beyond its ends."""
        low, high = (signed(value, _digits(limit)) for value in (-limit, limit))
        if len(high) >= _LONG and not self._middle:
            self.show_words("", f"±{number(limit)}")
            return
        self.show_words(f"≤ {low}" if beyond else low, f"≥ {high}" if beyond else high)

    def show_words(self, low: str, high: str) -> None:
        """Write words where the numbers differ from picture to picture."""
        middle = self._middle if len(high) < _LONG else ""
        for text, words in zip(self._ends, (low, middle, high), strict=True):
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
        self._left, self._right = left + words, right - _NUMBERS
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
            set_weight(name, weight)
            set_weight(value, weight)


def set_weight(text: Text, weight: str) -> None:
    """Change the weight of a text; even setting the same one costs a search for the font."""
    if text.get_fontweight() != weight:
        text.set_fontweight(weight)
