"""Arrays from bytes: element types from a short table, sizes checked before NumPy sees them."""

import math
import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.errors import Refused, shown
from mnist_desktop.model.formats.steps import Steps

AnyArray = NDArray[np.generic]

_TYPES = {"b1", "f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8"}
_OTHERS = {
    "c": "complex numbers",
    "O": "Python objects",
    "S": "text",
    "U": "text",
    "V": "records",
    "m": "spans of time",
    "M": "dates",
}
_MAX_DIMENSIONS = 8
_MAX_LISTED = 4_000_000
_MAX_WRAPPED = 3
_MAX_ITEMS = 64


def element_type(code: str) -> np.dtype[np.generic]:
    """Return the dtype of a code such as ``<f4``; refuse what is not in the table.

    Raises
    ------
    Refused
        For everything but bytes, integers and floats of usual widths.
    """
    match = re.fullmatch(r"([<>|=]?)([a-zA-Z]\d{1,2})", code)
    if match is None or match[2] not in _TYPES:
        kind = _OTHERS.get(code.lstrip("<>|=")[:1], f"elements of the type {shown(code)!r}")
        raise Refused(f"it holds {kind}; expected real numbers, such as float64 or uint8.")
    # A truth value that is neither 0 nor 1 would upset NumPy: read them as bytes.
    return np.dtype(match[1].replace("|", "=") + match[2].replace("b1", "u1"))


def array(
    dtype: np.dtype[np.generic],
    shape: Sequence[int],
    data: bytes | bytearray | memoryview,
    *,
    fortran: bool = False,
) -> AnyArray:
    """Return an array over bytes, which are not copied.

    Raises
    ------
    Refused
        If the bytes are not as many as the shape says.
    """
    if len(shape) > _MAX_DIMENSIONS:
        raise Refused(f"it holds an array of {len(shape)} dimensions; expected one or two.")
    if math.prod(shape) * dtype.itemsize != len(data):
        raise Refused(
            f"an array of {dimensions(shape)} should have {math.prod(shape) * dtype.itemsize:,} "
            f"bytes, but {len(data):,} are there. It may have been cut; fetch or save it again."
        )
    if not len(data):
        return np.empty(0, dtype)
    return np.frombuffer(data, dtype).reshape(shape, order="F" if fortran else "C")


def dimensions(shape: Sequence[int]) -> str:
    """Return a shape as words: ``(30, 784)``, or "no dimensions"."""
    inner = ", ".join(shown(length, 20) for length in shape[:_MAX_DIMENSIONS])
    return f"({inner}{',' if len(shape) == 1 else ''})"


def from_lists(value: object) -> AnyArray | None:
    """Return an array of a number, an array, a list of numbers, or a list of such lists.

    None stands for everything else. The depth and the size are looked at first:
    a list from a file may hold itself, or one list a million times.
    """
    if isinstance(value, np.ndarray):
        return value
    if _is_number(value):
        return np.array(value, np.float64)
    rows = value if isinstance(value, list | tuple) else []
    if not rows or len(rows) > _MAX_LISTED:
        return None
    if all(_is_number(number) for number in rows):
        return np.array(rows, np.float64)
    return _from_rows(rows)


def arranged(tree: object) -> Steps[object]:
    """Return what a file holds with arrays in the place of lists of numbers, made one a step."""
    return (yield from _arranged(tree, _MAX_WRAPPED, {}))


def _arranged(tree: object, depth: int, done: dict[int, object]) -> Steps[object]:
    # A list that stands in many places is looked at once.
    if id(tree) in done or not depth or not isinstance(tree, list | tuple | dict):
        return done.get(id(tree), tree)
    array = from_lists(tree)
    yield 1.0
    done[id(tree)] = tree if array is None else array
    if array is not None:
        return array
    names = list(tree) if isinstance(tree, dict) else range(min(len(tree), _MAX_ITEMS))
    found: dict[object, object] = {}
    for name in names:
        found[name] = yield from _arranged(tree[name], depth - 1, done)
    done[id(tree)] = found if isinstance(tree, dict) else list(found.values())
    return done[id(tree)]


def unwrapped(tree: object) -> object:
    """Return what a list or dict holds that holds nothing but one other list or dict."""
    for _ in range(_MAX_WRAPPED):
        if isinstance(tree, list | tuple | Mapping) and len(tree) == 1:
            inner = next(iter(tree.values() if isinstance(tree, Mapping) else tree))
            if isinstance(inner, list | tuple | Mapping) and from_lists(inner) is None:
                tree = inner
    return tree


def _from_rows(rows: Sequence[object]) -> AnyArray | None:
    first: Any = rows[0]
    flat = isinstance(first, list | tuple) or (isinstance(first, np.ndarray) and first.ndim == 1)
    columns = len(first) if flat else 0
    if not 0 < columns * len(rows) <= _MAX_LISTED:
        return None
    return np.array(rows, np.float64) if all(_is_row(row, columns) for row in rows) else None


def _is_row(row: object, columns: int) -> bool:
    if isinstance(row, np.ndarray):
        return bool(row.shape == (columns,))
    return isinstance(row, list | tuple) and len(row) == columns and all(map(_is_number, row))


def _is_number(value: object) -> bool:
    # Larger integers would not fit into a float64.
    return isinstance(value, float) or (isinstance(value, int) and abs(value) < 2**63)
