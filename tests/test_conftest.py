"""What a test leaves behind is noticed; else the suite could be green for the wrong reason."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

LEAKY = """
import threading
import warnings

from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QLabel

kept = []

def test_thread():
    threading.Thread(target=threading.Event().wait, name="forgotten", daemon=True).start()

def test_window(qapp):
    kept.append(QLabel("forgotten"))

def test_qt_warning(qapp):
    qWarning("forgotten")

def test_warning():
    warnings.warn("forgotten")

def test_clean(qapp):
    QLabel("not kept")
    threading.Thread(target=int).start()
"""


@pytest.fixture(scope="module")
def outcome(tmp_path_factory):
    folder = tmp_path_factory.mktemp("leaky")
    conftest = Path(__file__).with_name("conftest.py")
    (folder / "conftest.py").write_text(conftest.read_text())
    (folder / "test_leaky.py").write_text(LEAKY)
    configuration = conftest.parents[1] / "pyproject.toml"
    words = ["-c", configuration, "--rootdir", folder, folder]
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", *words],
        env=os.environ | {"COLUMNS": "200"},  # lines in full
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return ended.stdout


@pytest.mark.parametrize(
    "line",
    [
        "::test_thread - AssertionError: the test left behind: thread 'forgotten'",
        "::test_window - AssertionError: the test left behind: window <PySide6.QtWidgets.QLabel",
        "QtWarningMsg: forgotten",
        "::test_warning - UserWarning: forgotten",
    ],
)
def test_what_is_left_behind_fails_the_test_and_is_named(line, outcome):
    assert line in outcome


def test_nothing_else_fails(outcome):
    assert "2 failed, 3 passed, 2 errors" in outcome
