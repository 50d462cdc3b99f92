"""The bytes of a file: read in pieces, unpacked from gzip, never more than is told.

Only regular files are opened: a pipe or a device could wait for ever, or do
something. Nothing is mapped into memory, since another program that shortens a
mapped file ends this one.
"""

import errno
import os
import stat
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from mnist_desktop.model.errors import Refused
from mnist_desktop.model.formats.steps import Steps
from mnist_desktop.model.message import Message, message

KIB, MIB, GIB = 1 << 10, 1 << 20, 1 << 30

#: The largest file that is opened.
MAX_FILE = GIB
#: The first bytes, from which the format is told before the rest is unpacked.
HEAD = 4 * KIB

_PIECE = MIB
_GZIP = b"\x1f\x8b"
_GZIP_WITHIN_GZIP = 2
_MAX_GZIP_MEMBERS = 20_000

_MOVED = message("there is no such file; it may have been moved or renamed.")
_DENIED = message("it may not be read by you; ask its owner, or copy it to a place of your own.")
_FOLDER = message("it is a folder; open one of the files in it.")
_DEVICE = message("it is a device, not a file.")
_WORDS = {
    errno.ENOENT: _MOVED,
    errno.ENOTDIR: _MOVED,
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.ELOOP: message("it is a link that leads back to itself."),
    errno.ENAMETOOLONG: message("its name is too long."),
    errno.EISDIR: _FOLDER,
}
_KINDS = (
    (stat.S_ISDIR, _FOLDER),
    (
        stat.S_ISFIFO,
        message("it is a pipe, not a file; copy what comes out of it to a file and open that."),
    ),
    (stat.S_ISSOCK, message("it is a socket, not a file.")),
    (stat.S_ISCHR, _DEVICE),
    (stat.S_ISBLK, _DEVICE),
)


class _Stream(Protocol):
    """Bytes that come in pieces; a piece may be empty before the end."""

    done: bool

    def read(self) -> bytes: ...


class _File:
    """A regular file, read in pieces.

    Attributes
    ----------
    done : bool
        Whether the end is reached.
    share : float
        How much is read, from 0 to 1.
    """

    def __init__(self, path: Path) -> None:
        flags = os.O_RDONLY | getattr(os, "O_BINARY", 0)
        flags |= getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
        try:
            _check_kind(path.stat())  # first, since opening a device can act on it
            self._file = os.fdopen(os.open(path, flags), "rb", buffering=0)
        except ValueError:  # a zero byte in the name
            raise Refused(message("there can be no file of this name.")) from None
        self._before = os.fstat(self._file.fileno())
        self._read = 0
        self.done = False

    def __enter__(self) -> "_File":
        # Asked again of what was opened: the name may have changed hands since.
        try:
            _check_kind(self._before)
        except Refused:
            self._file.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    @property
    def share(self) -> float:
        return self._read / max(self._before.st_size, 1)

    def read(self) -> bytes:
        piece = self._file.read(_PIECE) or b""
        self._read += len(piece)
        self.done = not piece
        return piece

    def check_unchanged(self) -> None:
        """Refuse the file if it was written to while it was read."""
        now = os.fstat(self._file.fileno())
        same = (now.st_size, now.st_mtime_ns) == (self._before.st_size, self._before.st_mtime_ns)
        if not same or (self.done and self._read != self._before.st_size):
            raise Refused(
                message("it was changed by another program while it was read; open it again.")
            )


class _Gunzip:
    """What a gzip stream holds; members that follow each other are joined."""

    def __init__(self, packed: _Stream, head: bytes) -> None:
        self._packed = packed
        self._waiting = head
        self._members = 1
        self._inflate = zlib.decompressobj(wbits=31)
        self.done = False

    def read(self) -> bytes:
        if not self._waiting and not self._packed.done:
            self._waiting = self._packed.read()
        if self._inflate.eof:
            self._next_member()
            return b""
        try:
            piece = self._inflate.decompress(self._waiting, _PIECE)
        except zlib.error as error:
            raise Refused(
                message("its gzip packing is damaged ({error}). Fetch it again.", error=error)
            ) from error
        self._waiting = self._inflate.unconsumed_tail or self._inflate.unused_data
        stuck = not (piece or self._waiting or self._inflate.eof)
        if stuck and self._packed.done:
            raise Refused(
                message("it ends too early; it was cut while it was copied. Fetch it again.")
            )
        return piece

    def _next_member(self) -> None:
        self._waiting = self._waiting.lstrip(b"\0")
        self.done = self._packed.done and not self._waiting
        if self._waiting:
            self._members += 1
            if self._members > _MAX_GZIP_MEMBERS:
                raise Refused(
                    message("it is packed in too many pieces. Unpack it first, then open it.")
                )
            self._inflate = zlib.decompressobj(wbits=31)


def load(path: Path, limit_of: Callable[[bytes], int]) -> Steps[bytearray]:
    """Read a file whole and unpack it.

    Parameters
    ----------
    path : Path
        A file, as it is or packed with gzip, twice at most.
    limit_of : callable
        Takes the first bytes of what is in it and returns how many there may be;
        may refuse them, and the rest is not unpacked.

    Returns
    -------
    bytearray
        What is in the file.

    Raises
    ------
    Refused, OSError
        `explain` has the words for the latter.
    """
    with _File(path) as file:
        stream: _Stream = file
        content = yield from _fill(file, stream, bytearray(), HEAD)
        for _ in range(_GZIP_WITHIN_GZIP):
            if content[:2] == _GZIP:
                stream = _Gunzip(stream, bytes(content))
                content = yield from _fill(file, stream, bytearray(), HEAD)
        if content[:2] == _GZIP:
            raise Refused(
                message("it is packed with gzip more than twice. Unpack it first, then open it.")
            )
        limit = limit_of(bytes(content[:HEAD]))
        content = yield from _fill(file, stream, content, limit + 1)
        if len(content) > limit:
            raise Refused(
                message(
                    "it unpacks to more than {limit}, the limit for such a file.", limit=size(limit)
                )
            )
        file.check_unchanged()
        return content


def _fill(file: _File, stream: _Stream, content: bytearray, wanted: int) -> Steps[bytearray]:
    while len(content) < wanted and not stream.done:
        content += stream.read()
        yield file.share
    return content


def _check_kind(status: os.stat_result) -> None:
    for is_kind, words in _KINDS:
        if is_kind(status.st_mode):
            raise Refused(words)
    if status.st_size > MAX_FILE:
        raise Refused(
            message(
                "it has {size}; at most {most} are opened.",
                size=size(status.st_size),
                most=size(MAX_FILE),
            )
        )


def explain(error: OSError) -> Message:
    """Return the words for what the system says of a file.

    Parameters
    ----------
    error : OSError
    """
    reason = error.strerror or type(error).__name__
    known = _WORDS.get(error.errno or 0)
    return known or message("it cannot be read ({reason}).", reason=reason)


def size(count: int) -> str:
    """Return a number of bytes in words.

    Parameters
    ----------
    count : int
    """
    for unit, name in ((GIB, "GiB"), (MIB, "MB"), (KIB, "KB")):
        if count >= unit:
            return f"{count / unit:.3g} {name}"
    return f"{count} bytes"
