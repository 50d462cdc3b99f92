"""The confusion matrix: rows true, columns predicted."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from mnist_desktop.plots.style import Style


def draw_confusion(
    ax: Axes, counts: NDArray[np.int64], names: tuple[str, ...], style: Style
) -> None:
    """Draw a confusion matrix with the errors on a colour scale of their own.

    The diagonal would drown everything else, so it has a frame and no colour.

    Parameters
    ----------
    ax : Axes
        Where to draw.
    counts : ndarray of shape (classes, classes), integer
        Rows true, columns predicted.
    names : tuple of str
        What the classes are called.
    style : Style
        The figure's style.
    """
    errors = np.where(np.eye(len(counts), dtype=bool), 0, counts)
    highest = max(int(errors.max()), 1)
    ax.matshow(_tinted(errors / highest, style), aspect="auto")
    for (row, column), count in np.ndenumerate(counts):
        if count:
            strong = row != column and errors[row, column] > 0.55 * highest
            ax.text(
                column,
                row,
                f"{count:,}",
                ha="center",
                va="center",
                color=style.paper if strong else style.ink,
                weight="bold" if row == column else "normal",
            )
    for place in range(len(counts)):
        ax.add_patch(Rectangle((place - 0.5, place - 0.5), 1, 1, fill=False, edgecolor=style.muted))
    ax.set_xticks(range(len(names)), names)
    ax.set_yticks(range(len(names)), names)
    ax.tick_params(length=0, bottom=False, labelbottom=False)
    ax.set_xlabel("predicted")
    ax.xaxis.set_label_position("top")
    ax.set_ylabel("true")


def _tinted(share: NDArray[np.float64], style: Style) -> NDArray[np.float64]:
    """Return colours from paper to the colour of what is wrong, RGB from 0 to 1."""
    paper, wrong = (_rgb(style.paper), _rgb(style.wrong))
    return paper + share[..., None] ** 0.7 * (wrong - paper)


def _rgb(name: str) -> NDArray[np.float64]:
    return np.array([int(name[place : place + 2], 16) for place in (1, 3, 5)]) / 255
