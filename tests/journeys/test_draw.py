"""My own 7: drawn, edited, brought in, kept, found again."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QUndoStack
from PySide6.QtWidgets import QApplication

from mnist_desktop.model.data import OWN
from mnist_desktop.model.formats import open_file
from mnist_desktop.model.own_digits import digits_in, own_split
from mnist_desktop.session.changes import SelectImages, ShowQuery, ShowSplit, ShowStage
from mnist_desktop.session.state import State
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.files.own_digits import OwnDigits
from mnist_desktop.ui.work.commands import Commands
from tests.driving import wait_for_jobs

SEVEN = [(0.25, 0.2), (0.5, 0.19), (0.75, 0.2), (0.65, 0.4), (0.5, 0.65), (0.45, 0.85)]


@pytest.fixture
def draw(program):
    program.store.apply(ShowStage("draw"))
    QApplication.processEvents()
    return program.window.stages.currentWidget()


def stroke(qtbot, board, points):
    """Draw with the mouse; points are shares of the board."""
    square = board._square()

    def at(point):
        corner = square.topLeft() + QPointF(point[0] * square.width(), point[1] * square.height())
        return corner.toPoint()

    button = Qt.MouseButton.LeftButton
    qtbot.mousePress(board, button, pos=at(points[0]))
    for point in points[1:]:
        move_with_button(board, at(point))
    qtbot.mouseRelease(board, button, pos=at(points[-1]))


def move_with_button(board, point):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    left = Qt.MouseButton.LeftButton
    where = QPointF(point)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        where,
        board.mapToGlobal(where),
        Qt.MouseButton.NoButton,
        left,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(board, event)


def answer(program):
    return program.window.panel.verdict.accessibleDescription().strip()


def test_a_drawn_seven_is_read_as_seven_at_once(qtbot, program, draw):
    assert "hardly any ink" in program.window.panel.note.text()
    assert program.store.state.scores is None
    stroke(qtbot, draw.board, SEVEN)
    state = program.store.state
    assert (int(state.scores.argmax()), state.subject.label) == (7, None)
    assert answer(program) == "7"


def test_a_speck_is_no_digit_yet(qtbot, program, draw):
    draw.panel.switches["crop"].click()
    draw.tools.width_slider.setValue(12)
    stroke(qtbot, draw.board, [(0.5, 0.5), (0.5, 0.5)])
    assert not draw.board.empty
    assert program.store.state.scores is None
    assert "hardly any ink" in program.window.panel.note.text()


def test_undo_redo_and_clear(qtbot, program, draw):
    board, undo, redo = draw.board, *map(program.window.actions_by_id.get, ("undo", "redo"))
    assert not undo.isEnabled()
    stroke(qtbot, board, SEVEN)
    drawn = board.picture
    stroke(qtbot, board, [(0.3, 0.5), (0.8, 0.5)])
    both = board.picture
    draw.tools.clear.click()
    assert board.empty
    for expected in (both, drawn):
        undo.trigger()
        assert np.array_equal(board.picture, expected)
    assert answer(program) == "7"
    undo.trigger()
    assert board.empty
    assert not undo.isEnabled()
    redo.trigger()
    assert np.array_equal(board.picture, drawn)


def test_the_eraser_rubs_out(qtbot, draw):
    stroke(qtbot, draw.board, SEVEN)
    before = (draw.board.picture < 128).sum()
    draw.tools.eraser.click()
    stroke(qtbot, draw.board, SEVEN[:3])
    after = (draw.board.picture < 128).sum()
    assert after < 0.8 * before


def test_a_step_left_out_changes_what_the_network_gets(qtbot, program, draw):
    small = [(0.1 + 0.25 * x, 0.1 + 0.25 * y) for x, y in SEVEN]
    draw.tools.width_slider.setValue(14)
    stroke(qtbot, draw.board, small)
    assert answer(program) == "7"
    whole = program.store.state.subject.pixels
    for switch in draw.panel.switches.values():
        switch.click()
        assert not np.array_equal(program.store.state.subject.pixels, whole)
        switch.click()
        assert np.array_equal(program.store.state.subject.pixels, whole)


def test_an_image_of_the_gallery_is_edited_from_its_very_pixels(program, draw, digits):
    program.store.apply(SelectImages(9))
    draw.from_gallery.click()
    subject = program.store.state.subject
    assert np.array_equal(subject.pixels, digits.splits["test"].images[9])
    assert subject.caption == "Your drawing"


def test_the_gallery_and_the_board_take_turns_to_be_explained(qtbot, program, draw):
    stroke(qtbot, draw.board, SEVEN)
    program.window.gallery.go_to(2)
    assert program.store.state.subject.caption == "Test #2"
    stroke(qtbot, draw.board, [(0.3, 0.3), (0.31, 0.31)])
    assert program.store.state.subject.caption == "Your drawing"
    program.store.apply(ShowStage("image"))
    assert program.store.state.subject.caption == "Your drawing"
    assert "your drawing" in program.window.panel.note.text()
    program.window.gallery.go_to(3)
    assert program.store.state.subject.caption == "Test #3"
    program.store.apply(ShowStage("draw"))
    assert program.store.state.subject.caption == "Your drawing"


@pytest.mark.usefixtures("draw")
def test_an_empty_board_does_not_follow_to_other_stages(program):
    assert not program.store.state.subject.readable
    program.store.apply(ShowStage("image"))
    assert program.store.state.subject.caption == "Test #0"


def test_the_cost_of_each_step_is_measured(qtbot, program, draw, monkeypatch):
    from mnist_desktop.model import simulation

    monkeypatch.setattr(
        "mnist_desktop.ui.stages.draw.costs.step_costs",
        lambda split, parameters: simulation.step_costs(split, parameters, count=120),
    )
    draw.costs.button.click()
    wait_for_jobs(qtbot, program)
    assert "Of 120 test digits" in draw.costs.result.toolTip()
    assert float(draw.panel.costs["crop"].text().rstrip("%")) < 90
    program.commands.use_network(program.store.state.library.networks[1])
    assert draw.panel.costs["crop"].text() == ""


def keep(draw, label):
    draw.keep.menu().actions()[label].trigger()


def test_what_is_kept_is_found_again_after_a_restart(qtbot, program, draw):
    stroke(qtbot, draw.board, SEVEN)
    keep(draw, 7)
    program.store.apply(ShowSplit(OWN))
    state = program.store.state
    assert (state.split.labels.tolist(), state.subject.label) == ([7], 7)
    program.store.apply(ShowStage("results"), ShowQuery(state.gallery.query))
    program.commands.evaluate_split()
    wait_for_jobs(qtbot, program)
    assert program.store.state.evaluation.accuracy == 1
    from mnist_desktop.ui.files.own_digits import own_digits_path

    kept = digits_in(open_file(own_digits_path()), own_digits_path())
    assert np.array_equal(kept.images, state.split.images)


def test_deleting_is_undone_and_evaluations_follow(qtbot, program, draw):
    stroke(qtbot, draw.board, SEVEN)
    for label in (7, 1, 2):
        keep(draw, label)
    program.store.apply(ShowSplit(OWN))
    program.commands.evaluate_split()
    wait_for_jobs(qtbot, program)
    assert len(program.store.state.evaluation) == 3
    program.store.apply(SelectImages(1, (0, 1)))
    program.window.actions_by_id["delete-own"].trigger()
    state = program.store.state
    assert (state.split.labels.tolist(), state.evaluation) == ([2], None)
    program.window.actions_by_id["undo"].trigger()
    assert program.store.state.split.labels.tolist() == [7, 1, 2]


def test_images_of_mnist_cannot_be_deleted(program):
    assert not program.window.actions_by_id["delete-own"].isEnabled()
    program.own.delete_selected()
    assert len(program.store.state.split) == 10_000


def test_an_empty_my_digits_says_so(program):
    program.store.apply(ShowSplit(OWN))
    assert "My digits 0" in program.window.top_bar.split.currentText()
    assert program.store.state.subject is None
    assert not program.window.gallery.clear_button.isVisible()
    program.window.gallery.grab()


def dialog_of(qtbot, draw):
    qtbot.waitUntil(
        lambda: draw.imports.dialog is not None and draw.imports.dialog.take.isEnabled(),
        timeout=20_000,
    )
    return draw.imports.dialog


@pytest.fixture
def row(digits):
    """The digits 7 2 1 0 as a screenshot."""
    images = np.hstack(digits.splits["test"].images[:4])
    large = 255 - np.kron(images, np.ones((6, 6), np.uint8))
    height, width = large.shape
    return QImage(large.tobytes(), width, height, width, QImage.Format.Format_Grayscale8).copy()


def test_a_row_of_digits_is_pasted_and_kept(qtbot, program, draw, row):
    QGuiApplication.clipboard().setImage(row)
    program.window.actions_by_id["paste-picture"].trigger()
    dialog = dialog_of(qtbot, draw)
    assert dialog.labels.text() == "7210"
    dialog.labels.setText("721")
    assert not dialog.keep.isEnabled()
    dialog.labels.setText("7 2 1 0")
    dialog.keep.click()
    assert program.store.state.library.digits.splits[OWN].labels.tolist() == [7, 2, 1, 0]


def test_the_framed_digit_goes_to_the_board(qtbot, program, draw, row, tmp_path):
    row.save(str(tmp_path / "row.png"))
    draw.imports.read(tmp_path / "row.png")
    dialog = dialog_of(qtbot, draw)
    qtbot.keyClick(dialog.row, Qt.Key.Key_Right)
    dialog.take.click()
    assert answer(program) == "2"


def test_the_threshold_can_be_moved(qtbot, draw, row):
    draw.imports.read(row)
    dialog = dialog_of(qtbot, draw)
    before = [one.box for one in dialog._picture.found]
    dialog.threshold.setValue(10)
    qtbot.waitUntil(lambda: [one.box for one in dialog._picture.found] != before, timeout=5_000)
    dialog.reject()


def test_text_on_the_clipboard_is_refused_kindly(program, draw):
    said = []
    program.commands.failed.disconnect()
    program.commands.failed.connect(lambda error: said.append(str(error)))
    QGuiApplication.clipboard().setText("7")
    draw.imports.paste()
    assert said == ["Clipboard: it holds text, not a picture. Copy a picture, then paste it."]


def test_a_digit_is_copied_and_saved_as_it_is(program, digits, tmp_path):
    pixels = digits.splits["test"].images[5]
    program.store.apply(ShowStage("image"), SelectImages(5))
    program.window.actions_by_id["copy-digit"].trigger()
    copied = QGuiApplication.clipboard().image().convertToFormat(QImage.Format.Format_Grayscale8)
    assert copied.size().toTuple() == (560, 560)
    assert 255 - copied.pixelColor(14 * 20 + 3, 14 * 20 + 3).value() == pixels[14, 14]
    menu = program.digit_menu
    for factor, side in ((1, 28), (20, 560)):
        menu.write_png(tmp_path / "digit.png", factor=factor)
        image = QImage(str(tmp_path / "digit.png"))
        assert (image.width(), image.height()) == (side, side)
    small = QImage(str(tmp_path / "digit.png")).scaled(28, 28)
    assert 255 - small.pixelColor(14, 14).value() == pixels[14, 14]


def test_my_digits_are_added_from_a_file(qtbot, program, digits, tmp_path):
    np.savez(tmp_path / "more.npz", images=digits.splits["test"].images[:3], labels=[7, 2, 1])
    program.own.add_from(tmp_path / "more.npz")
    qtbot.waitUntil(
        lambda: OWN in program.store.state.library.digits.splits and len(program.own.split) == 3
    )
    program.own.save_copy(tmp_path / "copy.npz")
    assert np.load(tmp_path / "copy.npz")["labels"].tolist() == [7, 2, 1]


def test_a_stylus_draws_wider_where_it_is_pressed_harder(draw):
    widths = []
    for pressure in (0.1, 0.9):
        draw.board.clear()
        tablet_stroke(draw.board, pressure)
        widths.append(np.ptp(np.flatnonzero((draw.board.picture < 128).any(axis=1))))
    assert widths[1] > 1.5 * widths[0]


def tablet_stroke(board, pressure):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QPointingDevice, QTabletEvent

    device = QPointingDevice.primaryPointingDevice()
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, x, button in (
        (QEvent.Type.TabletPress, 60, left),
        (QEvent.Type.TabletMove, 120, none),
        (QEvent.Type.TabletRelease, 180, left),
    ):
        where = QPointF(x, board.height() / 2)
        event = QTabletEvent(
            kind, device, where, board.mapToGlobal(where), pressure, 0, 0, 0, 0, 0,
            Qt.KeyboardModifier.NoModifier, button, left,
        )  # fmt: skip
        QApplication.sendEvent(board, event)


@pytest.mark.parametrize("stage", ["image", "draw"])
def test_a_digit_is_dragged_out(qtbot, program, digits, monkeypatch, stage):
    from PySide6.QtGui import QDrag

    dragged = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, _how: dragged.append(drag.mimeData()))
    program.store.apply(ShowStage(stage), SelectImages(5))
    shown = program.window.stages.currentWidget()
    if stage == "draw":
        shown.take_from_gallery()
    widget = shown.canvas if stage == "image" else shown.panel.pictures[3]
    QApplication.processEvents()
    qtbot.mousePress(widget, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    move_with_button(widget, QPoint(40, 30))
    [data] = dragged
    image = data.imageData().scaled(28, 28)
    assert 255 - image.pixelColor(14, 14).value() == digits.splits["test"].images[5][14, 14]


def test_no_key_is_taken_twice(program):
    keys = [
        key.toString()
        for action in set(program.window.actions_by_id.values())
        for key in action.shortcuts()
    ]
    assert len(keys) == len(set(keys))


def test_the_inside_stage_follows_the_drawing(qtbot, program, draw):
    stroke(qtbot, draw.board, SEVEN)
    program.store.apply(ShowStage("inside"))
    QApplication.processEvents()
    state = program.store.state
    assert state.subject.caption == "Your drawing"
    assert np.array_equal(state.insight.a2[:, 0], state.scores)


def test_a_network_is_not_added_to_my_digits(qtbot, program):
    from mnist_desktop.model.formats.parameters import DEFAULT_NETWORK

    program.commands.failed.disconnect()
    with qtbot.waitSignal(program.commands.failed, timeout=5_000) as failed:
        program.own.add_from(DEFAULT_NETWORK)
    assert "expected digits" in str(failed.args[0])
    assert len(program.own.split) == 0


def test_a_damaged_file_of_my_digits_is_set_aside(tmp_path, program):
    from PySide6.QtGui import QUndoStack

    from mnist_desktop.ui.files.own_digits import OwnDigits

    path = tmp_path / "my-digits.npz"
    path.write_bytes(b"PK\3\4 damaged")
    own = OwnDigits(program.store, program.commands, QUndoStack(), path)
    said = []
    own.failed.connect(lambda error: said.append(str(error)))
    own.load()
    assert "kept as my-digits.damaged.npz" in said[0]
    assert (tmp_path / "my-digits.damaged.npz").read_bytes() == b"PK\3\4 damaged"


def test_two_windows_keep_each_others_digits(qapp, tmp_path, digits):
    path, images = tmp_path / "my-digits.npz", digits.splits["test"].images
    windows = []
    for _ in range(2):
        store = Store(State())
        windows.append(OwnDigits(store, Commands(store, None), QUndoStack(), path))
        windows[-1].load()
    first, second = windows
    first.add(own_split(images[:5], [7, 2, 1, 0, 4]))
    second.add(own_split(images[5:6], [1]))
    assert len(second.split) == 6
    first.add(own_split(images[6:7], [4]))
    again = OwnDigits(Store(State()), first._commands, QUndoStack(), path)
    again.load()
    assert sorted(again.split.labels.tolist()) == [0, 1, 1, 2, 4, 4, 7]
    first._undo.undo()
    assert sorted(first.split.labels.tolist()) == [0, 1, 1, 2, 4, 7]
