"""The matplotlib canvas of the window, with quick partial redraws."""

from collections.abc import Sequence
from typing import Any

from matplotlib.artist import Artist
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from mnist_desktop.plots.style import Style
from mnist_desktop.ui.base.guard import guarded
from mnist_desktop.ui.base.theme import colours

_POINTS = 11.0


def style_for(scale: float) -> Style:
    """Return the figure style that goes with the window's theme and scale."""
    theme = colours()
    return Style(
        paper=theme.paper,
        ink=theme.ink,
        muted=theme.muted,
        wrong=theme.wrong,
        right=theme.right,
        accent=theme.accent,
        line=theme.line,
        points=_POINTS * scale,
        dark=theme.paper < theme.ink,
    )


@guarded
class Canvas(FigureCanvasQTAgg):
    """A canvas in which a few lively artists are redrawn without the rest.

    A whole draw of even a plain figure takes 20 ms. What changes with every
    image is drawn alone, over a copy of all the rest.
    """

    resizing = Signal()
    """The figure is about to get another size: a timer started now ends before the next draw."""
    resized = Signal()
    """The figure has another size."""

    def __init__(self) -> None:
        super().__init__(Figure(dpi=96))
        self._lively: Sequence[Artist] = ()
        self._background: Any = None
        self.mpl_connect("draw_event", self._keep_background)

    def redraw(self) -> None:
        """Draw everything when the window is next idle."""
        self.draw_idle()

    def set_lively(self, artists: Sequence[Artist]) -> None:
        """Name the artists that :meth:`redraw_lively` draws; then draw everything once."""
        self._lively = artists
        for artist in artists:
            artist.set_animated(True)
        self._background = None
        self.draw_idle()

    def redraw_lively(self) -> None:
        """Draw the lively artists again, at once."""
        if self._background is None:
            self.draw_idle()
            return
        self.restore_region(self._background)
        self._draw_lively()
        self.blit(self.figure.bbox)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Resize the figure; the copy of the background no longer fits."""
        self._background = None
        self.resizing.emit()
        super().resizeEvent(event)
        self.resized.emit()

    def _keep_background(self, _event: object) -> None:
        self._background = self.copy_from_bbox(self.figure.bbox)
        self._draw_lively()

    def _draw_lively(self) -> None:
        for artist in self._lively:
            self.figure.draw_artist(artist)
