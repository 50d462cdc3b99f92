"""Writing files whole or not at all."""

import errno
import itertools
import os
import platform
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

# The machine is named, since a folder may be shared with others, which have processes of their own.
_HOST = re.sub(r"\W", "", platform.node())[:32]
_NUMBERS = itertools.count()  # a file each, also where one thread writes two at once
_PART = re.compile(rf"\.mnist-desktop-(?:{_HOST}-)?(\d{{1,9}})-\d+\.part")


@contextmanager
def replacing(path: Path | str) -> Iterator[BinaryIO]:
    """Open a file to write that takes the place of `path` once it is whole.

    It is written beside `path` under another name, so that a failed or cancelled
    write leaves what was there, and nothing else. What a write left behind that
    was killed is removed.

    Parameters
    ----------
    path : Path or str
        The file to write. Where it is a link, the file it points to is replaced.
        Who may read and write it stays as it is.

    Yields
    ------
    BinaryIO
        The file, to write bytes to.

    Raises
    ------
    OSError
        If the file cannot be written, or may only be read; its strerror says why.
    """
    target = Path(os.path.realpath(path))
    mode = _mode_to_keep(target, path)
    _remove_what_is_left(target.parent)
    part = target.with_name(f".mnist-desktop-{_HOST}-{os.getpid()}-{next(_NUMBERS)}.part")
    try:
        with part.open("wb") as file:
            if mode is not None:
                part.chmod(mode)  # before there is anything in it to read
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:  # name the file that was asked for, not the one beside it
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error
    finally:
        with suppress(OSError):  # it is gone, or never was: what went wrong before is to be told
            part.unlink()


def _mode_to_keep(target: Path, path: Path | str) -> int | None:
    """Return who may do what with a file that is there; None stands for a new file."""
    if target.is_symlink():  # followed as far as it goes: it leads back to itself
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    if not target.exists():
        return None
    if not target.is_file():  # a folder, /dev/null: not ours to replace
        raise OSError(errno.EINVAL, "this is not a file that can be replaced", str(path))
    mode = stat.S_IMODE(target.stat().st_mode)
    # To replace a file takes leave to write to its folder only: ask for the file's as well.
    if not mode & 0o222 or not os.access(target, os.W_OK):
        raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    return mode


def _remove_what_is_left(folder: Path) -> None:
    """Remove what writes of processes left behind that are no more."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            match = _PART.fullmatch(entry.name)
            if match is not None and not _runs(int(match[1])):
                with suppress(OSError):
                    Path(entry.path).unlink()


def _runs(process: int) -> bool:
    if os.name == "nt":  # there nobody can remove a file that is being written
        return process == os.getpid()
    try:
        os.kill(process, 0)  # sends nothing
    except ProcessLookupError:
        return False
    except OSError:  # another user's
        return True
    return True
