"""Long work: one thread, reports on the GUI thread, and a clean end whatever happens."""

import threading

import pytest

from mnist_desktop.ui.work.jobs import Jobs


@pytest.fixture
def jobs(qapp):
    jobs = Jobs()
    yield jobs
    jobs.stop()


class Heard:
    """What arrived of a job, and on which thread."""

    def __init__(self):
        self.reports, self.ends, self.threads = [], [], set()

    def step(self, report):
        self.reports.append(report)
        self.threads.add(threading.current_thread())

    def end(self, error):
        self.ends.append(error)
        self.threads.add(threading.current_thread())


@pytest.fixture
def heard():
    return Heard()


def in_steps(gate, closed):
    """A job that reports 1, waits until the gate opens, then reports 2 and 3."""
    try:
        yield 1
        gate.wait(10)
        yield 2
        yield 3
    finally:
        closed.set()


def test_work_is_done_off_the_gui_thread_and_told_on_it(qtbot, jobs, heard):
    def work():
        yield threading.current_thread()

    jobs.start(work(), heard.step, heard.end)
    qtbot.waitUntil(lambda: heard.ends == [None])
    assert heard.reports[0] is not threading.current_thread()
    assert heard.threads == {threading.current_thread()}


def test_each_job_tells_its_reports_and_then_its_end(qtbot, jobs):
    told = {name: [] for name in "abc"}
    for name, heard in told.items():
        jobs.start(iter([name]), heard.append, lambda _, heard=heard: heard.append("end"))
    qtbot.waitUntil(lambda: all(len(heard) == 2 for heard in told.values()))
    assert told == {name: [name, "end"] for name in "abc"}


def test_a_short_job_does_not_wait_for_long_ones(qtbot, jobs, heard):
    gates = [threading.Event() for _ in range(5)]
    for gate in gates:
        jobs.start(in_steps(gate, threading.Event()), lambda _: None, lambda _: None)
    jobs.start(iter(["short"]), heard.step, heard.end)
    qtbot.waitUntil(lambda: heard.ends == [None])
    assert heard.reports == ["short"]
    for gate in gates:
        gate.set()


def test_threads_are_used_again(qtbot, jobs):
    for _ in range(50):
        after = Heard()
        jobs.start(iter([1]), after.step, after.end)
        qtbot.waitUntil(lambda after=after: after.ends == [None])
    workers = [one for one in threading.enumerate() if one.name.startswith("worker")]
    assert len(workers) <= 2


def test_every_report_arrives_if_none_may_be_left_out(qtbot, jobs, heard):
    jobs.start(iter(range(2000)), heard.step, heard.end, every_step=True)
    qtbot.waitUntil(lambda: heard.ends == [None])
    assert heard.reports == list(range(2000))


def test_thinning_keeps_the_last_report(qtbot, jobs, heard):
    jobs.start(iter(range(20_000)), heard.step, heard.end)
    qtbot.waitUntil(lambda: heard.ends == [None])
    assert heard.reports[0] == 0
    assert heard.reports[-1] == 19_999
    assert len(heard.reports) < 100
    assert heard.reports == sorted(set(heard.reports))


def test_a_job_without_reports_ends(qtbot, jobs, heard):
    jobs.start(iter([]), heard.step, heard.end)
    qtbot.waitUntil(lambda: heard.ends == [None])
    assert heard.reports == []


def test_nothing_of_a_cancelled_job_arrives_and_its_generator_is_closed(qtbot, jobs, heard):
    gate, closed, after = threading.Event(), threading.Event(), Heard()
    job = jobs.start(in_steps(gate, closed), heard.step, heard.end, every_step=True)
    qtbot.waitUntil(lambda: heard.reports == [1])
    job.cancel()
    gate.set()
    jobs.start(iter(["next"]), after.step, after.end)
    qtbot.waitUntil(lambda: after.ends == [None] and closed.is_set())
    assert (heard.reports, heard.ends) == ([1], [])


def test_what_is_on_its_way_does_not_arrive_either(qtbot, jobs, heard):
    after, sent = Heard(), threading.Event()

    def work():
        yield "on its way"
        sent.set()

    job = jobs.start(work(), heard.step, heard.end, every_step=True)
    assert sent.wait(10)  # and the event loop has not run since
    job.cancel()
    jobs.start(iter([]), after.step, after.end)
    qtbot.waitUntil(lambda: after.ends == [None])
    assert (heard.reports, heard.ends) == ([], [])


def test_an_exception_arrives_once_and_the_next_job_runs(qtbot, jobs, heard):
    problem, after = ValueError("no such digit"), Heard()

    def work():
        yield 1
        raise problem

    jobs.start(work(), heard.step, heard.end, every_step=True)
    jobs.start(iter([2]), after.step, after.end)
    qtbot.waitUntil(lambda: after.ends == [None] and heard.ends == [problem])
    assert heard.reports == [1]
    assert heard.threads == {threading.current_thread()}
    assert after.reports == [2]


def test_stopping_while_busy_leaves_no_thread_and_no_news(qapp, heard):
    known = set(threading.enumerate())
    jobs, closed, started = Jobs(), threading.Event(), threading.Event()

    def work():
        try:
            while True:
                started.set()
                yield "busy"
        finally:
            closed.set()

    jobs.start(work(), heard.step, heard.end)
    jobs.start(iter(["waiting"]), heard.step, heard.end)
    assert started.wait(10)
    jobs.stop()
    assert closed.is_set()
    assert set(threading.enumerate()) == known
    qapp.processEvents()
    assert (heard.reports, heard.ends) == ([], [])


def test_stopping_twice_does_no_harm(qapp):
    jobs = Jobs()
    jobs.stop()
    jobs.stop()
