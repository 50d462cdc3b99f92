"""The shipped networks, and the lecture's way to load parameters."""

import os

from mnist_desktop.model.errors import FileFormatError
from mnist_desktop.model.formats.open_file import AnyPath, open_file
from mnist_desktop.model.message import message
from mnist_desktop.model.network import Parameters
from mnist_desktop.model.resources import RESOURCES

NETWORKS = RESOURCES / "networks"
DEFAULT_NETWORK = NETWORKS / "784-30-10.npz"


def load_parameters(path: AnyPath | None = None) -> Parameters:
    """Read the parameters of a network.

    Parameters
    ----------
    path : path-like, optional
        A file of any format that :func:`open_file` reads. Default: the shipped
        network with 30 hidden units.

    Returns
    -------
    Parameters : named tuple
        Unpacks as ``W1, B1, W2, B2``, all float64.

    Raises
    ------
    FileFormatError
        If the file is missing, is of another format, or holds something else.

    Examples
    --------
    >>> W1, B1, W2, B2 = load_parameters()
    >>> W1.shape, B1.shape, W2.shape, B2.shape
    ((30, 784), (30, 1), (10, 30), (10, 1))
    """
    path = DEFAULT_NETWORK if path is None else path
    opened = open_file(path)
    if not isinstance(opened, Parameters):
        raise FileFormatError(os.fsdecode(path), message("it holds digits; expected parameters."))
    return opened
