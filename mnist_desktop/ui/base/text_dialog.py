"""Texts in a dialog: help, and what was found in a file."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from mnist_desktop.ui.base.translation import said


def paragraph(text: str) -> str:
    """Return plain text as a paragraph of HTML."""
    return f"<p>{escape(text)}</p>"


def heading(text: str) -> str:
    """Return plain text as a heading of HTML."""
    return f"<h3>{escape(text)}</h3>"


def table(rows: Iterable[tuple[str, str]]) -> str:
    """Return rows of plain text as a table of HTML."""
    cells = "".join(
        f"<tr><td><b>{escape(one)}</b>&nbsp;&nbsp;</td><td>{escape(other)}</td></tr>"
        for one, other in rows
    )
    return f'<table cellspacing="0" cellpadding="3">{cells}</table>'


def show_findings(parent: QWidget, title: str, words: str, notes: Sequence[str]) -> QDialog:
    """Open a dialog that says what a file holds, and what was assumed about it."""
    rows = "".join(f"<li>{escape(said(note))}</li>" for note in notes)
    return show_text(parent, title, f"{paragraph(words)}<ul>{rows}</ul>", lines=12)


def show_text(parent: QWidget, title: str, html: str, lines: int = 32) -> QDialog:
    """Open a dialog with a text; it goes when it is closed."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    browser = QTextBrowser()
    browser.setHtml(html)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.close)
    layout = QVBoxLayout(dialog)
    layout.addWidget(browser)
    layout.addWidget(buttons)
    line = dialog.fontMetrics().height()
    dialog.resize(min(line * 36, parent.width()), min(line * lines, parent.height()))
    dialog.open()
    return dialog
