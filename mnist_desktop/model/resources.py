"""Where the files that ship with the program are."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_INSTALLED = _PACKAGE / "resources"
_CHECKOUT = _PACKAGE.parent / "resources"

#: The folder of the shipped data: inside the package once it is installed from
#: a wheel, beside the package in a checkout.
RESOURCES = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
