"""Going back and forward through split, filter, order and selection, as in a browser."""

import time
from collections.abc import Callable

from mnist_desktop.session.changes import Visit
from mnist_desktop.session.session import Session
from mnist_desktop.session.state import State

_MOST = 200
_STEPPING = 1.0  # seconds: selections that follow each other faster are one step


def _here(state: State) -> Visit:
    """Return the change that leads back to where one is."""
    gallery = state.gallery
    return Visit(
        gallery.split_name, gallery.query, gallery.ranking, gallery.current, gallery.selected
    )


class History:
    """Remembers places; :meth:`back` and :meth:`forward` move through them.

    Parameters
    ----------
    session : Session
        Where one is.
    clock : callable, optional
        Returns seconds.
    """

    def __init__(self, session: Session, clock: Callable[[], float] = time.monotonic) -> None:
        self._session = session
        self._clock = clock
        self._now = _here(session.state)
        self._before: list[Visit] = []
        self._after: list[Visit] = []
        self._stepped = -_STEPPING
        self._moving = False
        session.listen(self.refresh)

    def refresh(self, state: State) -> None:
        """Remember the place that was left, unless it was only passed through.

        Parameters
        ----------
        state : State
            The state as it is now.
        """
        there = _here(state)
        if there == self._now:
            return
        if self._moving:
            self._now, self._stepped = there, -_STEPPING
            return
        only_selected = (there.split_name, there.query) == (self._now.split_name, self._now.query)
        now = self._clock()
        passed = only_selected and now - self._stepped < _STEPPING
        if not passed and self._now.current is not None:
            self._before = [*self._before, self._now][-_MOST:]
        self._stepped = now if only_selected else -_STEPPING
        self._now = there
        self._after = []

    def back(self) -> None:
        """Go to the place before this one."""
        if self._before:
            self._after.append(self._now)
            self._go(self._before.pop())

    def forward(self) -> None:
        """Go to the place that one has gone back from."""
        if self._after:
            self._before.append(self._now)
            self._go(self._after.pop())

    def _go(self, place: Visit) -> None:
        self._moving = True
        try:
            self._session.apply(place)
        finally:
            self._moving = False
