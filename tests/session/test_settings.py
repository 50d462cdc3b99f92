"""What is remembered survives damage, strangers, and a second window."""

import json
import os
from dataclasses import asdict, replace
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnist_desktop.model.marks import Marks
from mnist_desktop.session.changes import Remember
from mnist_desktop.session.settings import (
    Settings,
    read_marks,
    read_settings,
    write_marks,
    write_settings,
)
from mnist_desktop.session.state import Recent
from mnist_desktop.ui.window.program import Remembering

MINE = Settings(
    split="training",
    index=7,
    zoom=3,
    labels=True,
    scale=1.25,
    theme="dark",
    stage="results",
    network="/somewhere/net.npz",
    width=1000,
    height=700,
    maximized=True,
    columns=(600, 400),
    rows=(1, 2),
    recent=(("/somewhere/net.npz", "parameters", 255), ("/na\udcefve", "digits", 256)),
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "settings.json"


@pytest.fixture
def written(path):
    """Write a settings file and read it."""
    path.parent.mkdir()

    def write_and_read(content):
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return read_settings(path)

    return write_and_read


def test_settings_come_back_as_they_were(path):
    assert write_settings(path, MINE) == ""
    assert read_settings(path) == (MINE, "")


def test_the_first_start_has_defaults_and_no_problem(path):
    assert read_settings(path) == (Settings(), "")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 100,
        b"\xff\xfe{}",
        b"[General]\ngeometry=@Variant(\\0\\0\\0)",
        b"{",
        b'{"split": "test"',
        b"[]",
        b"7",
        b"null",
        b"[" * 100_000,
        b'{"index": ' + b"9" * 5000 + b"}",
        b" " * 10_000_001,
    ],
    ids=lambda content: repr(content[:20]),
)
def test_a_damaged_file_is_set_aside_with_a_word(path, written, content):
    settings, problem = written(content)
    assert settings == Settings()
    assert "settings.damaged.json" in problem
    assert not path.exists()
    assert path.with_name("settings.damaged.json").read_bytes() == content
    assert read_settings(path) == (Settings(), "")


@pytest.mark.parametrize("make", [os.mkdir, getattr(os, "mkfifo", os.mkdir)])
def test_what_is_no_file_does_not_hold_up_the_start(path, make):
    path.parent.mkdir()
    make(path)
    settings, problem = read_settings(path)
    assert settings == Settings()
    assert problem


BAD = {
    "split": ["", "moon", 7, None, ["test"], {}],
    "index": [-1, 10**7, 1.0, True, "7", None, 10**400],
    "zoom": [0, 7, "2", 2.5],
    "labels": [0, 1, "true", None],
    "scale": [0, 0.1, 1000, -1, "1", True, float("nan"), float("inf"), 10**400],
    "theme": ["", "pink", 1],
    "stage": ["x" * 100, 1],
    "network": ["x" * 10_000, 1, None],
    "width": [0, 199, 10**9, "1280", 1280.0],
    "height": [0, -5, None],
    "maximized": ["no", 1],
    "columns": ["12", [1.5], [-1], [10**9], [True], [[1]], {"0": 1}, None],
    "rows": [7, ["1"]],
    "recent": [
        "x",
        ["x"],
        [["/a", "digits"]],
        [["/a", "film", 256]],
        [["/a", "digits", 7]],
        [["/a", "digits", True]],
        [["", "digits", 256]],
        [[1, "digits", 256]],
        [["/a", "digits", 256]] * 101,
        [{"path": "/a"}],
    ],
}


@pytest.mark.parametrize(("name", "value"), [(name, bad) for name in BAD for bad in BAD[name]])
def test_a_value_that_makes_no_sense_keeps_its_default_and_no_other_does(written, name, value):
    settings, problem = written({**asdict(MINE), name: value})
    assert settings == replace(MINE, **{name: getattr(Settings(), name)})
    assert problem == ""


def test_unknown_keys_are_passed_over(written):
    settings, problem = written({**asdict(MINE), "colour": "red", "__class__": "x"})
    assert (settings, problem) == (MINE, "")


plain = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
values = plain | st.lists(plain | st.lists(plain, max_size=3), max_size=3)


@given(st.dictionaries(st.sampled_from(sorted(asdict(MINE))), values))
def test_no_values_stop_the_start(tmp_path_factory, found):
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_text(json.dumps(found))
    settings, problem = read_settings(path)
    assert problem == ""
    assert write_settings(path, settings) == ""


def test_a_failed_write_leaves_the_old_settings(path, monkeypatch):
    write_settings(path, MINE)

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    problem = write_settings(path, Settings())
    assert problem == "settings.json could not be written: No space left on device."
    assert read_settings(path) == (MINE, "")
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


# Stars -----------------------------------------------------------------------------------------


def marks(**collections):
    stars = {name: frozenset(("test", index) for index in of) for name, of in collections.items()}
    return Marks(MappingProxyType(stars), next(iter(collections), "Starred"))


def test_stars_come_back_as_they_were(path):
    mine = marks(Starred=[1, 2], odd=[947])
    assert write_marks(path, mine) == ""
    assert read_marks(path) == (mine, "")


@pytest.mark.parametrize(
    "content", [{"current": "a", "collections": []}, {"current": "a"}], ids=str
)
def test_a_file_without_collections_is_set_aside_with_a_word(path, content):
    path.parent.mkdir()
    path.write_text(json.dumps(content))
    found, problem = read_marks(path)
    assert found == Marks()
    assert "set aside" in problem


@pytest.mark.parametrize(
    ("content", "left_out"),
    [
        ({"current": 1, "collections": {"b": [["test", 2]]}}, "the name of the current collection"),
        ({"collections": {"b": [["test", 2]]}}, "the name of the current collection"),
        ({"current": "b", "collections": {"a": [["test", -1]], "b": [["test", 2]]}}, "-1"),
        ({"current": "b", "collections": {"a": [[1, 1]], "b": [["test", 2]]}}, "[1, 1]"),
        ({"current": "b", "collections": {"a": "test", "b": [["test", 2]]}}, "'a'"),
    ],
)
def test_one_bad_star_costs_no_other(path, content, left_out):
    path.parent.mkdir()
    path.write_text(json.dumps(content))
    found, problem = read_marks(path)
    assert found.collections["b"] == {("test", 2)}
    assert problem.startswith(f"{path.name}: one entry could not be read")
    assert left_out in problem
    assert path.exists()


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "both"),
    [
        ({}, {"a": [1]}, {"b": [2]}, {"a": [1], "b": [2]}),
        ({"a": [1]}, {"a": [1, 2]}, {"a": [1, 3]}, {"a": [1, 2, 3]}),
        ({"a": [1, 2]}, {"a": [1]}, {"a": [1, 2, 3]}, {"a": [1, 3]}),
        ({"a": [1, 2]}, {"a": [1, 2]}, {"a": [2]}, {"a": [2]}),
        ({"a": [1]}, {}, {"a": [1]}, {}),
        ({"a": [1]}, {"a": [1]}, {}, {}),
    ],
)
def test_changes_of_two_windows_are_joined(base, mine, theirs, both):
    joined = marks(**mine).merged(marks(**base), marks(**theirs))
    assert dict(joined.collections) == dict(marks(**both).collections)


# The window ------------------------------------------------------------------------------------


@pytest.fixture
def remembering(program, path):
    return Remembering(program, path)


def test_a_second_window_loses_no_star_of_the_first(program, path, remembering):
    others = path.with_name("marks.json")
    program.commands.star()
    found, _ = read_marks(others)
    write_marks(others, found.with_toggled([("training", 3)]))
    program.window.gallery.go_to(9)
    program.commands.star()
    expected = {("test", 0), ("test", 9), ("training", 3)}
    assert read_marks(others)[0].starred == expected
    assert program.store.state.library.marks.starred == expected


def test_a_second_window_loses_no_recent_file_of_the_first(program, path, remembering):
    mine = (Recent(path.parent / "a.npz", "digits"),)
    program.store.apply(Remember(mine))
    found, _ = read_settings(path)
    other = ("/b.npz", "parameters", 255)
    write_settings(path, replace(found, recent=(other, *found.recent)))
    program.window.close()
    assert read_settings(path)[0].recent == ((str(mine[0].path), "digits", 256), other)


def test_forgotten_files_stay_forgotten(program, path, remembering):
    program.store.apply(Remember((Recent(path.parent / "a.npz", "digits"),)))
    program.opener.forget_recent()
    program.window.close()
    assert read_settings(path)[0].recent == ()


def test_where_nothing_can_be_written_the_window_says_so(program, path, remembering):
    path.parent.write_text("a file where a folder should be")
    program.commands.star()
    assert "could not be written" in program.window.status_line.count.text()
