"""The confusion matrix: rows true, columns predicted."""

import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from mnist_desktop.plots.lettering import QuickText
from mnist_desktop.plots.style import Style, set_margins

#: Lines of text around the matrix.
_LEFT, _RIGHT, _BOTTOM, _TOP = 3.6, 0.8, 0.5, 4.6
_PER_LETTER = 0.55
_LONGEST = 9  # letters of a name


class ConfusionPlot:
    """A confusion matrix with the errors on a colour scale of their own, and a cursor.

    The diagonal would drown everything else, so it has a frame and no colour.

    Parameters
    ----------
    figure : Figure
        Where to draw.
    counts : ndarray of shape (classes, classes), integer
        Rows true, columns predicted.
    names : tuple of str
        What the classes are called.
    title : str
        A line over the matrix.
    style : Style
        The figure's style.
    percent : bool, keyword-only
        Whether the cells show shares of their row in per cent, or counts.
    """

    def __init__(
        self,
        figure: Figure,
        counts: NDArray[np.int64],
        names: tuple[str, ...],
        title: str,
        style: Style,
        *,
        percent: bool = False,
    ) -> None:
        self._style = style
        self.axes = figure.add_subplot()
        names = tuple(_short(name) for name in names)
        extra = _PER_LETTER * (max(map(len, names)) - 1)
        set_margins(
            self.axes, style, left=_LEFT + extra, right=_RIGHT, bottom=_BOTTOM, top=_TOP + extra
        )
        totals = np.maximum(counts.sum(axis=1, keepdims=True), 1)
        self._draw_cells(
            np.asarray(100 * counts / totals if percent else counts, np.float64), percent
        )
        self._draw_diagonal(len(counts))
        self._draw_names(names, title)
        self._cursor = Rectangle((0, 0), 1, 1, fill=False, linewidth=3, edgecolor=style.accent)
        self.axes.add_patch(self._cursor)
        self.lively = (*self.axes.texts, self._cursor)

    def _draw_cells(self, shown: NDArray[np.float64], percent: bool) -> None:
        style = self._style
        errors = np.where(np.eye(len(shown), dtype=bool), 0, shown)
        share = errors / max(errors.max(), 1e-9)
        self.axes.matshow(_tinted(share, style), aspect="auto")
        for (row, column), value in np.ndenumerate(shown):
            if value:
                number = QuickText(
                    column,
                    row,
                    f"{value:.1f}" if percent else f"{value:,.0f}",
                    ha="center",
                    va="center",
                    color=style.paper if share[row, column] > 0.55 else style.ink,
                    weight="bold" if row == column else "normal",
                )
                self.axes.add_artist(number)

    def _draw_diagonal(self, size: int) -> None:
        for place in range(size):
            corner = (place - 0.5, place - 0.5)
            frame = Rectangle(corner, 1, 1, fill=False, edgecolor=self._style.muted)
            self.axes.add_patch(frame)

    def _draw_names(self, names: tuple[str, ...], title: str) -> None:
        ax = self.axes
        letters = max(map(len, names))
        ax.set_xticks(range(len(names)), names, rotation=0 if letters == 1 else 90)
        ax.set_yticks(range(len(names)), names)
        ax.tick_params(length=0, bottom=False, labelbottom=False)
        ax.set_xlabel("predicted")
        ax.xaxis.set_label_position("top")
        ax.set_ylabel("true")
        ax.set_title(title, pad=self._style.points * 0.4)

    def show_cursor(self, row: int | None, column: int | None) -> None:
        """Frame a cell; a whole row where the column is None, and the other way round."""
        size = len(self.axes.get_xticks())
        self._cursor.set_visible(row is not None or column is not None)
        self._cursor.set_xy((-0.5 if column is None else column - 0.5, (row or 0) - 0.5))
        if row is None:
            self._cursor.set_y(-0.5)
        self._cursor.set_width(size if column is None else 1)
        self._cursor.set_height(size if row is None else 1)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def _tinted(share: NDArray[np.float64], style: Style) -> NDArray[np.float64]:
    """Return colours from paper to the colour of what is wrong, RGB from 0 to 1."""
    paper, wrong = (_rgb(style.paper), _rgb(style.wrong))
    return paper + share[..., None] ** 0.7 * (wrong - paper)


def _rgb(name: str) -> NDArray[np.float64]:
    return np.array([int(name[place : place + 2], 16) for place in (1, 3, 5)]) / 255
