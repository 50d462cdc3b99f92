"""The one error of everything that reads a file."""

from collections.abc import Callable, Iterable
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
        What was expected, what was found and what to try, for a person; a
        :class:`~mnist_desktop.model.message.Message` can be shown in another language.

    Attributes
    ----------
    path : Path
        The file.
    reason : str
        As it was given.
    """

    def __init__(self, path: Path | str, reason: str) -> None:
        self.path = Path(path)
        self.reason = reason
        super().__init__(self.told(str))

    def told(self, translate: Callable[[str], str]) -> str:
        """Return the message in another language, in one line.

        Parameters
        ----------
        translate : callable
            Returns the reason in that language.
        """
        name = one_line(self.path.name or str(self.path), _MAX_NAME)
        line = f"{name}: {one_line(translate(self.reason), 2 * _MAX_LENGTH)}"
        return line if len(line) <= _MAX_LENGTH else line[: _MAX_LENGTH - 1] + "…"


class PictureFormatError(FileFormatError):
    """A file is a picture, which no reader of digits takes; it can be read as a drawn digit."""


class Refused(Exception):  # noqa: N818 (it says what happens; open_file names the file)
    """Why a reader takes something no further; open_file makes a FileFormatError of it.

    Parameters
    ----------
    reason : str
        What was expected, what was found and what to try.

    Attributes
    ----------
    error : type of FileFormatError
        What open_file makes of it.
    """

    error = FileFormatError

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class PictureRefused(Refused):
    """A reader of digits and parameters was given a picture."""

    error = PictureFormatError


def one_line(text: object, length: int = 40) -> str:
    """Return text from a file as it may stand in a message: one line, printable, not long.

    Parameters
    ----------
    text : object
        Its string is taken.
    length : int
        The most characters; what is longer is cut in its middle.
    """
    line = " ".join(str(text)[: 2 * length].split())
    line = "".join(sign if sign.isprintable() else "?" for sign in line)
    if len(line) <= length:
        return line
    half = (length - 1) // 2
    return f"{line[: length - 1 - half]}…{line[-half:]}"


def listed(names: Iterable[str]) -> str:
    """Return names from a file as they may stand in a message: "a, b and 3 more".

    Parameters
    ----------
    names : iterable of str
    """
    texts = [one_line(name, 20) for name in names]
    more = len(texts) - _LISTED
    return ", ".join(texts[:_LISTED]) + (f" and {more} more" if more > 0 else "")
