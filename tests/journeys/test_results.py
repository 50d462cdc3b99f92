"""Every figure of the results leads to its images."""

import re

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mnist_desktop.model.label_errors import LABEL_ERRORS
from mnist_desktop.model.selection import Query
from mnist_desktop.model.statistics import per_digit
from mnist_desktop.session.changes import ShowSplit, ShowStage
from tests.driving import ask, click, dress, wait_for_jobs

MATRIX, DIGITS, CONFIDENCE, SPLITS = range(4)
Key = Qt.Key


@pytest.fixture
def results(qtbot, program):
    """The stage Results with the test split evaluated and drawn."""
    program.commands.evaluate_split()
    wait_for_jobs(qtbot, program)
    QApplication.processEvents()  # the words may need another line, and the canvas has less room
    stage = program.window.stages.currentWidget()
    assert stage.name == "results"
    return stage


@pytest.fixture
def evaluation(program, results):
    return program.store.state.evaluation


@pytest.fixture
def store(program):
    return program.store


def matrix_axes(results):
    return results.matrix.canvas.figure.axes[0]


def numbers(results):
    """What the cells of the matrix say, by (row, column)."""
    return {
        (int(text.get_position()[1]), int(text.get_position()[0])): text.get_text()
        for text in matrix_axes(results).texts
    }


def point_of(results, column, row):
    """Where a place of the matrix is on the canvas, in Qt's pixels."""
    canvas = results.matrix.canvas
    x, y = matrix_axes(results).transData.transform((column, row))
    ratio = canvas.devicePixelRatioF()
    return QPoint(round(x / ratio), round((canvas.figure.bbox.height - y) / ratio))


def click_matrix(results, column, row):
    click(results.matrix.canvas, point_of(results, column, row))


def where(mask):
    return np.flatnonzero(mask).tolist()


# Matrix ------------------------------------------------------------------------------------------


def test_a_click_on_a_cell_shows_its_images(results, store, evaluation):
    row, column = 4, 9
    click_matrix(results, column, row)
    expected = where((evaluation.labels == row) & (evaluation.predictions == column))
    assert store.state.gallery.shown.tolist() == expected
    assert len(expected) == evaluation.confusion[row, column] > 0
    click_matrix(results, column, row)
    assert store.state.gallery.query == Query()


def test_a_click_on_a_name_shows_its_row_or_column(results, store, evaluation):
    click_matrix(results, -1, 7)
    assert store.state.gallery.shown.tolist() == where(evaluation.labels == 7)
    click_matrix(results, 2, -1)
    assert store.state.gallery.shown.tolist() == where(evaluation.predictions == 2)


def test_a_click_beside_the_matrix_does_nothing(results, store):
    canvas = results.matrix.canvas
    QTest.mouseClick(
        canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(1, 1)
    )
    assert store.state.gallery.query == Query()


def test_the_cell_under_the_pointer_is_told_in_words(results, evaluation):
    canvas = results.matrix.canvas
    QTest.mouseMove(canvas, point_of(results, 9, 4))
    words = f"{evaluation.confusion[4, 9]} images of a 4 read as 9; click to see them"
    assert canvas.toolTip() == words
    QTest.mouseMove(canvas, QPoint(1, 1))
    assert canvas.toolTip() == ""


def test_arrow_keys_move_through_the_cells_and_enter_takes_back(results, store):
    matrix = results.matrix
    seen = []
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_Left, Key.Key_Up, Key.Key_Up):
        QTest.keyClick(matrix, key)
        seen.append((store.state.gallery.query.label, store.state.gallery.query.prediction))
    assert seen == [(0, 1), (1, 1), (1, 0), (1, 9), (0, 9), (9, 9)]
    QTest.keyClick(matrix, Key.Key_Return)
    assert store.state.gallery.query == Query()
    QTest.keyClick(matrix, Key.Key_Space)
    assert (store.state.gallery.query.label, store.state.gallery.query.prediction) == (9, 9)


def test_keys_go_on_from_the_clicked_cell(results, store):
    click_matrix(results, 5, 3)
    assert results.matrix.hasFocus()
    QTest.keyClick(results.matrix, Key.Key_Right)
    assert (store.state.gallery.query.label, store.state.gallery.query.prediction) == (3, 6)


def test_the_cursor_follows_a_filter_set_elsewhere(results, program):
    ask(program, label=3, prediction=8)
    cursor = results.matrix.canvas._lively[-1]
    assert (cursor.get_visible(), cursor.get_xy()) == (True, (7.5, 2.5))
    program.commands.show_everything()
    assert not cursor.get_visible()


def test_per_cent_of_row(results, evaluation):
    counts = {cell: f"{count:,}" for cell, count in np.ndenumerate(evaluation.confusion) if count}
    assert numbers(results) == counts
    results.percent.click()
    shares = numbers(results)
    assert shares[0, 0] == f"{100 * evaluation.confusion[0, 0] / evaluation.confusion[0].sum():.1f}"
    assert matrix_axes(results).get_title().endswith("% of each row")
    results.percent.click()
    assert numbers(results) == counts


def test_another_network_draws_another_matrix(qtbot, program, results):
    before = numbers(results)
    program.commands.use_network(program.store.state.library.networks[1])
    assert "Press Evaluate" in results.words.text()
    assert results.matrix.canvas.figure.axes == []
    program.commands.evaluate_split()
    wait_for_jobs(qtbot, program)
    assert numbers(results) != before
    assert program.store.state.library.networks[1].name in matrix_axes(results).get_title()


# Words -------------------------------------------------------------------------------------------


def test_every_link_in_the_words_leads_to_its_images(results, program, store, evaluation):
    expected = {
        "right": where(~evaluation.wrong),
        "wrong": where(evaluation.wrong),
        "all": list(range(10_000)),
        "doubt": list(LABEL_ERRORS),
    }
    links = re.findall(r"href='(\w+)'>([^<]*)<", results.words.text())
    assert {link for link, _ in links} == set(expected)
    for link, words in links:
        ask(program, label=3, starred=True)
        results.words.linkActivated.emit(link)
        assert store.state.gallery.shown.tolist() == expected[link]
        if link != "right":
            assert f"{len(expected[link]):,}" in words


def test_words_of_a_split_without_known_doubts_have_no_such_link(qtbot, program, results):
    program.store.apply(ShowSplit("validation"))
    assert "Press Evaluate" in results.words.text()
    program.commands.evaluate_split()
    wait_for_jobs(qtbot, program)
    assert "doubt" not in results.words.text()
    assert "95 % interval" in results.words.text()


# Tables ------------------------------------------------------------------------------------------


def cell(page, row, column):
    return page.table.item(row, column).text()


def click_cell(page, row, column):
    box = page.table.visualItemRect(page.table.item(row, column))
    click(page.table.viewport(), box.center())


def test_digits_say_precision_recall_f1_and_lead_to_the_images(results, store, evaluation):
    results.show_page(DIGITS)
    page = results.pages.currentWidget()
    figures = per_digit(evaluation)
    for digit in range(10):
        assert [cell(page, digit, column) for column in range(4)] == [
            f"{figures.counts[digit]:,}",
            f"{figures.precision[digit]:.2%}",
            f"{figures.recall[digit]:.2%}",
            f"{figures.f1[digit]:.2%}",
        ]
    click_cell(page, 5, 1)
    assert store.state.gallery.shown.tolist() == where(evaluation.predictions == 5)
    for column in (0, 2, 3):
        click_cell(page, 8, column)
        assert store.state.gallery.shown.tolist() == where(evaluation.labels == 8)


def test_splits_stand_side_by_side_and_lead_to_their_images(qtbot, program, results, store):
    results.show_page(SPLITS)
    page = results.pages.currentWidget()
    accuracy = store.state.evaluation.accuracy
    assert [cell(page, 0, column) for column in range(3)] == [
        "not yet",
        "not yet",
        f"{accuracy:.2%}",
    ]
    click_cell(page, 0, 1)
    wait_for_jobs(qtbot, program)
    assert store.state.gallery.split_name == "validation"
    assert cell(page, 0, 1) == f"{store.state.evaluation.accuracy:.2%}"
    click_cell(page, 2, 2)
    wait_for_jobs(qtbot, program)
    assert (store.state.gallery.split_name, store.state.gallery.query.verdict) == ("test", "wrong")
    assert cell(page, 2, 2) == f"{len(store.state.gallery.shown):,}"
    program.commands.evaluate_all()
    wait_for_jobs(qtbot, program)
    known = store.state.evaluations
    gap = 100 * (known["training"].accuracy - known["test"].accuracy)
    assert cell(page, 6, 0) == "–"
    assert cell(page, 6, 2) == f"{gap:+.2f} points"


# Confidence --------------------------------------------------------------------------------------


def test_the_slider_shows_the_images_below_a_margin(results, store, evaluation):
    results.show_page(CONFIDENCE)
    page = results.pages.currentWidget()
    page.slider.setValue(300)
    assert store.state.gallery.query.margin == (0, 0.3)
    assert store.state.gallery.shown.tolist() == where(evaluation.margins <= 0.3)
    answered = evaluation.margins > 0.3
    right = 1 - evaluation.wrong[answered].mean()
    expected = f"0.300: {answered.mean():.1%} answered, {right:.2%} right"
    assert page.words.text() == expected
    assert list(page.canvas._lively[0].get_xdata()) == [0.3, 0.3]
    page.slider.setValue(0)
    assert store.state.gallery.query == Query()


def test_the_slider_follows_a_filter_set_elsewhere(results, program):
    results.show_page(CONFIDENCE)
    page = results.pages.currentWidget()
    ask(program, margin=(0.0, 0.125))
    assert page.slider.value() == 125
    program.commands.show_everything()
    assert page.slider.value() == 0


# Before there is anything ------------------------------------------------------------------------


@pytest.mark.parametrize("page", [MATRIX, DIGITS, CONFIDENCE, SPLITS])
def test_without_an_evaluation_every_page_opens_and_does_nothing(program, page):
    program.store.apply(ShowStage("results"))
    results = program.window.stages.currentWidget()
    results.show_page(page)
    assert "Press Evaluate" in results.words.text()
    QTest.keyClick(results.matrix, Key.Key_Right)
    assert program.store.state.gallery.query == Query()
    dress(program, scale=1.5, theme="dark")
    program.window.grab()
