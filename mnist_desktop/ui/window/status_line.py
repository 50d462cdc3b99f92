"""The line at the bottom: what is shown, and how far a long job is."""

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QSlider,
    QWidget,
)

from mnist_desktop.model.message import counted
from mnist_desktop.session.session import Watch
from mnist_desktop.session.state import ZOOMS, State
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.base.translation import said
from mnist_desktop.ui.work.commands import Commands


class StatusLine(QWidget):
    """Counts on the left, progress with Cancel on the right while a job runs."""

    zoom_to = Signal(int)
    """A size was chosen for the images."""

    def __init__(self, store: Store, commands: Commands) -> None:
        super().__init__()
        self.count = QLabel()
        # A long sentence must not widen the window.
        self.count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.words = QLabel()
        self.bar = QProgressBar(maximum=100)
        self.bar.setFixedWidth(220)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Stop; what is known by then stays (Esc)"))
        self.cancel.clicked.connect(commands.cancel)
        self.zoom = QSlider(Qt.Orientation.Horizontal)
        self.zoom.setRange(ZOOMS.start, ZOOMS.stop - 1)
        self.zoom.setPageStep(1)
        self.zoom.setFixedWidth(110)
        self.zoom.setToolTip(self.tr("Size of the images in the gallery (+ and -, Ctrl + wheel)"))
        self.zoom.setAccessibleName(self.tr("Size of the images"))
        self.zoom.valueChanged.connect(self.zoom_to)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 2, 10, 4)
        layout.addWidget(self.zoom)
        layout.addSpacing(10)
        layout.addWidget(self.count, 1)
        for widget in (self.words, self.bar, self.cancel):
            layout.addWidget(widget)
        self._counts = Watch(
            lambda state: (
                state.gallery.shown,
                state.gallery.selected,
                state.split,
                state.evaluation,
            )
        )
        self._zoom = Watch(lambda state: (state.gallery.zoom,))
        self._tasks = Watch(lambda state: (state.tasks,))
        self.refresh(store.state)
        store.changed.connect(self.refresh)

    def refresh(self, state: State) -> None:
        """Show counts and progress.

        Parameters
        ----------
        state : State
            The state as it is now.
        """
        if self._counts.differs(state):
            self.count.setText(self._count(state))
            self.count.setToolTip("")
        if self._zoom.differs(state):
            self.zoom.setValue(state.gallery.zoom)
        if self._tasks.differs(state):
            self._render_tasks(state)

    def say(self, words: str) -> None:
        """Show a sentence until the next change of what is shown."""
        self.count.setText(words)
        self.count.setToolTip(words)

    def _count(self, state: State) -> str:
        if state.split is None:
            return self.tr("Loading the images…")
        parts = [said(counted("{n} image shown", "{n:,} images shown", n=len(state.gallery.shown)))]
        evaluation = state.evaluation
        if evaluation is not None:
            known = state.gallery.shown[state.gallery.shown < len(evaluation)]
            wrong = int(np.count_nonzero(evaluation.wrong[known]))
            parts.append(self.tr("{wrong:,} of them wrong").format(wrong=wrong))
            if len(known):
                words = self.tr("{right:.2%} right")
                parts.append(words.format(right=1 - wrong / len(known)))
        if len(state.gallery.selected) > 1:
            parts.append(self.tr("{count:,} selected").format(count=len(state.gallery.selected)))
        return "  ·  ".join(parts)

    def _render_tasks(self, state: State) -> None:
        """Show the task that began last; Cancel is about this one."""
        for widget in (self.words, self.bar, self.cancel):
            widget.setVisible(bool(state.tasks))
        if not state.tasks:
            return
        *others, task = state.tasks
        words = said(task.words)
        if others:
            words = self.tr("{task}; {count} more at work").format(task=words, count=len(others))
        self.words.setText(words)
        self.bar.setValue(100 * task.done // max(task.total, 1))
