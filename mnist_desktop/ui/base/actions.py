"""Every action once: id, text, shortcut, what it does. Menus, buttons and help read this table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

SEPARATOR = "-"
Menus = Sequence[tuple[str, Sequence[str]]]


@dataclass(frozen=True)
class Entry:
    """One action of the table.

    Attributes
    ----------
    id : str
        Name by which menus ask for it.
    text : str
        What the menu says, translated.
    run : callable
        What it does; a checkable one gets whether it is checked.
    shortcuts : tuple of str
        Keys, the first one shown in the menu.
    checkable : bool
        Whether it is a switch.
    help : str
        A sentence for tool tip and help, translated.
    """

    id: str
    text: str
    run: Callable[..., object]
    shortcuts: tuple[str, ...] = ()
    checkable: bool = False
    help: str = ""


def make_actions(table: Sequence[Entry], window: QWidget) -> dict[str, QAction]:
    """Make the actions of a table and add them to the window, so that their keys work anywhere."""
    actions = {}
    for entry in table:
        action = QAction(entry.text, window)
        action.setObjectName(entry.id)
        action.setShortcuts([QKeySequence(keys) for keys in entry.shortcuts])
        action.setCheckable(entry.checkable)
        action.setToolTip(entry.help or entry.text)
        action.setStatusTip(entry.help)
        (action.toggled if entry.checkable else action.triggered).connect(_plain(entry))
        window.addAction(action)
        actions[entry.id] = action
    return actions


def _plain(entry: Entry) -> Callable[[bool], object]:
    """Return what to call: Qt hands every action its checked state, wanted or not."""
    return (lambda checked: entry.run(checked)) if entry.checkable else (lambda _: entry.run())


def fill_menus(bar: QMenuBar, menus: Menus, actions: dict[str, QAction]) -> dict[str, QMenu]:
    """Fill a menu bar from the list of titles and ids; return the menus by title."""
    filled = {}
    for title, ids in menus:
        filled[title] = bar.addMenu(title)
        fill_menu(filled[title], ids, actions)
    return filled


def fill_menu(menu: QMenu, ids: Sequence[str], actions: dict[str, QAction]) -> None:
    """Fill a menu from a list of ids."""
    menu.setToolTipsVisible(True)
    for name in ids:
        if name == SEPARATOR:
            menu.addSeparator()
        else:
            menu.addAction(actions[name])
