"""The one door through which the state changes, and the one signal that it has."""

from dataclasses import fields
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from mnist_desktop.session.resolving import resolve
from mnist_desktop.session.state import AppState


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
