"""Where the things of this user lie."""

import os
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths


def keep_qt_from_settings() -> None:
    """Let Qt read and write no settings of its own; to be called before any window.

    Its dialog for files keeps a folder and a size in QtProject.conf, an INI file, in
    which somebody can hide code as well. Windows and macOS have other dialogs.
    """
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.NativeFormat, scope, os.devnull)


def settings_path() -> Path:
    """Return where the settings of this user lie."""
    location = QStandardPaths.StandardLocation.AppConfigLocation
    return Path(QStandardPaths.writableLocation(location)) / "settings.json"


def own_digits_path() -> Path:
    """Return where the digits of this user lie."""
    location = QStandardPaths.StandardLocation.AppDataLocation
    return Path(QStandardPaths.writableLocation(location)) / "my-digits.npz"
