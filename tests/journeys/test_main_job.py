"""The main job: see the digits, click one, know what the network says, evaluate a split."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage

from mnist_desktop import f, load_parameters, open_file
from mnist_desktop.model.opening import trying_out
from mnist_desktop.session.changes import ShowLabels, ShowSplit, ZoomGallery
from mnist_desktop.session.state import Network
from tests.driving import ask, click_image, dress, press, wait_for_jobs


def evaluated(qtbot, program, start):
    """Start an evaluation and wait until it has ended."""
    start()
    wait_for_jobs(qtbot, program)
    return program.store.state.evaluation


def test_the_gallery_opens_on_all_test_images_with_the_first_one_explained(program):
    state = program.store.state
    assert (state.gallery.split_name, len(state.gallery.shown), state.gallery.current) == (
        "test",
        10_000,
        0,
    )
    assert program.window.status_line.count.text() == "10,000 images shown"
    assert program.window.panel.verdict.accessibleDescription() == "7 right, label 7"


def test_a_click_shows_the_digit_and_what_the_network_says(qtbot, program, digits):
    click_image(program.window.gallery, 13)
    state = program.store.state
    assert state.gallery.current == 13
    picture = program.window.stages.currentWidget().canvas.figure.axes[0].images[0]
    np.testing.assert_array_equal(picture.get_array(), digits.splits["test"].images[13])
    W1, B1, W2, B2 = load_parameters()
    x = digits.splits["test"].images[13].reshape(784, 1) / 256
    np.testing.assert_allclose(state.scores, f(x, W1, W2, B1, B2)[:, 0], atol=1e-12)
    said = program.window.panel.bars.accessibleDescription()
    assert said.split(", ")[0] == f"0: {state.scores[0]:.3f}"
    assert f"{state.scores.sum():.3f}" in program.window.panel.note.text()


def test_the_keys_of_a_photo_viewer(qtbot, program):
    gallery, store = program.window.gallery, program.store
    columns = gallery.grid.columns
    for key, expected in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 1 + columns),
        (Qt.Key.Key_Left, columns),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_End, 9_999),
        (Qt.Key.Key_Right, 9_999),
        (Qt.Key.Key_Home, 0),
    ):
        press(gallery, key)
        assert store.state.gallery.current == expected
    press(gallery, Qt.Key.Key_PageDown)
    page = store.state.gallery.current
    assert page % columns == 0
    assert page > 0
    press(gallery, Qt.Key.Key_PageUp)
    assert store.state.gallery.current == 0


def test_typing_a_number_goes_to_that_image(qtbot, program):
    gallery = program.window.gallery
    qtbot.keyClicks(gallery, "427")
    press(gallery, Qt.Key.Key_Return)
    assert program.store.state.gallery.current == 427
    qtbot.keyClicks(gallery, "42")
    qtbot.waitUntil(lambda: program.store.state.gallery.current == 42)  # the pause ends it as well


def test_a_number_that_is_too_large_goes_to_the_last_image(qtbot, program):
    field = program.window.top_bar.index
    qtbot.keyClicks(field, "12345")
    press(field, Qt.Key.Key_Return)
    assert program.store.state.gallery.current == 9_999
    assert field.text() == ""


def test_several_selected_are_drawn_side_by_side_with_their_predictions(qtbot, program):
    gallery = program.window.gallery
    click_image(gallery, 2)
    click_image(gallery, 8, Qt.KeyboardModifier.ShiftModifier)
    click_image(gallery, 4, Qt.KeyboardModifier.ControlModifier)
    assert program.store.state.gallery.selected == (2, 3, 5, 6, 7, 8)
    axes = program.window.stages.currentWidget().canvas.figure.axes
    labels = [ax.get_xlabel() for ax in axes]
    assert labels[:2] == ["1 ✓", "0 ✓"]
    assert labels[-1] == "5 → 6 ✗"


def test_the_last_selected_image_cannot_be_taken_out(qtbot, program):
    click_image(program.window.gallery, 0, Qt.KeyboardModifier.ControlModifier)
    assert program.store.state.gallery.selected == (0,)


def test_evaluate_shows_accuracy_and_marks_the_wrong_ones(qtbot, program):
    action = program.window.actions_by_id["evaluate"]
    evaluation = evaluated(qtbot, program, action.trigger)
    assert evaluation.complete
    assert program.window.stages.currentWidget().name == "results"
    words = program.window.stages.currentWidget().words.text()
    assert f"{evaluation.accuracy:.2%} right" in words
    assert f"{evaluation.errors:,} wrong" in words
    counts = program.window.status_line.count.text()
    assert counts.startswith(f"10,000 images shown  ·  {evaluation.errors:,} of them wrong")
    assert counts.endswith(f"{evaluation.accuracy:.2%} right")


def test_wrong_only_shows_the_wrong_ones(qtbot, program):
    bar = program.window.top_bar
    bar.verdict.setCurrentIndex(bar.verdict.findData("wrong"))
    bar.verdict.activated.emit(bar.verdict.currentIndex())
    wait_for_jobs(qtbot, program)
    state = program.store.state
    np.testing.assert_array_equal(state.gallery.shown, np.flatnonzero(state.evaluation.wrong))
    assert state.gallery.current in state.gallery.shown
    assert "✗" not in program.window.panel.verdict.accessibleDescription()
    assert "wrong" in program.window.panel.verdict.accessibleDescription()


def test_evaluating_all_answers_for_each_split_too(qtbot, program):
    evaluated(qtbot, program, program.window.actions_by_id["evaluate-all"].trigger)
    known = program.store.state.evaluations
    assert set(known) == {"all", "training", "validation", "test"}
    assert known["all"].errors == sum(
        known[name].errors for name in ("training", "validation", "test")
    )


def test_cancelling_keeps_what_is_known(qtbot, program):
    store, partial = program.store, []

    def cancel_early(state):
        if "all" in state.evaluations and not partial:
            partial.append(state.evaluations["all"])
            program.commands.cancel()

    store.changed.connect(cancel_early)
    program.commands.evaluate_all()
    qtbot.waitUntil(lambda: bool(partial))
    store.changed.disconnect(cancel_early)
    assert not store.state.tasks
    assert store.state.evaluations["all"] is partial[0]
    assert 0 < len(partial[0]) <= 70_000


def test_the_window_answers_while_it_evaluates(qtbot, program):
    program.commands.evaluate_all()
    click_image(program.window.gallery, 5)
    assert program.store.state.gallery.current == 5
    assert program.store.state.tasks
    program.window.close()  # and closing it then ends cleanly: see nothing_left_behind


def test_another_network_drops_what_the_first_one_said(qtbot, program):
    evaluated(qtbot, program, program.commands.evaluate_split)
    before = program.store.state.scores
    second = program.store.state.library.networks[1]
    chooser = program.window.top_bar.network
    chooser.setCurrentIndex(1)
    chooser.activated.emit(1)
    assert program.store.state.reading.network is second
    assert program.store.state.evaluations == {}
    assert not np.allclose(program.store.state.scores, before)


def test_a_bad_parameter_file_changes_nothing(qtbot, program, tmp_path):
    bad = tmp_path / "bad.npz"
    bad.write_bytes(b"not a file of arrays")
    network = program.store.state.reading.network
    with qtbot.waitSignal(program.commands.failed) as failed:
        program.opener.open([bad])
    assert str(failed.args[0]).startswith("bad.npz: ")
    assert program.store.state.reading.network is network
    box = program.window.findChild(type(program._reporter._open))
    assert "bad.npz" in box.text()
    box.close()


def test_a_filter_that_finds_nothing_says_so_and_offers_to_clear(qtbot, program):
    ask(program, label=3, spans=((0, 0),))
    gallery = program.window.gallery
    qtbot.waitUntil(gallery.clear_button.isVisible)
    assert program.store.state.gallery.current is None
    assert program.window.panel.note.text() == "Choose an image to see what the network says."
    qtbot.mouseClick(gallery.clear_button, Qt.MouseButton.LeftButton)
    assert len(program.store.state.gallery.shown) == 10_000
    assert program.store.state.gallery.current == 0


def test_every_split_can_be_chosen(program):
    bar = program.window.top_bar
    for name, size in (("training", 50_000), ("validation", 10_000), ("all", 70_000)):
        bar.split.setCurrentIndex(bar.split.findData(name))
        bar.split.activated.emit(bar.split.currentIndex())
        assert (program.store.state.gallery.split_name, len(program.store.state.gallery.shown)) == (
            name,
            size,
        )


def test_one_factor_scales_text_figures_and_digits(qtbot, program):
    cell, height = program.window.gallery.grid.cell, program.window.fontMetrics().height()
    for _ in range(3):
        program.window.actions_by_id["scale-up"].trigger()
    assert program.store.state.appearance.scale == 1.5
    qtbot.waitUntil(lambda: program.window.fontMetrics().height() > 1.3 * height)
    assert program.window.gallery.grid.cell > 1.3 * cell
    program.window.actions_by_id["scale-reset"].trigger()
    assert program.window.gallery.grid.cell == cell


@pytest.mark.parametrize("zoom", [1, 6])
def test_resizing_keeps_the_selected_image_in_view(program, zoom):
    program.store.apply(ZoomGallery(zoom))
    program.window.gallery.go_to(5_000)
    for width in (700, 1280, 900):
        program.window.resize(width, 640)
        gallery = program.window.gallery
        assert gallery.viewport().rect().contains(gallery._rect(5_000).center().toPoint())


def test_zooming_at_the_pointer_keeps_the_image_under_it(program):
    gallery = program.window.gallery
    gallery.go_to(3_000)
    point = QPoint(200, 300)
    image = gallery._position_at(point)
    gallery.zoom_by(1, point)
    rect = gallery._rect(image)
    assert rect.top() <= 300 <= rect.bottom()


def test_the_theme_reaches_every_picture(qtbot, program):
    def brightness(widget):
        image = widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        return np.frombuffer(image.constBits(), np.uint8).mean()

    window = program.window
    panels = (window.gallery, window.stages, window.panel, window.top_bar)
    assert all(brightness(panel) > 180 for panel in panels)
    window.actions_by_id["theme-dark"].trigger()
    qtbot.waitUntil(lambda: all(brightness(panel) < 80 for panel in panels))


def test_settings_bring_the_window_back_as_it_was(program):
    program.store.apply(ShowSplit("validation"), ZoomGallery(3), ShowLabels(True))
    dress(program, scale=1.25)
    program.window.gallery.go_to(321)
    settings = program.settings()
    assert (settings.split, settings.index, settings.zoom) == ("validation", 321, 3)
    assert (settings.scale, settings.labels, settings.width) == (1.25, True, 1280)


def test_networks_without_a_file_problem_only_come_once(program, tmp_path):
    path = tmp_path / "own.npz"
    np.savez(path, **load_parameters()._asdict())
    *_, candidate = trying_out(path, open_file(path), program.store.state.library.digits)
    program.opener.use(candidate, 256)
    program.opener.use(candidate, 256)
    assert [network.name for network in program.store.state.library.networks].count("own") == 1
    assert isinstance(program.store.state.reading.network, Network)


def test_from_the_start_to_the_hardest_4_by_keyboard(qtbot, program):
    window = program.window
    press(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    chooser = window.top_bar.label
    for _ in range(5):
        press(chooser.view(), Qt.Key.Key_Down)
    press(chooser.view(), Qt.Key.Key_Return)
    press(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.top_bar.order.view(), "har")
    press(window.top_bar.order.view(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.store.state.evaluation is not None)
    wait_for_jobs(qtbot, program)
    state = program.store.state
    fours = np.flatnonzero(state.split.labels == 4)
    assert state.gallery.current == fours[state.evaluation.hardness[fours].argmax()]
    assert window.panel.verdict.accessibleDescription().endswith("wrong, label 4")
