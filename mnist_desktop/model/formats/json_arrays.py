"""JSON as network2 of Michael Nielsen's book saves it: sizes, weights, biases, cost.

Read a row at a time, so that a large file neither blocks nor takes many times
its size; lists of other lists than rows go four deep at most.
"""

import json
import re

import numpy as np

from mnist_desktop.model.errors import Refused
from mnist_desktop.model.formats.arrays import AnyArray
from mnist_desktop.model.formats.source import MIB
from mnist_desktop.model.formats.steps import Steps
from mnist_desktop.model.message import message

_MAX_DEPTH = 4
_MAX_ROW = MIB
_MAX_ITEMS = 100_000
_MAX_NUMBERS = 32 * MIB  # 256 MB of float64; packed text of digits can stand for far more
_SCALAR = re.compile(rb"\"(?:[^\"\\]|\\.){0,1000}\"|[-+\w.]{1,40}")
_SPACE = re.compile(rb"[ \t\r\n]*")
_DAMAGED = message("its JSON is damaged or was cut. Fetch it again, or save it again.")


def small_json(text: bytes) -> object:
    """Return what a small piece of JSON holds.

    Raises
    ------
    Refused
        If it is damaged, or nested too deeply.
    """
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise Refused(_DAMAGED) from None


def read(data: bytearray) -> Steps[object]:
    """Read a JSON file of arrays.

    Returns
    -------
    dict or list
        With an array for each list of numbers, stacked where they lie in one list.

    Raises
    ------
    Refused
    """
    reader = _Reader(data)
    value = yield from reader.value(0)
    if reader.next():
        raise Refused(message("it goes on after its end; it may be damaged."))
    return value


class _Reader:
    def __init__(self, data: bytearray) -> None:
        self._data = data
        self._at = 3 if data[:3] == b"\xef\xbb\xbf" else 0
        self._items = self._numbers = 0

    def next(self) -> bytes:
        """Return the next sign that is no space; it is not taken."""
        space = _SPACE.match(self._data, self._at)
        self._at = space.end() if space else self._at
        return bytes(self._data[self._at : self._at + 1])

    def _take(self, signs: bytes) -> bytes:
        sign = self.next()
        if not sign or sign not in signs:
            raise Refused(_DAMAGED)
        self._at += 1
        return sign

    def value(self, depth: int) -> Steps[object]:
        self._items += 1
        if depth > _MAX_DEPTH or self._items > _MAX_ITEMS:
            raise Refused(
                message("it is nested too deeply, or holds too much; expected weights and biases.")
            )
        sign = self.next()
        if sign == b"{":
            return (yield from self._dict(depth))
        if sign == b"[":
            return (yield from self._list(depth))
        return self._scalar()

    def _dict(self, depth: int) -> Steps[dict[str, object]]:
        found: dict[str, object] = {}
        sign = self._take(b"{")
        if self.next() == b"}":
            sign = self._take(b"}")
        while sign != b"}":
            name = self._scalar()
            self._take(b":")
            found[str(name)] = yield from self.value(depth + 1)
            sign = self._take(b",}")
        return found

    def _list(self, depth: int) -> Steps[object]:
        start = self._at
        self._take(b"[")
        if self.next() not in b"[{":
            self._at = start
            return self._row()
        items: list[object] = []
        sign = b","
        while sign == b",":
            items.append((yield from self.value(depth + 1)))
            sign = self._take(b",]")
            yield self._at / len(self._data)
        return _stacked(items)

    def _row(self) -> AnyArray | list[object]:
        """Return a list of numbers as an array, another as it is."""
        end = self._data.find(b"]", self._at, self._at + _MAX_ROW) + 1
        if not end and len(self._data) - self._at > _MAX_ROW:
            raise Refused(
                message("one of its lists has no end within {most:,} characters.", most=_MAX_ROW)
            )
        if not end:
            raise Refused(_DAMAGED)
        row = small_json(bytes(self._data[self._at : end]))
        assert isinstance(row, list)  # it begins with a bracket
        self._at = end
        self._numbers += len(row)
        if self._numbers > _MAX_NUMBERS:
            raise Refused(
                message(
                    "it lists more than {most:,} numbers, the limit for such a file.",
                    most=_MAX_NUMBERS,
                )
            )
        if not all(type(item) in (int, float) for item in row):
            return row
        try:
            return np.array(row, np.float64)
        except OverflowError:
            raise Refused(message("it holds a number that is too large.")) from None

    def _scalar(self) -> object:
        self.next()
        match = _SCALAR.match(self._data, self._at)
        if match is None and re.compile(rb'"\s*\[').match(self._data, self._at):
            raise Refused(
                message(
                    "its arrays stand in it as text, in quotation marks. Save them as lists of "
                    "numbers, as in {example}.",
                    example="[[0.1, 0.2], [0.3, 0.4]]",
                )
            )
        if match is None:
            raise Refused(_DAMAGED)
        self._at = match.end()
        return small_json(match[0])


def _stacked(items: list[object]) -> object:
    """Return rows of one length as an array, and other items as they are."""
    rows = [item for item in items if isinstance(item, np.ndarray) and item.ndim == 1]
    if len(rows) < len(items):
        return items
    if len({len(row) for row in rows}) == 1:
        return np.stack(rows)
    return items
