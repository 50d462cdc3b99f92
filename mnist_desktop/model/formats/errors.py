"""The one error of everything that reads a file."""

from pathlib import Path

_MAX_LENGTH = 300


class FileFormatError(Exception):
    """A file cannot be used; the message names it and says why, in one line.

    Parameters
    ----------
    path : Path or str
        The file. Only its name stands in the message.
    reason : str
        What was expected and what was found, a sentence for a person.
    """

    def __init__(self, path: Path | str, reason: str) -> None:
        name = Path(path).name or str(path)
        line = " ".join(f"{name}: {reason}".split())
        if len(line) > _MAX_LENGTH:
            line = line[: _MAX_LENGTH - 1] + "…"
        super().__init__(line)
        self.path = Path(path)
        self.reason = reason
