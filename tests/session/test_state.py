"""The one door to the state: what follows from a change, and what panels hear of it."""

from dataclasses import FrozenInstanceError, replace

import numpy as np
import pytest

from mnist_desktop import f
from mnist_desktop.model.evaluation import evaluate
from mnist_desktop.model.formats import load_parameters
from mnist_desktop.model.marks import Marks
from mnist_desktop.model.message import message
from mnist_desktop.model.preparation import Steps
from mnist_desktop.model.selection import Query, Ranking
from mnist_desktop.session.changes import (
    Draw,
    Dress,
    EndTask,
    Learn,
    LoadDigits,
    LookAtResults,
    LookInside,
    Mark,
    PrepareDrawing,
    SelectImages,
    ShowLabels,
    ShowQuery,
    ShowRanking,
    ShowSplit,
    ShowStage,
    ShowTask,
    SwitchOff,
    UseNetwork,
    ZoomGallery,
)
from mnist_desktop.session.resolving import nearest
from mnist_desktop.session.session import Session, Watch
from mnist_desktop.session.state import (
    Appearance,
    Gallery,
    InsideView,
    Network,
    ResultsView,
    State,
    Task,
)


@pytest.fixture(scope="module")
def evaluation(digits):
    *_, whole = evaluate(digits.splits["test"], load_parameters())
    return whole


@pytest.fixture
def network():
    return Network("one", load_parameters())


@pytest.fixture
def store(digits, network):
    session = Session(State())
    session.apply(LoadDigits(digits), UseNetwork(network))
    return session


def learn(store, evaluation, network=None):
    split = store.state.library.digits.splits[evaluation.split]
    store.apply(Learn(evaluation, network or store.state.reading.network, split))


def ranking(split="test", size=10_000):
    return Ranking("backwards", split, -np.arange(size, dtype=np.float32))


def test_changes_that_come_together_are_told_once(store):
    told = []
    store.listen(lambda state: told.append((state.gallery.split_name, state.gallery.zoom)))
    store.apply(ShowSplit("validation"), ZoomGallery(3))
    assert told == [("validation", 3)]


def test_a_listener_that_changes_the_state_lets_everyone_hear_of_the_first_change_first(store):
    heard = []

    def greedy(state):
        heard.append(("greedy", state.gallery.current))
        if state.gallery.current == 5:
            store.apply(SelectImages(8))

    store.listen(greedy)
    store.listen(lambda state: heard.append(("patient", state.gallery.current)))
    store.apply(SelectImages(5))
    assert heard == [("greedy", 5), ("patient", 5), ("greedy", 8), ("patient", 8)]
    assert store.state.gallery.current == 8


def test_a_listener_that_fails_does_not_keep_later_changes_from_being_told(store):
    def fails(state):
        raise RuntimeError("no")

    store.listen(fails)
    with pytest.raises(RuntimeError):
        store.apply(SelectImages(5))
    with pytest.raises(RuntimeError):
        store.apply(SelectImages(6))
    assert store.state.gallery.current == 6


def test_a_watch_tells_only_what_is_another(store):
    watch = Watch(lambda state: (state.gallery.query, state.gallery.shown))
    seen = []
    store.listen(lambda state: seen.append(watch.differs(state)))
    store.apply(SelectImages(3))
    store.apply(ShowQuery(Query()))
    store.apply(ShowQuery(Query(label=3)))
    store.apply(SelectImages(18))
    assert seen == [True, False, True, False]
    watch.forget()
    assert watch.differs(store.state)


def test_a_state_cannot_be_changed_behind_the_store(store):
    with pytest.raises(FrozenInstanceError):
        store.state.gallery.current = 5


def test_filters_decide_what_is_shown_and_selected(store, digits):
    labels = digits.splits["test"].labels
    threes = np.flatnonzero(labels == 3)
    away = int(np.flatnonzero(labels != 3)[400])
    store.apply(SelectImages(away, (away - 1, away, away + 1)))
    store.apply(ShowQuery(Query(label=3)))
    np.testing.assert_array_equal(store.state.gallery.shown, threes)
    assert store.state.gallery.current == threes[np.abs(threes - away).argmin()]
    assert set(store.state.gallery.selected) <= set(threes.tolist())
    assert store.state.gallery.current in store.state.gallery.selected


def test_selection_keeps_what_is_still_shown(store, digits):
    labels = digits.splits["test"].labels
    threes = np.flatnonzero(labels == 3)[:3].tolist()
    other = int(np.flatnonzero(labels != 3)[0])
    store.apply(SelectImages(threes[1], (other, *threes)))
    store.apply(ShowQuery(Query(label=3)))
    assert (store.state.gallery.current, store.state.gallery.selected) == (threes[1], tuple(threes))


def test_nothing_shown_means_nothing_selected_and_comes_back(store):
    store.apply(ShowQuery(Query(label=3, spans=((0, 0),))))
    assert (
        len(store.state.gallery.shown),
        store.state.gallery.current,
        store.state.gallery.selected,
    ) == (0, None, ())
    assert store.state.subject is None
    assert store.state.scores is None
    store.apply(ShowQuery(Query()))
    assert (store.state.gallery.current, store.state.gallery.selected) == (0, (0,))


@pytest.mark.parametrize(
    ("wish", "given"), [(-5, 0), (9_999, 9_999), (10_000, 9_999), (10**9, 9_999)]
)
def test_an_index_out_of_range_becomes_the_nearest(store, wish, given):
    store.apply(SelectImages(wish))
    assert (store.state.gallery.current, store.state.gallery.selected) == (given, (given,))


def test_nearest():
    shown = np.array([40, 3, 10])
    assert [nearest(shown, index) for index in (3, 0, 7, 24, 26, 1000)] == [3, 3, 10, 10, 40, 40]


def test_another_network_has_results_of_its_own_and_the_first_keeps_its(store, evaluation):
    learn(store, evaluation)
    first = store.state.reading.network
    by_unit = replace(ranking(), network=first.identity)
    store.apply(ShowQuery(Query(label=3)), ShowRanking(by_unit))
    other = Network("other", replace_bias(store.state.reading.network))
    store.apply(UseNetwork(other))
    state = store.state
    assert dict(state.evaluations) == {}
    assert state.gallery.ranking is None
    assert state.gallery.query == Query(label=3)
    assert state.gallery.shown.tolist() == sorted(state.gallery.shown.tolist())
    store.apply(UseNetwork(first))
    assert store.state.evaluation is evaluation


def test_an_order_by_pixels_stays_with_another_network(store):
    store.apply(ShowRanking(ranking()))
    store.apply(UseNetwork(Network("other", replace_bias(store.state.reading.network))))
    assert store.state.gallery.shown[0] == 9_999


def replace_bias(network):
    return network.parameters._replace(B2=network.parameters.B2 + 1)


def test_another_split_keeps_evaluations_and_drops_the_ranking(store, evaluation):
    learn(store, evaluation)
    store.apply(ShowRanking(ranking()))
    assert store.state.gallery.shown[0] == 9_999
    store.apply(ShowSplit("validation"))
    assert store.state.evaluation is None
    assert dict(store.state.evaluations) == {"test": evaluation}
    assert store.state.gallery.ranking is None
    assert store.state.gallery.query.order == "index"


def test_split_and_its_ranking_can_come_together(store):
    rank = ranking("validation")
    store.apply(ShowSplit("validation"), ShowRanking(rank))
    assert store.state.gallery.ranking is rank
    assert store.state.gallery.shown[0] == 9_999


def test_an_evaluation_changes_what_is_shown_only_if_the_query_asks_the_network(store, evaluation):
    before = store.state.gallery.shown
    learn(store, evaluation)
    assert store.state.gallery.shown is before
    store.apply(ShowQuery(Query(verdict="wrong")))
    np.testing.assert_array_equal(store.state.gallery.shown, np.flatnonzero(evaluation.wrong))
    learn(store, evaluation.part("test", 0, 1000))
    np.testing.assert_array_equal(
        store.state.gallery.shown, np.flatnonzero(evaluation.wrong[:1000])
    )


def test_a_star_changes_what_is_shown_only_among_starred(store):
    before = store.state.gallery.shown
    store.apply(Mark(Marks().with_toggled([("test", 8), ("test", 5)])))
    assert store.state.gallery.shown is before
    store.apply(ShowQuery(Query(starred=True)))
    assert store.state.gallery.shown.tolist() == [5, 8]
    store.apply(Mark(store.state.library.marks.with_toggled([("test", 5)])))
    assert store.state.gallery.shown.tolist() == [8]
    assert store.state.gallery.current == 8


def test_before_a_split_is_loaded_the_wish_for_an_image_is_kept(digits):
    store = Session(State(gallery=Gallery(current=321)))
    store.apply(Dress(Appearance(theme="dark")))
    assert (store.state.gallery.current, store.state.gallery.selected) == (321, ())
    store.apply(LoadDigits(digits))
    assert (store.state.gallery.current, store.state.gallery.selected) == (321, (321,))


def test_subject_and_scores_are_those_of_the_current_image(store, digits, network):
    store.apply(ShowSplit("all"), SelectImages(60_013))
    subject = store.state.subject
    assert (subject.caption, subject.label) == ("Test #13", int(digits.splits["test"].labels[13]))
    np.testing.assert_array_equal(subject.pixels, digits.splits["test"].images[13])
    W1, B1, W2, B2 = network.parameters
    np.testing.assert_allclose(store.state.scores, f(subject.x, W1, W2, B1, B2)[:, 0])


# A network that learns ---------------------------------------------------------------------------


def revised(store):
    return store.state.reading.network.revised(replace_bias(store.state.reading.network))


def test_a_new_revision_keeps_place_order_selection_and_units_off(store, evaluation):
    learn(store, evaluation)
    store.apply(ShowQuery(Query(order="hardness")))
    chosen = tuple(store.state.gallery.shown[7:10].tolist())
    store.apply(SelectImages(chosen[0], chosen), SwitchOff(frozenset({2})))
    before = store.state.gallery
    store.apply(UseNetwork(revised(store)))
    state = store.state
    assert (state.gallery.current, state.gallery.selected) == (chosen[0], chosen)
    assert state.gallery.shown is before.shown
    assert state.reading.units_off == {2}
    assert state.evaluation is None  # nothing is known of this revision
    assert state.library.networks == (state.reading.network,)


def test_the_gallery_follows_a_revision_once_it_is_evaluated_and_stays_at_its_image(
    store, evaluation
):
    learn(store, evaluation)
    store.apply(ShowQuery(Query(verdict="wrong")))
    first = int(store.state.gallery.shown[0])
    store.apply(SelectImages(first), UseNetwork(revised(store)))
    before = store.state.gallery.shown
    learn(store, replace(evaluation.part("test", 0, 5000), total=10_000))
    assert store.state.gallery.shown is before
    wrong = evaluation.predictions.copy()
    wrong[first], wrong[0] = 255, 255
    learn(store, replace(evaluation, predictions=wrong))
    assert store.state.gallery.shown[0] == 0
    assert store.state.gallery.current == first


def test_what_is_known_of_a_revision_is_there_on_going_back_to_it(store, evaluation):
    first = store.state.reading.network
    learn(store, evaluation)
    store.apply(UseNetwork(first.revised(replace_bias(first))))
    assert store.state.evaluation is None
    store.apply(UseNetwork(first))
    assert store.state.evaluation is evaluation
    assert store.state.library.networks == (first,)


def test_two_unsaved_networks_do_not_replace_each_other(store, network):
    one, other = (Network("unsaved", network.parameters) for _ in range(2))
    store.apply(UseNetwork(one))
    store.apply(UseNetwork(other))
    assert store.state.library.networks == (network, one, other)


def test_a_network_opened_again_takes_the_place_of_the_one_from_the_same_file(store, tmp_path):
    path, parameters = tmp_path / "a.npz", store.state.reading.network.parameters
    store.apply(UseNetwork(Network("a", parameters, path)))
    again = Network("a", parameters, path)
    store.apply(UseNetwork(again))
    assert store.state.library.networks[1:] == (again,)


# Where one looks ---------------------------------------------------------------------------------


def test_every_view_is_part_of_the_state(store):
    store.apply(LookInside(InsideView(page="unit", unit=3)))
    store.apply(LookAtResults(ResultsView(page="splits", percent=True)))
    store.apply(Dress(Appearance(scale=1.5, full_screen=True)))
    store.apply(ShowStage("results"), ShowLabels(True))
    state = store.state
    assert (state.inside.page, state.inside.unit) == ("unit", 3)
    assert (state.results.page, state.results.percent) == ("splits", True)
    assert (state.appearance.stage, state.appearance.scale) == ("results", 1.5)
    assert state.gallery.labels


def test_tasks_of_several_kinds_are_shown_side_by_side(store):
    store.apply(ShowTask(Task("evaluation", message("one"), 0, 9)))
    store.apply(ShowTask(Task("opening", message("two"), 0, 9)))
    store.apply(ShowTask(Task("evaluation", message("one"), 5, 9)))
    assert [(task.kind, task.done) for task in store.state.tasks] == [
        ("evaluation", 5),
        ("opening", 0),
    ]
    store.apply(EndTask("evaluation"))
    assert [task.kind for task in store.state.tasks] == ["opening"]


# The drawing -------------------------------------------------------------------------------------


def a_drawing():
    board = np.full((560, 560), 255, np.uint8)
    board[100:460, 250:310] = 0
    return board


def test_a_drawing_is_explained_on_its_stage_and_after_it_until_an_image_is_chosen(store):
    store.apply(Draw(a_drawing()))
    assert store.state.subject.caption == "Test #0"
    store.apply(ShowStage("draw"))
    assert (store.state.subject.caption, store.state.subject.label) == ("Your drawing", None)
    store.apply(ShowStage("inside"))
    assert store.state.subject.caption == "Your drawing"
    store.apply(SelectImages(4))
    assert store.state.subject.caption == "Test #4"


@pytest.mark.parametrize(
    "leave", [ShowSplit("validation"), SelectImages(0)], ids=["split", "image"]
)
def test_choosing_something_else_leaves_the_drawing(store, leave):
    store.apply(ShowStage("draw"), Draw(a_drawing()))
    store.apply(leave)
    assert not store.state.reading.drawing_explained


def test_an_empty_board_has_no_scores_and_is_not_explained_elsewhere(store):
    store.apply(ShowStage("draw"), Draw(np.full((560, 560), 255, np.uint8)))
    assert not store.state.subject.readable
    assert store.state.scores is None
    store.apply(ShowStage("image"))
    assert store.state.subject.caption == "Test #0"
    assert store.state.scores is not None


def test_without_the_polarity_an_empty_board_is_still_no_digit(store):
    store.apply(ShowStage("draw"), Draw(np.full((560, 560), 255, np.uint8)))
    store.apply(PrepareDrawing(Steps(polarity=False)))
    assert not store.state.subject.readable


def test_the_steps_of_the_preparation_decide_what_f_gets(store):
    store.apply(ShowStage("draw"), Draw(a_drawing()))
    whole = store.state.subject.pixels
    store.apply(PrepareDrawing(Steps(crop=False)))
    assert not np.array_equal(store.state.subject.pixels, whole)
    assert store.state.draw.steps == Steps(crop=False)
