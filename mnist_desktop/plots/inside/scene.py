"""What a page is to show, and what it tells of itself: plain data, no drawing."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure, SubFigure
from numpy.typing import NDArray

from mnist_desktop.model.inside import Insight
from mnist_desktop.plots.style import Style

Images = NDArray[np.uint8]
Box = tuple[float, float, float, float]
"""Left, top, right and bottom in lines of text from the upper left corner of the figure."""

_SHORT = 2  # characters of a name that fit below a bar


class Spot(NamedTuple):
    """A place to click: a hidden unit, an output, an image.

    Attributes
    ----------
    kind : str
        "unit", "switch" (of a unit), "output", "most" or "least" (an image that
        activates a unit most or least).
    which : int
        Which one.
    box : Box
        Where it is.
    """

    kind: str
    which: int
    box: Box


class Picture(NamedTuple):
    """Where an array is drawn number by number: 28 x 28, or W2.

    Attributes
    ----------
    kind : str
        "x", "W2" (a heat map), "weights" (of a unit), "product" (weights times x), "evidence"
        (what each pixel's ink adds, from blank paper), "most" or "least".
    which : int
        The unit or the place, where there are several.
    box : Box
        Where it is.
    """

    kind: str
    which: int
    box: Box


class Rows(NamedTuple):
    """How far a page can be scrolled: rows that show, and rows there are."""

    visible: int
    total: int


@dataclass(frozen=True, eq=False)
class Scene:
    """All that a page draws.

    Attributes
    ----------
    insight : Insight
        The image on its way through the network.
    names : tuple of str
        What the ten outputs stand for.
    order : str
        Of the hidden units: "number", "activation" or "contribution".
    shared : bool
        Whether all weight pictures share one scale of colours.
    top : int
        First row that shows, on a page that can be scrolled.
    symbol : str
        The array of the formula that is open: "x", "W1" and so on.
    unit, output : int
        The hidden unit and the output that are open.
    pair : tuple of int
        The two digits that are compared.
    most, least : ndarray of shape (n, 28, 28), uint8, optional
        Images of the split that activate the unit most and least.
    split : str
        What the split is called, in words.
    at : float
        Where the sigmoid's slider stands.
    vector : tuple of float
        What the lesson applies the sigmoid to.
    """

    insight: Insight
    names: tuple[str, ...] = tuple("0123456789")
    order: str = "number"
    shared: bool = True
    top: int = 0
    symbol: str = "x"
    unit: int = 0
    output: int = 0
    pair: tuple[int, int] = (0, 1)
    most: Images | None = None
    least: Images | None = None
    split: str = ""
    at: float = 1.0
    vector: tuple[float, ...] = field(default=(1.0, 2.0, 3.0))

    @property
    def short(self) -> tuple[str, ...]:
        """What the outputs are called where there is no room: their names, or their numbers."""
        if max(len(name) for name in self.names) <= _SHORT:
            return self.names
        return tuple(str(place) for place in range(len(self.names)))

    @property
    def pixels(self) -> Images:
        """The image as bytes, of shape (28, 28)."""
        return np.rint(self.insight.x * 256).astype(np.uint8).reshape(28, 28)


class Page(Protocol):
    """A picture that is built once and then follows the selection.

    `width` is the figure's, in lines of text. `lively` are the artists that
    :meth:`show` changes; the rest stays as it was built for as long as :meth:`key`
    stays the same.
    """

    width: float
    lively: list[Artist]
    spots: list[Spot]
    pictures: list[Picture]
    rows: Rows | None

    def __init__(self, figure: Figure | SubFigure, style: Style, scene: Scene) -> None: ...

    @staticmethod
    def key(scene: Scene) -> Hashable:
        """Return what the page must be built anew for."""

    def show(self, scene: Scene) -> None:
        """Follow the selection."""
