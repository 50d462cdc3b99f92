"""Showing a value in a widget without its telling that it was changed."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from PySide6.QtCore import QObject, QSignalBlocker


@contextmanager
def silently(*objects: QObject) -> Iterator[None]:
    """Block the signals of some objects, and have them afterwards as they were.

    Parameters
    ----------
    *objects : QObject
        Whose signals are not to be heard.
    """
    with ExitStack() as stack:
        for one in objects:
            stack.enter_context(QSignalBlocker(one))
        yield
