"""What holds for every test: no display, settings of its own, and nothing left behind."""

import gc
import os
import random
import sys
import threading

# Before anything imports Qt. Set QT_QPA_PLATFORM to run the tests on a real display.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import HealthCheck, settings

from mnist_desktop.model.data import load_digits

# On a busy machine everything is slow, and nothing is wrong with it.
settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


def pytest_addoption(parser):
    parser.addoption("--shuffle", type=int, metavar="SEED", help="run the tests in random order")


def pytest_collection_modifyitems(config, items):
    seed = config.getoption("shuffle")
    if seed is not None:
        random.Random(seed).shuffle(items)  # noqa: S311


@pytest.fixture(scope="session")
def digits():
    """All the digits, loaded once."""
    *_, whole = load_digits()
    return whole


@pytest.fixture
def program(qapp, qtbot, tmp_path, digits, monkeypatch):
    """The program with its window open and everything loaded, at 1280 x 720."""
    from mnist_desktop.session.settings import Settings
    from mnist_desktop.ui.base.errors import ErrorReporter
    from mnist_desktop.ui.window import program as module

    monkeypatch.setattr(module, "load_digits", lambda _first: iter([digits, digits]))
    program = module.Program(qapp, Settings(theme="light"), ErrorReporter(tmp_path / "log"))
    yield from opened(program, qtbot)


def opened(program, qtbot):
    """Show a program's window, wait until everything is loaded, and clean up after the test."""
    with qtbot.waitSignal(program.ready, timeout=20_000):
        program.window.show()
    yield program
    program.window.close()
    delete(program.window)


def delete(window):
    """Delete a window now, and not when the event loop comes to it."""
    import shiboken6
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()
    shiboken6.delete(window)


@pytest.fixture(autouse=True)
def settings_folder(tmp_path, monkeypatch):
    """A folder for what the program remembers, instead of the user's own."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    if not sys.platform.startswith("linux"):
        from PySide6.QtCore import QStandardPaths

        QStandardPaths.setTestModeEnabled(True)
    return tmp_path / "config"


@pytest.fixture(autouse=True)
def nothing_left_behind():
    """Fail a test that leaves a thread or a window, and say which."""
    threads, windows = set(threading.enumerate()), set(top_level_widgets())
    yield
    left = [f"thread {thread.name!r}" for thread in still_running(threads)]
    left += [f"window {window!r}" for window in still_there(windows)]
    assert not left, f"the test left behind: {', '.join(left)}"


def still_running(known):
    new = [thread for thread in threading.enumerate() if thread not in known]
    for thread in new:
        thread.join(timeout=1)  # for one that is just ending
    return [thread for thread in new if thread.is_alive()]


def still_there(known):
    if not set(top_level_widgets()) <= known:
        from PySide6.QtCore import QCoreApplication, QEvent

        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [window for window in top_level_widgets() if window not in known]


def top_level_widgets():
    widgets = sys.modules.get("PySide6.QtWidgets")  # not imported for tests that need no Qt
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    found = widgets.QApplication.topLevelWidgets()
    return [widget for widget in found if widget.parentWidget() is None]
