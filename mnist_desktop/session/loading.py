"""What is loaded at the start, and in which order; plain generators for the worker.

The first split comes before anything else. Once the gallery has been painted
come the networks, then matplotlib, half a second of import, then the other splits.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module

from mnist_desktop.model.data import Digits
from mnist_desktop.model.errors import FileFormatError
from mnist_desktop.model.resources import RESOURCES
from mnist_desktop.session.state import Network

NETWORKS = RESOURCES / "networks"


@dataclass(frozen=True, eq=False)
class NetworksLoaded:
    """The shipped networks, the default one first, and why others could not be read."""

    networks: tuple[Network, ...]
    problems: tuple[FileFormatError, ...]


@dataclass(frozen=True)
class PlotsLoaded:
    """Matplotlib is imported: stages can be made."""


def load_rest(loading: Iterator[Digits]) -> Iterator[NetworksLoaded | PlotsLoaded | Digits]:
    """Load everything but the first split, in the order in which it is missed.

    Parameters
    ----------
    loading : iterator of Digits
        load_digits(), the first split of which has been taken.
    """
    yield load_networks()
    for module in ("matplotlib.backends.backend_agg", "matplotlib.image", "matplotlib.text"):
        import_module(module)
    yield PlotsLoaded()
    yield from loading


def load_networks() -> NetworksLoaded:
    """Read the shipped networks, the smallest first."""
    # Imported here: the window is on the screen before the readers of files are.
    from mnist_desktop.model.formats import load_parameters

    networks, problems = [], []
    for path in sorted(NETWORKS.glob("*.npz"), key=lambda path: (len(path.name), path.name)):
        try:
            networks.append(Network(path.stem, load_parameters(path), path))
        except FileFormatError as error:
            problems.append(error)
    return NetworksLoaded(tuple(networks), tuple(problems))
