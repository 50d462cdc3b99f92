"""Parameters of a network from a .npz file."""

import zipfile
import zlib
from pathlib import Path

import numpy as np

from mnist_desktop.model.formats.errors import FileFormatError
from mnist_desktop.model.network import Parameters
from mnist_desktop.model.resources import RESOURCES

NETWORKS = RESOURCES / "networks"
DEFAULT_NETWORK = NETWORKS / "784-30-10.npz"


def load_parameters(path: Path | str | None = None) -> Parameters:
    """Read the parameters of a network.

    Parameters
    ----------
    path : Path or str, optional
        A .npz file with the arrays W1, B1, W2 and B2. Default: the shipped
        network with 30 hidden units.

    Returns
    -------

    Parameters
    ----------
        Unpacks as ``W1, B1, W2, B2``, all float64.

    Raises
    ------
    FileFormatError
        If the file is missing, is of another format, or holds other arrays.
    """
    path = Path(path) if path is not None else DEFAULT_NETWORK
    arrays = _read_arrays(path)
    missing = [name for name in Parameters._fields if name not in arrays]
    if missing:
        raise FileFormatError(path, f"expected arrays W1, B1, W2, B2; {missing[0]} is missing.")
    parameters = Parameters(*(arrays[name].astype(np.float64) for name in Parameters._fields))
    _check(path, parameters)
    return parameters


def _read_arrays(path: Path) -> dict[str, np.ndarray]:
    try:
        with np.load(path, allow_pickle=False) as archive:
            return {name: archive[name] for name in archive.files}
    except FileNotFoundError:
        raise FileFormatError(path, "there is no such file.") from None
    except (OSError, ValueError, EOFError, AttributeError, zipfile.BadZipFile, zlib.error) as error:
        raise FileFormatError(path, "expected a .npz file with W1, B1, W2 and B2.") from error


def _check(path: Path, parameters: Parameters) -> None:
    hidden = parameters.W1.shape[0] if parameters.W1.ndim else 0
    expected = {"W1": (hidden, 784), "B1": (hidden, 1), "W2": (10, hidden), "B2": (10, 1)}
    for name, array in parameters._asdict().items():
        if array.shape != expected[name]:
            raise FileFormatError(
                path, f"{name} should have the shape {expected[name]}, but has {array.shape}."
            )
        if not np.isfinite(array).all():
            raise FileFormatError(path, f"{name} holds values that are not finite numbers.")
