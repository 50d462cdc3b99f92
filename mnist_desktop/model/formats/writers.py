"""Parameters as the bytes of a file, for other programs and for :func:`open_file`."""

import io
import json
import struct

import numpy as np
from numpy.lib import format as npy_format

from mnist_desktop.model.formats.arrays import AnyArray
from mnist_desktop.model.network import Parameters


def to_npz(parameters: Parameters) -> bytes:
    """Return a .npz file with the arrays W1, B1, W2 and B2."""
    file = io.BytesIO()
    np.savez(file, **parameters._asdict())
    return file.getvalue()


def to_json(parameters: Parameters) -> bytes:
    """Return JSON that network2.load of Michael Nielsen's book reads.

    It wants the name of a cost, which parameters do not know: network2's default.
    """
    W1, B1, W2, B2 = (array.tolist() for array in parameters)
    network = {
        "sizes": [parameters.W1.shape[1], parameters.hidden, parameters.W2.shape[0]],
        "weights": [W1, W2],
        "biases": [B1, B2],
        "cost": "CrossEntropyCost",
    }
    return json.dumps(network, allow_nan=False).encode("ascii")


def to_npy(parameters: Parameters) -> bytes:
    """Return the lecture's parameters.npy: an object array of W1, B1, W2 and B2.

    NumPy writes such an array as a pickle, and so does this, byte by byte: by the
    names of NumPy 1, which NumPy 2 knows as well (what NumPy 2 writes, 1 cannot
    read), and with no pickle in this program.
    """
    file = io.BytesIO()
    header = {"descr": "|O", "fortran_order": False, "shape": (len(parameters),)}
    npy_format.write_array_header_1_0(file, header)
    arrays = b"".join(_pickled(np.ascontiguousarray(array, "<f8")) for array in parameters)
    items = b"](" + arrays + b"e"
    file.write(b"\x80\x03" + _array((len(parameters),), "O8", "|", 63, items) + b".")
    return file.getvalue()


def _pickled(array: AnyArray) -> bytes:
    data = array.tobytes()
    return _array(array.shape, "f8", "<", 0, b"B" + struct.pack("<I", len(data)) + data)


def _array(shape: tuple[int, ...], code: str, order: str, flags: int, content: bytes) -> bytes:
    """Return the opcodes that make an array: ndarray.__reduce__ as protocol 3 has it."""
    empty = b"cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\0\x85C\x01b\x87R"
    dtype = b"cnumpy\ndtype\n" + _text(code) + b"\x89\x88\x87R"
    state = b"(K\x03" + _text(order) + b"NNN" + _integer(-1) * 2 + _integer(flags) + b"tb"
    lengths = b"(" + b"".join(map(_integer, shape)) + b"t"
    return empty + b"(K\x01" + lengths + dtype + state + b"\x89" + content + b"tb"


def _integer(number: int) -> bytes:
    return b"J" + struct.pack("<i", number)


def _text(text: str) -> bytes:
    return b"X" + struct.pack("<I", len(text)) + text.encode("ascii")
