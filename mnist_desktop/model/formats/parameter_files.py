"""The files of a network that is kept as one array per file: W1.npy, b1.npy, W2.npy, b2.npy."""

from pathlib import Path

from mnist_desktop.model.formats.names import is_parameter
from mnist_desktop.model.formats.siblings import files_in

_ENDINGS = {".npy", ".npz", ".csv", ".txt", ".pkl", ".json"}
_MOST = 32


def parameters_around(path: Path) -> dict[str, Path]:
    """Return the files of a network that belong to one of them, itself among them.

    Parameters
    ----------
    path : Path
        A file whose name says that weights or biases are in it.

    Returns
    -------
    dict of str to Path
        By the names without endings; empty if its name is another, or it stands alone.
    """
    if path.suffix.lower() not in _ENDINGS or not is_parameter(path.stem):
        return {}
    alike = [
        file
        for file in files_in(path.parent)
        if file.suffix == path.suffix and is_parameter(file.stem)
    ]
    found = {file.stem: file for file in sorted(alike)[:_MOST]}
    return found if len(found) > 1 and path.stem in found else {}


def parameters_within(folder: Path) -> dict[str, Path]:
    """Return the files of the network in a folder; empty if there is none.

    Parameters
    ----------
    folder : Path
    """
    return next(filter(None, map(parameters_around, sorted(files_in(folder)))), {})
