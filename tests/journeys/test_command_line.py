"""The program as it is called: three ways in, and help that names every option."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

import mnist_desktop
from mnist_desktop.session.options import Options

ROOT = Path(__file__).parents[2]
SCRIPT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]["mnist-desktop"]
MODULE, FUNCTION = SCRIPT.split(":")
WAYS = {
    "main.py": ["main.py"],
    "python -m": ["-m", "mnist_desktop"],
    # What the installed command does.
    "mnist-desktop": ["-c", f"from {MODULE} import {FUNCTION}; raise SystemExit({FUNCTION}())"],
}

# What Qt's offscreen platform says of every window with a smallest size.
HARMLESS = "This plugin does not support propagateSizeHints()"


def call(way, *words, **environment):
    return subprocess.run(
        [sys.executable, *WAYS[way], *words],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def photograph(path, *words, **environment):
    ended = call("main.py", "--screenshot", str(path), *words, **environment)
    assert (ended.returncode, ended.stdout) == (0, "")
    said = [line for line in ended.stderr.splitlines() if HARMLESS not in line]
    assert said == []
    return QImage(str(path))


@pytest.mark.parametrize("way", WAYS)
def test_every_way_in_is_the_same_program(way):
    ended = call(way, "--version")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == f"MNIST Desktop {mnist_desktop.__version__}\n"


def test_help_names_each_option():
    help_text = call("main.py", "--help").stdout
    options = [f"--{name}" for name in Options.__dataclass_fields__ if name != "file"]
    assert [option for option in options if option not in help_text] == []


def test_option_that_makes_no_sense_ends_with_usage():
    ended = call("main.py", "--size", "wide")
    assert ended.returncode == 2
    assert "expected a size such as 1280x720" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_screenshot_is_a_picture_of_the_asked_size(theme, tmp_path):
    picture = photograph(tmp_path / "window.png", "--size", "1300x760", "--theme", theme)
    assert (picture.width(), picture.height()) == (1300, 760)
    paper = picture.pixelColor(650, 755).lightness()
    assert (paper < 128) == (theme == "dark")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="others always have fonts")
def test_system_without_any_font_shows_words_and_no_boxes(tmp_path):
    configuration = tmp_path / "fonts.conf"
    configuration.write_text("<fontconfig><dir>/nowhere</dir></fontconfig>")
    picture = photograph(
        tmp_path / "window.png", "--size", "1300x760", FONTCONFIG_FILE=str(configuration)
    )
    # Boxes in place of letters are so wide that the window grows beyond the asked size.
    assert (picture.width(), picture.height()) == (1300, 760)
