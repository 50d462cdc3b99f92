"""Opening files, of digits or of parameters: on the worker, whole or not at all."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mnist_desktop.model.data import ALL, DIVISORS, SPLIT_SIZES, Digits, load_digits
from mnist_desktop.model.errors import FileFormatError, one_line
from mnist_desktop.model.message import message
from mnist_desktop.session.changes import Remember
from mnist_desktop.session.state import Network, Recent
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.work.commands import OPENING, Commands

if TYPE_CHECKING:
    from mnist_desktop.model.opening import Candidate, Openings

_MOST_RECENT = 12
_TOTAL = 1000  # steps of progress


class Opener(QObject):
    """Takes what files hold to the state; what is there stays until the new is whole."""

    digits_opened = Signal(object)
    """The Digits of a file are shown now."""
    parameters_found = Signal(object)
    """A list of Candidate, for :meth:`use` if the user wants them."""

    def __init__(self, store: Store, commands: Commands) -> None:
        super().__init__()
        self._store = store
        self._commands = commands

    def open(self, paths: Sequence[Path], *, divisor: int | None = None) -> None:
        """Open files: digits are shown, parameters proposed.

        Parameters
        ----------
        paths : sequence of Path
            Files, or folders with IDX files.
        divisor : int, optional
            Use parameters at once, as trained with pixels / divisor.
        """
        if not paths:
            return
        name = one_line(paths[0].name or str(paths[0]))
        words = message("Opening {file}", file=name)
        if len(paths) > 1:
            words = message("Opening {file} and {count} more", file=name, count=len(paths) - 1)
        self._commands.run(
            OPENING,
            words,
            _TOTAL,
            self._steps(paths),
            partial(self._take, divisor),
        )

    def bring_back(self, path: Path) -> None:
        """Open the network of the last time, at the start, when there is more to do as well."""
        divisors = {one.path: one.divisor for one in self._store.state.library.recent}
        take = partial(self._take, divisors.get(path, DIVISORS[0]))
        self._commands.run_quietly(self._steps([path]), take)

    def _steps(self, paths: Sequence[Path]) -> "Iterator[Openings]":
        # Imported here: the window is on the screen before the readers of files are.
        from mnist_desktop.model.opening import opening_all

        return opening_all(paths, self._store.state.library.digits)

    def open_recent(self, recent: Recent) -> None:
        """Open a file again; a network that is still there is only switched to."""
        known = {network.path: network for network in self._store.state.library.networks}
        if recent.path in known:
            self._commands.use_network(known[recent.path])
        else:
            self.open([recent.path], divisor=recent.divisor)

    def open_shipped(self) -> None:
        """Show the MNIST digits of the program again."""
        splits = len(SPLIT_SIZES) + 1
        self._commands.run(
            OPENING, message("Opening MNIST"), splits, load_digits(), self._take_shipped
        )

    def _take_shipped(self, digits: Digits) -> int:
        if ALL in digits.splits:
            self._commands.use_digits(digits)
        return len(digits.splits)

    def _take(self, divisor: int | None, openings: "Openings") -> int:
        candidates = []
        for path, found in openings.found:
            if isinstance(found, Digits):
                self._commands.use_digits(found)
                self._remember(Recent(path, "digits"))
                self.digits_opened.emit(found)
            elif isinstance(found, FileFormatError):
                self._commands.failed.emit(found)
            elif divisor is not None:
                self.use(found, divisor)
            else:
                candidates.append(found)
        if candidates:
            self.parameters_found.emit(candidates)
        return round(_TOTAL * openings.done / openings.total)

    def use(self, candidate: "Candidate", divisor: int) -> None:
        """Make opened parameters the current network."""
        path = candidate.path
        network = Network(one_line(path.stem), candidate.scaled(divisor), path, divisor)
        self._commands.use_network(network)
        self._remember(Recent(path, "parameters", divisor))

    def _remember(self, recent: Recent) -> None:
        others = (one for one in self._store.state.library.recent if one.path != recent.path)
        self._store.apply(Remember((recent, *others)[:_MOST_RECENT]))

    def forget_recent(self) -> None:
        """Empty the list of the files that were opened lately."""
        self._store.apply(Remember(()))
