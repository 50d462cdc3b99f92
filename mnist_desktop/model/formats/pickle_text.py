"""The texts of a pickle that stand for the bytes of an array."""

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass

from mnist_desktop.model.formats.source import KIB
from mnist_desktop.model.formats.steps import Steps

Bytes = bytes | bytearray

#: Longer texts and bytes stay where they are until they are needed.
SHORT = 64 * KIB
_PIECE = 64 * KIB  # decoded at a time, in which nothing else of Python runs

#: What Python 2 writes with a backslash in a string; nothing else is decoded.
_ESCAPED = re.compile(rb"(?:[^\\]++|\\(?:[\\'\"nrt]|x[0-9a-fA-F]{2}))*+", re.DOTALL)
#: What is left of such a sign, after its backslash, where a piece ends within it.
_CUT = re.compile(rb"(?:x[0-9a-fA-F]?|u[0-9a-fA-F]{0,3})$")


@dataclass(frozen=True)
class Text:
    """A long text that is decoded when it is needed."""

    encoding: str
    data: memoryview


def decode(text: Text) -> Steps[Bytes]:
    """Return the bytes that a text stands for, decoded a piece at a time.

    Raises
    ------
    ValueError
        If it stands for no bytes.
    """
    content, at = bytearray(), 0
    while at < len(text.data):
        piece = _whole(bytes(text.data[at : at + _PIECE]), text.encoding)
        content += _DECODE[text.encoding](piece)
        at += len(piece)
        yield at / len(text.data)
    return bytes(content) if len(content) <= SHORT else content


def _whole(piece: bytes, encoding: str) -> bytes:
    """Leave out the beginning of a character at the end of a piece."""
    if encoding == "utf-8":
        return piece[:-1] if piece[-1] >= 0xC0 and len(piece) > 1 else piece
    cut = _CUT.search(piece[-5:])
    before = piece[: len(piece) - len(cut[0])] if cut else piece
    backslashes = len(before) - len(before.rstrip(b"\\"))
    return before[:-1] if backslashes % 2 and len(piece) > 8 else piece


def _unescape(piece: bytes) -> bytes:
    if _ESCAPED.fullmatch(piece) is None:
        raise ValueError
    return codecs.escape_decode(piece)[0]


_DECODE: dict[str, Callable[[bytes], bytes]] = {
    "utf-8": lambda piece: piece.decode("utf-8").encode("latin-1"),
    "raw-unicode-escape": lambda piece: piece.decode("raw-unicode-escape").encode("latin-1"),
    "escape": _unescape,
}
