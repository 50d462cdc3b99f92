"""The session as Qt sees it: a signal, from which a panel is disconnected when it goes."""

from PySide6.QtCore import QObject, Signal

from mnist_desktop.session.changes import Change
from mnist_desktop.session.session import Session
from mnist_desktop.session.state import State


class Store(QObject):
    """Hands changes to the session, and tells of each."""

    changed = Signal(object)
    """The new State."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self.session = Session(state)
        self.session.listen(self.changed.emit)

    @property
    def state(self) -> State:
        """The state as it is now."""
        return self.session.state

    def apply(self, *changes: Change) -> None:
        """Change the state, by all of these as one.

        Parameters
        ----------
        *changes : Change
            What is wanted.
        """
        self.session.apply(*changes)
