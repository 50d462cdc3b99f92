"""The window in another language while it runs: made again from the state, with nothing lost."""

import numpy as np
import pytest

from mnist_desktop.session.changes import SelectImages, ShowStage
from tests.driving import ask, dress, put


@pytest.fixture
def again(program, qtbot):
    """Make the window again, as another language does."""

    def make():
        before = program.window
        dress(program, language="" if program.store.state.appearance.language else "en")
        qtbot.waitUntil(lambda: program.window is not before)

    return make


def scrolled(program):
    return program.window.gallery.verticalScrollBar().value()


def test_the_window_comes_back_as_it_was(program, again):
    ask(program, label=3)
    shown = program.store.state.gallery.shown
    program.store.apply(SelectImages(int(shown[400])), ShowStage("results"))
    dress(program, theme="dark", scale=1.25)
    place, size = scrolled(program), program.window.size()
    assert place > 0
    again()
    window = program.window
    assert window.isVisible()
    assert (scrolled(program), window.size()) == (place, size)
    assert window.stages.currentWidget().name == "results"
    assert window.top_bar.label.currentData() == 3
    assert window.columns.sizes()[0] > 0


def test_back_leads_to_where_one_was_before(program, again):
    ask(program, label=3)
    again()
    program.window.actions_by_id["back"].trigger()
    assert program.store.state.gallery.query.label is None


def test_a_drawing_stays_and_its_strokes_can_be_undone(program, again, digits):
    program.store.apply(ShowStage("draw"))
    draw = program.window.stages.currentWidget()
    draw.board.take_over(digits.splits["test"].images[0])
    drawn = draw.board.picture
    again()
    board = program.window.stages.currentWidget().board
    np.testing.assert_array_equal(board.picture, drawn)
    program.window.actions_by_id["undo"].trigger()
    assert (board.picture == 255).all()
    program.window.actions_by_id["redo"].trigger()
    np.testing.assert_array_equal(board.picture, drawn)


def test_a_job_goes_on_and_tells_the_new_window(program, again, qtbot):
    program.commands.evaluate_all()
    again()
    assert program.window.status_line.bar.isVisible()
    qtbot.waitUntil(lambda: not program.store.state.tasks, timeout=20_000)
    assert program.store.state.evaluations["test"].complete


def test_nothing_of_the_old_window_stays(program, again, qtbot):
    listeners = len(program.store.session._listeners)
    old = []
    program.window.destroyed.connect(lambda: old.append("gone"))
    again()
    qtbot.waitUntil(lambda: old == ["gone"])
    assert len(program.store.session._listeners) == listeners
    put(program.store)  # a change is told to the new window alone


def test_closing_the_new_window_ends_the_program(program, again):
    again()
    program.window.close()
    assert not [one for one in program.jobs._threads if one.is_alive()]
