"""How quickly a drawing is answered. Run with -s to see the figures."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from mnist_desktop.model.photographs import find_digits
from mnist_desktop.session.changes import ShowStage

from .clock import median_ms, report

pytestmark = pytest.mark.benchmark
FRAME = 16


def send(board, kind, where):
    left = Qt.MouseButton.LeftButton
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else left
    buttons = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else left
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(
        board, QMouseEvent(kind, where, board.mapToGlobal(where), button, buttons, none)
    )


@pytest.mark.parametrize("network", [0, 1])
def test_a_stroke_is_answered_on_the_screen_within_a_frame(program, network):
    program.commands.use_network(program.store.state.library.networks[network])
    program.store.apply(ShowStage("draw"))
    QApplication.processEvents()
    board = program.window.stages.currentWidget().board
    points = [QPointF(60 + 160 * abs(np.sin(k / 3)), 40 + 5 * (k % 40)) for k in range(200)]
    moves = iter(points * 10)
    send(board, QEvent.Type.MouseButtonPress, points[0])

    def move():
        before = program.store.state.scores
        send(board, QEvent.Type.MouseMove, next(moves))
        QApplication.processEvents()
        assert program.store.state.scores is not before

    measured = median_ms(move, 60)
    send(board, QEvent.Type.MouseButtonRelease, points[-1])
    report(f"from a stroke to its scores on the screen, network {network}", measured, FRAME)


def test_a_photograph_is_read_in_half_a_second():
    random = np.random.default_rng(0)
    picture = random.normal(200, 4, (1500, 1125)).clip(0, 255).astype(np.uint8)
    for row in range(3):
        for column in range(4):
            top, left = 150 + 450 * row, 100 + 250 * column
            picture[top : top + 250, left : left + 25] = 40
    assert len(find_digits(picture)) == 12
    report(
        "digits of a photograph of 1,500 pixels", median_ms(lambda: find_digits(picture), 3), 500
    )
