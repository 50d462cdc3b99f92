"""Finds out whether Qt can open a window, before Qt finds out by aborting."""

import ctypes
import os
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

_PACKAGES = (
    "libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 "
    "libxcb-image0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libdbus-1-3 libfontconfig1"
)


def display_problem(environment: Mapping[str, str] = os.environ) -> str:
    """Return what keeps a window from opening and what to do about it, in one line, or nothing.

    Only Linux is looked at: elsewhere a display and its libraries are always there.
    """
    if not sys.platform.startswith("linux"):
        return ""
    platform = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform in {"", "xcb"} and not environment.get("WAYLAND_DISPLAY"):
        if not environment.get("DISPLAY"):
            return (
                "There is no display to open a window on. Start it on a desktop, or make a "
                "virtual one: apt install xvfb, then xvfb-run mnist-desktop."
            )
        return _missing_library("xcb") or _unreachable_display(environment["DISPLAY"])
    return _missing_library(platform)


def _missing_library(platform: str) -> str:
    """Load Qt's plugin for a platform, as Qt will; the loader names a library that it misses."""
    spec = find_spec("PySide6")
    if spec is None or spec.origin is None:
        return "PySide6 is not installed: pip install PySide6-Essentials."
    plugins = Path(spec.origin).parent / "Qt" / "plugins" / "platforms"
    plugin = plugins / f"libq{platform}.so"
    if not plugin.exists():
        return ""
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        library = str(error).partition(":")[0]
        return f"Qt needs the library {library}. On Debian and Ubuntu: apt install {_PACKAGES}."
    return ""


def _unreachable_display(name: str) -> str:
    """Knock at the X server, since Qt aborts the process where nobody answers."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    xcb.xcb_connection_has_error.argtypes = (ctypes.c_void_p,)
    xcb.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(name.encode(), None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return f"The display {name} does not answer; is DISPLAY set as it should be?" if failed else ""
