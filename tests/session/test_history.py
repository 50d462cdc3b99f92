"""Back and forward through what one has looked at."""

import pytest

from mnist_desktop.model.selection import Query
from mnist_desktop.session.history import History
from mnist_desktop.session.state import AppState
from mnist_desktop.ui.base.store import Store


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(qapp, digits):
    store = Store(AppState())
    store.update(digits=digits)
    return store


@pytest.fixture
def history(store, clock):
    return History(store, clock)


def step(store, clock, index, seconds=5.0):
    clock.now += seconds
    store.update(current=index, selected=(index,))


def test_back_and_forward(store, history, clock):
    for index in (10, 20, 30):
        step(store, clock, index)
    seen = []
    for move in (history.back,) * 4 + (history.forward,) * 4:
        move()
        seen.append(store.state.current)
    assert seen == [20, 10, 0, 0, 10, 20, 30, 30]


def test_split_query_and_selection_come_back_together(store, history, clock):
    store.update(current=5, selected=(4, 5, 6))
    clock.now += 5
    store.update(split="validation", query=Query(label=3), selected=())
    history.back()
    state = store.state
    assert (state.split, state.query, state.current) == ("test", Query(), 5)
    assert state.selected == (4, 5, 6)
    history.forward()
    assert (store.state.split, store.state.query) == ("validation", Query(label=3))


def test_images_passed_quickly_are_one_step(store, history, clock):
    step(store, clock, 10)
    for index in range(11, 30):
        step(store, clock, index, seconds=0.1)
    history.back()
    assert store.state.current == 0
    history.forward()
    assert store.state.current == 29


def test_a_pause_ends_a_step(store, history, clock):
    for index, seconds in ((10, 5), (11, 0.2), (12, 0.2), (20, 5), (21, 0.2)):
        step(store, clock, index, seconds)
    seen = []
    for _ in range(3):
        history.back()
        seen.append(store.state.current)
    assert seen == [12, 0, 0]


def test_filters_are_steps_however_quick(store, history, clock):
    for label in (1, 2, 3):
        clock.now += 0.01
        store.update(query=Query(label=label))
    seen = []
    for _ in range(3):
        history.back()
        seen.append(store.state.query.label)
    assert seen == [2, 1, None]


def test_going_elsewhere_forgets_what_lay_ahead(store, history, clock):
    step(store, clock, 10)
    step(store, clock, 20)
    history.back()
    step(store, clock, 99)
    history.forward()
    assert store.state.current == 99
    history.back()
    assert store.state.current == 10


def test_what_is_no_place_is_no_step(store, history, clock):
    step(store, clock, 10)
    for changes in ({"zoom": 3}, {"theme": "dark"}, {"labels": True}, {"stage": "results"}):
        clock.now += 5
        store.update(**changes)
    history.back()
    assert store.state.current == 0
    assert store.state.zoom == 3
