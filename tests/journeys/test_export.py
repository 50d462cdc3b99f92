"""Getting things out: tables, figures, the clipboard; and what happens where it cannot be."""

import csv
import json
import re
import threading
import zlib

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMessageBox

from mnist_desktop.model.export import write_csv
from mnist_desktop.model.statistics import wilson_interval
from mnist_desktop.session.changes import ShowSplit, ShowStage
from mnist_desktop.ui.files import exports
from tests.driving import dress, wait_for_jobs

from .test_command_line import photograph

WHITE = QColor("white").rgb()


@pytest.fixture
def evaluated(qtbot, program):
    """The program with the test split evaluated."""
    program.commands.evaluate_split()
    wait_for_jobs(qtbot, program)
    return program


def save_as(program, action, path):
    """Ask for an export in the menu and choose a file in its dialog."""
    program.window.actions_by_id[action].trigger()
    dialog = program.window.findChild(QFileDialog)
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(str(path))
    dialog.accept()
    QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)


def complaint(program):
    """What the open dialog says; it is closed."""
    box = program.window.findChild(QMessageBox)
    words = box.text()
    box.close()
    return words


def test_predictions_as_csv(qtbot, evaluated, tmp_path):
    path = tmp_path / "predictions.csv"
    save_as(evaluated, "export-predictions", path)
    wait_for_jobs(qtbot, evaluated)
    assert evaluated.window.status_line.count.text() == "predictions.csv is saved."
    evaluation = evaluated.store.state.evaluation
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [int(row["index"]) for row in rows] == list(range(10_000))
    assert {row["split"] for row in rows} == {"test"}
    for name, values in (("label", evaluation.labels), ("prediction", evaluation.predictions)):
        np.testing.assert_array_equal([int(row[name]) for row in rows], values)
    scores = np.array([[float(row[f"score_{digit}"]) for digit in range(10)] for row in rows])
    np.testing.assert_allclose(scores, evaluation.scores, rtol=0, atol=1e-5)


def test_results_as_json(qtbot, evaluated, tmp_path):
    path = tmp_path / "results.json"
    save_as(evaluated, "export-results", path)
    wait_for_jobs(qtbot, evaluated)
    written = json.loads(path.read_text())
    evaluation = evaluated.store.state.evaluation
    assert written["network"] == evaluated.store.state.reading.network.name
    (split,) = written["splits"]
    assert (split["split"], split["errors"]) == ("test", evaluation.errors)
    assert split["confusion"] == evaluation.confusion.tolist()
    low, high = wilson_interval(10_000 - evaluation.errors, 10_000)
    assert split["accuracy_95"] == [low, high]


def test_without_an_evaluation_the_menu_shows_where_to_begin(program):
    for action in ("export-predictions", "export-results"):
        program.store.apply(ShowStage("image"))
        program.window.actions_by_id[action].trigger()
        assert program.window.findChild(QFileDialog) is None
        assert program.store.state.appearance.stage == "results"


def test_a_half_written_table_leaves_the_old_one(qtbot, program, tmp_path, monkeypatch):
    cancelled = threading.Event()

    def held(*arguments):
        for row in write_csv(*arguments):
            yield row
            cancelled.wait(20)  # the worker must not be done before the button is pressed

    monkeypatch.setattr(exports, "write_csv", held)
    program.commands.evaluate_all()
    wait_for_jobs(qtbot, program)
    program.store.apply(ShowSplit("all"))
    path = tmp_path / "predictions.csv"
    path.write_text("old")
    done = []

    def cancel_early(state):
        if state.tasks and state.tasks[0].done:
            done.append(state.tasks[0].done)
            program.commands.cancel()
            cancelled.set()

    program.store.changed.connect(cancel_early)
    program.exports.write_predictions(path)
    qtbot.waitUntil(lambda: bool(done))
    program.store.changed.disconnect(cancel_early)
    program.window.close()  # returns once the worker has ended
    assert 0 < done[0] < 70_000
    assert path.read_text() == "old"
    assert list(tmp_path.glob("*.part")) == []


@pytest.mark.parametrize("stage", ["image", "results"])
@pytest.mark.parametrize("ending", ["png", "PNG", "svg", "pdf"])
def test_figures_are_black_on_white_whatever_the_theme(qtbot, evaluated, tmp_path, stage, ending):
    evaluated.store.apply(ShowStage(stage))
    dress(evaluated, theme="dark")
    path = tmp_path / f"figure.{ending}"
    save_as(evaluated, "export-figure", path)
    wait_for_jobs(qtbot, evaluated)
    content = path.read_bytes()
    if ending == "svg":
        first = re.search(rb'<path d="[^"]*"\s+style="fill: (#\w+)', content)
        assert first[1] == b"#ffffff"
    elif ending == "pdf":
        streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL)
        page = next(text for text in map(inflated, streams) if b" re" in text or b" l\n" in text)
        assert re.search(rb"([\d.]+ [\d.]+ [\d.]+ rg|[\d.]+ g)\n", page)[1] in (b"1 1 1 rg", b"1 g")
    else:
        picture = QImage(str(path))
        assert picture.pixelColor(1, 1).rgb() == WHITE
        assert picture.width() > evaluated.window.stages.currentWidget().width()


def inflated(stream):
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


def test_figure_on_the_clipboard(evaluated):
    dress(evaluated, theme="dark")
    evaluated.window.actions_by_id["copy-figure"].trigger()
    picture = QGuiApplication.clipboard().image()
    assert picture.pixelColor(1, 1).rgb() == WHITE
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    assert np.frombuffer(grey.constBits(), np.uint8).min() < 60  # with something on it
    assert evaluated.window.status_line.count.text() == "The figure is on the clipboard."


def test_a_table_is_no_figure_and_says_so(evaluated):
    evaluated.window.stages.currentWidget().show_page(1)
    for action in ("copy-figure", "export-figure"):
        evaluated.window.status_line.say("")
        evaluated.window.actions_by_id[action].trigger()
        assert evaluated.window.status_line.count.text().startswith("There is no figure")
    assert evaluated.window.findChild(QFileDialog) is None


@pytest.mark.parametrize("kind", ["predictions", "results", "figure"])
def test_a_write_that_fails_says_why(qtbot, evaluated, tmp_path, kind):
    (tmp_path / "file").write_text("old")
    path = tmp_path / "file" / "out.png"
    more = (evaluated.window.stages.currentWidget().picture(),) if kind == "figure" else ()
    with qtbot.waitSignal(evaluated.commands.failed):
        getattr(evaluated.exports, f"write_{kind}")(path, *more)
    assert complaint(evaluated) == f"{path}: Not a directory"
    assert (tmp_path / "file").read_text() == "old"
    assert not evaluated.store.state.tasks


def test_a_folder_is_not_replaced(qtbot, evaluated, tmp_path):
    with qtbot.waitSignal(evaluated.commands.failed):
        evaluated.exports.write_results(tmp_path)
    assert complaint(evaluated) == f"{tmp_path}: this is not a file that can be replaced"
    assert tmp_path.is_dir()


def test_an_ending_that_is_no_picture_is_refused_in_words(qtbot, program, tmp_path):
    path = tmp_path / "figure.docx"
    figure = program.window.stages.currentWidget().picture()
    with qtbot.waitSignal(program.commands.failed):
        program.exports.write_figure(path, figure)
    assert complaint(program) == "figure.docx: a figure is saved as PNG, SVG or PDF."
    assert not path.exists()


def test_screenshot_of_results_in_the_asked_size(tmp_path):
    words = ("--evaluate", "--size", "1400x800", "--split", "validation", "--theme", "light")
    picture = photograph(tmp_path / "window.png", *words)
    assert (picture.width(), picture.height()) == (1400, 800)
