"""The few calls that pickled arrays need, done on checked values and without NumPy's own code.

Python 2 and 3, NumPy 1 and 2 name the same things differently. What is pickled
is said by ndarray.__reduce__ and dtype.__reduce__ of NumPy.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from mnist_desktop.model.errors import Refused, one_line
from mnist_desktop.model.formats.arrays import MAX_DIMENSIONS, array, element_type
from mnist_desktop.model.message import message

MAX_ENTRIES = 1000
_MAX_KEY = 1000
OF_TORCH = message(
    "it is a file of PyTorch. Save its arrays with np.savez or safetensors, and open that."
)
DAMAGED = message("its pickle is damaged or was cut. Fetch it again, or save it again.")


@dataclass(frozen=True)
class Name:
    """A name of a function or class in a pickle: only text, it leads nowhere."""

    module: str
    name: str


@dataclass(eq=False)
class Unfilled:
    """An array or dtype between its making and its state; `keys` are its places in the memo."""

    make: Callable[[tuple[object, ...]], object]
    keys: list[int] = field(default_factory=list)


class Instance(dict[object, object]):
    """An object of a class of somebody's program: what it holds by name, and nothing runs.

    Parameters
    ----------
    kind : Name
        Its class, which leads nowhere.
    """

    def __init__(self, kind: Name) -> None:
        super().__init__()
        self.kind = kind


class Objects:
    """The dtype of an array of objects: its elements are a list in the pickle."""


def key_of(key: object) -> str | int:
    """Return a key of a dict; Python 2 writes text as bytes."""
    if isinstance(key, bytes | str) and len(key) > _MAX_KEY:
        raise Refused(message("it holds a dict with a very long name; expected names such as W1."))
    if isinstance(key, bytes):
        return key.decode("latin-1")
    if isinstance(key, str | int):
        return key
    raise Refused(message("it holds a dict whose names are no text; expected names such as W1."))


def text_of(value: object) -> str:
    """Return a text; Python 2 writes it as bytes."""
    text = value.decode("latin-1") if isinstance(value, bytes) else value
    if not isinstance(text, str):
        raise Refused(DAMAGED)
    return text


def foreign(name: Name) -> str:
    """Return the words for a name that is not known here."""
    what = f"{one_line(name.module)}.{one_line(name.name)}"
    if name.module.startswith("torch"):
        return OF_TORCH
    return (
        f"it holds an object that only other programs know ({what}), and nothing in a file is run "
        "here. Save the arrays W1, B1, W2, B2 alone, with np.savez."
    )


def _is(value: object, expected: object) -> bool:
    """Whether a value is the expected one; an array in its place is not compared element-wise."""
    return not isinstance(value, np.ndarray) and value == expected


def _reconstruct(arguments: tuple[object, ...]) -> Unfilled:
    if not arguments or not _is(arguments[0], Name("numpy", "ndarray")):
        raise Refused(message("it holds a special kind of array; expected plain arrays of NumPy."))
    return Unfilled(_array_of_state)


def _array_of_state(state: tuple[object, ...]) -> object:
    if len(state) != 5:
        raise Refused(DAMAGED)
    _, shape, dtype, fortran, data = state
    return _array(dtype, shape, data, fortran=_is(fortran, 1))


def _array(dtype: object, shape: object, data: object, *, fortran: bool) -> object:
    if not isinstance(shape, tuple) or len(shape) > MAX_DIMENSIONS:
        raise Refused(DAMAGED)
    if not all(type(n) is int and 0 <= n < 2**40 for n in shape):
        raise Refused(DAMAGED)
    if isinstance(dtype, Objects) and isinstance(data, list):
        return data
    if isinstance(dtype, np.dtype) and isinstance(data, bytes | bytearray | memoryview):
        return array(dtype, shape, data, fortran=fortran)
    raise Refused(DAMAGED)


def _dtype(arguments: tuple[object, ...]) -> Unfilled:
    code = text_of(arguments[0]) if arguments else ""
    return Unfilled(lambda state: _dtype_of_state(code, state))


def _dtype_of_state(code: str, state: tuple[object, ...]) -> object:
    # (version, byte order, three for records, two sizes, flags)
    if len(state) != 8 or not all(part is None for part in state[2:5]):
        raise Refused(message("it holds an array of records; expected real numbers."))
    order = text_of(state[1])
    if re.fullmatch("O[48]?", code):
        return Objects()
    dtype = element_type(order + code)
    if not _is(state[7], 0):  # flags: a number needs none
        raise Refused(DAMAGED)
    return dtype


def _scalar(arguments: tuple[object, ...]) -> object:
    if len(arguments) != 2:
        raise Refused(DAMAGED)
    return _array(arguments[0], (), arguments[1], fortran=False)


def _from_buffer(arguments: tuple[object, ...]) -> object:
    if len(arguments) != 4:
        raise Refused(DAMAGED)
    data, dtype, shape, order = arguments
    return _array(dtype, shape, data, fortran=_is(order, "F"))


def reconstructed(arguments: tuple[object, ...]) -> Instance | None:
    """Return an empty object where a pickle of protocol 0 or 1 asks for one of a plain class.

    Parameters
    ----------
    arguments : tuple
        Of copyreg._reconstructor: the class, the one below it, its state.
    """
    if len(arguments) != 3 or not isinstance(arguments[0], Name) or arguments[2] is not None:
        return None
    if not any(_is(arguments[1], Name(module, "object")) for module in ("builtins", "__builtin__")):
        return None
    return Instance(arguments[0]) if may_be_object(arguments[0]) else None


def may_be_object(name: Name) -> bool:
    """Whether a class may be one of a program of somebody's own, whose arrays can be read.

    Parameters
    ----------
    name : Name
    """
    return name.module.partition(".")[0] not in {"numpy", "torch", "builtins", "__builtin__"}


RECONSTRUCT = {Name("copy_reg", "_reconstructor"), Name("copyreg", "_reconstructor")}


def _ordered_dict(arguments: tuple[object, ...]) -> object:
    pairs = arguments[0] if arguments else []
    if not isinstance(pairs, list) or len(pairs) > MAX_ENTRIES:
        raise Refused(DAMAGED)
    if not all(isinstance(pair, list | tuple) and len(pair) == 2 for pair in pairs):
        raise Refused(DAMAGED)
    return {key_of(key): value for key, value in pairs}


def _no_bytes(arguments: tuple[object, ...]) -> bytes:
    if arguments:
        raise Refused(DAMAGED)
    return b""


ENCODE = {Name("_codecs", "encode")}
EMPTY: dict[Name, Callable[[], object]] = {Name("collections", "OrderedDict"): dict}
CALLS: dict[Name, Callable[[tuple[object, ...]], object]] = {
    Name("numpy", "dtype"): _dtype,
    Name("collections", "OrderedDict"): _ordered_dict,
    Name("__builtin__", "bytes"): _no_bytes,
    Name("builtins", "bytes"): _no_bytes,
    **{
        Name(f"numpy.{core}.{module}", function): call
        for core in ("core", "_core")
        for module, function, call in (
            ("multiarray", "_reconstruct", _reconstruct),
            ("multiarray", "scalar", _scalar),
            ("numeric", "_frombuffer", _from_buffer),
        )
    },
}
