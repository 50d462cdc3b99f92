"""Saved runs: they go on as if nothing had happened, and no damage goes unnoticed."""

import errno
import json
from dataclasses import replace
from itertools import islice

import numpy as np
import pytest

from mnist_desktop.model.errors import FileFormatError
from mnist_desktop.model.formats import load_parameters
from mnist_desktop.model.message import Message
from mnist_desktop.model.run_files import open_run, save_run
from mnist_desktop.model.run_records import Change
from mnist_desktop.model.run_training import train_run
from mnist_desktop.model.runs import Run
from tests.model.test_runs import SHORT, go_on, part, same


@pytest.fixture(scope="module")
def splits(digits):
    return digits.splits["training"], part(digits.splits["validation"], 100)


@pytest.fixture
def saved(splits, tmp_path):
    """A run that was left in its second epoch, after a change, and its file."""
    run = Run.new(SHORT)
    run.change("learning_rate", 0.25)
    for progress in train_run(run, *splits):
        if progress.step == 31 and progress.measured:
            run.pace = 7
        if progress.step == 45:
            break
    run.change("regularisation", 1.0)
    save_run(tmp_path / "run.npz", run)
    return run, tmp_path / "run.npz"


def test_a_reopened_run_is_the_run_that_was_saved(saved):
    run, path = saved
    opened = open_run(path)
    assert same(opened, run)
    assert (opened.settings, opened.changes, opened.data) == (SHORT, run.changes, run.data)
    assert opened.changes[-1].step == 45


def test_a_reopened_run_goes_on_as_if_it_had_not_been_interrupted(saved, splits):
    run, path = saved
    opened = open_run(path)
    for each in (run, opened):
        go_on(each, *splits)
        each.extend(1)
        go_on(each, *splits)
    assert run.ended
    assert same(opened, run)


@pytest.mark.parametrize("reports", [0, 1, 3])
def test_a_run_that_has_hardly_begun_can_be_saved(splits, tmp_path, reports):
    run = Run.new(SHORT)
    list(islice(train_run(run, *splits), reports))
    save_run(tmp_path / "run.npz", run)
    opened = open_run(tmp_path / "run.npz")
    go_on(opened, *splits)
    go_on(run, *splits)
    assert same(opened, run)


def test_a_change_after_reopening_comes_at_the_step_that_was_reached(saved):
    opened = open_run(saved[1])
    opened.change("learning_rate", 1.0)
    assert Change(45, "learning_rate", 1.0) in opened.changes


def test_a_run_that_diverged_still_says_so(splits, tmp_path):
    run = Run.new(replace(SHORT, learning_rate=10.0, regularisation=5000.0))
    go_on(run, *splits)
    save_run(tmp_path / "run.npz", run)
    opened = open_run(tmp_path / "run.npz")
    assert opened.ended
    assert str(opened.problem) == str(run.problem)


def test_the_file_opens_as_parameters_too(saved):
    run, path = saved
    for found, expected in zip(load_parameters(path), run.parameters, strict=True):
        assert np.array_equal(found, expected)


def test_numpy_reads_it_without_pickle(saved):
    with np.load(saved[1], allow_pickle=False) as arrays:
        assert all(arrays[name].dtype != object for name in arrays)
        assert json.loads(arrays["run"].tobytes())["settings"]["hidden"] == 5


def changed(path, **arrays):
    with np.load(path) as found:
        kept = dict(found)
    kept.update(arrays)
    np.savez(path, **{name: array for name, array in kept.items() if array is not None})


def facts(path, **others):
    with np.load(path) as found:
        text = json.loads(found["run"].tobytes())
    return np.frombuffer(json.dumps({**text, **others}).encode(), np.uint8)


DAMAGE = {
    "no history": {"history": None},
    "a history that is cut": {"history": np.zeros((0, 7))},
    "a history of others": {"history": np.zeros((2, 7))},
    "no network": {"W2": None},
    "a network of another size": {"W1": np.zeros((6, 784), np.float32)},
    "a network of another type": {"W1": np.zeros((5, 784), np.int64)},
    "numbers that are none": {"B1": np.full((5, 1), np.nan, np.float32)},
    "snapshots of another size": {"snapshots": np.zeros((7, 10), np.float32)},
    "snapshots without steps": {"snapshot_steps": np.arange(3)},
    "snapshots of the future": {"snapshot_steps": np.arange(7) * 40},
    "snapshots in disorder": {"snapshot_steps": np.array([0, 1, 4, 2, 8, 16, 31])},
    "text that is none": {"run": np.full(9, 200, np.uint8)},
    "nested text": {"run": np.frombuffer(b"[" * 100_000, np.uint8)},
    "a list": {"run": np.frombuffer(b"[1]", np.uint8)},
    "other settings": {"facts": {"settings": {"hidden": 10**9}}},
    "unknown settings": {"facts": {"settings": {"speed": 1}}},
    "steps below 0": {"facts": {"step": -1}},
    "steps beyond the end": {"facts": {"step": 94}},
    "steps of others": {"facts": {"step": 80}},
    "changes of others": {"facts": {"changes": [[1, "hidden", 3]]}},
    "changes that are none": {"facts": {"changes": [[1, 2]]}},
    "thinned by 0": {"facts": {"every": 0}},
    "data of another kind": {"facts": {"data": "x"}},
    "diverged by a word": {"facts": {"diverged": "no"}},
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_does_not_fit_is_refused_with_a_sentence(saved, damage):
    _, path = saved
    arrays = dict(DAMAGE[damage])
    if "facts" in arrays:
        arrays["run"] = facts(path, **arrays.pop("facts"))
    changed(path, **arrays)
    with pytest.raises(FileFormatError, match=r"run\.npz: it is a training run, but") as caught:
        open_run(path)
    assert isinstance(caught.value.reason, Message)


def test_a_newer_version_is_named(saved):
    changed(saved[1], run=facts(saved[1], version=2))
    with pytest.raises(FileFormatError, match="newer version"):
        open_run(saved[1])


def test_other_files_are_refused_with_a_sentence(tmp_path):
    text, network = tmp_path / "a.txt", tmp_path / "network.npz"
    text.write_text("no run")
    np.savez(network, **load_parameters()._asdict())
    for path in (text, network):
        with pytest.raises(FileFormatError, match="it is not a training run"):
            open_run(path)
    with pytest.raises(FileFormatError, match="no such file"):
        open_run(tmp_path / "nowhere.npz")


def test_a_file_that_was_cut_or_overwritten_is_refused(saved):
    content = saved[1].read_bytes()
    rng = np.random.default_rng(0)
    for at in rng.integers(0, len(content), 60).tolist():
        saved[1].write_bytes(content[:at])
        with pytest.raises(FileFormatError):
            open_run(saved[1])
    for at in rng.integers(0, len(content), 60).tolist():
        saved[1].write_bytes(content[:at] + b"\xa5" * 20 + content[at + 20 :])
        try:
            opened = open_run(saved[1])
        except FileFormatError:
            continue
        assert same(opened, saved[0])  # dates and the like, which nobody reads


def test_a_full_disk_leaves_the_file_that_was_there(saved, monkeypatch):
    run, path = saved
    before = path.read_bytes()

    def full(file, **arrays):
        file.write(b"half of it")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("mnist_desktop.model.run_files.np.savez", full)
    with pytest.raises(OSError, match="No space left"):
        save_run(path, run)
    assert path.read_bytes() == before
    assert list(path.parent.glob(".*")) == []
