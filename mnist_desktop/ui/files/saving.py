"""Asks where predictions, results and figures are to go, and has them written there."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTabWidget

from mnist_desktop.session.changes import ShowStage
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.files.exports import Exports

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from mnist_desktop.ui.base.stage import Stage  # matplotlib comes after the window


class Saving(QObject):
    """The dialogs of export, over the stages whose figures it saves."""

    said = Signal(str)
    """A sentence for the status line."""

    def __init__(self, stages: QTabWidget, store: Store, exports: Exports) -> None:
        super().__init__(stages)
        self._stages, self._store, self._exports = stages, store, exports

    def save_predictions(self) -> None:
        """Ask where to, and write the predictions for the current split as CSV."""
        if self._is_evaluated():
            name = f"predictions-{self._store.state.gallery.split_name}.csv"
            filters = [self.tr("Table (*.csv)")]
            self._ask_where(name, filters, self._exports.write_predictions)

    def save_results(self) -> None:
        """Ask where to, and write the results as JSON."""
        if self._is_evaluated():
            filters = [self.tr("Results (*.json)")]
            self._ask_where("results.json", filters, self._exports.write_results)

    def _is_evaluated(self) -> bool:
        """Whether there are results to export; shows Results, which says how, if there are none."""
        if self._store.state.evaluation is None:
            self._store.apply(ShowStage("results"))
        return self._store.state.evaluation is not None

    def save_figure(self) -> None:
        """Ask where to, and write the figure that is seen."""
        figure = self._picture()
        if figure is not None:
            filters = ["PNG (*.png)", "SVG (*.svg)", "PDF (*.pdf)"]
            name = f"{self._store.state.appearance.stage}.png"
            write = self._exports.write_figure
            self._ask_where(name, filters, lambda path: write(path, figure))

    def copy_figure(self) -> None:
        """Put the figure that is seen on the clipboard."""
        figure = self._picture()
        if figure is not None:
            self._exports.copy_figure(figure)
            self.said.emit(self.tr("The figure is on the clipboard."))

    def _picture(self) -> "Figure | None":
        stage: Stage | None = self._stages.currentWidget()  # type: ignore[assignment]
        figure = stage.picture() if stage is not None else None
        if figure is None:
            self.said.emit(self.tr("There is no figure to the right; choose another tab."))
        return figure

    def _ask_where(self, name: str, filters: list[str], write: Callable[[Path], None]) -> None:
        # Imported here: the dialogs of Qt take a while, and a start has no use for them.
        from mnist_desktop.ui.files.file_dialogs import ask_where_to_save

        ask_where_to_save(self._stages, self.tr("Save as"), name, filters, write)
