"""Which format a file has, told from its first bytes and never from its name."""

from collections.abc import Callable
from dataclasses import dataclass

from mnist_desktop.model.errors import Refused
from mnist_desktop.model.formats import npy, npz
from mnist_desktop.model.formats.source import GIB
from mnist_desktop.model.formats.steps import Steps


@dataclass(frozen=True)
class Format:
    """A format: how much of it is read at most, and how."""

    read: Callable[[bytearray], Steps[object]]
    limit: int = GIB


def format_of(head: bytes) -> Format:
    """Return the format of a file that begins with these bytes.

    Raises
    ------
    Refused
        If no format that is read begins so; the words say what it is instead.
    """
    if not head:
        raise Refused(
            "it is empty (0 bytes). np.save leaves such a file when a list of arrays of different "
            "shapes is saved with it; save them with np.savez."
        )
    if head.startswith(npy.MAGIC):
        return Format(npy.read)
    if head.startswith(npz.MAGIC):
        return Format(npz.read)
    raise Refused("expected digits or parameters; this is another kind of file.")
