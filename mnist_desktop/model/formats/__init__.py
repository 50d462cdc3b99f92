"""Files of digits and of parameters: each module reads one format, `open_file` all of them."""

from mnist_desktop.model.errors import FileFormatError
from mnist_desktop.model.formats.open_file import Opening, open_file, opening_steps
from mnist_desktop.model.formats.parameters import load_parameters
from mnist_desktop.model.formats.weights import OpenedParameters
from mnist_desktop.model.formats.writers import to_json, to_npy, to_npz

__all__ = [
    "FileFormatError",
    "OpenedParameters",
    "Opening",
    "load_parameters",
    "open_file",
    "opening_steps",
    "to_json",
    "to_npy",
    "to_npz",
]
