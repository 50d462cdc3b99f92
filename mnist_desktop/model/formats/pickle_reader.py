"""Pickles of arrays, lists and dicts, read without running anything in them.

A pickle is a program for a stack machine. This one knows the opcodes that
honest files of numbers use (protocols 0 to 5, from Python 2 and 3, NumPy 1 and
2). A name in it never leads to a function: it stays a :class:`Name`, and the few
calls that NumPy's arrays need are done here, on checked sizes. All else is
refused, and nothing in Python's or NumPy's own unpickling is ever reached.

Opcodes: the comments in Lib/pickletools.py of CPython; what NumPy writes:
ndarray.__reduce__ and dtype.__reduce__.
"""

import struct
from collections.abc import Callable

from mnist_desktop.model.errors import Refused, one_line
from mnist_desktop.model.formats.arrays import Noted
from mnist_desktop.model.formats.pickle_calls import DAMAGED, OF_TORCH, Instance, foreign
from mnist_desktop.model.formats.pickle_machine import Machine
from mnist_desktop.model.formats.steps import Steps
from mnist_desktop.model.message import message

_MAX_OPERATIONS = 1_000_000
_BYTES_AN_OPERATION = 64
_OPERATIONS_A_STEP = 4096
_TORCH = 0x1950A86A20F9469CFC6C  # the first of several pickles in a file of old PyTorch


def read(data: bytearray | memoryview) -> Steps[tuple[object, int]]:
    """Read a pickle.

    Parameters
    ----------
    data : bytes-like
        The pickle, perhaps with something after it.

    Returns
    -------
    value : ndarray, list, tuple, dict, number, str, bytes, None or Name
        What it holds. Lists may hold themselves; walk them to a fixed depth.
    used : int
        The number of bytes of the pickle.

    Raises
    ------
    Refused
        If it is damaged, or holds something else than numbers.
    """
    return (yield from _run(Machine(memoryview(data))))


def read_alone(data: bytearray) -> Steps[object]:
    """Read a file that is one pickle, and return what it holds."""
    value, _ = yield from read(data)
    if isinstance(value, int) and value == _TORCH:
        raise Refused(OF_TORCH)
    return _of_object(value) if isinstance(value, Instance) else value


def _of_object(value: Instance) -> Noted:
    """Return what an object holds, if there are weights in it."""
    if "weights" not in value or "biases" not in value:
        raise Refused(foreign(value.kind))
    name = one_line(value.kind.name)
    note = message("It is an object of a class {name}; its arrays are read as data.", name=name)
    return Noted(dict(value), [note])


def _run(machine: Machine) -> Steps[tuple[object, int]]:
    # Digits as a list of arrays take many operations, but not more than their bytes say.
    for operation in range(_MAX_OPERATIONS + len(machine.view) // _BYTES_AN_OPERATION):
        code = machine.take(1)[0]
        if code == _STOP:
            return machine.pop(), machine.at
        if code in _SLOW:
            yield from _SLOW[code](machine)
        elif code in _QUICK:
            _QUICK[code](machine)
        else:
            raise Refused(_refusal(code))
        if operation % _OPERATIONS_A_STEP == 0:
            yield machine.at / len(machine.view)
    raise Refused(message("it is a pickle of too many pieces. Save arrays of NumPy, not lists."))


def _refusal(code: int) -> str:
    if code in b"PQ\x82\x83\x84io\x97\x98":
        return "it is a pickle of another kind of data; expected arrays of numbers."
    return DAMAGED


_STOP = ord(".")
_SLOW: dict[int, Callable[[Machine], Steps[None]]] = {
    ord("R"): Machine.call,
    ord("S"): Machine.push_string_line,
}
_QUICK: dict[int, Callable[[Machine], object]] = {
    # marks, memo
    ord("("): Machine.mark,
    ord("0"): Machine.drop,
    ord("1"): Machine.pop_to_mark,
    ord("2"): lambda m: m.push(m.top()),
    ord("p"): lambda m: m.remember(m.index()),
    ord("q"): lambda m: m.remember(m.number(1)),
    ord("r"): lambda m: m.remember(m.number(4)),
    0x94: lambda m: m.remember(len(m.memo)),
    ord("g"): lambda m: m.recall(m.index()),
    ord("h"): lambda m: m.recall(m.number(1)),
    ord("j"): lambda m: m.recall(m.number(4)),
    # what the pickle says of itself: its protocol, the length of a frame
    0x80: lambda m: m.take(1),
    0x95: lambda m: m.take(8),
    # single values
    ord("N"): lambda m: m.push(None),
    0x88: lambda m: m.push(True),
    0x89: lambda m: m.push(False),
    ord("I"): lambda m: m.push_number_line(int),
    ord("L"): lambda m: m.push_number_line(int),
    ord("F"): lambda m: m.push_number_line(float),
    ord("J"): lambda m: m.push(m.number(4, signed=True)),
    ord("K"): lambda m: m.push(m.number(1)),
    ord("M"): lambda m: m.push(m.number(2)),
    ord("G"): lambda m: m.push(struct.unpack(">d", m.take(8))[0]),
    0x8A: lambda m: m.push_long(m.number(1)),
    0x8B: lambda m: m.push_long(m.number(4)),
    # bytes and text, by the width of their length
    ord("U"): lambda m: m.push_bytes(m.number(1)),
    ord("C"): lambda m: m.push_bytes(m.number(1)),
    ord("T"): lambda m: m.push_bytes(m.number(4)),
    ord("B"): lambda m: m.push_bytes(m.number(4)),
    0x8E: lambda m: m.push_bytes(m.number(8)),
    0x96: lambda m: m.push_bytes(m.number(8)),
    0x8C: lambda m: m.push_text(m.take(m.number(1))),
    ord("X"): lambda m: m.push_text(m.take(m.number(4))),
    0x8D: lambda m: m.push_text(m.take(m.number(8))),
    ord("V"): lambda m: m.push_text(m.line(len(m.view)), "raw-unicode-escape"),
    # tuples, lists, dicts
    ord(")"): lambda m: m.push(()),
    ord("]"): lambda m: m.push([]),
    ord("}"): lambda m: m.push({}),
    0x85: lambda m: m.push_tuple(1),
    0x86: lambda m: m.push_tuple(2),
    0x87: lambda m: m.push_tuple(3),
    ord("t"): lambda m: m.push(tuple(m.pop_to_mark())),
    ord("l"): lambda m: m.push(m.pop_to_mark()),
    ord("d"): Machine.push_dict,
    ord("a"): lambda m: m.append([m.pop()]),
    ord("e"): lambda m: m.append(m.pop_to_mark()),
    ord("s"): lambda m: m.set_items([m.pop(), m.pop()][::-1]),
    ord("u"): lambda m: m.set_items(m.pop_to_mark()),
    # names and what is made with them
    ord("c"): Machine.push_name,
    0x93: Machine.push_stack_name,
    0x81: Machine.make,
    ord("b"): Machine.build,
}
