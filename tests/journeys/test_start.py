"""The start: whatever is remembered or damaged, the window opens and everything is loaded."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mnist_desktop.model.errors import FileFormatError
from mnist_desktop.session.settings import Settings
from mnist_desktop.ui.base.errors import ErrorReporter
from mnist_desktop.ui.window import program as module

from ..conftest import opened

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("split", ["training", "validation", "test", "all"])
def test_the_window_opens_on_the_split_it_was_closed_on(qapp, qtbot, tmp_path, split):
    settings = Settings(split=split, index=17)
    start = opened(module.Program(qapp, settings, ErrorReporter(tmp_path / "log")), qtbot)
    program = next(start)
    assert program.store.state.gallery.split_name == split
    assert program.store.state.gallery.current == 17
    assert len(program.store.state.library.digits.splits["all"]) == 70_000
    assert program.store.state.reading.network is program.store.state.library.networks[0]
    assert next(start, None) is None


def test_without_its_digits_the_program_says_so_and_goes_on(qapp, qtbot, tmp_path, monkeypatch):
    def damaged(_first):
        raise FileFormatError("digits.npz", "the file is damaged.")
        yield

    monkeypatch.setattr(module, "load_digits", damaged)
    program = module.Program(qapp, Settings(), ErrorReporter(tmp_path / "log"))
    start = opened(program, qtbot)
    assert next(start) is program
    assert program._reporter._open.text() == "digits.npz: the file is damaged."
    program._reporter._open.close()
    assert program.window.stages.count() > 0
    assert next(start, None) is None


OPENS_A_DIALOG = """
import sys
from PySide6.QtCore import QSettings, QTimer
from mnist_desktop.ui.window import program
from mnist_desktop.session.options import Options

class Opening(program.Program):
    def __init__(self, *args):
        super().__init__(*args)
        self.ready.connect(self.ask)

    def ask(self):
        self.window.actions_by_id["open"].trigger()
        QTimer.singleShot(0, self.window.close)

program.Program = Opening
if sys.argv[1] == "unguarded":
    program.keep_qt_from_settings = lambda: None
raise SystemExit(program.run_window(Options()))
"""
#: As QSettings writes an object of Python: its pickle, here of 28 bytes, which touches a file.
HIDDEN = (
    rb"x=@Variant(\0\0\0\x7f\0\0\0\x18PySide::PyObjectWrapper\0\0\0\0\x1c"
    rb"(cos\nsystem\nS'touch harm'\no.)" + b"\n"
)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere Qt asks the system")
@pytest.mark.parametrize("guarded", [False, True])
def test_the_dialog_for_files_runs_nothing_that_its_settings_hide(guarded, tmp_path):
    """The case without the guard shows that the trap is there; once it is not, both can go."""
    settings = tmp_path / "config" / "QtProject.conf"
    settings.parent.mkdir()
    settings.write_bytes(HIDDEN)
    word = "guarded" if guarded else "unguarded"
    ended = subprocess.run(
        [sys.executable, "-c", OPENS_A_DIALOG, word],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
        timeout=60,
    )
    assert ended.returncode == 0
    assert (tmp_path / "harm").exists() is not guarded
    assert not guarded or settings.read_bytes() == HIDDEN
