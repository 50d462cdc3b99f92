"""What tests do to the program over and over, in words of its user."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mnist_desktop.session.changes import Dress
from mnist_desktop.session.known import Known

NO_KEY = Qt.KeyboardModifier.NoModifier


def click(widget, point, modifier=NO_KEY):
    """Click a place of a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, modifier, point)


def middle_of(gallery, position):
    """Where on the gallery the middle of an image is, by its place in the order shown."""
    return gallery._rect(position).center().toPoint()


def click_image(gallery, position, modifier=NO_KEY):
    """Click an image of the gallery, by its place in the order shown."""
    click(gallery.viewport(), middle_of(gallery, position), modifier)


def press(widget, key, modifier=NO_KEY):
    """Press a key."""
    QTest.keyClick(widget, key, modifier)


def wait_for_jobs(qtbot, program):
    """Let the program go on until nothing is at work any more."""
    qtbot.waitUntil(lambda: not program.store.state.tasks, timeout=20_000)


def ask(program, **changes):
    """Change some parts of the gallery's query, as the choosers do."""
    query = replace(program.store.state.gallery.query, **changes)
    program.commands.change_query(query)


def dress(program, **changes):
    """Change some parts of the appearance, as the menus do."""
    program.store.apply(Dress(replace(program.store.state.appearance, **changes)))


def put(store, **parts):
    """Have other parts of the state without a change, as only a start does."""
    store.session.state = replace(store.state, **parts)
    store.apply()


def forget_results(store):
    """Have nothing known of any network."""
    put(store, known=Known())


def without_network(store):
    """Have no current network, as where none could be read."""
    put(store, reading=replace(store.state.reading, network=None))
