"""What Qt calls in our classes lets no exception out."""

import pkgutil
from importlib import import_module

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QUndoCommand
from PySide6.QtWidgets import QWidget

import mnist_desktop.ui
from mnist_desktop.ui.base.guard import guarded, overrides


def our_classes():
    for module in pkgutil.walk_packages(mnist_desktop.ui.__path__, "mnist_desktop.ui."):
        for found in vars(import_module(module.name)).values():
            if isinstance(found, type) and found.__module__ == module.name:
                yield found


def test_every_method_that_qt_calls_is_guarded():
    ours = [found for found in our_classes() if issubclass(found, QObject | QUndoCommand)]
    methods = [(found, name) for found in ours for name in overrides(found)]
    assert len(methods) > 50
    bare = [
        f"{found.__qualname__}.{name}"
        for found, name in methods
        if not hasattr(vars(found)[name], "__wrapped__")
    ]
    assert bare == []


@guarded
class Careless(QObject):
    def event(self, event):
        return 1 / 0 if event.type() == QEvent.Type.User else super().event(event)

    def helper(self):
        return 1 / 0


def test_the_exception_is_told_and_the_class_of_qt_answers(qapp, monkeypatch):
    told = []
    monkeypatch.setattr("sys.excepthook", lambda _kind, error, _trace: told.append(error))
    event = QEvent(QEvent.Type.User)
    assert Careless().event(event) == QObject().event(event)
    assert [type(error) for error in told] == [ZeroDivisionError]


def test_other_methods_are_left_alone(qapp):
    assert overrides(Careless) == ["event"]
    with pytest.raises(ZeroDivisionError):
        Careless().helper()


def test_a_failing_size_is_that_of_qt(qapp, monkeypatch):
    monkeypatch.setattr("sys.excepthook", lambda *_: None)

    @guarded
    class Shapeless(QWidget):
        def sizeHint(self):
            return [][0]

    assert Shapeless().sizeHint() == QWidget().sizeHint()
