"""NumPy's .npy: a header of text, then the numbers; an object array holds a pickle instead.

Format: numpy.lib.format, versions 1.0 to 3.0. The header is matched, never
evaluated.
"""

import math
import re

from mnist_desktop.model.errors import Refused, one_line
from mnist_desktop.model.formats import pickle_reader
from mnist_desktop.model.formats.arrays import array, element_type
from mnist_desktop.model.formats.steps import Steps
from mnist_desktop.model.message import message

MAGIC = b"\x93NUMPY"

_MAX_HEADER = 4096
_MAX_RECORDS = 64
_MAX_DIGITS = 18
_OBJECTS = re.compile(r"\|?O\d?")


def read(data: bytearray | memoryview) -> Steps[object]:
    """Read a .npy file, or several written one after another into one file.

    Returns
    -------
    ndarray, or what an object array holds, or a list of several of them

    Raises
    ------
    Refused
    """
    view = memoryview(data)
    records: list[object] = []
    while len(view):
        if len(records) == _MAX_RECORDS:
            raise Refused(
                message("it holds more than {most} arrays; expected four.", most=_MAX_RECORDS)
            )
        record, used = yield from _record(view)
        records.append(record)
        view = view[used:]
        yield 1 - len(view) / len(data)
    return records[0] if len(records) == 1 else records


def _record(view: memoryview) -> Steps[tuple[object, int]]:
    """Return the first record and the number of its bytes."""
    code, fortran, shape, start = _header(view)
    if _OBJECTS.fullmatch(code):
        value, used = yield from pickle_reader.read(view[start:])
        return value, start + used
    dtype = element_type(code)
    end = start + math.prod(shape) * dtype.itemsize
    return array(dtype, shape, view[start:end], fortran=fortran), end


def _header(view: memoryview) -> tuple[str, bool, tuple[int, ...], int]:
    """Return the code of the dtype, whether the order is Fortran's, the shape, where it ends."""
    if view[:6] != MAGIC or len(view) < 12 or view[6] not in (1, 2, 3):
        raise Refused(
            message("it goes on with something that is no array of NumPy; it may be damaged.")
        )
    start = 10 if view[6] == 1 else 12
    length = int.from_bytes(view[8:start], "little")
    if length > _MAX_HEADER or start + length > len(view):
        raise Refused(
            message(
                "its header should have {length:,} bytes; at most {most:,} are read.",
                length=length,
                most=_MAX_HEADER,
            )
        )
    text = bytes(view[start : start + length]).decode("latin-1").strip()
    code = re.search(r"'descr'\s*:\s*'([^']*)'\s*[,}]", text)
    order = re.search(r"'fortran_order'\s*:\s*(True|False)\s*[,}]", text)
    shape = re.search(r"'shape'\s*:\s*\(([\dL,\s]*)\)\s*[,}]", text)
    lengths = None if shape is None else _lengths(shape[1])
    if code is None or order is None or lengths is None:
        raise Refused(
            message(
                "its header is not that of plain numbers ({text}). Save it again.",
                text=one_line(text, 100),
            )
        )
    return code[1], order[1] == "True", lengths, start + length


def _lengths(text: str) -> tuple[int, ...] | None:
    """Return the numbers of a tuple such as ``3, 784`` or ``3L,``; Python 2 writes an L."""
    items = [item.strip().removesuffix("L") for item in text.split(",")]
    if not items[-1]:
        items.pop()
    fit = all(item.isdigit() and len(item) <= _MAX_DIGITS for item in items)
    return tuple(map(int, items)) if fit else None
