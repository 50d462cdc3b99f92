"""Which format a file has, told from its first bytes and never from its name."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from mnist_desktop.model.errors import PictureRefused, Refused
from mnist_desktop.model.formats import (
    idx,
    json_arrays,
    libsvm,
    npy,
    npz,
    pickle_reader,
    safetensors,
    table,
)
from mnist_desktop.model.formats.source import GIB
from mnist_desktop.model.formats.steps import Steps
from mnist_desktop.model.formats.weights import MAX_PARAMETERS
from mnist_desktop.model.message import message


@dataclass(frozen=True)
class Format:
    """A format: how it is read, how much of it at most, whether data sets are given out in it."""

    read: Callable[[bytearray], Steps[object]]
    limit: int = GIB
    raw: bool = False


IDX = Format(idx.read, raw=True)

_PICKLE = re.compile(rb"\x80[\x01-\x05]|[(\]})]|c[A-Za-z_][\w.]*\n[A-Za-z_][\w.]*\n")
_FORMATS: tuple[tuple[Callable[[bytes], object], Format], ...] = (
    (lambda head: head.startswith(npy.MAGIC), Format(npy.read)),
    (lambda head: head.startswith(npz.MAGIC), Format(npz.read)),
    (idx.begins, IDX),
    (safetensors.begins, Format(safetensors.read, MAX_PARAMETERS)),
    (
        lambda head: head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["),
        Format(json_arrays.read, MAX_PARAMETERS),
    ),
    (_PICKLE.match, Format(pickle_reader.read_alone)),
    (libsvm.begins, Format(libsvm.read)),
    (table.begins, Format(table.read, raw=True)),
)

_PICTURE = message("a picture, not a data set. Draw reads pictures of digits.")
_OTHERS = (
    (rb"\x89HDF", "an HDF5 file, as Keras saves. Save the arrays with np.savez, and open that."),
    (rb"MATLAB", "a MATLAB file. Save the arrays from Python with np.savez, and open that."),
    (rb"\xfd7zXZ|BZh|\x28\xb5\x2f\xfd|7z\xbc\xaf|Rar!", "a packed file. Unpack it first."),
    (rb".{257}ustar", "a tar archive. Unpack it first, then open what is in it."),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|BM|RIFF|II\*\0|MM\0\*", _PICTURE),
    (rb"%PDF", "a PDF document."),
    (rb"PAR1", "a Parquet table. Save the arrays from Python with np.savez, and open that."),
    (rb"\xff\xfe|\xfe\xff", "text in UTF-16. Save it as CSV in UTF-8, and open that."),
    (
        rb"\s*<(?:!doctype|html|\?xml)",
        "a web page. Something else was saved than the file; fetch it again.",
    ),
    (rb"version https://git-lfs", "only a pointer to the file (Git LFS). Fetch the file itself."),
)


def format_of(head: bytes) -> Format:
    """Return the format of a file that begins with these bytes.

    Raises
    ------
    Refused
        If no format that is read begins so; the words say what it is instead.
    """
    if not head:
        raise Refused(
            message(
                "it is empty (0 bytes). np.save leaves such a file when a list of arrays of "
                "different shapes is saved with it; save them with np.savez."
            )
        )
    for begins, found in _FORMATS:
        if begins(head):
            return found
    expected = "expected digits or parameters"
    for pattern, words in _OTHERS:
        if re.match(pattern, head, re.IGNORECASE | re.DOTALL):
            kind = PictureRefused if words is _PICTURE else Refused
            raise kind(message("{expected}; found {words}", expected=expected, words=words))
    raise Refused(
        message(
            "{expected} (.pkl.gz, IDX, .npz, .npy, CSV, JSON, safetensors); found something else.",
            expected=expected,
        )
    )
