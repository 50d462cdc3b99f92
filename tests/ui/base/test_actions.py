"""The table of actions: nothing without words, no key twice, and help that knows them all."""

from collections import Counter
from html import unescape

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QTextBrowser

from mnist_desktop.ui.window.help import gallery_keys, help_text
from mnist_desktop.ui.window.menus import entries


def actions(program):
    return program.window.actions_by_id


def menu_actions(program):
    for top in program.window.menuBar().actions():
        yield top
        yield from top.menu().actions()


def keys_of(action):
    return [keys.toString() for keys in action.shortcuts()]


def test_ids_are_unique_and_all_actions_belong_to_the_window(program):
    table = entries(program.window._calls())
    assert [name for name, times in Counter(one.id for one in table).items() if times > 1] == []
    assert set(actions(program).values()) <= set(program.window.actions())


def test_no_two_actions_share_a_key(program):
    seen = {*actions(program).values(), *menu_actions(program)}
    times = Counter(keys for action in seen for keys in keys_of(action))
    assert [keys for keys, count in times.items() if count > 1] == []


def test_every_key_is_a_key(program):
    table = entries(program.window._calls())
    wrong = [keys for one in table for keys in one.shortcuts if QKeySequence(keys).isEmpty()]
    assert wrong == []


def test_every_menu_entry_has_words(program):
    entries = [action for action in menu_actions(program) if not action.isSeparator()]
    assert len(entries) > 20
    assert [action for action in entries if not action.text().replace("&", "").strip()] == []


def test_letters_to_press_are_told_apart_within_a_menu(program):
    for top in program.window.menuBar().actions():
        letters = Counter(
            action.text().partition("&")[2][:1].lower()
            for action in top.menu().actions()
            if "&" in action.text()
        )
        assert [letter for letter, times in letters.items() if times > 1] == [], top.text()


def test_every_action_is_in_a_menu(program):
    assert set(actions(program).values()) <= set(menu_actions(program))


def test_every_key_is_in_the_help_with_what_it_does(program):
    text = unescape(help_text(program.window.actions()))
    for action in actions(program).values():
        if action.shortcuts():
            assert action.toolTip() in text
            for keys in action.shortcuts():
                assert keys.toString(QKeySequence.SequenceFormat.NativeText) in text
    for keys, words in gallery_keys():
        assert keys in text
        assert words in text


def test_help_and_about_open_and_go(program):
    for name, words in (("help", "Ctrl+E"), ("about", "Creative Commons")):
        actions(program)[name].trigger()
        (dialog,) = program.window.findChildren(QDialog)
        assert words in dialog.findChild(QTextBrowser).toPlainText()
        dialog.close()
        QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
