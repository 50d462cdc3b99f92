"""What takes too long for the GUI thread: the biography of a unit, and accuracy without units."""

from collections.abc import Hashable, Iterator
from typing import Any

from mnist_desktop.model.data import Split
from mnist_desktop.model.hidden import Ablation, Biography, ablate, biography
from mnist_desktop.plots.inside.biography_page import IMAGES
from mnist_desktop.session.changes import Learn
from mnist_desktop.session.state import Network, State
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.work.commands import Commands
from mnist_desktop.ui.work.jobs import Job

_Wish = tuple[Network, Split, Hashable]


class Background:
    """Has worked out what is wanted now, one answer of each kind at a time, for the state."""

    def __init__(self, store: Store, commands: Commands) -> None:
        self._store, self._commands = store, commands
        self._wishes: dict[str, tuple[_Wish, Job]] = {}

    def want(self, state: State) -> None:
        """Ask for what the stage Inside needs of a state and what is not known yet.

        Parameters
        ----------
        state : State
            The state as it is now, with a split and a network.
        """
        split, network = state.split, state.reading.network
        if split is None or network is None:
            return
        if state.inside.page in {"unit", "biography"}:
            self._want_biography(state, split, network)
        if state.reading.units_off and len(split) and state.classes_fit:
            self._want_ablation(state, split, network)
        else:
            self._cancel("ablation")

    def _want_biography(self, state: State, split: Split, network: Network) -> None:
        unit = min(state.inside.unit, network.parameters.hidden - 1)
        if state.known.find(Biography, network, split, unit) is None:
            steps = biography(split, network.parameters, unit, IMAGES)
            self._start("biography", (network, split, unit), steps, unit)

    def _want_ablation(self, state: State, split: Split, network: Network) -> None:
        known, off = state.known.find(Ablation, network, split), state.reading.units_off
        if known is None or known.off != off:
            steps = ablate(split, network.parameters, off, known)
            self._start("ablation", (network, split, off), steps)

    def _start(self, name: str, wish: _Wish, steps: Iterator[Any], detail: Hashable = None) -> None:
        if name in self._wishes and self._wishes[name][0] == wish:
            return
        self._cancel(name)
        network, split, _ = wish

        def keep(answer: Biography | Ablation) -> None:
            if isinstance(answer, Biography) or answer.complete:
                self._wishes.pop(name, None)
                self._store.apply(Learn(answer, network, split, detail))

        self._wishes[name] = (wish, self._commands.run_quietly(steps, keep))

    def _cancel(self, name: str) -> None:
        if name in self._wishes:
            self._wishes.pop(name)[1].cancel()
