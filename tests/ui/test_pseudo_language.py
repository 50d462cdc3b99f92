"""Every word of the window can be translated: in the pseudo-language each stands in ⟦ ⟧."""

import re

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)

from mnist_desktop.model.errors import FileFormatError
from mnist_desktop.model.formats import open_file
from mnist_desktop.session.changes import SelectImages, ShowStage
from mnist_desktop.ui.base.translation import install_language
from scripts.update_translations import FOLDER, main
from tests.driving import ask

#: Words of Qt's own, which come with Qt's own translations.
QT = {"Scroll Left", "Scroll Right"}
#: Data and signs, which are the same in every language.
DATA = re.compile(r"[\W\d_]*|784-\d+-10|MNIST( Desktop)?|[WBabzx][12]?|PNG|.*\.npz")


@pytest.fixture
def pseudo(qapp):
    install_language("pseudo")
    yield
    install_language("en")


@pytest.fixture
def window(pseudo, program):
    return program.window


def texts_of(widget):
    """The words that a widget shows or tells."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.whatsThis())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(place) for place in range(widget.count()))


def bare(texts):
    """The texts in which a word stands outside of the brackets."""
    found = set()
    for text in texts:
        plain = re.sub(r"<[^>]*>|&(?!\w+;)", "", text)
        outside = re.sub(r"⟦[^⟦⟧]*(⟦[^⟦⟧]*⟧[^⟦⟧]*)*⟧", "", plain)
        if text.startswith("⟦") and text.endswith("…"):
            continue  # cut to its line, and whole in its tooltip
        found |= {text} if not DATA.fullmatch(outside.strip()) else set()
    return sorted(found - QT)


def walked(window):
    widgets = [window, *window.findChildren(QWidget)]
    return [text for widget in widgets for text in texts_of(widget)]


def test_the_shipped_files_are_what_the_script_makes(tmp_path):
    main(tmp_path)
    for made in tmp_path.iterdir():
        assert (FOLDER / made.name).read_bytes() == made.read_bytes(), (
            "run scripts/update_translations.py"
        )


def test_every_action_and_menu_is_translated(window):
    actions = [one for one in window.findChildren(QAction) if not one.isSeparator()]
    texts = [text for one in actions for text in (one.text(), one.toolTip())]
    assert len(texts) > 100
    assert bare(texts) == []


@pytest.mark.parametrize("stage", ["image", "inside", "results", "draw"])
def test_every_widget_is_translated(window, program, qtbot, stage):
    program.commands.evaluate_split()
    qtbot.waitUntil(lambda: not program.store.state.tasks, timeout=20_000)
    program.store.apply(ShowStage(stage), SelectImages(8))
    ask(program, label=5, verdict="wrong", order="margin")
    QApplication.processEvents()
    assert bare(walked(window)) == []


def test_errors_of_files_are_translated(window, program, tmp_path):
    path = tmp_path / "three.npz"
    path.write_bytes(b"")
    with pytest.raises(FileFormatError) as caught:
        open_file(path)
    program.commands.failed.emit(caught.value)
    box = program._reporter._open
    assert box.text().startswith("three.npz: ⟦")
    assert bare([box.informativeText()]) == []
    box.close()


def test_english_is_plain(qapp, program):
    assert "⟦" not in "".join(walked(program.window))
