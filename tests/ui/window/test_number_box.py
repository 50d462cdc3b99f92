import pytest
from PySide6.QtCore import QLocale, Qt

from mnist_desktop.ui.window.filter_popup import NumberBox


@pytest.mark.parametrize("language", ["en_US", "de_DE"])
@pytest.mark.parametrize("typed", ["0.5", "0,5"])
def test_a_point_and_a_comma_are_taken_whatever_the_system_writes(qtbot, language, typed):
    box = NumberBox(minimum=0, maximum=1, decimals=3)
    qtbot.addWidget(box)
    box.setLocale(QLocale(language))
    box.selectAll()
    qtbot.keyClicks(box, typed)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.value() == 0.5
