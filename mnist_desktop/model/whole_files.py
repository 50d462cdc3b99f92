"""Writing files whole or not at all."""

import errno
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


@contextmanager
def replacing(path: Path | str) -> Iterator[BinaryIO]:
    """Open a file to write that takes the place of `path` once it is whole.

    It is written beside `path` under another name, so that a failed or cancelled
    write leaves what was there, and nothing else.

    Parameters
    ----------
    path : Path or str
        The file to write. Where it is a link, the file it points to is replaced.

    Yields
    ------
    BinaryIO
        The file, to write bytes to.

    Raises
    ------
    OSError
        If the file cannot be written; its strerror says why.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():  # a folder, /dev/null: not ours to replace
        raise OSError(errno.EINVAL, "this is not a file that can be replaced", str(path))
    part = target.with_name(f".mnist-desktop-{os.getpid()}-{threading.get_ident()}.part")
    try:
        with part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:  # name the file that was asked for, not the one beside it
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error
    finally:
        with suppress(OSError):  # it is gone, or never was: what went wrong before is to be told
            part.unlink()
