"""How every figure looks: one set of matplotlib settings for a theme and a scale."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

#: Matplotlib's points an inch; lengths around a plot are given in lines of text.
_POINTS = 72


@dataclass(frozen=True)
class Style:
    """Colours and text size of a figure.

    Attributes
    ----------
    paper, ink, muted, wrong, right, accent : str
        Colours as #rrggbb: behind everything, of text, of secondary text, of
        what is wrong and right (a cross and a tick tell it as well), and of
        what is chosen.
    line : str
        What bars are measured against.
    points : float
        Size of the text in points.
    dark : bool
        Whether ink is lighter than paper.
    """

    paper: str = "#ffffff"
    ink: str = "#16181d"
    muted: str = "#565d6b"
    wrong: str = "#b3261e"
    right: str = "#1e6b3a"
    accent: str = "#1a5fb4"
    line: str = "#c3c8d1"
    points: float = 11.0
    dark: bool = False

    @property
    def digits(self) -> str:
        """The colour map in which ink is drawn on paper."""
        return "gray" if self.dark else "binary"

    @contextmanager
    def applied(self, figure: Figure) -> Iterator[None]:
        """Draw into a figure in this style."""
        settings: dict[Any, Any] = {
            "font.size": self.points,
            "font.family": "DejaVu Sans",
            "axes.titlesize": self.points * 1.1,
            "text.color": self.ink,
            "axes.labelcolor": self.ink,
            "axes.edgecolor": self.muted,
            "axes.facecolor": self.paper,
            "xtick.color": self.ink,
            "ytick.color": self.ink,
            "xtick.labelsize": self.points * 0.9,
            "ytick.labelsize": self.points * 0.9,
            "grid.color": self.muted,
            "legend.fontsize": self.points * 0.9,
        }
        figure.set_facecolor(self.paper)
        with rc_context(settings):
            yield


def size_in_lines(figure: Figure, style: Style) -> tuple[float, float]:
    """Return width and height of a figure in lines of text.

    Of a figure that is folded away there is always a point left, so that one can divide by both.
    """
    width, height = figure.get_size_inches() * _POINTS
    return max(width, 1) / style.points, max(height, 1) / style.points


def set_margins(
    ax: Axes, style: Style, *, left: float, right: float, bottom: float, top: float
) -> None:
    """Place axes in the figure with fixed margins, in lines of text.

    Fixed margins replace matplotlib's layout engines, which make every draw
    three times as long. A figure too small for its margins keeps a tenth of itself.
    """
    width, height = size_in_lines(ax.get_figure(root=True), style)  # type: ignore[arg-type]
    box_width, box_height = (
        max(width - left - right, width / 10),
        max(height - bottom - top, height / 10),
    )
    ax.set_position((left / width, bottom / height, box_width / width, box_height / height))
