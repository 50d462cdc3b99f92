"""What the steps of the preparation are worth: measured in the background, on a button."""

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from mnist_desktop.model.message import message
from mnist_desktop.model.simulation import COUNT, StepCosts, step_costs
from mnist_desktop.session.session import Watch
from mnist_desktop.session.state import State
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.stages.draw.steps_panel import StepsPanel
from mnist_desktop.ui.work.commands import MEASURING, Commands

_SPLIT = "test"


class Costs(QWidget):
    """A button that starts the measuring, and its result."""

    def __init__(self, store: Store, commands: Commands, panel: StepsPanel) -> None:
        super().__init__()
        self._store, self._commands, self._panel = store, commands, panel
        self.button = QPushButton(self.tr("What does each step cost?"))
        self.button.setToolTip(
            self.tr(
                "Redraws 3,000 test digits at random size and place, and counts how many "
                "the network reads right with and without each step"
            )
        )
        self.result = QLabel(wordWrap=True)
        self._complete = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.result)
        layout.addWidget(self.button)
        self.button.clicked.connect(self.measure)
        self._network = Watch(lambda state: (state.reading.network,))
        self._at_work = Watch(lambda state: (bool(state.tasks),))
        self.refresh(store.state)
        store.changed.connect(self.refresh)

    def refresh(self, state: State) -> None:
        """Forget what was measured of another network.

        Parameters
        ----------
        state : State
            The state as it is now.
        """
        known = state.reading.network is not None and _SPLIT in state.library.digits.splits
        self.button.setEnabled(known)
        if self._at_work.differs(state) and not state.tasks and not self._complete:
            self.button.show()
        if self._network.differs(state):
            self._complete = False
            self._panel.show_costs(None)
            self.result.hide()
            self.button.show()

    def measure(self) -> None:
        """Redraw test digits and read them, in the background."""
        state = self._store.state
        if state.reading.network is None or _SPLIT not in state.library.digits.splits:
            return
        split = state.library.digits.splits[_SPLIT]
        steps = step_costs(split, state.reading.network.parameters)
        words = message("Measuring the steps")
        self._commands.run(MEASURING, words, min(COUNT, len(split)), steps, self._show)

    def _show(self, costs: StepCosts) -> int:
        self._panel.show_costs(costs)
        words = self.tr("Right without that step. All steps: {all:.1%}, untouched: {untouched:.1%}")
        self.result.setText(words.format(all=costs.shares["all"], untouched=costs.untouched))
        tip = self.tr(
            "Of {done:,} test digits redrawn at random size and place. Only shrunk to 28 × 28, "
            "{shrunk:.1%} of them are read right."
        )
        self.result.setToolTip(tip.format(done=costs.done, shrunk=costs.shares["shrunk"]))
        self._complete = costs.done == costs.total
        self.result.show()
        self.button.hide()
        return costs.done
