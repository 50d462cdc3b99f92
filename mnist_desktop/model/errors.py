"""The one error of everything that reads a file."""

from collections.abc import Iterable
from pathlib import Path

_MAX_LENGTH = 300
_MAX_NAME = 80
_LISTED = 5


class FileFormatError(Exception):
    """A file cannot be used; the message names it and says why, in one line.

    Parameters
    ----------
    path : Path or str
        The file. Only its name stands in the message.
    reason : str
        What was expected, what was found and what to try, for a person.
    """

    def __init__(self, path: Path | str, reason: str) -> None:
        line = f"{shown(Path(path).name or str(path), _MAX_NAME)}: {shown(reason, 2 * _MAX_LENGTH)}"
        if len(line) > _MAX_LENGTH:
            line = line[: _MAX_LENGTH - 1] + "…"
        super().__init__(line)
        self.path = Path(path)
        self.reason = reason


class Refused(Exception):  # noqa: N818 (it says what happens; the door names the file)
    """Why a reader takes something no further; the door makes a FileFormatError of it."""


def shown(text: object, length: int = 40) -> str:
    """Return text from a file as it may stand in a message: one line, printable, not long."""
    line = " ".join(str(text)[: 2 * length].split())
    line = "".join(sign if sign.isprintable() else "?" for sign in line)
    if len(line) <= length:
        return line
    half = (length - 1) // 2
    return f"{line[: length - 1 - half]}…{line[-half:]}"


def listed(names: Iterable[str]) -> str:
    """Return names from a file as they may stand in a message: "a, b and 3 more"."""
    texts = [shown(name, 20) for name in names]
    more = len(texts) - _LISTED
    return ", ".join(texts[:_LISTED]) + (f" and {more} more" if more > 0 else "")
