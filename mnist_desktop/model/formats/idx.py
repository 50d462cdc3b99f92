"""IDX, the format in which MNIST is given out: four bytes, the lengths, then the numbers.

Format: http://yann.lecun.com/exdb/mnist; the numbers are big-endian.
"""

from mnist_desktop.model.errors import Refused
from mnist_desktop.model.formats.arrays import AnyArray, array, element_type
from mnist_desktop.model.formats.steps import Steps
from mnist_desktop.model.message import message

_TYPES = {0x08: "u1", 0x09: "i1", 0x0B: ">i2", 0x0C: ">i4", 0x0D: ">f4", 0x0E: ">f8"}
_MAX_DIMENSIONS = 4


def begins(head: bytes) -> bool:
    """Whether a file that begins so is of this format."""
    if len(head) < 4:
        return False
    return head[:2] == b"\0\0" and head[2] in _TYPES and 1 <= head[3] <= _MAX_DIMENSIONS


def read(data: bytearray) -> Steps[AnyArray]:
    """Read the one array of an IDX file.

    Raises
    ------
    Refused
        If its numbers are not as many as it says.
    """
    yield 1.0
    count = data[3]
    start = 4 + 4 * count
    if len(data) < start:
        raise Refused(
            message("it ends within its header; it was cut while it was copied. Fetch it again.")
        )
    shape = [int.from_bytes(data[at : at + 4], "big") for at in range(4, start, 4)]
    return array(element_type(_TYPES[data[2]]), shape, memoryview(data)[start:])
