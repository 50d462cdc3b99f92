"""The state of the window: all that it shows, frozen. It changes through the Store only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.data import DIGITS, PIXEL_SCALE, Digits, Split
from mnist_desktop.model.evaluation import OUTPUTS, Evaluation
from mnist_desktop.model.inside import NO_UNITS, Insight, Units, look_inside
from mnist_desktop.model.marks import Marks
from mnist_desktop.model.network import FloatArray, Parameters
from mnist_desktop.model.selection import Indices, Query, Ranking

NOTHING = np.empty(0, np.intp)
#: Screen pixels a pixel of a digit in the gallery, before scaling.
ZOOMS = range(1, 7)


@dataclass(frozen=True, eq=False)
class Network:
    """Parameters with the name that the window gives them.

    `parameters` are for pixels / 256, as f has it; in training they may have been
    divided by another `divisor`, which is folded into W1.
    """

    name: str
    parameters: Parameters
    path: Path | None = None
    divisor: int = 256


@dataclass(frozen=True)
class Recent:
    """A file that was opened lately: `kind` is "digits" or "parameters"."""

    path: Path
    kind: str
    divisor: int = 256


@dataclass(frozen=True, eq=False)
class Subject:
    """The one image that everything explains: its pixels (28, 28) uint8, and its label if known.

    A drawing with hardly any ink yet is not `readable`: it has no scores.
    """

    pixels: NDArray[np.uint8]
    label: int | None
    caption: str
    readable: bool = True

    @property
    def x(self) -> FloatArray:
        """The image as f takes it, float32 of shape (784, 1)."""
        return self.pixels.reshape(784, 1) * PIXEL_SCALE


@dataclass(frozen=True)
class Progress:
    """How far a job is: `done` of `total` images, and what it does, in words."""

    text: str
    done: int
    total: int


@dataclass(frozen=True, eq=False)
class AppState:
    """All that the window shows. What follows from the rest is resolved by the Store.

    Attributes
    ----------
    digits : Digits
        The splits loaded so far.
    split : str
        Name of the current split; it may not be loaded yet.
    networks, network : tuple of Network and Network
        What can be chosen, and what is.
    recent : tuple of Recent
        The files that were opened lately, the last one first.
    query : Query
        Filter and order of the gallery.
    shown : ndarray of shape (M,), intp
        Resolved: the indices of the images in the gallery, in its order.
    current : int or None
        Resolved to lie in `shown`: index of the image that is explained.
    selected : tuple of int
        Resolved to lie in `shown`: indices of the selected images, `current` among them.
    evaluations : mapping of str to Evaluation
        By split, of the current network only.
    ranking : Ranking or None
        What the order "ranking" sorts by; of the current split and network only.
    marks : Marks
        The collections of starred images.
    progress : Progress or None
        The long job that runs now.
    zoom : int
        Screen pixels a pixel of a digit in the gallery, before scaling.
    labels : bool
        Whether the gallery shows labels.
    scale : float
        The one factor for text, figures and digits.
    theme : str
        "system", "light" or "dark".
    stage : str
        Name of the stage that is seen.
    roomy : bool
        Whether the stage has most of the window.
    off : frozenset of int
        Hidden units whose activation is set to 0. Cleared with every other network;
        evaluations are always of the whole network.
    drawing : Subject or None
        What is on the drawing board, prepared as the network takes it.
    drawing_shown : bool
        Resolved: whether the drawing is explained, and not the gallery's image.
    """

    digits: Digits = field(default_factory=lambda: Digits({}))
    split: str = "test"
    networks: tuple[Network, ...] = ()
    network: Network | None = None
    recent: tuple[Recent, ...] = ()
    query: Query = field(default_factory=Query)
    shown: Indices = field(default_factory=lambda: NOTHING)
    current: int | None = None
    selected: tuple[int, ...] = ()
    evaluations: Mapping[str, Evaluation] = field(default_factory=lambda: MappingProxyType({}))
    ranking: Ranking | None = None
    marks: Marks = field(default_factory=Marks)
    progress: Progress | None = None
    zoom: int = 2
    labels: bool = False
    scale: float = 1.0
    theme: str = "system"
    stage: str = "image"
    roomy: bool = False
    off: Units = NO_UNITS
    drawing: Subject | None = None
    drawing_shown: bool = False

    @property
    def images(self) -> Split | None:
        """The current split, once it is loaded."""
        return self.digits.splits.get(self.split)

    @property
    def evaluation(self) -> Evaluation | None:
        """What is known of the current network on the current split."""
        return self.evaluations.get(self.split)

    @property
    def misfit(self) -> bool:
        """Whether the network's outputs cannot stand for the classes of the digits."""
        return len(self.digits.class_names) != OUTPUTS

    @property
    def output_names(self) -> tuple[str, ...]:
        """What each output of the network stands for."""
        return DIGITS if self.misfit else self.digits.class_names

    @cached_property
    def subject(self) -> Subject | None:
        """The image that canvas and panel explain."""
        if self.drawing_shown:
            return self.drawing
        known = self.images is not None and self.current is not None
        return self.subject_of(self.current) if known else None  # type: ignore[arg-type]

    def subject_of(self, index: int) -> Subject:
        """Return one image of the current split with its caption."""
        assert self.images is not None
        name, place = self.images.origin(index)
        return Subject(
            self.images.images[index],
            int(self.images.labels[index]),
            f"{split_title(name)} #{place}",
        )

    @cached_property
    def insight(self) -> Insight | None:
        """The subject on its way through the network."""
        if self.subject is None or not self.subject.readable or self.network is None:
            return None
        return look_inside(self.subject.x, self.network.parameters, self.off)

    @property
    def scores(self) -> FloatArray | None:
        """Scores of the subject, of shape (10,)."""
        return None if self.insight is None else self.insight.a2[:, 0]


def split_title(name: str) -> str:
    """Return a split's name as it stands in a sentence's first place."""
    return name[:1].upper() + name[1:]
