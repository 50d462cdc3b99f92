"""How quickly the window answers. Run with -s to see the figures."""

import gc
import pickle
import resource
import time
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QAbstractTableModel, QEventLoop, QPoint, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QStyledItemDelegate, QTableView

from mnist_desktop.session.changes import ShowLabels, ShowSplit, ShowStage, ZoomGallery
from tests.driving import ask, forget_results

from .clock import median_ms, report

pytestmark = pytest.mark.benchmark
FRAME = 16
ANSWER = 33


@pytest.fixture
def window(program):
    yield program.window
    QApplication.processEvents()


@pytest.fixture
def large(program):
    """The gallery at 1200 x 800 with all 70,000 images."""
    program.window.hide()
    gallery = program.window.gallery
    gallery.setParent(None)
    gallery.resize(1200, 800)
    gallery.show()
    program.store.apply(ShowSplit("all"), ShowLabels(True))
    QApplication.processEvents()
    yield gallery
    program.window.columns.widget(0).layout().addWidget(gallery)


def evaluated(program, qtbot, name="all"):
    program.store.apply(ShowSplit(name))
    program.commands.evaluate_split()
    qtbot.waitUntil(lambda: not program.store.state.tasks, timeout=20_000)


def wait_for_end(program):
    """Let the event loop run until no job runs: it sleeps between events, as at work."""
    loop = QEventLoop()

    def look(state):
        if not state.tasks:
            loop.quit()

    program.store.changed.connect(look)
    if program.store.state.tasks:
        loop.exec()
    program.store.changed.disconnect(look)


def painted():
    QApplication.processEvents()


@pytest.mark.parametrize("network", [0, 1])
def test_a_step_of_the_selection_answers_within_two_frames(program, window, network):
    program.commands.use_network(program.store.state.library.networks[network])

    def step():
        QTest.keyClick(window.gallery, Qt.Key.Key_Right)
        painted()

    report(f"arrow key, network {network}", median_ms(step), ANSWER)

    def click():
        place = next(places)
        QTest.mouseClick(window.gallery.viewport(), Qt.MouseButton.LeftButton, pos=place)
        painted()

    places = iter(QPoint(30 + 58 * (i % 9), 40 + 58 * (i // 9 % 9)) for i in range(10_000))
    report(f"click, network {network}", median_ms(click), ANSWER)


def test_evaluate_to_the_matrix_of_the_test_images(program, window, qtbot):
    times = []
    program.store.apply(ShowStage("results"))
    painted()
    for _ in range(9):
        forget_results(program.store)
        painted()
        begun = time.perf_counter()
        program.commands.evaluate_split()
        wait_for_end(program)
        painted()
        times.append(1000 * (time.perf_counter() - begun))
    report("Evaluate to matrix", float(np.median(times)), 150)


@pytest.mark.parametrize("zoom", [1, 2])
def test_the_gallery_of_70_000_stays_within_a_frame(program, qtbot, large, zoom):
    evaluated(program, qtbot)
    program.store.apply(ZoomGallery(zoom))
    bar, sizes = large.verticalScrollBar(), [QSize(1200, 800), QSize(1130, 770)]

    def show():
        program.store.apply(
            ShowSplit("test" if program.store.state.gallery.split_name == "all" else "all")
        )
        painted()

    def scroll():
        bar.setValue(bar.value() + bar.singleStep())
        painted()

    def resize():
        sizes.reverse()
        large.resize(sizes[0])
        painted()

    def change_zoom():
        program.store.apply(
            ZoomGallery(zoom if program.store.state.gallery.zoom != zoom else zoom + 1)
        )
        painted()

    cells = 28 * zoom
    report(f"scroll a step at {cells}", median_ms(scroll), FRAME)
    report(f"resize at {cells}", median_ms(resize), FRAME)
    report(f"zoom a step at {cells}", median_ms(change_zoom), FRAME)
    report(f"change split at {cells}", median_ms(show), FRAME)


class GridModel(QAbstractTableModel):
    def __init__(self, images, columns):
        super().__init__()
        self.images, self.columns = images, columns

    def rowCount(self, _parent=None):
        return -(-len(self.images) // self.columns)

    def columnCount(self, _parent=None):
        return self.columns

    def data(self, _index, _role=0):
        return None


class DigitDelegate(QStyledItemDelegate):
    def paint(self, painter, option, index):
        model = index.model()
        place = index.row() * model.columns + index.column()
        if place < len(model.images):
            pixels = model.images[place]
            image = QImage(pixels.data, 28, 28, 28, QImage.Format.Format_Grayscale8)
            painter.drawImage(option.rect, image)


def test_the_gallery_beats_a_table_view_with_a_delegate(program, qtbot, large, digits):
    images, columns = digits.splits["all"].images, 1180 // 28
    model = GridModel(images, columns)
    table = QTableView()
    table.setModel(model)
    table.setItemDelegate(DigitDelegate(table))
    table.setShowGrid(False)
    for header in (table.horizontalHeader(), table.verticalHeader()):
        header.hide()
        header.setMinimumSectionSize(1)
        header.setDefaultSectionSize(28)
    table.resize(1200, 800)
    table.show()
    qtbot.addWidget(table)
    program.store.apply(ZoomGallery(1))
    painted()

    def scrolling(view):
        bar = view.verticalScrollBar()

        def scroll():
            bar.setValue(bar.value() + bar.singleStep())
            view.viewport().repaint()

        return scroll

    ours, theirs = median_ms(scrolling(large)), median_ms(scrolling(table))
    report(f"scroll a wall of digits (a table view: {theirs:.1f} ms)", ours, theirs)


def test_dragging_from_end_to_end_keeps_60_frames_a_second(program, qtbot, large):
    evaluated(program, qtbot)
    program.store.apply(ZoomGallery(1))
    bar = large.verticalScrollBar()
    places = iter(np.linspace(0, bar.maximum(), 200).astype(int).tolist() * 5)

    def drag():
        bar.setValue(next(places))
        large.viewport().repaint()

    report("drag the scroll bar", median_ms(drag, 100), 1000 / 60)


@pytest.mark.parametrize(
    "query",
    [
        {"label": 4},
        {"verdict": "wrong"},
        {"label": 4, "prediction": 9},
        {"margin": (0.0, 0.3)},
        {"label_errors": True},
        {"spans": ((427, 427), (1000, 1050))},
        {"order": "label"},
        {"order": "hardness"},
        {"order": "margin"},
        {"order": "random"},
    ],
    ids=lambda query: " ".join(f"{name}={value}" for name, value in query.items()),
)
def test_filters_and_orders_over_70_000(program, window, qtbot, query):
    evaluated(program, qtbot)

    def change():
        ask(program, **query)
        painted()
        program.commands.show_everything()
        painted()

    report(f"there and back: {query}", median_ms(change, 7) / 2, 50)


@pytest.mark.parametrize("hidden", [False, True])
def test_order_by_similarity(program, window, qtbot, hidden):
    program.store.apply(ShowSplit("all"))
    painted()

    def order():
        program.commands.show_everything()
        program.commands.order_by_similarity(hidden=hidden)
        qtbot.waitUntil(lambda: program.store.state.gallery.query.order == "ranking")
        painted()

    report(f"similarity, hidden {hidden}", median_ms(order, 5), 150)


def test_a_cell_of_the_matrix_to_its_images(program, window, qtbot):
    evaluated(program, qtbot)
    painted()
    page = window.stages.currentWidget().matrix
    cells = [(4, 9), (9, 4), (3, 5), (7, 2)] * 50

    def choose():
        page._choose(*cells.pop())
        painted()

    report("matrix cell", median_ms(choose, 9), 50)


def test_all_70_000_while_clicks_still_answer(program, window, qtbot):
    program.store.apply(ShowStage("results"), ShowSplit("all"))
    painted()
    totals, answers = [], []
    for _ in range(5):
        forget_results(program.store)
        painted()
        begun = time.perf_counter()
        program.commands.evaluate_all()
        while program.store.state.tasks:
            clicked = time.perf_counter()
            QTest.keyClick(window.gallery, Qt.Key.Key_Right)
            painted()
            answers.append(1000 * (time.perf_counter() - clicked))
        painted()
        totals.append(time.perf_counter() - begun)
    report("evaluate all, everything on the screen", float(np.median(totals)), 0.4, "s")
    report("a key meanwhile", float(np.median(answers)), ANSWER)


def table(split):
    """A table as on Kaggle: text, which takes Python itself to read."""
    rows = np.column_stack([split.labels, split.images.reshape(len(split), 784)])
    return "\n".join(",".join(map(str, row)) for row in rows.tolist()).encode()


def lists(split):
    """A pickle of lists of numbers, an instruction each."""
    del split
    rng = np.random.default_rng(0)
    shapes = (1000, 784), (1000, 1), (10, 1000), (10, 1)
    return pickle.dumps([rng.normal(scale=0.05, size=shape).tolist() for shape in shapes])


@pytest.mark.parametrize("write", [table, lists])
def test_keys_answer_while_a_file_is_read(program, window, digits, tmp_path, write):
    path = tmp_path / "file"
    path.write_bytes(write(digits.splits["test"]))
    answers = []
    for _ in range(3):
        program.opener.open([path])
        while program.store.state.tasks:
            pressed = time.perf_counter()
            QTest.keyClick(window.gallery, Qt.Key.Key_Right)
            painted()
            answers.append(1000 * (time.perf_counter() - pressed))
        for dialog in window.findChildren(QDialog):
            dialog.close()
        painted()
    report(f"a key while {write.__name__} is read", float(np.median(answers)), ANSWER)
    report("19 in 20 of them", float(np.percentile(answers, 95)), 100)


def test_predictions_of_70_000_as_csv(program, qtbot, tmp_path):
    evaluated(program, qtbot)
    begun = time.perf_counter()
    program.exports.write_predictions(tmp_path / "all.csv")
    qtbot.waitUntil(lambda: not program.store.state.tasks, timeout=20_000)
    report("CSV of 70,000", time.perf_counter() - begun, 3, "s")
    assert len((tmp_path / "all.csv").read_text().splitlines()) == 70_001


def resident_mb():
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


def test_fifty_evaluations_leave_nothing_behind(program, qtbot):
    def evaluate_often(times):
        for count in range(times):
            forget_results(program.store)
            program.commands.evaluate_all()
            if count % 3 == 0:
                program.commands.cancel()
            qtbot.waitUntil(lambda: not program.store.state.tasks, timeout=20_000)
            painted()
        gc.collect()

    evaluate_often(6)
    memory, objects = resident_mb(), len(gc.get_objects())
    evaluate_often(50)
    report("memory after 50 evaluations", resident_mb() - memory, 20, "MB")
    report("objects after 50 evaluations", len(gc.get_objects()) - objects, 500, "objects")


def test_scrolling_through_everything_takes_no_memory(program, large):
    def sweep():
        for zoom in range(1, 7):
            program.store.apply(ZoomGallery(zoom))
            bar = large.verticalScrollBar()
            for value in np.linspace(0, bar.maximum(), 60).astype(int).tolist():
                bar.setValue(value)
                painted()
        gc.collect()

    before = resident_mb()
    sweep()
    after_one = resident_mb()
    sweep()
    # The split "all" is mapped when it is first touched: 55 MB of pixels.
    report("memory of a sweep", after_one - before, 20, "MB")
    report("memory of another", resident_mb() - after_one, 5, "MB")
