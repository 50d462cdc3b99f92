"""CSV as on Kaggle: an image a line, its label first, then its 784 pixels."""

import re
from dataclasses import dataclass

import numpy as np

from mnist_desktop.model.errors import Refused, shown
from mnist_desktop.model.formats.arrays import AnyArray
from mnist_desktop.model.formats.source import KIB
from mnist_desktop.model.formats.steps import Steps

_PIXELS = 784
_MAX_LINE = 64 * KIB
_PIECE = 512 * KIB
_NUMBER = re.compile(r"\s*\"?[-+]?[\d.]+(?:[eE][-+]?\d+)?\"?\s*")
_LABELS = {"label", "labels", "class", "y", "target", "digit"}
_NOT_WHOLE = re.compile(rb"[^\d,;\t\r\n \"]")


@dataclass(frozen=True)
class _Layout:
    separator: str
    columns: int
    label: int
    start: int


def begins(head: bytes) -> bool:
    """Whether a file that begins so may be a table: text with many separators in its first line."""
    line = head.partition(b"\n")[0]
    return b"\0" not in head and max(line.count(mark) for mark in (b",", b";", b"\t")) >= 16


def read(data: bytearray) -> Steps[tuple[AnyArray, AnyArray]]:
    """Read a table of labels and pixels.

    Returns
    -------
    images : ndarray of shape (N, 784), uint8 or float32
    labels : ndarray of shape (N,), the same

    Raises
    ------
    Refused
        If a line has not 785 numbers.
    """
    layout = _layout(data)
    table = yield from _numbers(data, layout, np.dtype(np.uint8))
    if table is None:
        table = yield from _numbers(data, layout, np.dtype(np.float32))
    assert table is not None
    first = layout.columns - _PIXELS if layout.label < layout.columns - _PIXELS else 0
    return table[:, first : first + _PIXELS], table[:, layout.label]


def _layout(data: bytearray) -> _Layout:
    end = data.find(b"\n", 0, _MAX_LINE)
    if end < 0 and len(data) > _MAX_LINE:
        raise Refused(
            f"its first line has more than {_MAX_LINE:,} characters; expected 785 columns."
        )
    end = len(data) if end < 0 else end
    line = data[:end].decode("utf-8-sig", "replace").rstrip("\r")
    separator = max(",;\t", key=line.count)
    cells = [cell.strip(' "') for cell in line.split(separator)]
    header = not all(_NUMBER.fullmatch(cell) for cell in cells)
    named = [i for i, cell in enumerate(cells) if header and cell.lower() in _LABELS]
    if len(cells) == _PIXELS and not named:
        raise Refused(
            "it has 784 columns, so no labels (as Kaggle's test.csv). Expected 785: the label, "
            "then the pixels. Try train.csv."
        )
    if len(cells) < _PIXELS + 1 or (len(cells) > _PIXELS + 1 and not named):
        raise Refused(f"its lines have {len(cells):,} columns; expected the label and 784 pixels.")
    return _Layout(separator, len(cells), named[0] if named else 0, end + 1 if header else 0)


def _numbers(
    data: bytearray, layout: _Layout, dtype: np.dtype[np.generic]
) -> Steps[AnyArray | None]:
    """Return the table, or None if it holds other numbers than bytes and bytes are wanted."""
    content, at = bytearray(), layout.start
    while at < len(data):
        end = len(data) if at + _PIECE >= len(data) else data.rfind(b"\n", at, at + _PIECE) + 1
        if end <= at:
            raise Refused(
                f"one of its lines has more than {_PIECE:,} characters; expected 785 cells."
            )
        piece = bytes(data[at:end])
        if dtype == np.uint8 and _NOT_WHOLE.search(piece):
            return None
        if piece.strip():
            rows = len(content) // (layout.columns * dtype.itemsize)
            content += _parsed(piece, layout, dtype, rows).tobytes()
        at = end
        yield at / len(data)
    if not content:
        raise Refused("it has no line of numbers; expected a label and 784 pixels in each line.")
    return np.frombuffer(content, dtype).reshape(-1, layout.columns)


def _parsed(piece: bytes, layout: _Layout, dtype: np.dtype[np.generic], rows: int) -> AnyArray:
    try:
        table = np.loadtxt(
            piece.decode("ascii").splitlines(),
            dtype,
            delimiter=layout.separator,
            comments=None,
            quotechar='"',
            ndmin=2,
        )
    except (ValueError, OverflowError) as error:
        where = re.search(r"row (\d+)", str(error))
        line = rows + (int(where[1]) if where else 0) + 1
        raise Refused(
            f"its line of numbers {line:,} cannot be read ({shown(error, 90)}); expected a label "
            "and 784 pixels."
        ) from error
    if table.shape[1] != layout.columns:
        raise Refused(f"its lines have {table.shape[1]} columns after {rows:,}; expected 785.")
    return table
