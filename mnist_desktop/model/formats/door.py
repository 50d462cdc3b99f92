"""The door: any file comes in here, and digits, parameters or one clear error come out."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mnist_desktop.model.data import Digits
from mnist_desktop.model.errors import FileFormatError, Refused
from mnist_desktop.model.formats import recognise
from mnist_desktop.model.formats.source import explain, load
from mnist_desktop.model.formats.steps import Steps, within
from mnist_desktop.model.formats.weights import OpenedParameters, parameters_from

AnyPath = str | bytes | os.PathLike[str] | os.PathLike[bytes]

_TOTAL = 1000


@dataclass(frozen=True)
class Opening:
    """How far the opening of a file is.

    Attributes
    ----------
    done, total : int
        The share that is done.
    result : Digits or OpenedParameters, optional
        What the file holds, once it is whole.
    """

    done: int
    total: int = _TOTAL
    result: Digits | OpenedParameters | None = None


def open_file(
    path: AnyPath, progress: Callable[[int, int], object] | None = None
) -> Digits | OpenedParameters:
    """Open a file of digits or of parameters, whatever its format.

    Parameters
    ----------
    path : path-like
        A file, or a folder with IDX files.
    progress : callable, optional
        Called with ``(done, total)`` every few milliseconds. What it raises
        cancels the opening and comes out unchanged.

    Returns
    -------
    Digits or OpenedParameters
        Both have ``.notes``: a sentence for each thing that was assumed, left
        out or converted.

    Raises
    ------
    FileFormatError
        If the file cannot be used, for whatever reason.
    """
    result = None
    for opening in opening_steps(path):
        if progress is not None:
            progress(opening.done, opening.total)
        result = opening.result
    assert result is not None
    return result


def opening_steps(path: AnyPath) -> Iterator[Opening]:
    """Open a file step by step, as :func:`open_file` does; stop early to cancel.

    Yields
    ------
    Opening
        How far it is; the last one has the result.

    Raises
    ------
    FileFormatError
    """
    file = Path(os.fsdecode(path))
    steps, done = _open(file), 0
    while True:
        try:
            done = max(done, round(next(steps) * _TOTAL))
        except StopIteration as stop:
            yield Opening(_TOTAL, result=stop.value)
            return
        except Refused as refusal:
            raise FileFormatError(file, str(refusal)) from refusal
        except (OSError, ValueError) as error:
            raise FileFormatError(file, explain(error)) from error
        except MemoryError:
            raise FileFormatError(file, "it needs more memory than there is.") from None
        yield Opening(done)


def _open(path: Path) -> Steps[Digits | OpenedParameters]:
    found: list[recognise.Format] = []

    def limit_of(head: bytes) -> int:
        found.append(recognise.format_of(head))
        return found[0].limit

    content = yield from within(load(path, limit_of), 0, 0.7)
    tree = yield from within(found[0].read(content), 0.7, 0.9)
    return parameters_from(tree)
