"""The stage Image: the current digit large, or the selected ones side by side."""

import numpy as np
from matplotlib.figure import Figure
from numpy.typing import NDArray

from mnist_desktop.model.network import f
from mnist_desktop.plots.digits import DigitPlot, draw_digits
from mnist_desktop.plots.style import Style
from mnist_desktop.session.state import State, Subject
from mnist_desktop.ui.base.stage import CanvasStage
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.base.translation import said
from mnist_desktop.ui.pictures.dragging import DragOut

_MOST_DRAWN = 40


class ImageStage(CanvasStage):
    """Draws `state.gallery.selected` with the functions of the lecture."""

    name = "image"
    _digit: DigitPlot | None = None

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        DragOut(self.canvas, self._pixels)

    def _pixels(self) -> NDArray[np.uint8] | None:
        subject = self._store.state.subject
        return None if subject is None else subject.pixels

    def title(self) -> str:
        """Return what the tab says."""
        return self.tr("Image")

    def shows(self, state: State) -> tuple[object, ...]:
        """Return what of the state is shown."""
        return (*state.read, state.gallery.selected)

    def draw_state(self, state: State, *, anew: bool) -> None:
        """Redraw: quickly where one digit follows another, else from the start."""
        if state.subject is None:
            self._digit = None
            self.clear()
        elif len(state.gallery.selected) > 1 and not state.reading.drawing_explained:
            self._draw_several(state)
        else:
            self._draw_one(state, anew=anew)

    def _draw_one(self, state: State, *, anew: bool) -> None:
        assert state.subject is not None
        if anew or self._digit is None:
            self.clear()
            with self.style_now.applied(self.canvas.figure):
                self._digit = DigitPlot(self.canvas.figure, self.style_now)
            self.canvas.set_lively(self._digit.lively)
        self._digit.show(state.subject.pixels, self._title(state.subject))
        self.canvas.redraw_lively()

    def _title(self, subject: Subject) -> str:
        if subject.label is None:
            return said(subject.caption)
        words = self.tr("{image}, label {label}")
        names = self._store.state.library.digits.class_names
        return words.format(image=said(subject.caption), label=names[subject.label])

    def _draw_several(self, state: State) -> None:
        self._digit = None
        self.clear()
        with self.style_now.applied(self.canvas.figure):
            self._arrange_several(self.canvas.figure, self.style_now, state)
        self.canvas.redraw()

    def _arrange_several(self, figure: Figure, style: Style, state: State) -> None:
        assert state.split is not None
        chosen = list(state.gallery.selected[:_MOST_DRAWN])
        captions = self._captions(state, chosen)
        draw_digits(figure, state.split.images[chosen], captions, style.digits)
        figure.subplots_adjust(0.02, 0.1, 0.98, 0.86, 0.25, 0.45)
        figure.suptitle(self._heading(state), fontsize=style.points * 1.1)

    def draw_into(self, figure: Figure, style: Style, state: State) -> None:
        """Draw the digit, or the selected ones."""
        if len(state.gallery.selected) > 1 and not state.reading.drawing_explained:
            self._arrange_several(figure, style, state)
        elif state.subject is not None:
            DigitPlot(figure, style).show(state.subject.pixels, self._title(state.subject))

    def _heading(self, state: State) -> str:
        count = len(state.gallery.selected)
        if count > _MOST_DRAWN:
            words = self.tr("The first {most} of {count:,} selected images, with predictions")
            return words.format(most=_MOST_DRAWN, count=count)
        return self.tr("{count} selected images, with predictions").format(count=count)

    def _captions(self, state: State, chosen: list[int]) -> list[str]:
        """Return for each image its label and, where the network errs, what it reads."""
        assert state.split is not None
        labels = state.split.labels[chosen]
        names = state.library.digits.class_names
        if state.reading.network is None or not state.classes_fit:
            return [names[label] for label in labels]
        W1, B1, W2, B2 = state.reading.network.parameters
        x = state.split.images[chosen].reshape(-1, 784).T / np.float32(256)
        predictions = f(x, W1, W2, B1, B2).argmax(axis=0)
        return [
            f"{names[label]} ✓" if label == guess else f"{names[label]} → {names[guess]} ✗"
            for label, guess in zip(labels, predictions, strict=True)
        ]
