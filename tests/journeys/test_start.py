"""The start: whatever is remembered or damaged, the window opens and everything is loaded."""

import pytest

from mnist_desktop.model.errors import FileFormatError
from mnist_desktop.ui import program as module
from mnist_desktop.ui.errors import ErrorReporter
from mnist_desktop.ui.settings import Settings

from ..conftest import opened


@pytest.mark.parametrize("split", ["training", "validation", "test", "all"])
def test_the_window_opens_on_the_split_it_was_closed_on(qapp, qtbot, tmp_path, split):
    settings = Settings(split=split, index=17)
    start = opened(module.Program(qapp, settings, ErrorReporter(tmp_path / "log")), qtbot)
    program = next(start)
    assert program.store.state.split == split
    assert program.store.state.current == 17
    assert len(program.store.state.digits.splits["all"]) == 70_000
    assert program.store.state.network is program.store.state.networks[0]
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
