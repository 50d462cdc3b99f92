"""The stack machine of a pickle: its opcodes move values about, and run nothing."""

import codecs
from collections.abc import Callable

from mnist_desktop.model.errors import Refused
from mnist_desktop.model.formats.pickle_calls import (
    CALLS,
    DAMAGED,
    EMPTY,
    ENCODE,
    MAX_ENTRIES,
    RECONSTRUCT,
    Instance,
    Name,
    Unfilled,
    foreign,
    key_of,
    may_be_object,
    reconstructed,
    text_of,
)
from mnist_desktop.model.formats.pickle_text import SHORT, Bytes, Text, decode
from mnist_desktop.model.formats.source import MIB
from mnist_desktop.model.formats.steps import Steps
from mnist_desktop.model.message import message

_MAX_LINE = 256
_MAX_NUMBER = 16  # bytes

#: Python 2 writes truth values as these integers.
_TRUTH = {"00": False, "01": True}


class Machine:
    """The state of a pickle that is read: where, a stack with marks, a memo.

    Every method is an opcode or a part of one, and raises Refused where the
    pickle does what no honest one does.
    """

    def __init__(self, view: memoryview) -> None:
        self.view = view
        self.at = 0
        self.memo: dict[int, object] = {}
        self._stack: list[object] = []
        self._below: list[list[object]] = []
        self._decoded = 0

    # What is read

    def take(self, count: int) -> memoryview:
        """Return the next bytes."""
        piece = self.view[self.at : self.at + count]
        if len(piece) != count:
            raise Refused(DAMAGED)
        self.at += count
        return piece

    def number(self, count: int, *, signed: bool = False) -> int:
        """Return the integer in the next bytes."""
        return int.from_bytes(self.take(count), "little", signed=signed)

    def line(self, most: int = _MAX_LINE) -> memoryview:
        """Return what stands before the next line feed, at most so many bytes."""
        end = min(self.at + most, len(self.view))
        for start in range(self.at, end, MIB):
            found = bytes(self.view[start : min(start + MIB, end)]).find(b"\n")
            if found >= 0:
                line = self.take(start + found - self.at)
                self.at += 1
                return line
        raise Refused(DAMAGED)

    def index(self) -> int:
        """Return the place in the memo that protocol 0 writes as text."""
        text = bytes(self.line(20))
        if not text.isdigit():
            raise Refused(DAMAGED)
        return int(text)

    # The stack and the memo

    def push(self, value: object) -> None:
        """Put a value on the stack."""
        self._stack.append(value)

    def pop(self) -> object:
        """Take the top of the stack."""
        if not self._stack:
            raise Refused(DAMAGED)
        return self._stack.pop()

    def top(self) -> object:
        """Return the top of the stack, which stays."""
        if not self._stack:
            raise Refused(DAMAGED)
        return self._stack[-1]

    def mark(self) -> None:
        """Begin a list of items."""
        self._below.append(self._stack)
        self._stack = []

    def pop_to_mark(self) -> list[object]:
        """End a list of items and take it."""
        if not self._below:
            raise Refused(DAMAGED)
        items, self._stack = self._stack, self._below.pop()
        return items

    def drop(self) -> None:
        """Take the top of the stack, or the mark where that is on top."""
        if self._stack:
            self._stack.pop()
        else:
            self.pop_to_mark()

    def remember(self, key: int) -> None:
        """Put the top of the stack into the memo."""
        top = self.top()
        self.memo[key] = top
        if isinstance(top, Unfilled):
            top.keys.append(key)

    def recall(self, key: int) -> None:
        """Push what the memo holds."""
        if key not in self.memo:
            raise Refused(DAMAGED)
        self.push(self.memo[key])

    # Numbers, bytes and text

    def push_bytes(self, count: int) -> None:
        """Push the next bytes; many of them as a view, which copies nothing."""
        piece = self.take(count)
        self.push(bytes(piece) if count <= SHORT else piece)

    def push_text(self, piece: memoryview, encoding: str = "utf-8") -> None:
        """Push a text; a long one undecoded, since it is an array's bytes."""
        if len(piece) > SHORT:
            self.push(Text(encoding, piece))
            return
        try:
            self.push(codecs.decode(piece, encoding, "surrogatepass"))
        except ValueError:
            raise Refused(DAMAGED) from None

    def push_string_line(self) -> Steps[None]:
        """Push a string of protocol 0: quoted, with backslashes."""
        quoted = self.line(len(self.view))
        if len(quoted) < 2 or quoted[:1] != quoted[-1:] or quoted[0] not in b"'\"":
            raise Refused(DAMAGED)
        self.push((yield from self._decode(Text("escape", quoted[1:-1]))))

    def push_long(self, count: int) -> None:
        """Push an integer of a length that the pickle gives."""
        if count > _MAX_NUMBER:
            raise Refused(
                message(
                    "it holds a number of {count:,} bytes; expected ordinary numbers.", count=count
                )
            )
        self.push(self.number(count, signed=True))

    def push_number_line(self, kind: Callable[[str], object]) -> None:
        """Push a number that protocol 0 writes as text."""
        text = bytes(self.line()).decode("latin-1").rstrip("L")
        try:
            self.push(_TRUTH[text] if text in _TRUTH else kind(text))
        except (ValueError, OverflowError):
            raise Refused(DAMAGED) from None

    # Lists, dicts, tuples

    def append(self, items: list[object]) -> None:
        """Add items to the list on top of the stack."""
        top = self.top()
        if not isinstance(top, list):
            raise Refused(DAMAGED)
        top.extend(items)

    def set_items(self, items: list[object]) -> None:
        """Add items, a key and a value in turn, to the dict on top of the stack."""
        top = self.top()
        if not isinstance(top, dict) or len(items) % 2:
            raise Refused(DAMAGED)
        if len(top) + len(items) // 2 > MAX_ENTRIES:
            raise Refused(
                message(
                    "it holds a dict of more than {most} entries; expected four.", most=MAX_ENTRIES
                )
            )
        for key, value in zip(items[::2], items[1::2], strict=True):
            top[key_of(key)] = value

    def push_tuple(self, count: int) -> None:
        """Push a tuple of the values on top of the stack."""
        items = [self.pop() for _ in range(count)]
        self.push(tuple(items[::-1]))

    def push_dict(self) -> None:
        """Push a dict of the items since the mark."""
        items = self.pop_to_mark()
        self.push({})
        self.set_items(items)

    # Names, and the few calls that are known

    def push_name(self) -> None:
        """Push a name that stands in two lines."""
        module, name = bytes(self.line()), bytes(self.line())
        self.push(Name(text_of(module), text_of(name)))

    def push_stack_name(self) -> None:
        """Push a name that stands on the stack."""
        name, module = self.pop(), self.pop()
        self.push(Name(text_of(module), text_of(name)))

    def call(self) -> Steps[None]:
        """Do what a known function would, or refuse."""
        arguments, function = self.pop(), self.pop()
        if not isinstance(arguments, tuple) or not isinstance(function, Name):
            raise Refused(DAMAGED)
        if function in ENCODE and len(arguments) == 2 and isinstance(arguments[0], str | Text):
            self.push((yield from self._encoded(arguments[0])))
        elif function in RECONSTRUCT and (made := reconstructed(arguments)) is not None:
            self.push(made)
        elif function in CALLS:
            self.push(CALLS[function](arguments))
        else:
            raise Refused(foreign(function))

    def make(self) -> None:
        """Push an empty object of a known class, or refuse."""
        arguments, kind = self.pop(), self.pop()
        if not isinstance(kind, Name):
            raise Refused(DAMAGED)
        if not isinstance(arguments, tuple) or arguments:
            raise Refused(foreign(kind))
        if kind in EMPTY:
            self.push(EMPTY[kind]())
        elif may_be_object(kind):
            self.push(Instance(kind))
        else:
            raise Refused(foreign(kind))

    def build(self) -> None:
        """Fill an array or a dtype with its state."""
        state, unfilled = self.pop(), self.pop()
        if isinstance(unfilled, Instance) and isinstance(state, dict):
            unfilled.update(state)  # never its __setstate__: there is no such class here
            self.push(unfilled)
            return
        if not isinstance(unfilled, Unfilled) or not isinstance(state, tuple):
            raise Refused(
                message("it holds an object with a state of its own; expected arrays of numbers.")
            )
        value = unfilled.make(state)
        for key in unfilled.keys:
            if self.memo.get(key) is unfilled:
                self.memo[key] = value
        self.push(value)

    def _encoded(self, text: str | Text) -> Steps[Bytes]:
        """Return the bytes that Python 3 writes as text for readers of protocol 2."""
        if isinstance(text, Text):
            return (yield from self._decode(text))
        self._count(len(text))
        try:
            return text.encode("latin-1")
        except UnicodeEncodeError:
            raise Refused(DAMAGED) from None

    def _decode(self, text: Text) -> Steps[Bytes]:
        """Return the bytes that a text stands for, decoded a piece at a time."""
        self._count(len(text.data))
        try:
            return (yield from decode(text))
        except ValueError:
            raise Refused(DAMAGED) from None

    def _count(self, count: int) -> None:
        # An honest pickle asks once for each of its texts.
        self._decoded += count
        if self._decoded > len(self.view):
            raise Refused(DAMAGED)
