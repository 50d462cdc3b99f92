"""Opening files in the window: digits, parameters, bad ones; by menu, drop and command line."""

import gzip
import os
import pickle

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QTextBrowser

from mnist_desktop import load_parameters, open_file
from mnist_desktop.model.data import Digits
from mnist_desktop.model.formats import to_json, to_npy, to_npz
from mnist_desktop.model.network import Parameters
from mnist_desktop.session.changes import Remember, ShowLabels, ShowSplit, ShowStage
from mnist_desktop.session.state import Recent
from mnist_desktop.ui.files.dropping import local_path
from mnist_desktop.ui.files.preview_dialog import PreviewDialog
from mnist_desktop.ui.stages.draw.import_dialog import ImportDialog
from tests.driving import ask, wait_for_jobs


@pytest.fixture
def test_split(digits):
    return digits.splits["test"]


@pytest.fixture
def fashion(tmp_path, test_split):
    path = tmp_path / "fashion-mnist.npz"
    images, labels = test_split.images, test_split.labels
    np.savez(
        path,
        x_train=images[:600],
        y_train=labels[:600],
        x_test=images[600:900],
        y_test=labels[600:900],
    )
    return path


@pytest.fixture
def letters(tmp_path, test_split):
    path = tmp_path / "emnist-letters.npz"
    np.savez(path, images=test_split.images[:300], labels=test_split.labels[:300] + 17)
    return path


@pytest.fixture
def network(tmp_path):
    path = tmp_path / "own.npz"
    path.write_bytes(to_npz(load_parameters()))
    return path


def opened(qtbot, program, *paths):
    """Open files and wait until that has ended."""
    program.opener.open(list(paths))
    idle(qtbot, program)


def idle(qtbot, program):
    wait_for_jobs(qtbot, program)


def dialog_of(program, kind=QDialog):
    """The dialog over the window; there is but one."""
    (found,) = [one for one in program.window.findChildren(kind) if one.isVisible()]
    return found


def closed(dialog):
    dialog.close()
    QApplication.processEvents()


def drop(window, data):
    """Drop something onto the window; return whether it was taken."""
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    place = QPointF(300, 300)
    enter = QDragEnterEvent(place.toPoint(), copy, data, left, plain)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(place, copy, data, left, plain))
    return enter.isAccepted()


def urls(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


# Parameters ------------------------------------------------------------------------------------


def test_parameters_are_shown_before_they_take_over(qtbot, program, network):
    before = program.store.state.reading.network
    opened(qtbot, program, network)
    dialog = dialog_of(program)
    words = " ".join(label.text() for label in dialog.findChildren(type(dialog.accuracy)))
    assert "own.npz: a network with 30 hidden units, stored as float64" in words
    assert "30 × 784" in words
    assert "sigmoid(W2 sigmoid(W1 x + B1) + B2)" in words
    assert f"{load_parameters().W1.min():.3g}" in words
    assert program.store.state.reading.network is before
    dialog.use.click()
    assert program.store.state.reading.network.name == "own"
    assert program.window.top_bar.network.currentText() == "own"


def test_the_promised_accuracy_is_that_of_the_first_1000_test_images(qtbot, program, network):
    opened(qtbot, program, network)
    dialog = dialog_of(program)
    promised = dialog.accuracy.text()
    dialog.use.click()
    program.commands.evaluate_split()
    idle(qtbot, program)
    wrong = program.store.state.evaluation.wrong[:1000]
    assert f"{1 - wrong.mean():.1%} of the first 1,000 images" in promised


def test_turned_down_parameters_change_nothing(qtbot, program, network):
    before = program.store.state
    opened(qtbot, program, network)
    dialog_of(program).reject()
    after = program.store.state
    assert after.reading.network is before.reading.network
    assert after.library.networks == before.library.networks
    assert after.library.recent == ()


def test_a_network_for_pixels_over_255_gives_the_same_scores_as_in_training(
    qtbot, program, network, test_split
):
    W1, B1, W2, B2 = load_parameters()
    network.write_bytes(to_npz(Parameters(W1 * 255 / 256, B1, W2, B2)))
    expected = program.store.state.scores
    opened(qtbot, program, network)
    dialog = dialog_of(program)
    dialog.scale.setCurrentIndex(dialog.scale.findData(255))
    dialog.use.click()
    assert program.store.state.reading.network.divisor == 255
    np.testing.assert_allclose(program.store.state.scores, expected, atol=1e-12)


def test_a_network_that_hardly_reads_anything_says_so(qtbot, program, network):
    network.write_bytes(to_npz(Parameters(*(-array for array in load_parameters()))))
    opened(qtbot, program, network)
    assert "That is little" in dialog_of(program).accuracy.text()
    dialog_of(program).reject()


def test_notes_stand_in_the_preview(qtbot, program, network):
    W1, B1, W2, B2 = load_parameters()
    np.savez(network, W1=W1.T.astype(np.float32), B1=B1, W2=W2, B2=B2, gamma=np.ones(3))
    opened(qtbot, program, network)
    dialog = dialog_of(program)
    words = " ".join(label.text() for label in dialog.findChildren(type(dialog.accuracy)))
    for note in open_file(network).notes:
        assert note in words
    assert "float32" in words
    dialog.reject()


def test_several_files_are_shown_one_after_the_other(qtbot, program, network, tmp_path):
    other = tmp_path / "other.npz"
    other.write_bytes(network.read_bytes())
    opened(qtbot, program, network, other)
    dialog_of(program).reject()
    dialog_of(program).use.click()
    assert program.store.state.reading.network.name == "other"


@pytest.mark.parametrize(("ending", "form"), [("npz", to_npz), ("json", to_json), ("npy", to_npy)])
def test_the_current_network_is_saved_in_every_form(qtbot, program, tmp_path, ending, form):
    path = tmp_path / f"saved.{ending}"
    program.exports.write_network(path)
    idle(qtbot, program)
    assert path.read_bytes() == form(program.store.state.reading.network.parameters)
    for saved, expected in zip(load_parameters(path), load_parameters(), strict=True):
        np.testing.assert_array_equal(saved, expected)


def test_saving_asks_where(program, tmp_path):
    program.window.actions_by_id["save-network"].trigger()
    dialog = dialog_of(program, QFileDialog)
    assert dialog.selectedFiles()[0].endswith("784-30-10.npz")
    dialog.selectNameFilter(dialog.nameFilters()[1])
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    assert dialog.defaultSuffix() == "npy"
    dialog.reject()


# Digits ----------------------------------------------------------------------------------------


def test_other_digits_take_the_place_of_the_old_ones(qtbot, program, fashion, test_split):
    program.store.apply(ShowSplit("validation"))
    ask(program, label=3)
    opened(qtbot, program, fashion)
    closed(dialog_of(program))
    state, bar = program.store.state, program.window.top_bar
    assert (state.gallery.split_name, len(state.gallery.shown), state.gallery.current) == (
        "test",
        300,
        0,
    )
    np.testing.assert_array_equal(state.split.images, test_split.images[600:900])
    assert program.window.windowTitle() == "Fashion-MNIST – MNIST Desktop"
    offered = [bar.split.itemText(place) for place in range(bar.split.count())]
    assert offered[:3] == ["Training 600", "Test 300", "All 900"]
    assert bar.label.itemText(1) == "label T-shirt/top"
    assert bar.popup.prediction.itemText(10) == "Ankle boot"


def test_notes_and_sizes_of_digits_are_told(qtbot, program, fashion):
    opened(qtbot, program, fashion)
    dialog = dialog_of(program)
    words = dialog.findChild(QTextBrowser).toPlainText()
    assert "Fashion-MNIST: Training 600, Test 300" in words
    for note in program.store.state.library.digits.notes:
        assert note in words
    closed(dialog)


def test_names_of_classes_stand_everywhere(qtbot, program, fashion):
    opened(qtbot, program, fashion)
    closed(dialog_of(program))
    names = program.store.state.library.digits.class_names
    label = program.store.state.subject.label
    read = int(program.store.state.scores.argmax())
    said = program.window.panel.verdict.accessibleDescription()
    assert said.startswith(names[read])
    assert said.endswith(f"label {names[label]}")
    program.store.apply(ShowLabels(True))
    program.commands.evaluate_split()
    idle(qtbot, program)
    program.window.grab()
    axes = program.window.stages.currentWidget().matrix.canvas.figure.axes[0]
    assert [tick.get_text() for tick in axes.get_xticklabels()][1] == "Trouser"
    for page in range(4):
        program.window.stages.currentWidget().show_page(page)
    table = program.window.stages.currentWidget().pages.currentWidget().table
    assert [table.horizontalHeaderItem(place).text() for place in range(2)] == ["Training", "Test"]


def test_labels_in_doubt_are_those_of_mnist_only(qtbot, program, fashion):
    ask(program, label_errors=True)
    assert len(program.store.state.gallery.shown) == 15
    opened(qtbot, program, fashion)
    closed(dialog_of(program))
    ask(program, label_errors=True)
    assert len(program.store.state.gallery.shown) == 0


def test_a_star_belongs_to_its_data_set(qtbot, program, fashion):
    program.commands.star()
    opened(qtbot, program, fashion)
    closed(dialog_of(program))
    ask(program, starred=True)
    assert len(program.store.state.gallery.shown) == 0
    program.commands.show_everything()
    program.window.gallery.go_to(5)
    program.commands.star()
    ask(program, starred=True)
    assert program.store.state.gallery.shown.tolist() == [5]
    program.opener.open_shipped()
    idle(qtbot, program)
    ask(program, starred=True)
    assert program.store.state.gallery.shown.tolist() == [0]


def test_more_classes_than_outputs_are_said_and_nothing_fails(qtbot, program, letters):
    opened(qtbot, program, letters)
    closed(dialog_of(program))
    words = "EMNIST letters has 26 classes, but the network has 10 outputs"
    program.store.apply(ShowLabels(True))
    program.window.actions_by_id["evaluate"].trigger()
    assert words in program.window.status_line.count.text()
    assert words in program.window.stages.currentWidget().words.text()
    assert words in program.window.panel.note.text()
    assert program.store.state.evaluations == {}
    said = program.window.panel.verdict.accessibleDescription()
    assert "right" not in said
    assert "wrong" not in said
    bar = program.window.top_bar
    bar.verdict.setCurrentIndex(2)
    bar.verdict.activated.emit(2)
    assert bar.verdict.currentIndex() == 0
    for order in ("margin", "hardness", "prediction"):
        ask(program, order=order)
    ask(program, label=26)
    program.window.gallery.select_all()
    for stage in ("image", "results"):
        program.store.apply(ShowStage(stage))
        program.window.grab()
    assert program.store.state.gallery.query.label == 26


def test_back_to_the_shipped_digits(qtbot, program, letters):
    opened(qtbot, program, letters)
    closed(dialog_of(program))
    ask(program, label=26)
    program.window.actions_by_id["shipped"].trigger()
    idle(qtbot, program)
    state = program.store.state
    assert (state.library.digits.name, state.gallery.split_name, len(state.gallery.shown)) == (
        "MNIST",
        "test",
        10_000,
    )
    assert program.window.windowTitle() == "MNIST Desktop"
    program.window.history.back()  # to label 26, which is not there any more
    assert len(program.store.state.gallery.shown) == 10_000


def test_another_data_set_of_the_same_name_forgets_what_was_evaluated(qtbot, program, fashion):
    opened(qtbot, program, fashion)
    closed(dialog_of(program))
    program.commands.evaluate_split()
    idle(qtbot, program)
    opened(qtbot, program, fashion)
    closed(dialog_of(program))
    assert program.store.state.evaluations == {}


def test_the_books_file_is_mnist(qtbot, program, digits, tmp_path):
    pairs = tuple(
        (
            digits.splits[name].images[:1000].reshape(-1, 784).astype(np.float32) / 256,
            digits.splits[name].labels[:1000].astype(np.int64),
        )
        for name in ("training", "validation", "test")
    )
    path = tmp_path / "mnist.pkl.gz"
    path.write_bytes(gzip.compress(pickle.dumps(pairs, 2), 1))
    opened(qtbot, program, path)
    closed(dialog_of(program))
    state = program.store.state
    sizes = {name: len(split) for name, split in state.library.digits.splits.items() if len(split)}
    assert sizes == {"training": 1000, "validation": 1000, "test": 1000, "all": 3000}
    np.testing.assert_array_equal(state.split.images, digits.splits["test"].images[:1000])


def test_an_order_by_similarity_that_comes_too_late_is_dropped(qtbot, program, fashion):
    program.opener.open([fashion])
    program.commands.order_by_similarity(hidden=False)
    idle(qtbot, program)
    closed(dialog_of(program))
    drained = []
    program.jobs.start(iter([1]), drained.append, lambda _: None)
    qtbot.waitUntil(lambda: bool(drained))
    state = program.store.state
    assert (state.gallery.query.order, state.gallery.ranking, len(state.gallery.shown)) == (
        "index",
        None,
        300,
    )


def test_going_back_to_an_order_that_is_gone_shows_all(qtbot, program, fashion):
    program.commands.order_by_similarity(hidden=False)
    qtbot.waitUntil(lambda: program.store.state.gallery.query.order == "ranking")
    opened(qtbot, program, fashion)
    closed(dialog_of(program))
    program.window.history.back()
    state = program.store.state
    assert (state.gallery.query.order, len(state.gallery.shown)) == ("index", 300)


# What goes wrong -------------------------------------------------------------------------------


def test_a_bad_file_is_told_and_everything_stays(qtbot, program, tmp_path):
    bad = tmp_path / "three.npz"
    np.savez(bad, W1=np.ones((5, 784)), B1=np.ones((5, 1)), W2=np.ones((7, 5)), B2=np.ones((7, 1)))
    before = program.store.state
    opened(qtbot, program, bad)
    box = dialog_of(program, QMessageBox)
    assert box.text().startswith("three.npz: its network has 7 outputs")
    assert "What was open stays" in box.informativeText()
    closed(box)
    assert program.store.state.library.digits is before.library.digits
    assert program.store.state.reading.network is before.reading.network


def test_of_several_files_the_good_ones_are_opened(qtbot, program, tmp_path, fashion):
    opened(qtbot, program, tmp_path / "not there.npz", fashion)
    assert program.store.state.library.digits.name == "Fashion-MNIST"
    box = dialog_of(program, QMessageBox)
    assert "not there.npz" in box.text()
    for dialog in program.window.findChildren(QDialog):
        closed(dialog)


def test_cancelling_keeps_the_old_digits(qtbot, program, fashion):
    before = program.store.state.library.digits
    program.opener.open([fashion])
    assert program.store.state.tasks[0].words == "Opening fashion-mnist.npz"
    program.window.actions_by_id["cancel"].trigger()
    assert not program.store.state.tasks
    drained = []
    program.jobs.start(iter([1]), drained.append, lambda _: None)
    qtbot.waitUntil(lambda: bool(drained))
    assert program.store.state.library.digits is before


def test_old_digits_can_be_looked_at_while_new_ones_are_opened(qtbot, program, fashion):
    program.opener.open([fashion])
    program.window.gallery.go_to(7)
    ask(program, verdict="wrong")  # an evaluation does not wait for a file
    assert [task.kind for task in program.store.state.tasks] == ["opening", "evaluation"]
    assert "1 more at work" in program.window.status_line.words.text()
    program.opener.open([fashion])
    assert "Please wait" in program.window.status_line.count.text()
    idle(qtbot, program)
    assert program.store.state.library.digits.name == "Fashion-MNIST"
    closed(dialog_of(program))


# Ways in ---------------------------------------------------------------------------------------


def test_a_dropped_file_is_opened(qtbot, program, network):
    assert drop(program.window, urls(network))
    idle(qtbot, program)
    dialog_of(program).use.click()
    assert program.store.state.reading.network.path == network


def test_only_files_are_taken_from_a_drop(program):
    text, web = QMimeData(), QMimeData()
    text.setText("/etc/passwd")
    web.setUrls([QUrl("https://example.org/net.npz"), QUrl("data:text/plain,7")])
    assert not drop(program.window, text)
    assert not drop(program.window, web)
    assert not program.store.state.tasks


def test_somebody_else_may_take_a_dropped_file(program, network):
    taken = []
    program.window.files.drop_handlers.append(lambda path: not taken.append(path))
    drop(program.window, urls(network))
    assert taken == [network]
    assert not program.store.state.tasks


def test_a_picture_dropped_anywhere_goes_to_the_drawing_board(qtbot, program, tmp_path):
    picture = QImage(60, 60, QImage.Format.Format_Grayscale8)
    picture.fill(255)
    picture.save(str(tmp_path / "seven.png"))
    drop(program.window, urls(tmp_path / "seven.png"))
    assert program.store.state.appearance.stage == "draw"
    qtbot.waitUntil(lambda: bool(program.window.findChildren(QDialog)))
    for dialog in program.window.findChildren(QDialog):
        closed(dialog)


def test_parameters_dropped_on_the_drawing_board_are_opened(qtbot, program, network):
    program.store.apply(ShowStage("draw"))
    QApplication.processEvents()
    assert drop(program.window.stages.currentWidget(), urls(network))
    idle(qtbot, program)
    dialog_of(program).reject()


def test_a_picture_and_parameters_dropped_together_are_both_opened(
    qtbot, program, network, tmp_path
):
    picture = QImage(60, 60, QImage.Format.Format_Grayscale8)
    picture.fill(255)
    picture.save(str(tmp_path / "seven.png"))
    program.store.apply(ShowStage("draw"))
    QApplication.processEvents()
    assert drop(program.window.stages.currentWidget(), urls(tmp_path / "seven.png", network))
    assert {task.kind for task in program.store.state.tasks} == {"looking", "opening"}
    idle(qtbot, program)
    assert dialog_of(program, PreviewDialog).isVisible()
    assert dialog_of(program, ImportDialog).isVisible()
    for dialog in program.window.findChildren(QDialog):
        closed(dialog)


class Watched(QMimeData):
    """An image that says whether it was asked for."""

    asked = 0

    def formats(self):
        return ["application/x-qt-image"]

    def hasFormat(self, kind):
        return kind in self.formats()

    def retrieveData(self, kind, _type):
        if kind not in self.formats():
            return None
        self.asked += 1
        return QImage(28, 28, QImage.Format.Format_RGB32)


def test_an_image_that_is_dragged_over_the_board_is_not_fetched_before_it_is_dropped(program):
    program.store.apply(ShowStage("draw"))
    QApplication.processEvents()
    data = Watched()
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    enter = QDragEnterEvent(QPointF(300, 300).toPoint(), copy, data, left, plain)
    QApplication.sendEvent(program.window.stages.currentWidget(), enter)
    assert enter.isAccepted()
    assert data.asked == 0


def test_a_file_of_an_odd_address_ends_in_a_word(qtbot, program):
    data = QMimeData()
    data.setUrls([QUrl("file:net.npz"), QUrl("file:///a%00b.npz"), QUrl("file:///c%00d.png")])
    assert drop(program.window, data)
    idle(qtbot, program)
    for box in program.window.findChildren(QMessageBox):
        assert "there can be no file of this name" in box.text() or "no such file" in box.text()
        closed(box)


@pytest.mark.skipif(os.name == "nt", reason="names are no bytes there")
@pytest.mark.parametrize("name", [b"na\xefve \xff.npz", "naïve 100%.npz".encode(), b"a#b?c;d.npz"])
def test_any_name_of_a_file_survives_a_drop(name):
    encoded = b"file:///folder/" + b"".join(b"%%%02X" % byte for byte in name)
    url = QUrl.fromEncoded(encoded)
    assert os.fsencode(local_path(url)) == b"/folder/" + name


@pytest.mark.skipif(os.name == "nt", reason="names are no bytes there")
def test_a_name_that_is_no_text_is_opened_and_remembered(qtbot, program, network):
    path = network.with_name(os.fsdecode(b"na\xefve.npz"))
    network.rename(path)
    opened(qtbot, program, path)
    dialog_of(program).use.click()
    assert program.store.state.reading.network.name == "na?ve"
    assert program.settings().recent == ((str(path), "parameters", 256),)
    program.window.files.recent.aboutToShow.emit()
    assert program.window.files.recent.actions()[0].text() == "na?ve.npz"


def test_the_open_dialog_takes_several_files(qtbot, program, network):
    program.window.actions_by_id["open"].trigger()
    dialog = dialog_of(program, QFileDialog)
    assert dialog.fileMode() == QFileDialog.FileMode.ExistingFiles
    dialog.filesSelected.emit([str(network)])
    dialog.reject()
    idle(qtbot, program)
    dialog_of(program).use.click()


def test_the_open_dialog_begins_where_the_last_file_was(qtbot, program, network):
    opened(qtbot, program, network)
    dialog_of(program).use.click()
    program.window.actions_by_id["open"].trigger()
    dialog = dialog_of(program, QFileDialog)
    assert dialog.directory().absolutePath() == str(network.parent)
    dialog.reject()
    assert program.store.state.reading.network.path == network


# Lately ----------------------------------------------------------------------------------------


def network_actions(program):
    menu = program.window._network_place
    return [action for action in menu.actions() if action.actionGroup() is not None]


def test_files_opened_lately_are_offered_the_last_first(qtbot, program, network, fashion):
    opened(qtbot, program, network)
    dialog_of(program).use.click()
    opened(qtbot, program, fashion)
    closed(dialog_of(program))
    program.window.files.recent.aboutToShow.emit()
    names = [action.text() for action in program.window.files.recent.actions()]
    assert names[:2] == ["fashion-mnist.npz", "own.npz"]
    program.window.files.recent.actions()[-1].trigger()
    assert program.store.state.library.recent == ()


def test_networks_opened_in_another_run_are_one_key_away(qtbot, program, network):
    program.store.apply(Remember((Recent(network, "parameters", 255),)))
    *_, lately = network_actions(program)
    assert (lately.text(), lately.shortcut().toString()) == ("own.npz", "Ctrl+3")
    lately.trigger()
    idle(qtbot, program)
    state = program.store.state
    assert (state.reading.network.path, state.reading.network.divisor) == (network, 255)
    names = [action.text() for action in network_actions(program)]
    assert names == ["784-30-10", "784-100-10", "own"]
    assert network_actions(program)[2].isChecked()


def test_a_missing_network_is_said_and_the_current_one_stays(qtbot, program, tmp_path):
    before = program.store.state.reading.network
    program.store.apply(Remember((Recent(tmp_path / "gone.npz", "parameters"),)))
    network_actions(program)[-1].trigger()
    idle(qtbot, program)
    box = dialog_of(program, QMessageBox)
    assert "gone.npz" in box.text()
    closed(box)
    assert program.store.state.reading.network is before


def test_a_network_that_is_loaded_is_only_switched_to(qtbot, program, network):
    opened(qtbot, program, network)
    dialog_of(program).use.click()
    network.unlink()
    program.commands.use_network(program.store.state.library.networks[0])
    program.opener.open_recent(program.store.state.library.recent[0])
    assert not program.store.state.tasks
    assert program.store.state.reading.network.path == network


def test_other_classes_than_the_outputs_can_be_looked_at_on_every_stage(qtbot, program, digits):
    few = digits.splits["test"]
    letters = Digits({"test": few}, name="Letters", class_names=tuple("ABCDEFGHIJKLMNOP"))
    program.commands.use_digits(letters)
    for stage in range(program.window.stages.count()):
        program.window.stages.setCurrentIndex(stage)
        program.window.stages.currentWidget().repaint()
    program.window.gallery.go_to(3)
    assert program.store.state.subject.label == few.labels[3]
