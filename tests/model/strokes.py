"""Digits as people draw them with a mouse: 39 shapes in several styles, drawn by a round pen."""

from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.preparation import Ink

Floats = NDArray[np.floating[Any]]
Point = tuple[float, float]


def _arc(x: float, y: float, rx: float, ry: float, start: float, end: float) -> list[Point]:
    """Return points on an ellipse; degrees, 0 to the right, 90 down."""
    angles = np.deg2rad(np.linspace(start, end, 25))
    return [(x + rx * float(np.cos(a)), y + ry * float(np.sin(a))) for a in angles]


_O = _arc(0.5, 0.5, 0.34, 0.5, -90, 270)
#: (digit, strokes); x and y from 0 to 1, y downwards.
SHAPES: list[tuple[int, list[list[Point]]]] = [
    (0, [_O]),
    (0, [_arc(0.5, 0.5, 0.45, 0.48, -60, 300)]),
    (0, [_arc(0.5, 0.5, 0.27, 0.5, -90, 270)]),
    (0, [_arc(0.5, 0.5, 0.4, 0.5, -90, 270), [(0.72, 0.18), (0.28, 0.82)]]),
    (1, [[(0.5, 0), (0.5, 1)]]),
    (1, [[(0.62, 0), (0.4, 1)]]),
    (1, [[(0.38, 0.2), (0.55, 0), (0.55, 1)]]),
    (1, [[(0.3, 0.25), (0.52, 0), (0.52, 1)], [(0.3, 1), (0.74, 1)]]),
    (2, [[*_arc(0.5, 0.28, 0.35, 0.28, 190, 390), (0.12, 1), (0.9, 1)]]),
    (2, [[*_arc(0.48, 0.25, 0.33, 0.25, 180, 400), (0.1, 0.95), (0.92, 0.95)]]),
    (2, [[(0.15, 0.1), (0.7, 0.05), (0.8, 0.3), (0.15, 0.95), (0.85, 0.95)]]),
    (2, [[*_arc(0.5, 0.3, 0.3, 0.3, 200, 380), (0.2, 0.92), (0.3, 0.8), (0.9, 1)]]),
    (3, [[*_arc(0.42, 0.25, 0.35, 0.25, 200, 450), *_arc(0.42, 0.75, 0.4, 0.25, -90, 160)]]),
    (3, [[*_arc(0.4, 0.27, 0.3, 0.27, 210, 440), *_arc(0.4, 0.75, 0.38, 0.27, -80, 150)]]),
    (3, [[(0.15, 0), (0.8, 0), (0.45, 0.4), *_arc(0.42, 0.7, 0.38, 0.3, -80, 150)]]),
    (3, [[(0.2, 0.05), *_arc(0.45, 0.25, 0.32, 0.22, -60, 90),
          *_arc(0.45, 0.73, 0.38, 0.26, -90, 140)]]),
    (4, [[(0.2, 0), (0.12, 0.55), (0.88, 0.55)], [(0.75, 0.05), (0.7, 1)]]),
    (4, [[(0.25, 0.05), (0.2, 0.5), (0.8, 0.5)], [(0.8, 0), (0.8, 1)]]),
    (4, [[(0.65, 1), (0.65, 0), (0.1, 0.65), (0.92, 0.65)]]),
    (4, [[(0.55, 0), (0.1, 0.6), (0.9, 0.6)], [(0.65, 0.3), (0.6, 1)]]),
    (5, [[(0.85, 0), (0.25, 0), (0.2, 0.45), *_arc(0.45, 0.7, 0.38, 0.3, -110, 150)]]),
    (5, [[(0.3, 0.02), (0.25, 0.42), *_arc(0.45, 0.7, 0.35, 0.28, -110, 150)],
         [(0.3, 0.02), (0.85, 0)]]),
    (5, [[(0.8, 0.05), (0.3, 0.05), (0.3, 0.4), (0.7, 0.5), (0.75, 0.8), (0.5, 1), (0.15, 0.9)]]),
    (5, [[(0.9, 0.02), (0.35, 0.04), (0.25, 0.45), *_arc(0.42, 0.7, 0.3, 0.27, -90, 170)]]),
    (6, [[(0.7, 0), (0.35, 0.3), *_arc(0.48, 0.72, 0.3, 0.28, 180, 540)]]),
    (6, [[(0.6, 0), (0.25, 0.45), *_arc(0.5, 0.7, 0.3, 0.28, 170, 530)]]),
    (6, [[*_arc(0.6, 0.5, 0.42, 0.5, 260, 170), *_arc(0.5, 0.7, 0.33, 0.28, 180, 540)]]),
    (6, [[(0.45, 0), (0.22, 0.6), *_arc(0.48, 0.73, 0.26, 0.25, 180, 520)]]),
    (7, [[(0.1, 0.03), (0.85, 0), (0.4, 1)]]),
    (7, [[(0.15, 0), (0.85, 0), (0.6, 0.4), (0.5, 1)]]),
    (7, [[(0.12, 0), (0.88, 0), (0.4, 1)], [(0.35, 0.5), (0.85, 0.5)]]),
    (7, [[(0.12, 0.15), (0.14, 0.02), (0.85, 0.02), (0.45, 1)]]),
    (8, [[*_arc(0.5, 0.25, 0.28, 0.25, 90, -270), *_arc(0.5, 0.75, 0.34, 0.25, -90, 270)]]),
    (8, [[*_arc(0.52, 0.25, 0.25, 0.24, 90, -270), *_arc(0.48, 0.75, 0.28, 0.25, -90, 270)]]),
    (8, [[(0.8, 0.1), (0.45, 0), (0.25, 0.2), (0.7, 0.65), (0.7, 0.9), (0.45, 1),
          (0.25, 0.85), (0.35, 0.6), (0.8, 0.1)]]),
    (9, [[*_arc(0.5, 0.28, 0.3, 0.28, 0, -360), (0.75, 0.6), (0.65, 1)]]),
    (9, [[*_arc(0.48, 0.27, 0.3, 0.26, 0, -360), (0.78, 1)]]),
    (9, [[*_arc(0.5, 0.3, 0.28, 0.28, -20, -380), (0.6, 1)]]),
    (9, [[*_arc(0.5, 0.25, 0.33, 0.25, 0, -360), (0.83, 0.25), (0.7, 1)]]),
]  # fmt: skip


def drawn(strokes: list[list[Point]], size: float, pen: float, board: int = 560) -> Ink:
    """Draw strokes on a white board.

    Parameters
    ----------
    strokes : list of list of (float, float)
        Polylines; x and y from 0 to 1, y downwards.
    size, pen : float
        Height of the digit and diameter of the round pen, pixels.
    board : int
        Side of the board, pixels.

    Returns
    -------
    ndarray of shape (board, board), uint8
        0 for ink and 255 for paper.
    """
    rows, columns = np.mgrid[:board, :board].astype(np.float32)
    nearest = np.full((board, board), np.inf, np.float32)
    start = (board - size) / 2
    for stroke in strokes:
        points = np.array(stroke) * size + start
        for (x0, y0), (x1, y1) in pairwise(points):
            dx, dy = x1 - x0, y1 - y0
            along = ((columns - x0) * dx + (rows - y0) * dy) / max(dx * dx + dy * dy, 1e-9)
            along = along.clip(0, 1)
            away = np.hypot(columns - x0 - along * dx, rows - y0 - along * dy)
            nearest = np.minimum(nearest, away)
    ink = (pen / 2 + 0.5 - nearest).clip(0, 1)
    picture: Ink = np.rint(255 * (1 - ink)).astype(np.uint8)
    return picture
