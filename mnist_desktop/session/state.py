"""What the window shows: one frozen state, in parts. It changes through the Session only.

Whatever a remote, a lesson, Back or a saved session would set stands here, and
nothing of it in a widget: a window can be thrown away and made again from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import count
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.data import DIGITS, PIXEL_SCALE, Digits, Split
from mnist_desktop.model.evaluation import OUTPUTS, Evaluation
from mnist_desktop.model.inside import NO_UNITS, Insight, Units, look_inside
from mnist_desktop.model.marks import Marks
from mnist_desktop.model.message import Message, message
from mnist_desktop.model.network import FloatArray, Parameters
from mnist_desktop.model.preparation import Ink, Preparation, Steps
from mnist_desktop.model.selection import Indices, Query, Ranking
from mnist_desktop.session.known import Known

NOTHING = np.empty(0, np.intp)
#: Screen pixels per pixel of a digit in the gallery, before scaling.
ZOOMS = range(1, 7)
PAPER = 255
#: The factors for text, figures and digits that the menu offers.
SCALES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5)
THEMES = ("system", "light", "dark")

_new_identity = count(1).__next__


@dataclass(frozen=True, eq=False)
class Network:
    """Parameters with the name that the window gives them.

    Two networks are the same one if they have the same `identity`, even where
    training has made another `revision` of it since.

    Attributes
    ----------
    name : str
        What to call it.
    parameters : Parameters
        For pixels / 256, as f has it.
    path : Path, optional
        Its file.
    divisor : int
        What pixels were divided by in training, folded into W1.
    identity, revision : int
        Which network it is, and the how-manieth state of it.
    """

    name: str
    parameters: Parameters
    path: Path | None = None
    divisor: int = 256
    identity: int = field(default_factory=_new_identity)
    revision: int = 0

    def is_same(self, other: "Network | None") -> bool:
        """Return whether this is the other network, perhaps in another revision."""
        return other is not None and self.identity == other.identity

    def revised(self, parameters: Parameters) -> "Network":
        """Return the next revision of this network."""
        return replace(self, parameters=parameters, revision=self.revision + 1)


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
    caption: Message
    readable: bool = True

    @property
    def x(self) -> FloatArray:
        """The image as f takes it, float32 of shape (784, 1)."""
        return self.pixels.reshape(784, 1) * PIXEL_SCALE


@dataclass(frozen=True)
class Task:
    """Long work that is under way.

    Attributes
    ----------
    kind : str
        What it is for: of each kind one runs at a time.
    words : Message
        What it does.
    done, total : int
        How far it is.
    """

    kind: str
    words: Message
    done: int
    total: int


@dataclass(frozen=True, eq=False)
class Library:
    """What there is to look at.

    Attributes
    ----------
    digits : Digits
        The splits loaded so far.
    networks : tuple of Network
        What can be chosen.
    recent : tuple of Recent
        The files that were opened lately, the last one first.
    marks : Marks
        The collections of starred images.
    """

    digits: Digits = field(default_factory=lambda: Digits({}))
    networks: tuple[Network, ...] = ()
    recent: tuple[Recent, ...] = ()
    marks: Marks = field(default_factory=Marks)


@dataclass(frozen=True, eq=False)
class Gallery:
    """What the gallery shows.

    Attributes
    ----------
    split_name : str
        Name of the current split; it may not be loaded yet.
    query : Query
        Filter and order.
    ranking : Ranking or None
        What the order "ranking" sorts by.
    shown : ndarray of shape (M,), intp
        Resolved: the indices of the images, in order.
    current : int or None
        Resolved to lie in `shown`: index of the image that is explained.
    selected : tuple of int
        Resolved to lie in `shown`: indices of the selected images, `current` among them.
    zoom : int
        Screen pixels per pixel of a digit, before scaling.
    labels : bool
        Whether labels are written on the images.
    """

    split_name: str = "test"
    query: Query = field(default_factory=Query)
    ranking: Ranking | None = None
    shown: Indices = field(default_factory=lambda: NOTHING)
    current: int | None = None
    selected: tuple[int, ...] = ()
    zoom: int = 2
    labels: bool = False


@dataclass(frozen=True, eq=False)
class Reading:
    """What is read, and by what.

    Attributes
    ----------
    network : Network or None
        The current network.
    units_off : frozenset of int
        Hidden units whose activation is set to 0. Cleared with every other network;
        evaluations are always of the whole network.
    drawing_explained : bool
        Whether the drawing is explained, and not the gallery's image.
    """

    network: Network | None = None
    units_off: Units = NO_UNITS
    drawing_explained: bool = False


#: The pages of the stage Inside, and what orders its hidden units.
INSIDE_PAGES = ("network", "array", "unit", "biography", "output", "versus", "lesson")
RESULT_PAGES = ("matrix", "digits", "confidence", "splits")


@dataclass(frozen=True)
class InsideView:
    """What of the network is looked at on the stage Inside.

    Attributes
    ----------
    page : str
        One of INSIDE_PAGES.
    symbol : str
        The array of the formula: "x", "W1", "B1", "z1", "a1" and so on.
    unit : int
        The hidden unit.
    output : int or None
        The output; None follows the prediction.
    one, other : int or None
        The digits that are compared; None follows the two highest scores.
    order : str
        Of the hidden units: "number", "activation" or "contribution".
    shared : bool
        Whether all weight pictures share one scale of colours.
    top : int
        First row that shows where a page is scrolled.
    at : float
        Where the sigmoid's slider stands.
    vector : tuple of float
        What the lesson applies the sigmoid to.
    """

    page: str = "network"
    symbol: str = "x"
    unit: int = 0
    output: int | None = None
    one: int | None = None
    other: int | None = None
    order: str = "number"
    shared: bool = True
    top: int = 0
    at: float = 1.0
    vector: tuple[float, ...] = (1.0, 2.0, 3.0)


@dataclass(frozen=True)
class ResultsView:
    """Which of RESULT_PAGES is seen, and whether the matrix has shares of each row in per cent.

    The threshold of the page Confidence is the query's margin: the gallery shows the same images.
    """

    page: str = "matrix"
    percent: bool = False


@dataclass(frozen=True, eq=False)
class DrawView:
    """What is on the drawing board, and what becomes of it.

    Attributes
    ----------
    steps : Steps
        The steps of the preparation that are switched on.
    board : ndarray of shape (h, w), uint8, or None
        The drawing, 0 for ink and 255 for paper; None before the first one.
    preparation : Preparation or None
        Resolved: what the steps make of the board.
    """

    steps: Steps = field(default_factory=Steps)
    board: Ink | None = None
    preparation: Preparation | None = None

    @property
    def readable(self) -> bool:
        """Whether there is enough ink to be read."""
        if self.board is None or self.preparation is None:
            return False
        return not self.preparation.blank and bool((self.board < PAPER).any())


@dataclass(frozen=True)
class Appearance:
    """How the window looks.

    Attributes
    ----------
    stage : str
        Name of the stage that is seen.
    enlarged : bool
        Whether the stage has most of the window.
    full_screen : bool
        Whether the window has the screen for itself.
    scale : float
        The one factor for text, figures and digits.
    theme : str
        One of THEMES.
    language : str
        Code of the language of the words, or "" for the system's.
    """

    stage: str = "image"
    enlarged: bool = False
    full_screen: bool = False
    scale: float = 1.0
    theme: str = "system"
    language: str = ""


@dataclass(frozen=True, eq=False)
class State:
    """All that the window shows, in its parts, and what follows from them."""

    library: Library = field(default_factory=Library)
    gallery: Gallery = field(default_factory=Gallery)
    reading: Reading = field(default_factory=Reading)
    inside: InsideView = field(default_factory=InsideView)
    results: ResultsView = field(default_factory=ResultsView)
    draw: DrawView = field(default_factory=DrawView)
    appearance: Appearance = field(default_factory=Appearance)
    known: Known = field(default_factory=Known)
    tasks: tuple[Task, ...] = ()

    @property
    def split(self) -> Split | None:
        """The current split, once it is loaded."""
        return self.library.digits.splits.get(self.gallery.split_name)

    @property
    def evaluation(self) -> Evaluation | None:
        """What is known of the current network on the current split."""
        return self.known.find(Evaluation, self.reading.network, self.split)

    @property
    def evaluations(self) -> Mapping[str, Evaluation]:
        """What is known of the current network, by split."""
        known = {
            name: self.known.find(Evaluation, self.reading.network, split)
            for name, split in self.library.digits.splits.items()
        }
        return MappingProxyType({name: found for name, found in known.items() if found is not None})

    @property
    def classes_fit(self) -> bool:
        """Whether the network's outputs can stand for the classes of the digits."""
        return len(self.library.digits.class_names) == OUTPUTS

    @property
    def output_names(self) -> tuple[str, ...]:
        """What each output of the network stands for."""
        return self.library.digits.class_names if self.classes_fit else DIGITS

    @cached_property
    def subject(self) -> Subject | None:
        """The image that canvas and panel explain."""
        if self.reading.drawing_explained:
            return self.drawing
        current = self.gallery.current
        return None if self.split is None or current is None else self.subject_of(current)

    @property
    def drawing(self) -> Subject | None:
        """What is on the drawing board, prepared as the network takes it."""
        made = self.draw.preparation
        if made is None:
            return None
        return Subject(made.image, None, message("Your drawing"), self.draw.readable)

    @property
    def read(self) -> tuple[object, ...]:
        """What the subject and its scores follow from: cheap to compare."""
        subject: object = (self.split, self.gallery.current)
        if self.reading.drawing_explained:
            subject = self.draw
        network = self.reading.network
        return subject, network, self.reading.units_off, self.library.digits.class_names

    def subject_of(self, index: int) -> Subject:
        """Return one image of the current split with its caption."""
        assert self.split is not None
        name, place = self.split.origin(index)
        return Subject(
            self.split.images[index],
            int(self.split.labels[index]),
            message("{split} #{index}", split=split_title(name), index=place),
        )

    @cached_property
    def insight(self) -> Insight | None:
        """The subject on its way through the network."""
        network = self.reading.network
        if self.subject is None or not self.subject.readable or network is None:
            return None
        return look_inside(self.subject.x, network.parameters, self.reading.units_off)

    @property
    def scores(self) -> FloatArray | None:
        """Scores of the subject, of shape (10,)."""
        return None if self.insight is None else self.insight.a2[:, 0]


_TITLES = {
    "training": message("Training"),
    "validation": message("Validation"),
    "test": message("Test"),
    "all": message("All"),
    "my digits": message("My digits"),
}


def split_title(name: str) -> str:
    """Return a split's name as it stands in a sentence's first place."""
    return _TITLES.get(name, name[:1].upper() + name[1:])


_WORDS = {
    "training": message("training"),
    "validation": message("validation"),
    "test": message("test"),
    "all": message("all"),
    "my digits": message("my digits"),
}


def split_word(name: str) -> str:
    """Return a split's name as it stands within a sentence."""
    return _WORDS.get(name, name)
