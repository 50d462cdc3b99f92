"""Going back and forward through split, filter, order and selection, as in a browser."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from mnist_desktop.model.selection import Query
from mnist_desktop.session.state import AppState
from mnist_desktop.ui.base.store import Store

_MOST = 200
_STEPPING = 1.0  # seconds: selections that follow each other faster are one step


@dataclass(frozen=True)
class Place:
    """Where one is: what the gallery shows, and what is selected in it."""

    split: str
    query: Query
    current: int | None
    selected: tuple[int, ...]

    @staticmethod
    def of(state: AppState) -> "Place":
        """Return the place of a state."""
        return Place(state.split, state.query, state.current, state.selected)


class History(QObject):
    """Remembers places; :meth:`back` and :meth:`forward` move through them."""

    def __init__(self, store: Store, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._store = store
        self._clock = clock
        self._here = Place.of(store.state)
        self._before: list[Place] = []
        self._after: list[Place] = []
        self._stepped = -_STEPPING
        store.changed.connect(self.refresh)

    def refresh(self, state: AppState, changed: frozenset[str]) -> None:
        """Remember the place that was left, unless it was only passed through."""
        if not changed & {"split", "query", "current", "selected"}:
            return
        there = Place.of(state)
        only_selected = (there.split, there.query) == (self._here.split, self._here.query)
        now = self._clock()
        passed = only_selected and now - self._stepped < _STEPPING
        if not passed and self._here.current is not None:
            self._before = [*self._before, self._here][-_MOST:]
        self._stepped = now if only_selected else -_STEPPING
        self._here = there
        self._after = []

    def back(self) -> None:
        """Go to the place before this one."""
        if self._before:
            self._after.append(self._here)
            self._go(self._before.pop())

    def forward(self) -> None:
        """Go to the place that one has gone back from."""
        if self._after:
            self._before.append(self._here)
            self._go(self._after.pop())

    def _go(self, place: Place) -> None:
        before, after = self._before, self._after
        self._store.update(
            split=place.split, query=place.query, current=place.current, selected=place.selected
        )
        self._before, self._after = before, after
        self._here, self._stepped = Place.of(self._store.state), -_STEPPING
