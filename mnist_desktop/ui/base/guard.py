"""What Qt calls in our classes lets no exception out: it is told at once, and Qt goes on.

WORKAROUND: on Python 3.11, PySide6 (6.8 to 6.12) ends the process with a
segmentation fault where an exception that C has raised, such as that of 1 / 0 or
[][0], comes out of a method that Qt calls while Python waits for Qt: a showEvent
during setCurrentWidget, say. tests/ui/base/test_pyside.py holds the case. Elsewhere the
exception would come out of whatever Python had called, or be lost.
"""

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

T = TypeVar("T", bound=type)


def guarded(cls: T) -> T:
    """Decorate a class of which Qt calls methods, such as paintEvent, sizeHint or redo.

    Where one of them fails, the exception goes to sys.excepthook, which shows it,
    and what the class of Qt would have done is done instead.
    """
    for name in overrides(cls):
        setattr(cls, name, _told(cls, name, vars(cls)[name]))
    return cls


def overrides(cls: type) -> list[str]:
    """Return the names of the methods of Qt that a class itself has again."""
    bases = [base for base in cls.__mro__ if base.__module__.startswith("PySide6")]
    return [
        name
        for name, method in vars(cls).items()
        if not name.startswith("__")
        and callable(method)
        and any(name in vars(base) for base in bases)
    ]


def _told(cls: type, name: str, method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def told(self: Any, *args: Any) -> Any:
        try:
            return method(self, *args)
        except Exception:
            sys.excepthook(*sys.exc_info())
        # Only now, when nothing of the failed call is left, such as an active painter.
        return getattr(super(cls, self), name)(*args)

    return told
