"""Every way in which the state can change: one small class for each, checked by its type.

A change says what is wanted and nothing more; what follows from it is resolved
afterwards, see :mod:`mnist_desktop.session.resolving`.
"""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import ClassVar

from mnist_desktop.model.data import Digits, Split
from mnist_desktop.model.inside import NO_UNITS, Units
from mnist_desktop.model.marks import Marks
from mnist_desktop.model.preparation import Ink, Steps, prepare
from mnist_desktop.model.selection import Query, Ranking
from mnist_desktop.session.state import (
    Appearance,
    DrawView,
    InsideView,
    Network,
    Recent,
    ResultsView,
    State,
    Task,
)


@dataclass(frozen=True)
class Change:
    """What is wanted of the state."""

    #: Whether it says which image of the gallery is to be explained.
    chooses_image: ClassVar[bool] = False

    def applied(self, state: State) -> State:
        """Return the state with this change alone, before anything follows from it."""
        raise NotImplementedError


# What the gallery shows ------------------------------------------------------------------------


@dataclass(frozen=True)
class ShowSplit(Change):
    """Show another split; one that is still loading is waited for."""

    name: str

    def applied(self, state: State) -> State:
        """Return the state with another split, and with nothing selected yet."""
        gallery = replace(state.gallery, split_name=self.name, selected=())
        return replace(_without_drawing(state), gallery=gallery)


@dataclass(frozen=True)
class ShowQuery(Change):
    """Show what another query asks for."""

    query: Query

    def applied(self, state: State) -> State:
        """Return the state with another query."""
        return replace(state, gallery=replace(state.gallery, query=self.query))


@dataclass(frozen=True)
class ShowRanking(Change):
    """Order the gallery by values that were worked out for it."""

    ranking: Ranking

    def applied(self, state: State) -> State:
        """Return the state in the order of the ranking."""
        query = replace(state.gallery.query, order="ranking")
        gallery = replace(state.gallery, query=query, ranking=self.ranking)
        return replace(state, gallery=gallery)


@dataclass(frozen=True)
class SelectImages(Change):
    """Explain one image, and select some, `current` among them; none means that one alone."""

    current: int
    selected: tuple[int, ...] = ()
    chooses_image: ClassVar[bool] = True

    def applied(self, state: State) -> State:
        """Return the state with another selection, and without a drawing to explain."""
        gallery = replace(state.gallery, current=self.current, selected=self.selected)
        return replace(_without_drawing(state), gallery=gallery)


@dataclass(frozen=True)
class Visit(Change):
    """Go to where one was before: split, query and selection at once."""

    split_name: str
    query: Query
    ranking: Ranking | None
    current: int | None
    selected: tuple[int, ...]
    chooses_image: ClassVar[bool] = True

    def applied(self, state: State) -> State:
        """Return the state at that place."""
        return replace(_without_drawing(state), gallery=replace(state.gallery, **vars(self)))


@dataclass(frozen=True)
class ZoomGallery(Change):
    """Show the images of the gallery in another size, one of ZOOMS."""

    zoom: int

    def applied(self, state: State) -> State:
        """Return the state with another zoom."""
        return replace(state, gallery=replace(state.gallery, zoom=self.zoom))


@dataclass(frozen=True)
class ShowLabels(Change):
    """Write the labels on the images of the gallery, or not."""

    on: bool

    def applied(self, state: State) -> State:
        """Return the state with or without labels."""
        return replace(state, gallery=replace(state.gallery, labels=self.on))


# What there is ---------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class LoadDigits(Change):
    """Have more or other splits of the data set that is shown."""

    digits: Digits

    def applied(self, state: State) -> State:
        """Return the state with these digits, at the same place."""
        return replace(state, library=replace(state.library, digits=self.digits))


@dataclass(frozen=True, eq=False)
class UseDigits(Change):
    """Show another data set, from its start and without filters."""

    digits: Digits
    chooses_image: ClassVar[bool] = True

    def applied(self, state: State) -> State:
        """Return the state with these digits."""
        gallery = replace(state.gallery, query=Query(), current=0, selected=())
        library = replace(state.library, digits=self.digits)
        return replace(_without_drawing(state), library=library, gallery=gallery)


@dataclass(frozen=True, eq=False)
class AddNetworks(Change):
    """Offer more networks, before those that are there, without choosing one."""

    networks: tuple[Network, ...]

    def applied(self, state: State) -> State:
        """Return the state with more networks."""
        networks = (*self.networks, *state.library.networks)
        return replace(state, library=replace(state.library, networks=networks))


@dataclass(frozen=True, eq=False)
class UseNetwork(Change):
    """Make a network the current one.

    It takes the place of an older revision of itself, or of one from the same file, among
    the networks that can be chosen.
    """

    network: Network

    def applied(self, state: State) -> State:
        """Return the state with this network."""
        library = replace(state.library, networks=_with(state.library.networks, self.network))
        reading = replace(state.reading, network=self.network)
        if not self.network.is_same(state.reading.network):
            reading = replace(reading, units_off=NO_UNITS)
        return replace(state, library=library, reading=reading)


def _with(networks: tuple[Network, ...], network: Network) -> tuple[Network, ...]:
    if network in networks:
        return networks
    if any(network.is_same(one) for one in networks):
        return tuple(network if network.is_same(one) else one for one in networks)
    others = (one for one in networks if one.path is None or one.path != network.path)
    return (*others, network)


@dataclass(frozen=True)
class Remember(Change):
    """Have these files as those that were opened lately."""

    recent: tuple[Recent, ...]

    def applied(self, state: State) -> State:
        """Return the state with these recent files."""
        return replace(state, library=replace(state.library, recent=self.recent))


@dataclass(frozen=True)
class Mark(Change):
    """Have these stars."""

    marks: Marks

    def applied(self, state: State) -> State:
        """Return the state with these stars."""
        return replace(state, library=replace(state.library, marks=self.marks))


@dataclass(frozen=True, eq=False)
class Learn(Change):
    """Know one result more: what it is, of which network and split, and a detail such as a unit."""

    result: object
    network: Network
    split: Split
    detail: Hashable = None

    def applied(self, state: State) -> State:
        """Return the state with the result."""
        known = state.known.having(self.result, self.network, self.split, self.detail)
        return replace(state, known=known)


# What is read, and how it is looked at ---------------------------------------------------------


@dataclass(frozen=True)
class SwitchOff(Change):
    """Have exactly these hidden units off."""

    units: Units

    def applied(self, state: State) -> State:
        """Return the state with these units off."""
        return replace(state, reading=replace(state.reading, units_off=self.units))


@dataclass(frozen=True, eq=False)
class Draw(Change):
    """Have this on the drawing board: uint8, 0 for ink and 255 for paper."""

    board: Ink

    def applied(self, state: State) -> State:
        """Return the state with another drawing."""
        return _explaining(replace(state, draw=_drawn(self.board, state.draw.steps)))


@dataclass(frozen=True)
class LookInside(Change):
    """Look at something else on the stage Inside."""

    view: InsideView

    def applied(self, state: State) -> State:
        """Return the state with another view."""
        return replace(state, inside=self.view)


@dataclass(frozen=True)
class LookAtResults(Change):
    """Look at something else on the stage Results."""

    view: ResultsView

    def applied(self, state: State) -> State:
        """Return the state with another view."""
        return replace(state, results=self.view)


@dataclass(frozen=True)
class PrepareDrawing(Change):
    """Prepare drawings with other steps."""

    steps: Steps

    def applied(self, state: State) -> State:
        """Return the state with other steps."""
        return _explaining(replace(state, draw=_drawn(state.draw.board, self.steps)))


@dataclass(frozen=True)
class ShowStage(Change):
    """Show a stage; on the stage Draw, the drawing is explained."""

    name: str

    def applied(self, state: State) -> State:
        """Return the state with another stage."""
        if self.name == state.appearance.stage:
            return state
        appearance = replace(state.appearance, stage=self.name)
        return _explaining(replace(state, appearance=appearance))


@dataclass(frozen=True)
class Dress(Change):
    """Look otherwise: scale, theme, language, how much room the stage has."""

    appearance: Appearance

    def applied(self, state: State) -> State:
        """Return the state with another appearance; the stage stays."""
        stage = state.appearance.stage
        return replace(state, appearance=replace(self.appearance, stage=stage))


# Long work -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ShowTask(Change):
    """Show how far a task is: a new one, or the one of the same kind."""

    task: Task

    def applied(self, state: State) -> State:
        """Return the state with this task, in its place if it runs already."""
        tasks = {task.kind: task for task in state.tasks} | {self.task.kind: self.task}
        return replace(state, tasks=tuple(tasks.values()))


@dataclass(frozen=True)
class EndTask(Change):
    """Show a task no longer."""

    kind: str

    def applied(self, state: State) -> State:
        """Return the state without the task of this kind."""
        tasks = tuple(task for task in state.tasks if task.kind != self.kind)
        return replace(state, tasks=tasks)


def _drawn(board: Ink | None, steps: Steps) -> DrawView:
    return DrawView(steps, board, None if board is None else prepare(board, steps))


def _explaining(state: State) -> State:
    """Explain the drawing on its own stage, and elsewhere as long as there is one to read."""
    if state.appearance.stage == "draw":
        explained = state.draw.preparation is not None
    else:
        explained = state.reading.drawing_explained and state.draw.readable
    return replace(state, reading=replace(state.reading, drawing_explained=explained))


def _without_drawing(state: State) -> State:
    """Explain the gallery's image, and the drawing no longer."""
    return replace(state, reading=replace(state.reading, drawing_explained=False))
