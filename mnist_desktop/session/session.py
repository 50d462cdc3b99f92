"""The one door through which the state changes, and the one way to hear that it has."""

from collections import deque
from collections.abc import Callable, Sequence

from mnist_desktop.session.changes import Change
from mnist_desktop.session.resolving import after
from mnist_desktop.session.state import State

Listener = Callable[[State], object]


class Session:
    """Holds the one State. :meth:`apply` is the only way to change it; listeners are told once.

    Not re-entrant: a change that a listener asks for waits until every listener
    has heard of the one before, so that nobody draws an older state last.
    """

    def __init__(self, state: State) -> None:
        self.state = state
        self._listeners: list[Listener] = []
        self._waiting: deque[Sequence[Change]] = deque()
        self._telling = False

    def listen(self, listener: Listener) -> None:
        """Have a function called with the state after every change.

        Parameters
        ----------
        listener : callable
            Called with the new State; it lives as long as the session.
        """
        self._listeners.append(listener)

    def apply(self, *changes: Change) -> None:
        """Change the state, by all of these as one, and tell every listener.

        Parameters
        ----------
        *changes : Change
            What is wanted, the last word at the end.
        """
        self._waiting.append(changes)
        if self._telling:
            return
        self._telling = True
        try:
            while self._waiting:
                self.state = after(self.state, self._waiting.popleft())
                for listener in self._listeners:
                    listener(self.state)
        finally:
            self._telling = False


class Watch:
    """Tells whether a part of the state is another one than it was when last asked.

    Parameters
    ----------
    part : callable
        Returns what of a state matters, as a tuple.
    """

    def __init__(self, part: Callable[[State], tuple[object, ...]]) -> None:
        self._part = part
        self._seen: tuple[object, ...] | None = None

    def differs(self, state: State) -> bool:
        """Return whether anything differs from what was last seen, and remember what is seen now.

        Parameters
        ----------
        state : State
            The state as it is now.
        """
        before, self._seen = self._seen, self._part(state)
        return before is None or not all(map(_same, before, self._seen))

    def forget(self) -> None:
        """Say at the next question that everything differs."""
        self._seen = None


def _same(one: object, other: object) -> bool:
    if one is other:
        return True
    return not hasattr(one, "__array__") and bool(one == other)
