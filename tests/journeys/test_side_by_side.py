"""Short work never waits for long work."""

import threading

import pytest

from mnist_desktop.model.formats import load_parameters, to_npz
from mnist_desktop.model.message import message
from tests.driving import ask


@pytest.fixture
def long_job(program):
    """A job of ten minutes, which ends with the test."""
    over = threading.Event()

    def work():
        while not over.wait(0.001):
            yield 1

    program.commands.run("measuring", message("Measuring for ten minutes"), 1000, work(), int)
    yield
    over.set()


def running(program):
    return [task.kind for task in program.store.state.tasks]


def test_a_file_is_opened_while_a_long_job_runs(qtbot, program, long_job, tmp_path):
    network = tmp_path / "another.npz"
    network.write_bytes(to_npz(load_parameters()))
    program.opener.open([network], divisor=256)
    qtbot.waitUntil(lambda: program.store.state.reading.network.name == "another")
    assert running(program) == ["measuring"]


def test_a_split_is_evaluated_while_a_long_job_runs(qtbot, program, long_job):
    program.commands.evaluate_split()
    qtbot.waitUntil(
        lambda: (
            program.store.state.evaluation is not None and program.store.state.evaluation.complete
        )
    )
    assert "measuring" in running(program)


def test_a_similarity_order_comes_while_a_long_job_runs(qtbot, program, long_job):
    program.commands.order_by_similarity(hidden=True)
    qtbot.waitUntil(lambda: program.store.state.gallery.query.order == "ranking")
    assert running(program) == ["measuring"]


def test_cancel_stops_the_task_that_began_last(qtbot, program, long_job):
    ask(program, verdict="wrong")
    program.window.actions_by_id["cancel"].trigger()
    assert running(program) == ["measuring"]
    program.window.actions_by_id["cancel"].trigger()
    assert running(program) == []


def test_closing_ends_them_all(program, long_job):
    program.commands.evaluate_all()
    program.window.close()
    assert [one for one in threading.enumerate() if one.name.startswith("worker")] == []
