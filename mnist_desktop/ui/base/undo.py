"""One step of an undo stack: a value in place of another."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtGui import QUndoCommand

from mnist_desktop.ui.base.guard import guarded

T = TypeVar("T")


@guarded
class UndoStep(QUndoCommand, Generic[T]):
    """Uses `after` when it is done or done again, and `before` when it is undone."""

    def __init__(self, text: str, use: Callable[[T], None], before: T, after: T) -> None:
        super().__init__(text)
        self._use, self._before, self._after = use, before, after

    def undo(self) -> None:
        """Go back."""
        self._use(self._before)

    def redo(self) -> None:
        """Go forward; Qt calls it first when the step is pushed."""
        self._use(self._after)
