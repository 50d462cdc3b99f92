"""The one door to the state: what follows from a change, and what panels hear of it."""

from dataclasses import fields, replace
from types import MappingProxyType

import numpy as np
import pytest

from mnist_desktop import f
from mnist_desktop.model.evaluation import evaluate
from mnist_desktop.model.formats import load_parameters
from mnist_desktop.model.marks import Marks
from mnist_desktop.model.selection import Query, Ranking
from mnist_desktop.session.resolving import nearest
from mnist_desktop.session.state import AppState, Network
from mnist_desktop.ui.base.store import Store


@pytest.fixture(scope="module")
def evaluation(digits):
    *_, whole = evaluate(digits.splits["test"], load_parameters())
    return whole


@pytest.fixture
def network():
    return Network("one", load_parameters())


@pytest.fixture
def store(qapp, digits, network):
    store = Store(AppState())
    store.update(digits=digits, networks=(network,), network=network)
    return store


@pytest.fixture
def heard(store):
    """The sets of names that the store told of, from now on."""
    names = []
    store.changed.connect(lambda _, changed: names.append(set(changed)))
    return names


def evaluated(store, evaluation):
    store.update(evaluations=MappingProxyType({"test": evaluation}))


def ranking(split="test", size=10_000):
    return Ranking("backwards", split, -np.arange(size, dtype=np.float32))


def test_one_change_is_told_once_with_the_names_of_all_that_is_different(store, heard):
    store.update(current=13, selected=())
    assert heard == [{"current", "selected"}]
    store.update(split="validation", zoom=3)
    assert heard[1:] == [{"split", "shown", "zoom"}]  # both splits have an image 13


def test_what_is_as_before_is_not_told(store, heard):
    store.update(current=0, selected=(0,), zoom=2, query=Query(), marks=Marks())
    assert heard == []


def test_the_state_that_is_told_is_the_state_that_holds(store):
    seen = []
    store.changed.connect(lambda state, _: seen.append(state is store.state))
    store.update(query=Query(label=3))
    assert seen == [True]


def test_an_unknown_name_is_refused(store):
    with pytest.raises(TypeError, match="colour"):
        store.update(colour="red")


def test_a_state_cannot_be_changed_behind_the_store(store):
    with pytest.raises(AttributeError):
        store.state.current = 5


def test_filters_decide_what_is_shown_and_selected(store, heard, digits):
    labels = digits.splits["test"].labels
    threes = np.flatnonzero(labels == 3)
    away = int(np.flatnonzero(labels != 3)[400])
    store.update(current=away, selected=(away - 1, away, away + 1))
    store.update(query=Query(label=3))
    np.testing.assert_array_equal(store.state.shown, threes)
    assert store.state.current == threes[np.abs(threes - away).argmin()]
    assert set(store.state.selected) <= set(threes.tolist())
    assert store.state.current in store.state.selected
    assert heard[-1] >= {"query", "shown", "current", "selected"}


def test_selection_keeps_what_is_still_shown(store, digits):
    labels = digits.splits["test"].labels
    threes = np.flatnonzero(labels == 3)[:3].tolist()
    other = int(np.flatnonzero(labels != 3)[0])
    store.update(current=threes[1], selected=(other, *threes))
    store.update(query=Query(label=3))
    assert (store.state.current, store.state.selected) == (threes[1], tuple(threes))


def test_nothing_shown_means_nothing_selected_and_comes_back(store):
    store.update(query=Query(label=3, spans=((0, 0),)))
    assert (len(store.state.shown), store.state.current, store.state.selected) == (0, None, ())
    assert store.state.subject is None
    assert store.state.scores is None
    store.update(query=Query())
    assert (store.state.current, store.state.selected) == (0, (0,))


@pytest.mark.parametrize(
    ("wish", "given"), [(-5, 0), (9_999, 9_999), (10_000, 9_999), (10**9, 9_999)]
)
def test_an_index_out_of_range_becomes_the_nearest(store, wish, given):
    store.update(current=wish, selected=())
    assert (store.state.current, store.state.selected) == (given, (given,))


def test_nearest():
    shown = np.array([40, 3, 10])
    assert [nearest(shown, index) for index in (3, 0, 7, 24, 26, 1000)] == [3, 3, 10, 10, 40, 40]


def test_another_network_drops_what_followed_from_the_first(store, evaluation):
    evaluated(store, evaluation)
    store.update(ranking=ranking(), query=Query(order="ranking", label=3))
    other = Network("other", replace_bias(store.state.network))
    store.update(network=other)
    state = store.state
    assert dict(state.evaluations) == {}
    assert state.ranking is None
    assert state.query == Query(label=3)
    assert state.shown.tolist() == sorted(state.shown.tolist())


def replace_bias(network):
    return network.parameters._replace(B2=network.parameters.B2 + 1)


def test_another_split_keeps_evaluations_and_drops_the_ranking(store, evaluation):
    evaluated(store, evaluation)
    store.update(ranking=ranking(), query=Query(order="ranking"))
    assert store.state.shown[0] == 9_999
    store.update(split="validation")
    assert store.state.evaluation is None
    assert dict(store.state.evaluations) == {"test": evaluation}
    assert store.state.ranking is None
    assert store.state.query.order == "index"


def test_split_and_its_ranking_can_come_together(store):
    rank = ranking("validation")
    store.update(split="validation", ranking=rank, query=Query(order="ranking"))
    assert store.state.ranking is rank
    assert store.state.shown[0] == 9_999


def test_an_evaluation_changes_what_is_shown_only_if_the_query_asks_the_network(
    store, heard, evaluation
):
    evaluated(store, evaluation)
    assert heard == [{"evaluations"}]
    store.update(query=Query(verdict="wrong"))
    np.testing.assert_array_equal(store.state.shown, np.flatnonzero(evaluation.wrong))
    store.update(evaluations=MappingProxyType({"test": evaluation.part("test", 0, 1000)}))
    np.testing.assert_array_equal(store.state.shown, np.flatnonzero(evaluation.wrong[:1000]))


def test_a_star_changes_what_is_shown_only_among_starred(store, heard):
    store.update(marks=Marks().with_toggled([("test", 8), ("test", 5)]))
    assert heard == [{"marks"}]
    store.update(query=Query(starred=True))
    assert store.state.shown.tolist() == [5, 8]
    store.update(marks=store.state.marks.with_toggled([("test", 5)]))
    assert store.state.shown.tolist() == [8]
    assert store.state.current == 8


def test_before_a_split_is_loaded_the_wish_for_an_image_is_kept(qapp, digits):
    store = Store(AppState(current=321))
    store.update(theme="dark")
    assert (store.state.current, store.state.selected) == (321, ())
    store.update(digits=digits)
    assert (store.state.current, store.state.selected) == (321, (321,))


def test_subject_and_scores_are_those_of_the_current_image(store, digits, network):
    store.update(split="all", current=60_013, selected=())
    subject = store.state.subject
    assert (subject.caption, subject.label) == ("Test #13", int(digits.splits["test"].labels[13]))
    np.testing.assert_array_equal(subject.pixels, digits.splits["test"].images[13])
    W1, B1, W2, B2 = network.parameters
    np.testing.assert_allclose(store.state.scores, f(subject.x, W1, W2, B1, B2)[:, 0])
    store.update(network=None)
    assert store.state.scores is None


def test_every_part_of_the_state_is_compared(qapp):
    state = AppState()
    assert [item.name for item in fields(state) if item.name not in AppState.__doc__] == []
    assert replace(state) is not state
