"""Finds out whether Qt can open a window, before Qt finds out by aborting."""

import ctypes
import os
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

#: Debian's and Ubuntu's packages with the libraries that Qt loads and its wheels do not bring.
PACKAGES = (
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libglib2.0-0",
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
    "libx11-xcb1",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xfixes0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
    "libxkbcommon0",
)

_DISPLAYS = {"wayland": "WAYLAND_DISPLAY", "xcb": "DISPLAY"}  # in Qt's order


def display_problem(environment: Mapping[str, str] = os.environ) -> str:
    """Return what keeps a window from opening and what to do about it, in one line, or nothing.

    Only Linux is looked at: elsewhere a display and its libraries are always there.
    """
    if not sys.platform.startswith("linux"):
        return ""
    problems = [_problem(platform, environment) for platform in _platforms(environment)]
    # Qt tries them one after another, too.
    return "" if "" in problems else problems[0]


def _platforms(environment: Mapping[str, str]) -> list[str]:
    named = environment.get("QT_QPA_PLATFORM", "")
    if named:
        return [name.partition(":")[0] for name in named.split(";")]
    offered = [name for name, variable in _DISPLAYS.items() if environment.get(variable)]
    return offered or ["xcb"]


def _problem(platform: str, environment: Mapping[str, str]) -> str:
    if platform not in _DISPLAYS:
        return missing_library(platform)
    variable = _DISPLAYS[platform]
    name = environment.get(variable, "")
    if not name:
        return (
            "There is no display to open a window on. Start it on a desktop, or make a "
            "virtual one: apt install xvfb, then xvfb-run mnist-desktop."
        )
    answers = _x_answers if platform == "xcb" else _wayland_answers
    return missing_library(platform) or (
        "" if answers(name, environment) else f"No display answers at {variable}={name}."
    )


def missing_library(platform: str) -> str:
    """Load Qt's plugin for a platform, as Qt will; return which library is missing, or nothing."""
    spec = find_spec("PySide6")
    if spec is None or spec.origin is None:
        return "PySide6 is not installed: pip install PySide6-Essentials."
    folder = Path(spec.origin).parent / "Qt" / "plugins" / "platforms"
    plugins = sorted(folder.glob(f"libq{platform.partition('-')[0]}*.so"))
    if not plugins:
        return f"Qt knows no platform {platform}; QT_QPA_PLATFORM is better left unset."
    try:
        ctypes.CDLL(str(plugins[0]))
    except OSError as error:
        library = str(error).partition(":")[0]
        packages = " ".join(PACKAGES)
        return f"Qt needs the library {library}. On Debian and Ubuntu: apt install {packages}"
    return ""


def _x_answers(name: str, _environment: Mapping[str, str]) -> bool:
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    xcb.xcb_connection_has_error.argtypes = (ctypes.c_void_p,)
    xcb.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(name.encode(), None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


def _wayland_answers(name: str, environment: Mapping[str, str]) -> bool:
    # A name is a socket in the folder of the session, or its whole path.
    place = Path(environment.get("XDG_RUNTIME_DIR", ""), name)
    import socket  # here: it takes 5 ms, and only Wayland asks for it

    with socket.socket(socket.AF_UNIX) as connection:
        try:
            connection.connect(str(place))
        except OSError:
            return False
    return True
