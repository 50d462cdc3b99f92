"""Back and forward through what one has looked at."""

import numpy as np
import pytest

from mnist_desktop.model.message import message
from mnist_desktop.model.selection import Query, Ranking
from mnist_desktop.session.changes import (
    Dress,
    LoadDigits,
    SelectImages,
    ShowLabels,
    ShowQuery,
    ShowRanking,
    ShowSplit,
    ShowStage,
    ZoomGallery,
)
from mnist_desktop.session.history import History
from mnist_desktop.session.session import Session
from mnist_desktop.session.state import Appearance, State


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(digits):
    store = Session(State())
    store.apply(LoadDigits(digits))
    return store


@pytest.fixture
def history(store, clock):
    return History(store, clock)


def step(store, clock, index, seconds=5.0):
    clock.now += seconds
    store.apply(SelectImages(index))


def test_back_and_forward(store, history, clock):
    for index in (10, 20, 30):
        step(store, clock, index)
    seen = []
    for move in (history.back,) * 4 + (history.forward,) * 4:
        move()
        seen.append(store.state.gallery.current)
    assert seen == [20, 10, 0, 0, 10, 20, 30, 30]


def test_split_query_and_selection_come_back_together(store, history, clock):
    store.apply(SelectImages(5, (4, 5, 6)))
    clock.now += 5
    store.apply(ShowSplit("validation"), ShowQuery(Query(label=3)))
    history.back()
    state = store.state
    assert (state.gallery.split_name, state.gallery.query, state.gallery.current) == (
        "test",
        Query(),
        5,
    )
    assert state.gallery.selected == (4, 5, 6)
    history.forward()
    assert (store.state.gallery.split_name, store.state.gallery.query) == (
        "validation",
        Query(label=3),
    )


def test_images_passed_quickly_are_one_step(store, history, clock):
    step(store, clock, 10)
    for index in range(11, 30):
        step(store, clock, index, seconds=0.1)
    history.back()
    assert store.state.gallery.current == 0
    history.forward()
    assert store.state.gallery.current == 29


def test_a_pause_ends_a_step(store, history, clock):
    for index, seconds in ((10, 5), (11, 0.2), (12, 0.2), (20, 5), (21, 0.2)):
        step(store, clock, index, seconds)
    seen = []
    for _ in range(3):
        history.back()
        seen.append(store.state.gallery.current)
    assert seen == [12, 0, 0]


def test_filters_are_steps_however_quick(store, history, clock):
    for label in (1, 2, 3):
        clock.now += 0.01
        store.apply(ShowQuery(Query(label=label)))
    seen = []
    for _ in range(3):
        history.back()
        seen.append(store.state.gallery.query.label)
    assert seen == [2, 1, None]


def test_going_elsewhere_forgets_what_lay_ahead(store, history, clock):
    step(store, clock, 10)
    step(store, clock, 20)
    history.back()
    step(store, clock, 99)
    history.forward()
    assert store.state.gallery.current == 99
    history.back()
    assert store.state.gallery.current == 10


def test_what_is_no_place_is_no_step(store, history, clock):
    step(store, clock, 10)
    others = (ZoomGallery(3), Dress(Appearance(theme="dark")), ShowLabels(True))
    for change in (*others, ShowStage("results")):
        clock.now += 5
        store.apply(change)
    history.back()
    assert store.state.gallery.current == 0
    assert store.state.gallery.zoom == 3


def test_an_order_that_took_long_to_work_out_comes_back(store, history, clock):
    values = -np.arange(10_000, dtype=np.float32)
    store.apply(ShowRanking(Ranking(message("backwards"), "test", values)))
    clock.now += 5
    store.apply(ShowQuery(Query(label=3)))
    history.back()
    assert store.state.gallery.shown[:3].tolist() == [9_999, 9_998, 9_997]
