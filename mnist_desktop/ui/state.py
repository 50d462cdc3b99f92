"""The state of the window, and the one door through which it changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from mnist_desktop.model.data import ALL, DIGITS, OWN, PIXEL_SCALE, Digits, Split
from mnist_desktop.model.evaluation import OUTPUTS, Evaluation
from mnist_desktop.model.inside import NO_UNITS, Insight, Units, look_inside
from mnist_desktop.model.marks import Marks
from mnist_desktop.model.network import FloatArray, Parameters
from mnist_desktop.model.selection import Indices, Query, Ranking, select

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


def resolve(old: AppState, changes: Mapping[str, Any]) -> AppState:
    """Return the state after `changes`, with all that follows from them brought up to date."""
    new = _with_drawing(old, replace(old, **changes), changes)
    new = _fitting(_with_own_digits(old, new))
    if new.network is not old.network or new.digits is not old.digits:
        new = replace(new, evaluations=_still_known(old, new))
    if new.network is not old.network or (
        new.images is not old.images and "ranking" not in changes
    ):
        new = _without_ranking(new)
    if new.ranking is None:  # so that going back does not ask for one
        new = _without_ranking(new)
    if new.network is not old.network:
        new = replace(new, off=NO_UNITS)
    if _shows_other_images(old, new):
        images = new.images
        shown = NOTHING
        if images is not None:
            shown = select(images, new.query, new.evaluation, new.ranking, new.marks.starred)
        new = replace(new, shown=shown)
        if "current" not in changes and _starts_anew(old, new):
            new = replace(new, current=int(shown[0]), selected=())
    return _with_selection_shown(new)


def _starts_anew(old: AppState, new: AppState) -> bool:
    """Whether the first image is to be the current one.

    So it is in another order, and where the first one was, as more of an order
    becomes known.
    """
    if not len(new.shown) or new.split != old.split or new.query.order == "index":
        return False
    was_first = len(old.shown) > 0 and old.current == old.shown[0]
    return new.query.order != old.query.order or was_first


def _fitting(state: AppState) -> AppState:
    """Keep split and query within the digits, once these are whole."""
    splits, query = state.digits.splits, state.query
    if ALL in splits and state.split not in splits:
        state = replace(state, split="test" if "test" in splits else next(iter(splits)))
    if max(query.label or 0, query.prediction or 0) >= len(state.digits.class_names):
        state = replace(state, query=replace(query, label=None, prediction=None))
    return state


def _still_known(old: AppState, new: AppState) -> Mapping[str, Evaluation]:
    """Return the evaluations of the splits that are still the same, with the same network."""
    before, now = old.digits.splits, new.digits.splits
    same = new.network is old.network
    return MappingProxyType(
        {
            name: known
            for name, known in new.evaluations.items()
            if same and name in now and now[name] is before.get(name)
        }
    )


def _without_ranking(state: AppState) -> AppState:
    order = "index" if state.query.order == "ranking" else state.query.order
    return replace(state, ranking=None, query=replace(state.query, order=order))


def _with_drawing(old: AppState, new: AppState, changes: Mapping[str, Any]) -> AppState:
    """Explain the drawing from a stroke on, until an image of the gallery is chosen."""
    shown = new.drawing_shown
    if changes.keys() & {"current", "selected", "split"}:
        shown = False
    if "drawing" in changes or new.stage != old.stage:
        seen = new.stage == "draw"
        shown = seen or (shown and new.drawing is not None and new.drawing.readable)
    return replace(new, drawing_shown=shown and new.drawing is not None)


def _with_own_digits(old: AppState, new: AppState) -> AppState:
    """Keep the user's own digits when others are loaded."""
    splits, before = new.digits.splits, old.digits.splits
    if OWN in before and OWN not in splits:
        digits = replace(new.digits, splits={**splits, OWN: before[OWN]})
        return replace(new, digits=digits)
    return new


def _shows_other_images(old: AppState, new: AppState) -> bool:
    return (
        new.images is not old.images
        or new.query != old.query
        or new.ranking is not old.ranking
        or (new.query.starred and new.marks != old.marks)
        or (new.query.asks_network and new.evaluation is not old.evaluation)
    )


def _with_selection_shown(state: AppState) -> AppState:
    """Keep the selection inside what is shown; fall back to the nearest image."""
    if not len(state.shown):
        # Before a split is loaded, the wish for an image of it is kept.
        return replace(state, selected=()) if state.images is None else _nothing_selected(state)
    current = nearest(state.shown, state.current or 0)
    if not state.selected:
        return replace(state, current=current, selected=(current,))
    kept = np.asarray(state.selected)[np.isin(state.selected, state.shown)]
    selected = tuple(kept.tolist())
    return replace(
        state,
        current=current,
        selected=selected if current in selected else (current,),
    )


def _nothing_selected(state: AppState) -> AppState:
    return replace(state, current=None, selected=())


def nearest(shown: Indices, index: int) -> int:
    """Return `index` if it is shown, else the shown index that is closest to it."""
    return int(shown[np.abs(shown - index).argmin()])


class Store(QObject):
    """Holds the one AppState. `update` is the only way to change it; `changed` tells of it."""

    changed = Signal(object, object)
    """The new AppState, and the frozenset of the names of what is not as before."""

    def __init__(self, state: AppState) -> None:
        super().__init__()
        self.state = state

    def tell_again(self, *names: str) -> None:
        """Let panels show parts of the state again: for a chooser that ran ahead of it."""
        self.changed.emit(self.state, frozenset(names))

    def update(self, **changes: Any) -> None:
        """Change the state and tell every panel, once, what is different."""
        old, self.state = self.state, resolve(self.state, changes)
        changed = frozenset(
            item.name
            for item in fields(AppState)
            if not _same(getattr(old, item.name), getattr(self.state, item.name))
        )
        if changed:
            self.changed.emit(self.state, changed)


def _same(one: Any, other: Any) -> bool:
    if one is other:
        return True
    return not isinstance(one, np.ndarray) and bool(one == other)
