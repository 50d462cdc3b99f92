"""NumPy's .npz: a zip file with one .npy for each array.

Format: PKWARE APPNOTE 6.3, sections 4.3 and 4.5. Only what NumPy writes is
read: members stored or deflated. Their names are names of arrays, never paths.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from mnist_desktop.model.errors import Refused, one_line
from mnist_desktop.model.formats import npy
from mnist_desktop.model.formats.pickle_calls import OF_TORCH
from mnist_desktop.model.formats.source import GIB, MIB, size
from mnist_desktop.model.formats.steps import Steps, within
from mnist_desktop.model.message import message

MAGIC = (b"PK\x03\x04", b"PK\x05\x06")

_MAX_MEMBERS = 64
_MAX_UNPACKED = GIB
_END = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_STORED, _DEFLATED = 0, 8
_DAMAGED = message("its zip packing is damaged or was cut. Fetch it again, or save it again.")


@dataclass(frozen=True)
class _Member:
    name: str
    method: int
    packed: int
    unpacked: int
    checksum: int
    offset: int


def read(data: bytearray) -> Steps[dict[str, object]]:
    """Read the arrays of a .npz file by name.

    Raises
    ------
    Refused
    """
    view = memoryview(data)
    members = list(_members(view))
    _check(members)
    found: dict[str, object] = {}
    for index, member in enumerate(members):
        steps = within(_read_member(view, member), index / len(members), (index + 1) / len(members))
        found[member.name.removesuffix(".npy")] = yield from steps
    return found


def _check(members: list[_Member]) -> None:
    names = [member.name for member in members]
    total = sum(member.unpacked for member in members)
    if any(name.endswith("data.pkl") for name in names):
        raise Refused(OF_TORCH)
    if "[Content_Types].xml" in names:
        raise Refused(message("it is an office document. Save the table as CSV, and open that."))
    if "config.json" in names and "model.weights.h5" in names:
        raise Refused(
            message(
                'it is a model of Keras. Save its arrays with np.savez("network.npz", '
                "*model.get_weights()), and open that."
            )
        )
    if not members or not all(name.endswith(".npy") for name in names):
        raise Refused(message("it is a zip file, but not one of arrays (.npz). Unpack it first."))
    if len(set(names)) < len(names):
        raise Refused(message("it holds two arrays of the same name; it may be damaged."))
    if total > _MAX_UNPACKED:
        raise Refused(
            message(
                "it unpacks to {total}; at most {most} are read.",
                total=size(total),
                most=size(_MAX_UNPACKED),
            )
        )


def _members(view: memoryview) -> Iterator[_Member]:
    """Return what the directory at the end of a zip file lists."""
    end = bytes(view[-(_END.size + 65_535) :]).rfind(b"PK\x05\x06")
    end += max(len(view) - _END.size - 65_535, 0)
    _, _, _, _, count, _, position, _ = _unpack(_END, view, end, b"PK\x05\x06")
    if count > _MAX_MEMBERS:
        raise Refused(
            message(
                "it holds {count:,} members; at most {most} are read.",
                count=count,
                most=_MAX_MEMBERS,
            )
        )
    for _ in range(count):
        fields = _unpack(_CENTRAL, view, position, b"PK\x01\x02")
        flags, method, checksum, packed, unpacked = fields[3], fields[4], *fields[7:10]
        name_length, extra_length, comment_length, offset = *fields[10:13], fields[16]
        position += _CENTRAL.size
        name = bytes(view[position : position + name_length]).decode("utf-8", "replace")
        position += name_length + extra_length + comment_length
        if flags & 1:
            raise Refused(message("it is locked with a password. Unpack it first, then open it."))
        yield _Member(name, method, packed, unpacked, checksum, offset)


def _unpack(form: struct.Struct, view: memoryview, at: int, mark: bytes) -> tuple[int, ...]:
    if at < 0 or view[at : at + 4] != mark or at + form.size > len(view):
        raise Refused(_DAMAGED)
    return form.unpack_from(view, at)


def _read_member(view: memoryview, member: _Member) -> Steps[object]:
    fields = _unpack(_LOCAL, view, member.offset, b"PK\x03\x04")
    start = member.offset + _LOCAL.size + fields[9] + fields[10]
    packed = view[start : start + member.packed]
    if member.method == _STORED:
        content: bytearray | memoryview = packed
    elif member.method == _DEFLATED:
        content = yield from _inflate(packed, member.unpacked)
    else:
        raise Refused(message("it is packed in a way that NumPy does not use. Unpack it first."))
    if len(content) != member.unpacked or (yield from _checksum(content)) != member.checksum:
        raise Refused(_DAMAGED)
    try:
        return (yield from npy.read(content))
    except Refused as refusal:
        raise Refused(
            message(
                "in its array {name}: {refusal}", name=one_line(member.name), refusal=refusal.reason
            )
        ) from refusal


def _inflate(packed: memoryview, unpacked: int) -> Steps[bytearray]:
    inflate = zlib.decompressobj(wbits=-15)
    content = bytearray()
    try:
        for start in range(0, len(packed), MIB):
            waiting: bytes | memoryview = packed[start : start + MIB]
            piece = b"first"
            while (piece or len(waiting)) and len(content) <= unpacked:
                piece = inflate.decompress(waiting, MIB)
                content += piece
                waiting = inflate.unconsumed_tail
                yield start / len(packed)
    except zlib.error as error:
        raise Refused(_DAMAGED) from error
    return content


def _checksum(content: bytearray | memoryview) -> Steps[int]:
    view, checksum = memoryview(content), 0
    for start in range(0, len(view), 16 * MIB):
        checksum = zlib.crc32(view[start : start + 16 * MIB], checksum)
        yield 1.0
    return checksum
