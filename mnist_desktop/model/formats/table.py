"""CSV as on Kaggle: an image a line, its label first, then its 784 pixels."""

import re
from collections import Counter
from dataclasses import dataclass

import numpy as np

from mnist_desktop.model.errors import Refused, one_line
from mnist_desktop.model.formats.arrays import AnyArray
from mnist_desktop.model.formats.source import KIB
from mnist_desktop.model.formats.steps import Steps
from mnist_desktop.model.message import Message, message

_PIXELS = 784
_COLUMNS = 1 + _PIXELS
_USUAL = tuple(range(_COLUMNS))
_MAX_LINE = 64 * KIB
_PIECE = 32 * KIB  # read at a time, for 1 ms, in which nothing else of Python runs
_NUMBER = re.compile(r"\s*\"?[-+]?[\d.]+(?:[eE][-+]?\d+)?\"?\s*")
_LABELS = {"label", "labels", "class", "y", "target", "digit"}
_NOT_WHOLE = re.compile(rb"[^\d,;\t\r\n \"]")


@dataclass(frozen=True)
class _Layout:
    """Where everything is: the columns of the label and the pixels, and what is left out."""

    separator: str
    start: int
    columns: tuple[int, ...]
    left_out: tuple[str, ...] = ()


def begins(head: bytes) -> bool:
    """Whether a file that begins so may be a table: text with many separators in its first line."""
    line = head.partition(b"\n")[0]
    return b"\0" not in head and max(line.count(mark) for mark in (b",", b";", b"\t")) >= 16


def read(data: bytearray) -> Steps[dict[str, AnyArray | None]]:
    """Read a table of labels and pixels.

    Returns
    -------
    dict of str to ndarray
        "images", of shape (N, 784), and "labels", (N,), both uint8 or float32; and
        the names of other columns, which are not read, with None.

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
    return {**dict.fromkeys(layout.left_out), "images": table[:, 1:], "labels": table[:, 0]}


def _layout(data: bytearray) -> _Layout:
    end = data.find(b"\n", 0, _MAX_LINE)
    if end < 0 and len(data) > _MAX_LINE:
        raise Refused(
            message(
                "its first line has more than {most:,} characters; expected 785 columns.",
                most=_MAX_LINE,
            )
        )
    end = len(data) if end < 0 else end
    line = data[:end].decode("utf-8-sig", "replace").rstrip("\r")
    separator = max(",;\t", key=line.count)
    cells = [cell.strip(' "') for cell in line.split(separator)]
    header = not all(_NUMBER.fullmatch(cell) for cell in cells)
    named = [i for i, cell in enumerate(cells) if header and cell.lower() in _LABELS]
    if len(cells) == _PIXELS and not named:
        raise Refused(
            message(
                "it has 784 columns, so no labels (as Kaggle's test.csv). Expected 785: the "
                "label, then the pixels. Try train.csv."
            )
        )
    if len(cells) < _PIXELS + 1 or (len(cells) > _PIXELS + 1 and not named):
        raise Refused(
            message(
                "its lines have {count:,} columns; expected the label and 784 pixels.",
                count=len(cells),
            )
        )
    label = named[0] if named else 0
    columns = (label, *_pixels(cells, label))
    left_out = tuple(
        cells[i] or f"column {i + 1}" for i in sorted({*range(len(cells))} - {*columns})
    )
    return _Layout(separator, end + 1 if header else 0, columns, left_out)


def _pixels(names: list[str], label: int) -> list[int]:
    """Return the columns of the pixels: all but the label, or those whose names are alike."""
    columns = [i for i in range(len(names)) if i != label]
    if len(columns) == _PIXELS:
        return columns
    kinds = [re.sub(r"\d+", "#", names[i]) for i in columns]
    ((usual, _),) = Counter(kinds).most_common(1)
    pixels = [i for i, kind in zip(columns, kinds, strict=True) if kind == usual]
    if len(pixels) != _PIXELS:
        raise Refused(
            message(
                "its header names {count:,} columns such as {found}; expected 784 pixels.",
                count=len(pixels),
                found=one_line(names[pixels[0]]),
            )
        )
    return pixels


def _numbers(
    data: bytearray, layout: _Layout, dtype: np.dtype[np.generic]
) -> Steps[AnyArray | None]:
    """Return the table, or None if it holds other numbers than bytes and bytes are wanted."""
    content, at = bytearray(), layout.start
    while at < len(data):
        end = len(data) if at + _PIECE >= len(data) else data.rfind(b"\n", at, at + _PIECE) + 1
        if end <= at:
            raise Refused(
                message(
                    "one of its lines has more than {piece:,} characters; expected 785 cells.",
                    piece=_PIECE,
                )
            )
        piece = bytes(data[at:end])
        if dtype == np.uint8 and _NOT_WHOLE.search(piece):
            return None
        if piece.strip():
            rows = len(content) // (_COLUMNS * dtype.itemsize)
            content += _parsed(piece, layout, dtype, rows).tobytes()
        at = end
        yield at / len(data)
    if not content:
        raise Refused(
            message("it has no line of numbers; expected a label and 784 pixels in each line.")
        )
    return np.frombuffer(content, dtype).reshape(-1, _COLUMNS)


def _parsed(piece: bytes, layout: _Layout, dtype: np.dtype[np.generic], rows: int) -> AnyArray:
    """Return the label and the pixels of each line; `rows` lines of numbers stand before."""
    try:
        table = np.loadtxt(
            piece.decode("ascii", "replace").splitlines(),
            dtype,
            delimiter=layout.separator,
            comments=None,
            quotechar='"',
            usecols=layout.columns if layout.left_out or layout.columns != _USUAL else None,
            ndmin=2,
        )
    except (ValueError, OverflowError) as error:
        raise Refused(_explained(str(error), rows)) from error
    if table.shape[1] != _COLUMNS:
        raise Refused(
            message(
                "its lines have {found} columns after {rows:,}; expected 785.",
                found=table.shape[1],
                rows=rows,
            )
        )
    return table


def _explained(error: str, rows: int) -> Message:
    """Return in plain words what NumPy says of a line; it counts some from 0, some from 1."""
    cell = re.search(r"string '(.*)' to \w+ at row (\d+), column (\d+)", error, re.DOTALL)
    if cell is not None:
        return message(
            "its line of numbers {line:,} has {found} in column {column}; expected whole numbers "
            "from 0 to 255.",
            line=rows + int(cell[2]) + 1,
            found=one_line(cell[1]) or message("nothing"),
            column=cell[3],
        )
    changed = re.search(r"changed from (\d+) to (\d+) at row (\d+)", error)
    if changed is not None:
        return message(
            "its line of numbers {line:,} has {found} columns, but the one before has {before}.",
            line=rows + int(changed[3]),
            found=changed[2],
            before=changed[1],
        )
    return message(
        "a line of numbers after {rows:,} cannot be read ({error}); expected numbers in columns.",
        rows=rows,
        error=one_line(error, 90),
    )
