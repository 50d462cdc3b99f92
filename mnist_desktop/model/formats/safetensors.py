"""safetensors: the length of a JSON header, the header, then the numbers.

Format: https://github.com/huggingface/safetensors, section "Format".
"""

from typing import TypeGuard

from mnist_desktop.model.errors import Refused, one_line
from mnist_desktop.model.formats.arrays import AnyArray, array, element_type
from mnist_desktop.model.formats.json_arrays import small_json
from mnist_desktop.model.formats.source import MIB
from mnist_desktop.model.formats.steps import Steps
from mnist_desktop.model.message import message

_MAX_HEADER = MIB
_MAX_TENSORS = 1000
_TYPES = {
    "F64": "<f8", "F32": "<f4", "F16": "<f2", "BF16": "<u2", "BOOL": "b1",
    "I64": "<i8", "I32": "<i4", "I16": "<i2", "I8": "i1",
    "U64": "<u8", "U32": "<u4", "U16": "<u2", "U8": "u1",
}  # fmt: skip


def begins(head: bytes) -> bool:
    """Whether a file that begins so is of this format."""
    return head[8:9] == b"{" and 2 <= int.from_bytes(head[:8], "little") < 2**32


def read(data: bytearray) -> Steps[dict[str, AnyArray]]:
    """Read the arrays of a safetensors file by name.

    Raises
    ------
    Refused
    """
    yield 1.0
    length = int.from_bytes(data[:8], "little")
    if length > min(_MAX_HEADER, len(data) - 8):
        raise Refused(
            message(
                "its header should have {length:,} bytes, more than are there or are read.",
                length=length,
            )
        )
    header = small_json(bytes(data[8 : 8 + length]))
    if not isinstance(header, dict) or len(header) > _MAX_TENSORS:
        raise Refused(message("its header is no list of arrays; it may be damaged."))
    numbers = memoryview(data)[8 + length :]
    tensors, taken = {}, 0
    for name, entry in header.items():
        if name != "__metadata__":
            tensors[name], count = _tensor(name, entry, numbers)
            taken += count
        if taken > len(numbers):  # what is held grows as bfloat16 is widened
            raise Refused(message("two of its arrays lie in the same bytes; it may be damaged."))
    return tensors


def _tensor(name: str, entry: object, numbers: memoryview) -> tuple[AnyArray, int]:
    """Return an array and the number of its bytes in the file."""
    entry = entry if isinstance(entry, dict) else {}
    kind, shape, offsets = entry.get("dtype"), entry.get("shape"), entry.get("data_offsets")
    if not (_lengths(shape) and _lengths(offsets) and len(offsets) == 2):
        raise Refused(
            message(
                "its entry for {name} is not understood; the file may be damaged.",
                name=one_line(name),
            )
        )
    start, end = offsets
    if not start <= end <= len(numbers):
        raise Refused(
            message(
                "the numbers of {name} are not there; the file was cut. Fetch it again.",
                name=one_line(name),
            )
        )
    if not isinstance(kind, str) or kind not in _TYPES:
        raise Refused(
            message(
                "{name} is stored as {kind}; expected F64, F32 or F16.",
                name=one_line(name),
                kind=one_line(kind, 20),
            )
        )
    tensor = array(element_type(_TYPES[kind]), shape, numbers[start:end])
    if kind == "BF16":  # the upper half of a float32
        tensor = (tensor.astype("<u4") << 16).view("<f4")
    return tensor, end - start


def _lengths(value: object) -> TypeGuard[list[int]]:
    return isinstance(value, list) and all(type(n) is int and 0 <= n < 2**40 for n in value)
