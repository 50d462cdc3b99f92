"""Looking around in the gallery: closely, back and forth, filtered, ordered, starred."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from mnist_desktop.model.label_errors import LABEL_ERRORS
from mnist_desktop.model.selection import Query
from mnist_desktop.session.changes import ShowQuery, ShowSplit
from mnist_desktop.session.settings import read_marks, write_marks
from mnist_desktop.ui.window.collection_dialog import CollectionDialog
from mnist_desktop.ui.window.program import Remembering
from tests.driving import ask, click_image, middle_of, press, wait_for_jobs

Key = Qt.Key


@pytest.fixture
def gallery(program):
    return program.window.gallery


@pytest.fixture
def store(program):
    return program.store


def grab(gallery):
    return gallery.viewport().grab().toImage()


def chips(program):
    QApplication.processEvents()  # a layout shows its new widgets when the loop comes to it
    return [
        button
        for button in program.window.chip_row.findChildren(QToolButton)
        if button.isVisibleTo(program.window.chip_row)
    ]


def texts(program):
    return [button.text() for button in chips(program)]


# Looking closely ---------------------------------------------------------------------------------


@pytest.mark.parametrize("begin", [Key.Key_Space, Key.Key_Return, Key.Key_Enter])
@pytest.mark.parametrize("end", [Key.Key_Space, Key.Key_Escape])
def test_a_key_shows_the_image_large_and_another_the_gallery(gallery, begin, end):
    before = grab(gallery)
    press(gallery, begin)
    close = grab(gallery)
    assert close != before
    size = close.size()
    corner = close.pixelColor(2, size.height() // 2)
    assert corner.lightness() > 240  # paper all around
    press(gallery, end)
    assert grab(gallery) == before


def test_arrows_go_on_while_looking_closely(gallery, store):
    press(gallery, Key.Key_Space)
    first = grab(gallery)
    press(gallery, Key.Key_Right)
    assert store.state.gallery.current == 1
    assert grab(gallery) != first


def test_a_double_click_looks_closely_and_a_click_ends_it(gallery, store):
    click_image(gallery, 3)
    before = grab(gallery)
    QTest.mouseDClick(
        gallery.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        middle_of(gallery, 3),
    )
    assert grab(gallery) != before
    click_image(gallery, 9)  # ends the look, and does not choose what lies below it
    assert store.state.gallery.current == 3
    assert grab(gallery) == before


# Back and forth ----------------------------------------------------------------------------------


def test_backspace_goes_back_and_alt_with_arrows_both_ways(program, gallery, store):
    store.apply(ShowSplit("validation"))
    store.apply(ShowQuery(Query(label=3)))
    window = program.window
    press(gallery, Key.Key_Backspace)
    assert (store.state.gallery.split_name, store.state.gallery.query) == ("validation", Query())
    press(window, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert store.state.gallery.split_name == "test"
    press(window, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert store.state.gallery.split_name == "validation"
    press(gallery, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert store.state.gallery.query == Query(label=3)


# Typing ------------------------------------------------------------------------------------------


def test_escape_takes_back_a_typed_number(gallery, store):
    before = grab(gallery)
    QTest.keyClicks(gallery, "427")
    assert grab(gallery) != before
    press(gallery, Key.Key_Escape)
    assert grab(gallery) == before
    press(gallery, Key.Key_Return)  # looks closely now, and goes nowhere
    assert store.state.gallery.current == 0


def test_ctrl_a_selects_everything_that_is_shown(program, gallery, store):
    ask(program, label=3)
    press(program.window, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert store.state.gallery.selected == tuple(store.state.gallery.shown.tolist())
    counted = program.window.status_line.count.text()
    assert counted.endswith(f"{len(store.state.gallery.shown):,} selected")
    heading = program.window.stages.currentWidget().canvas.figure.get_suptitle()
    assert heading.startswith("The first 40 of")


# Stars -------------------------------------------------------------------------------------------


def test_s_stars_the_selection_and_takes_the_stars_away(gallery, store):
    click_image(gallery, 2)
    before = grab(gallery)
    press(gallery, Key.Key_S)
    assert store.state.library.marks.starred == {("test", 2)}
    assert grab(gallery) != before
    press(gallery, Key.Key_S)
    assert store.state.library.marks.starred == frozenset()
    assert grab(gallery) == before


def test_a_star_belongs_to_the_image_whatever_split_shows_it(gallery, store):
    store.apply(ShowSplit("all"))
    gallery.go_to(50_007)
    press(gallery, Key.Key_S)
    assert store.state.library.marks.starred == {("validation", 7)}


def test_a_named_collection_is_there_after_a_restart(qtbot, program, gallery, settings_folder):
    path = settings_folder / "settings.json"
    Remembering(program, path)
    program.window.actions_by_id["collections"].trigger()
    dialog = program.window.findChild(CollectionDialog)
    QTest.keyClicks(dialog.name, "for Monday")
    press(dialog.name, Key.Key_Return)
    dialog.close()
    click_image(gallery, 4)
    press(gallery, Key.Key_S)
    marks, problem = read_marks(path.with_name("marks.json"))
    assert problem == ""
    assert marks == program.store.state.library.marks
    assert (marks.current, marks.starred) == ("for Monday", {("test", 4)})


def test_show_its_images_shows_just_the_collection(program, gallery, store):
    for position in (5, 1):
        click_image(gallery, position)
        press(gallery, Key.Key_S)
    ask(program, label=0)
    program.window.actions_by_id["collections"].trigger()
    program.window.findChild(CollectionDialog).show_images.click()
    assert store.state.gallery.shown.tolist() == [1, 5]
    assert texts(program) == ["starred: Starred  ✕"]


def test_deleting_the_collection_goes_back_to_the_first(program, store):
    program.window.actions_by_id["collections"].trigger()
    dialog = program.window.findChild(CollectionDialog)
    for name in ("one", "two"):
        dialog.name.setText(name)
        dialog.add.click()
    assert store.state.library.marks.current == "two"
    dialog.list.setCurrentRow(0)
    assert store.state.library.marks.current == "one"
    dialog.delete.click()
    assert dict(store.state.library.marks.collections) == {"two": frozenset()}
    dialog.close()


def test_damaged_stars_are_set_aside(tmp_path, store):
    path = tmp_path / "marks.json"
    path.write_text('{"current": 3, "collections": []}')
    marks, problem = read_marks(path)
    assert dict(marks.collections) == {}
    assert "marks.damaged.json" in problem
    assert write_marks(path, store.state.library.marks) == ""
    assert read_marks(path) == (store.state.library.marks, "")


# Filters and order -------------------------------------------------------------------------------


def test_chips_say_what_is_filtered_and_take_it_back(qtbot, program, store):
    assert not program.window.chip_row.isVisible()
    ask(program, label=3, spans=((0, 999),), order="label")
    assert texts(program) == ["label 3  ✕", "numbers 0-999  ✕", "by label  ✕", "Clear all"]
    chips(program)[1].click()
    assert store.state.gallery.query == Query(label=3, order="label")
    chips(program)[1].click()
    assert store.state.gallery.query == Query(label=3)
    assert texts(program) == ["label 3  ✕"]
    chips(program)[0].click()
    assert store.state.gallery.query == Query()
    assert not program.window.chip_row.isVisible()


def test_every_filter_and_order_has_its_chip(qtbot, program, store):
    for changes in (
        {"prediction": 9},
        {"verdict": "right"},
        {"score": (0.25, 0.5)},
        {"margin": (0.0, 0.1)},
        {"label_errors": True},
        {"starred": True},
        {"order": "random"},
        {"order": "hardness"},
    ):
        ask(program, **changes)
        wait_for_jobs(qtbot, program)
        assert len(chips(program)) == 1, changes
        chips(program)[0].click()
        assert (
            store.state.gallery.query.__dict__
            == Query(seed=store.state.gallery.query.seed).__dict__
        )
    assert len(store.state.gallery.shown) == 10_000


def test_clear_all_takes_everything_back(program, store):
    ask(program, label=3, starred=True)
    chips(program)[-1].click()
    assert store.state.gallery.query == Query()


@pytest.mark.qt_log_ignore("This plugin does not support")  # a popup, says the offscreen platform
def test_the_popup_changes_the_query_at_once(qtbot, program, store, digits):
    popup = program.window.top_bar.popup
    program.window.top_bar.filter.click()
    assert popup.isVisible()
    popup.label_errors.click()
    assert store.state.gallery.shown.tolist() == list(LABEL_ERRORS)
    popup.label_errors.click()
    popup.spans.setFocus()
    QTest.keyClicks(popup.spans, "5, 20-22")
    assert store.state.gallery.shown.tolist() == [5, 20, 21, 22]
    QTest.keyClicks(popup.spans, ", x")
    assert popup.spans_note.text().startswith("“x” is no number or range")
    assert store.state.gallery.shown.tolist() == [5, 20, 21, 22]
    popup.spans.clear()
    popup.clear.click()
    popup.score.high.setValue(0.5)
    wait_for_jobs(qtbot, program)
    state = store.state
    assert state.gallery.query.score == (0, 0.5)
    np.testing.assert_array_equal(
        state.gallery.shown, np.flatnonzero(state.evaluation.top_scores <= np.float32(0.5))
    )
    popup.score.high.setValue(1)
    assert state.gallery.query.score is not None
    assert store.state.gallery.query.score is None
    popup.seed.setValue(7)
    assert (store.state.gallery.query.order, store.state.gallery.query.seed) == ("random", 7)
    popup.close()


def test_the_popup_shows_what_is_asked_elsewhere(qtbot, program, store):
    ask(program, prediction=4, margin=(0.1, 0.25), spans=((3, 9),), starred=True, label_errors=True)
    wait_for_jobs(qtbot, program)
    popup = program.window.top_bar.popup
    assert popup.prediction.currentData() == 4
    assert (popup.margin.low.value(), popup.margin.high.value()) == (0.1, 0.25)
    assert popup.spans.text() == "3-9"
    assert popup.starred.isChecked()
    assert popup.label_errors.isChecked()


@pytest.mark.parametrize("kind", ["pixels", "hidden"])
def test_order_by_similarity_begins_with_the_image_itself(qtbot, program, gallery, store, kind):
    gallery.go_to(427)
    chooser = program.window.top_bar.order
    chooser.setCurrentIndex(chooser.findData(kind))
    chooser.activated.emit(chooser.currentIndex())
    qtbot.waitUntil(lambda: store.state.gallery.query.order == "ranking", timeout=10_000)
    assert store.state.gallery.shown[0] == 427
    assert store.state.gallery.current == 427
    labels = store.state.split.labels
    assert (labels[store.state.gallery.shown[:20]] == labels[427]).mean() > 0.7
    (chip,) = texts(program)
    assert chip.startswith("like Test #427")
    press(gallery, Key.Key_Home)
    assert store.state.gallery.current == 427


def test_hover_and_focus_events_do_no_harm_without_images(qapp, program, gallery, store):
    ask(program, label=3, spans=((0, 0),))
    for key in (Key.Key_Space, Key.Key_Right, Key.Key_S, Key.Key_Backspace, Key.Key_Home):
        press(gallery, key)
    qapp.sendEvent(gallery.viewport(), QEvent(QEvent.Type.Enter))
    grab(gallery)
    assert store.state.library.marks.starred == frozenset()
