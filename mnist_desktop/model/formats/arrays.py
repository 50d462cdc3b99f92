"""Arrays from bytes: element types from a short table, sizes checked before NumPy sees them."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.errors import Refused, one_line
from mnist_desktop.model.formats.steps import Steps
from mnist_desktop.model.message import Message, message

AnyArray = NDArray[np.generic]


@dataclass(frozen=True)
class Noted:
    """What a reader found, with what there is to say of it.

    Attributes
    ----------
    tree : ndarray, list, tuple or dict
        What a file holds.
    notes : list of str
        A sentence for each thing that was assumed, left out or converted.
    """

    tree: object
    notes: list[Message]


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
MAX_DIMENSIONS = 8
_MAX_LISTED = 1_000_000
_MAX_DEPTH = 4
_MAX_WRAPPED = 3
_MAX_ITEMS = 64
_FEWEST = 5  # rows that are put together: four arrays are parameters
_MAX_SIZE = 2**40
_AT_ONCE = 10_000  # numbers of lists made an array, in which nothing else of Python runs


def element_type(code: str) -> np.dtype[np.generic]:
    """Return the dtype of a code such as ``<f4``; refuse what is not in the table.

    Raises
    ------
    Refused
        For everything but bytes, integers and floats of usual widths.
    """
    match = re.fullmatch(r"([<>|=]?)([a-zA-Z]\d{1,2})", code)
    if match is None or match[2] not in _TYPES:
        kind = _OTHERS.get(code.lstrip("<>|=")[:1], f"elements of the type {one_line(code)!r}")
        raise Refused(
            message("it holds {kind}; expected real numbers, such as float64 or uint8.", kind=kind)
        )
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
    if len(shape) > MAX_DIMENSIONS:
        raise Refused(
            message(
                "it holds an array of {count} dimensions; expected one or two.", count=len(shape)
            )
        )
    if math.prod(shape) * dtype.itemsize != len(data):
        raise Refused(
            message(
                "an array of {shape} should have {found:,} bytes, but {count:,} are there. It "
                "may have been cut; fetch or save it again.",
                shape=dimensions(shape),
                found=math.prod(shape) * dtype.itemsize,
                count=len(data),
            )
        )
    if not len(data):  # its shape is kept for what is said of it, where NumPy can hold one so large
        large = math.prod(length or 1 for length in shape) > _MAX_SIZE
        return np.empty(0 if large else shape, dtype)
    return np.frombuffer(data, dtype).reshape(shape, order="F" if fortran else "C")


def dimensions(shape: Sequence[int]) -> str:
    """Return a shape as words: ``(30, 784)``, or "no dimensions"."""
    inner = ", ".join(one_line(length, 20) for length in shape[:MAX_DIMENSIONS])
    return f"({inner}{',' if len(shape) == 1 else ''})"


def as_array(value: object) -> AnyArray | None:
    """Return an array, or one number as an array; None stands for everything else."""
    if isinstance(value, np.ndarray):
        return value
    return np.array(value, np.float64) if _is_number(value) else None


def arranged(tree: object, size: int) -> Steps[object]:
    """Return what a file holds with arrays in the place of lists of numbers, made one a step.

    Many arrays of one shape, in a list or in a list of pairs, become one or two arrays.

    Parameters
    ----------
    tree : ndarray, list, tuple or dict
        What a reader found.
    size : int
        The bytes of the file; arrays that are put together have no more.

    Raises
    ------
    Refused
        If more numbers are listed than a file has room for: one list may stand in
        it a million times.
    """
    return (yield from _Arranger(size).arrange(tree, _MAX_DEPTH))


class _Arranger:
    def __init__(self, size: int) -> None:
        self._left = _MAX_LISTED
        self._bytes = size
        self._done: dict[int, object] = {}

    def arrange(self, tree: object, depth: int) -> Steps[object]:
        # A list that stands in many places is looked at once.
        if id(tree) in self._done or not depth or not isinstance(tree, list | tuple | dict):
            return self._done.get(id(tree), tree)
        array = None if isinstance(tree, dict) else self._array(tree)
        yield 1.0
        self._done[id(tree)] = tree if array is None else array
        if array is not None:
            return array
        columns = _columns(tree)
        if columns:
            self._done[id(tree)] = []  # it may hold itself
            whole: list[object] = [None] * len(columns)
            for index, column in enumerate(columns):
                whole[index] = yield from self._stacked(column)
            self._done[id(tree)] = whole[0] if len(whole) == 1 else whole
            return self._done[id(tree)]
        names = list(tree) if isinstance(tree, dict) else range(min(len(tree), _MAX_ITEMS))
        found: dict[object, object] = {}
        for name in names:
            found[name] = yield from self.arrange(tree[name], depth - 1)
        self._done[id(tree)] = found if isinstance(tree, dict) else list(found.values())
        return self._done[id(tree)]

    def _array(self, rows: Sequence[object]) -> AnyArray | None:
        """Return an array of a list of numbers or of such lists; None stands for all else."""
        shape = _shape(rows[0]) if rows else None
        if shape is None or shape == (0,) or not all(_shape(row) == shape for row in rows):
            return None
        columns = math.prod(shape)
        self._look_at(len(rows) * columns)
        if not all(map(_is_numeric, rows)):
            return None
        array = np.empty((len(rows), *shape))
        chunk = max(_AT_ONCE // columns, 1)
        for start in range(0, len(rows), chunk):
            array[start : start + chunk] = np.array(rows[start : start + chunk], np.float64)
        return array

    def _stacked(self, rows: Sequence[AnyArray]) -> Steps[AnyArray]:
        """Return many arrays of one shape as one, made some at a time."""
        self._bytes -= sum(row.nbytes for row in rows)
        if self._bytes < 0:  # the same bytes may stand in it many times
            raise Refused(message("it holds the same array many times; it may be damaged."))
        whole = np.empty((len(rows), *rows[0].shape), np.result_type(*{row.dtype for row in rows}))
        chunk = max(_AT_ONCE // max(rows[0].size, 1), 1) * 10
        for start in range(0, len(rows), chunk):
            whole[start : start + chunk] = rows[start : start + chunk]
            yield start / len(rows)
        return whole

    def _look_at(self, count: int) -> None:
        self._left -= count
        if self._left < 0:
            raise Refused(
                message(
                    "it lists more than {most:,} numbers. Save arrays of NumPy, not lists.",
                    most=_MAX_LISTED,
                )
            )


def _columns(tree: object) -> list[list[AnyArray]]:
    """Return what a list of images, or of images with their labels, puts under each other.

    Returns
    -------
    list of list of ndarray
        One column, or two; none where the list holds other things.
    """
    if not isinstance(tree, list | tuple) or len(tree) < _FEWEST:
        return []
    if all(isinstance(row, list | tuple) and len(row) == 2 for row in tree):
        images, labels = ([as_array(row[i]) for row in tree] for i in (0, 1))
        columns = [images, labels] if _is_image(images[0]) else []
    else:
        columns = [[as_array(row) for row in tree]]
    found = [[array for array in column if array is not None] for column in columns]
    alike = all(
        len(column) == len(tree) and all(array.shape == column[0].shape for array in column)
        for column in found
    )
    return found if alike and not any(array.ndim > 2 for array in (c[0] for c in found)) else []


def _is_image(value: AnyArray | None) -> bool:
    return value is not None and value.shape in ((784,), (784, 1), (28, 28))


def unwrapped(tree: object) -> object:
    """Return what a list or dict holds that holds nothing but one other list or dict."""
    for _ in range(_MAX_WRAPPED):
        if isinstance(tree, list | tuple | Mapping) and len(tree) == 1:
            inner = next(iter(tree.values() if isinstance(tree, Mapping) else tree))
            if isinstance(inner, list | tuple | Mapping):
                tree = inner
    return tree


def _shape(item: object) -> tuple[int, ...] | None:
    """Return the shape of what an item of a list may be: a number, or a row of them."""
    if isinstance(item, np.ndarray):
        return item.shape if item.ndim == 1 else None
    if isinstance(item, list | tuple):
        return (len(item),)
    return () if _is_number(item) else None


def _is_numeric(row: object) -> bool:
    return all(map(_is_number, row)) if isinstance(row, list | tuple) else True


def _is_number(value: object) -> bool:
    # Larger integers would not fit into a float64.
    return isinstance(value, float) or (isinstance(value, int) and abs(value) < 2**63)
