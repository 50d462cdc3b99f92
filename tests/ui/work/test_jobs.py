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


def test_jobs_run_in_the_order_of_their_start(qtbot, jobs):
    order = []
    for name in "abc":
        jobs.start(iter([name]), order.append, lambda _, name=name: order.append(f"end of {name}"))
    qtbot.waitUntil(lambda: len(order) == 6)
    assert order == ["a", "end of a", "b", "end of b", "c", "end of c"]


def test_every_report_arrives_if_none_may_be_left_out(qtbot, jobs, heard):
    jobs.start(iter(range(2000)), heard.step, heard.end, thin=False)
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
    job = jobs.start(in_steps(gate, closed), heard.step, heard.end, thin=False)
    qtbot.waitUntil(lambda: heard.reports == [1])
    job.cancel()
    gate.set()
    jobs.start(iter(["next"]), after.step, after.end)
    qtbot.waitUntil(lambda: after.ends == [None])
    assert closed.is_set()
    assert (heard.reports, heard.ends) == ([1], [])


def test_what_is_on_its_way_does_not_arrive_either(qtbot, jobs, heard):
    after, sent = Heard(), threading.Event()

    def work():
        yield "on its way"
        sent.set()

    job = jobs.start(work(), heard.step, heard.end, thin=False)
    assert sent.wait(10)  # and the event loop has not run since
    job.cancel()
    jobs.start(iter([]), after.step, after.end)
    qtbot.waitUntil(lambda: after.ends == [None])
    assert (heard.reports, heard.ends) == ([], [])


def test_a_job_cancelled_while_it_waits_does_none_of_its_work(qtbot, jobs, heard):
    gate, closed, after, done = threading.Event(), threading.Event(), Heard(), []

    def work():
        for step in range(3):
            done.append(step)
            yield step

    jobs.start(in_steps(gate, closed), heard.step, heard.end)
    waiting = jobs.start(work(), after.step, after.end)
    waiting.cancel()
    gate.set()
    last = Heard()
    jobs.start(iter([]), last.step, last.end)
    qtbot.waitUntil(lambda: last.ends == [None])
    assert done == []
    assert (after.reports, after.ends) == ([], [])


def test_an_exception_arrives_once_and_the_next_job_runs(qtbot, jobs, heard):
    problem, after = ValueError("no such digit"), Heard()

    def work():
        yield 1
        raise problem

    jobs.start(work(), heard.step, heard.end, thin=False)
    jobs.start(iter([2]), after.step, after.end)
    qtbot.waitUntil(lambda: after.ends == [None])
    assert heard.reports == [1]
    assert heard.ends == [problem]
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
