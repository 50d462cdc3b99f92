"""Files of digits and of parameters: each module reads one format, or raises FileFormatError."""

from mnist_desktop.model.formats.errors import FileFormatError
from mnist_desktop.model.formats.parameters import load_parameters

__all__ = ["FileFormatError", "load_parameters"]
