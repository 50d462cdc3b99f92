"""Starred images: toggled together, in named collections, kept as JSON."""

import json

import pytest

from mnist_desktop.model.marks import Marks

SEVEN, EIGHT, OTHER = ("test", 7), ("test", 8), ("training", 7)


def test_stars_come_and_go_together():
    marks = Marks().with_toggled([SEVEN, EIGHT])
    assert marks.starred == {SEVEN, EIGHT}
    assert marks.with_toggled([SEVEN]).starred == {EIGHT}
    # One of the two has no star yet, so both get one.
    assert marks.with_toggled([SEVEN, OTHER]).starred == {SEVEN, EIGHT, OTHER}
    assert marks.with_toggled([SEVEN, EIGHT]).starred == frozenset()


def test_nothing_to_toggle_changes_nothing():
    marks = Marks().with_toggled([SEVEN])
    assert marks.with_toggled([]).starred == {SEVEN}


def test_marks_are_not_changed_but_made_anew():
    marks = Marks()
    marks.with_toggled([SEVEN])
    assert marks == Marks()
    with pytest.raises(TypeError):
        marks.collections["Starred"] = frozenset()


def test_each_collection_has_its_own_stars():
    marks = Marks().with_toggled([SEVEN]).with_current("for Monday")
    assert marks.starred == frozenset()
    marks = marks.with_toggled([OTHER])
    assert dict(marks.collections) == {"Starred": {SEVEN}, "for Monday": {OTHER}}
    assert marks.with_current("Starred").starred == {SEVEN}


def test_deleting_a_collection_goes_to_another():
    marks = Marks().with_toggled([SEVEN]).with_current("for Monday").with_toggled([OTHER])
    left = marks.without("for Monday")
    assert (left.current, left.starred) == ("Starred", {SEVEN})
    assert left.without("Starred").starred == frozenset()
    assert left.without("Starred").current == Marks().current


@pytest.mark.parametrize(
    "marks",
    [
        Marks(),
        Marks().with_toggled([SEVEN, EIGHT, OTHER]),
        Marks().with_toggled([SEVEN]).with_current("für Montag ★").with_current(""),
    ],
)
def test_marks_come_back_from_json(marks):
    assert Marks.from_json(json.loads(json.dumps(marks.to_json()))) == marks


def test_json_is_the_same_each_time():
    one = Marks().with_toggled([SEVEN, OTHER, EIGHT]).to_json()
    other = Marks().with_toggled([EIGHT]).with_toggled([OTHER, SEVEN]).to_json()
    assert json.dumps(one) == json.dumps(other)


@pytest.mark.parametrize(
    "damaged",
    [None, [], "Starred", {}, {"current": "Starred"}, {"current": "a", "collections": []}],
    ids=json.dumps,
)
def test_what_holds_no_collections_is_refused(damaged):
    with pytest.raises(ValueError, match="not a collection"):
        Marks.from_json(damaged)


@pytest.mark.parametrize(
    "bad",
    [5, ["test"], ["test", 1, 2], ["test", -1], ["test", 1.0], ["test", True], [["test"], 1]],
    ids=json.dumps,
)
def test_a_bad_entry_costs_only_itself(bad):
    starred = {"Starred": [["test", 7], bad, ["test", 8]], "for Monday": [["training", 7]]}
    marks = Marks.from_json({"current": "for Monday", "collections": starred})
    assert dict(marks.collections) == {"Starred": {SEVEN, EIGHT}, "for Monday": {OTHER}}
    assert marks.current == "for Monday"
    assert [str(entry) for entry in marks.dropped] == [f"{bad!r} in 'Starred'"]


def test_a_bad_collection_or_current_name_costs_only_itself():
    starred = {"Starred": [["test", 7]], "for Monday": 5}
    marks = Marks.from_json({"current": 3, "collections": starred})
    assert marks.current == "Starred"
    assert marks.starred == {SEVEN}
    assert len(marks.dropped) == 2


def test_good_marks_drop_nothing():
    assert Marks.from_json(Marks().with_toggled([SEVEN]).to_json()).dropped == ()
