"""The lines of a table as numbers, a piece at a time."""

import re
from dataclasses import dataclass

import numpy as np

from mnist_desktop.model.errors import Refused, one_line
from mnist_desktop.model.formats.arrays import AnyArray
from mnist_desktop.model.formats.source import KIB, MIB
from mnist_desktop.model.formats.steps import Steps
from mnist_desktop.model.message import Message, message

_PIECE = 32 * KIB  # read at a time, for 1 ms, in which nothing else of Python runs
_MAX_BYTES = 1024 * MIB
_NOT_WHOLE = re.compile(rb"[^\d,;\t\r\n \"]")


@dataclass(frozen=True)
class Layout:
    """Where everything is in a table.

    Attributes
    ----------
    separator : str or None
        What stands between two cells; None for any number of spaces.
    start : int
        Where the lines of numbers begin.
    width : int
        How many columns are read.
    columns : tuple of int, optional
        Which are read, in this order; all of them if it is None.
    labelled : bool
        Whether the first of them is the label.
    left_out : tuple of str
        The names of columns that are not read.
    comma : bool
        Whether numbers have a decimal comma.
    """

    separator: str | None
    start: int
    width: int
    columns: tuple[int, ...] | None = None
    labelled: bool = False
    left_out: tuple[str, ...] = ()
    comma: bool = False


def numbers(data: bytearray, layout: Layout, dtype: np.dtype[np.generic]) -> Steps[AnyArray | None]:
    """Read all lines of a table.

    Parameters
    ----------
    data : bytearray
        The whole file.
    layout : Layout
        Where everything is in it.
    dtype : dtype
        Of the array; uint8 is tried first, since most tables are of pixels.

    Returns
    -------
    ndarray of shape (N, layout.width), or None
        None if the table holds other numbers than bytes, and bytes are wanted.

    Raises
    ------
    Refused
        If a line has other things than numbers, or not as many as the first.
    """
    content, at = bytearray(), layout.start
    while at < len(data):
        end = len(data) if at + _PIECE >= len(data) else data.rfind(b"\n", at, at + _PIECE) + 1
        if end <= at:
            raise Refused(
                message("one of its lines has more than {most:,} characters.", most=_PIECE)
            )
        piece = bytes(data[at:end])
        if dtype == np.uint8 and (layout.comma or _NOT_WHOLE.search(piece)):
            return None
        if piece.strip():
            rows = len(content) // (layout.width * dtype.itemsize)
            table = _parsed(piece, layout, dtype, rows)
            if table is None:
                return None
            content += table.tobytes()
        if len(content) > _MAX_BYTES:
            raise Refused(message("it holds more numbers than are read. Save it as .npz."))
        at = end
        yield at / len(data)
    if not content:
        raise Refused(
            message("it has no line of numbers; expected a label and 784 pixels in each line.")
        )
    return np.frombuffer(content, dtype).reshape(-1, layout.width)


def _parsed(
    piece: bytes, layout: Layout, dtype: np.dtype[np.generic], rows: int
) -> AnyArray | None:
    """Return the columns of each line; `rows` lines of numbers stand before.

    None stands for weights that happen to begin with numbers that are bytes.
    """
    text = piece.decode("ascii", "replace")
    try:
        table = np.loadtxt(
            (text.replace(",", ".") if layout.comma else text).splitlines(),
            dtype,
            delimiter=layout.separator,
            comments=None,
            quotechar='"',
            usecols=layout.columns,
            ndmin=2,
        )
    except (ValueError, OverflowError) as error:
        if dtype == np.uint8 and layout.width < _COLUMNS_OF_DIGITS:
            return None
        raise Refused(_explained(str(error), rows)) from error
    if table.shape[1] != layout.width:
        raise Refused(
            message(
                "its lines have {found} columns after {rows:,}; expected {width:,}.",
                found=table.shape[1],
                rows=rows,
                width=layout.width,
            )
        )
    return table


_COLUMNS_OF_DIGITS = 785


def _explained(error: str, rows: int) -> Message:
    """Return in plain words what NumPy says of a line; it counts some from 0, some from 1."""
    cell = re.search(r"string '(.*)' to \w+ at row (\d+), column (\d+)", error, re.DOTALL)
    if cell is not None:
        return message(
            "its line of numbers {line:,} has {found} in column {column}; expected numbers such "
            "as 0 to 255.",
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
