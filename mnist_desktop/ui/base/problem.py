"""The dialog of a failure: what went wrong, why, and what to try."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

_MOST_LINES = 3


class Problem(QMessageBox):
    """What went wrong, a line each, and what to try."""

    def __init__(self, words: str, more: str, details: str, parent: QWidget | None) -> None:
        super().__init__(QMessageBox.Icon.Warning, "MNIST Desktop", "", parent=parent)
        self.setObjectName("problem")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setInformativeText(more)
        self._lines, self._details = [words], [details] if details else []
        self.setEscapeButton(self.addButton(QMessageBox.StandardButton.Ok))
        copy = self.addButton(self.tr("Copy"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.disconnect()  # else it would close the dialog, too
        copy.clicked.connect(self._copy)
        self._show_all()

    def add(self, words: str, details: str) -> None:
        """Show one more line; of very many only the first ones, and how many more."""
        if words not in self._lines:
            self._lines.append(words)
            self._details.append(details)
            self._show_all()

    def _show_all(self) -> None:
        lines, more = self._lines[:_MOST_LINES], len(self._lines) - _MOST_LINES
        if more > 0:
            lines.append(self.tr("… and {count} more").format(count=more))
        self.setText("\n\n".join(lines))
        if self._details:
            self.setDetailedText("\n".join(self._details))

    def _copy(self) -> None:
        parts = (self.text(), self.informativeText(), self.detailedText())
        QApplication.clipboard().setText("\n\n".join(part for part in parts if part))
