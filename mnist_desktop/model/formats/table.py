"""Tables as text: CSV as on Kaggle, weights as np.savetxt writes them, ARFF as on OpenML."""

import re
from collections import Counter
from dataclasses import replace

import numpy as np

from mnist_desktop.model.errors import Refused, one_line
from mnist_desktop.model.formats.arrays import Noted
from mnist_desktop.model.formats.source import KIB
from mnist_desktop.model.formats.steps import Steps
from mnist_desktop.model.formats.table_numbers import Layout, numbers
from mnist_desktop.model.message import message

_PIXELS = 784
_COLUMNS = 1 + _PIXELS
_MAX_LINE = 64 * KIB
_MAX_ATTRIBUTES = 256 * KIB
_NUMBER = r"[-+]?(?:\d+[.,]?\d*|[.,]\d+)(?:[eE][-+]?\d+)?"
_ONE = re.compile(rf'\s*"?(?:{_NUMBER}|nan|[-+]?inf)"?\s*', re.IGNORECASE)
_ALONE = re.compile(rf'\s*"?{_NUMBER}"?(?:[,;\s]+"?{_NUMBER}"?)*[,;\s]*')
_LABELS = {"label", "labels", "class", "y", "target", "digit"}
_ARFF = re.compile(rb"(?:\s*%[^\n]*\n|\s+)*@relation\b", re.IGNORECASE)
_BOM = b"\xef\xbb\xbf"


def begins(head: bytes) -> bool:
    """Whether a file that begins so may be a table.

    Parameters
    ----------
    head : bytes
        Text with many separators in its first line, or with nothing but numbers, or ARFF.
    """
    if b"\0" in head:
        return False
    line = head.removeprefix(_BOM).lstrip(b"\r\n").partition(b"\n")[0]
    many = max(line.count(mark) for mark in (b",", b";", b"\t")) >= 16
    return many or _only_numbers(line) or _ARFF.match(head) is not None


def _only_numbers(line: bytes) -> bool:
    text = line.decode("latin-1")
    # The first line may be longer than the bytes that are looked at: its last number is cut.
    return _ALONE.fullmatch(re.sub(r"[^,;\s]*$", "", text) or text) is not None


def read(data: bytearray) -> Steps[object]:
    """Read a table of numbers.

    Parameters
    ----------
    data : bytearray
        The whole file.

    Returns
    -------
    dict of str to ndarray, or ndarray of shape (N, M)
        "images", of shape (N, 784), and "labels", (N,), both uint8 or float32, where a header
        says which column has the labels; and the names of other columns, which are not read,
        with None. Else all columns: uint8, float32 where there are 785, or float64.

    Raises
    ------
    Refused
        If its lines do not have as many numbers each.
    """
    layout = _layout(data)
    table = yield from numbers(data, layout, np.dtype(np.uint8))
    if table is None:
        wide = np.float32 if layout.width == _COLUMNS else np.float64
        table = yield from numbers(data, layout, np.dtype(wide))
    assert table is not None
    found: object = table
    if layout.labelled:
        columns = {"images": table[:, 1:], "labels": table[:, 0]}
        found = {**dict.fromkeys(layout.left_out), **columns}
    if not layout.comma:
        return found
    return Noted(found, [message("Its numbers have decimal commas; they are read as points.")])


def _layout(data: bytearray) -> Layout:
    """Return where everything is in a table, told by its header or its first line."""
    if _ARFF.match(data[:_MAX_LINE]):
        return _arff_layout(data)
    start = len(_BOM) if data.startswith(_BOM) else 0
    while bytes(data[start : start + 1]) in (b"\r", b"\n"):
        start += 1
    line, end = _line(data, start)
    separator = max(",;\t", key=line.count)
    blank: str | None = separator if separator in line else None
    if separator == "," and ";" in line:  # decimal commas are more than semicolons
        blank = ";"
    cells = [cell.strip(' "') for cell in line.split(blank)]
    header = not all(_ONE.fullmatch(cell) for cell in cells)
    if not header:
        layout = Layout(blank, start, len(cells))
    else:
        layout = _named_layout(cells, Layout(blank, end + 1, len(cells)))
    first, _ = _line(data, layout.start)
    return replace(layout, comma=blank != "," and "," in first)


def _line(data: bytearray, start: int) -> tuple[str, int]:
    """Return a line and the place of its end."""
    end = data.find(b"\n", start, start + _MAX_LINE)
    if end < 0 and len(data) - start > _MAX_LINE:
        raise Refused(
            message(
                "its first line has more than {most:,} characters; expected 785 columns.",
                most=_MAX_LINE,
            )
        )
    end = len(data) if end < 0 else end
    return data[start:end].decode("utf-8", "replace").rstrip("\r"), end


def _arff_layout(data: bytearray) -> Layout:
    head = bytes(data[:_MAX_ATTRIBUTES])
    begin = re.search(rb"^\s*@data[^\n]*\n", head, re.IGNORECASE | re.MULTILINE)
    if begin is None:
        raise Refused(message("it is an ARFF file without @DATA; it was cut, or has no numbers."))
    attributes = re.findall(
        r"^\s*@attribute\s+('[^']*'|\"[^\"]*\"|\S+)",
        head[: begin.start()].decode("utf-8", "replace"),
        re.IGNORECASE | re.MULTILINE,
    )
    if data[begin.end() : begin.end() + 1] == b"{":
        raise Refused(message("it is a sparse ARFF file. Save the table as CSV, and open that."))
    names = [name.strip("'\"") for name in attributes]
    return _named_layout(names, Layout(",", begin.end(), len(names)))


def _named_layout(names: list[str], layout: Layout) -> Layout:
    """Return the layout of a table with a header: which columns are read, the label first."""
    if not names[0] and names[1:] == list(map(str, range(len(names) - 1))):  # as pandas writes it
        return replace(layout, columns=tuple(range(1, len(names))), width=len(names) - 1)
    named = [i for i, name in enumerate(names) if name.lower() in _LABELS]
    if len(names) == _PIXELS and not named:
        return layout
    if len(names) < _COLUMNS or (len(names) > _COLUMNS and not named):
        raise Refused(
            message(
                "its lines have {count:,} columns; expected the label and 784 pixels.",
                count=len(names),
            )
        )
    if not named:
        return layout
    columns = (named[0], *_pixels(names, named[0]))
    left_out = tuple(
        names[i] or f"column {i + 1}" for i in sorted({*range(len(names))} - {*columns})
    )
    return replace(layout, columns=columns, width=_COLUMNS, labelled=True, left_out=left_out)


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
