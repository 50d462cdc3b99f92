"""Where no window can open, one line says why and what to do; Qt is not left to abort."""

import ctypes
import os
import socket
import subprocess
import sys

import pytest

from mnist_desktop.ui.base import display
from mnist_desktop.ui.base.display import PACKAGES, display_problem

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux may lack a display"
)

HOPELESS = {
    "no display": ({}, "There is no display"),
    "empty name": ({"DISPLAY": ""}, "There is no display"),
    "xcb without a name": ({"QT_QPA_PLATFORM": "xcb"}, "There is no display"),
    "X does not answer": ({"DISPLAY": ":987"}, "No display answers at DISPLAY=:987"),
    "no name of a display": ({"DISPLAY": "nonsense"}, "No display answers at DISPLAY=nonsense"),
    "Wayland does not answer": (
        {"WAYLAND_DISPLAY": "wayland-987", "XDG_RUNTIME_DIR": "/nowhere"},
        "No display answers at WAYLAND_DISPLAY=wayland-987",
    ),
    "neither answers": (
        {"WAYLAND_DISPLAY": "/nowhere/wayland-0", "DISPLAY": ":987"},
        "No display answers",
    ),
}


@pytest.mark.parametrize("case", HOPELESS)
def test_problem_is_told_in_one_line(case, monkeypatch):
    # The tests need the libraries of the offscreen platform only; assume the others.
    monkeypatch.setattr(display, "missing_library", lambda _platform: "")
    environment, words = HOPELESS[case]
    problem = display_problem(environment)
    assert problem.startswith(words)
    assert "\n" not in problem


def test_wayland_that_answers_is_enough(tmp_path, monkeypatch):
    monkeypatch.setattr(display, "missing_library", lambda _platform: "")
    monkeypatch.chdir(tmp_path)  # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("w")
        server.listen()
        assert display_problem({"WAYLAND_DISPLAY": "w", "DISPLAY": ":987"}) == ""


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "offscreen:fonts", "paper;offscreen"])
def test_platform_that_needs_no_display_is_fine(platform):
    assert display_problem({"QT_QPA_PLATFORM": platform}) == ""


@pytest.mark.parametrize("library", ["libxcb-cursor.so.0", "libEGL.so.1"])
def test_missing_library_is_named_with_what_to_install(monkeypatch, library):
    def load(_name):
        raise OSError(f"{library}: cannot open shared object file: No such file or directory")

    monkeypatch.setattr(ctypes, "CDLL", load)
    problem = display_problem({"DISPLAY": ":0"})
    assert library in problem
    assert problem.endswith("apt install " + " ".join(PACKAGES))
    assert "\n" not in problem


@pytest.mark.parametrize(
    "environment", [{}, {"DISPLAY": ":987"}, {"QT_QPA_PLATFORM": "paper"}], ids=str
)
def test_program_says_it_and_ends(environment):
    names = {"DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "QT_QPA_PLATFORM"}
    kept = {name: value for name, value in os.environ.items() if name not in names}
    ended = subprocess.run(
        [sys.executable, "-m", "mnist_desktop"],
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.startswith("mnist-desktop: ")
    assert ended.stderr.count("\n") == 1
