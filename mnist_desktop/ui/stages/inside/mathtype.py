"""Formulas as painter paths: matplotlib sets them, Qt paints them in any colour and size."""

from functools import cache

from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.textpath import TextPath
from PySide6.QtGui import QPainterPath

_PIXELS = 100.0  # set once at this size, then scaled


@cache
def math_path(tex: str) -> QPainterPath:
    """Return a formula such as "$W_1$" as a path, 1 high for 1 em, its baseline at y = 0."""
    path = QPainterPath()
    if not tex:
        return path
    shape = TextPath((0, 0), tex, size=_PIXELS, prop=FontProperties(math_fontfamily="stix"))
    for points, code in shape.iter_segments(curves=True, simplify=False):
        _add(path, (points / _PIXELS).tolist(), int(code))
    return path


def _add(path: QPainterPath, points: list[float], code: int) -> None:
    """Add one segment; Qt's y grows downwards."""
    x, y = points[0::2], [-value for value in points[1::2]]
    if code == Path.MOVETO:
        path.moveTo(x[0], y[0])
    elif code == Path.LINETO:
        path.lineTo(x[0], y[0])
    elif code == Path.CURVE3:
        path.quadTo(x[0], y[0], x[1], y[1])
    elif code == Path.CURVE4:
        path.cubicTo(x[0], y[0], x[1], y[1], x[2], y[2])
    else:
        path.closeSubpath()
