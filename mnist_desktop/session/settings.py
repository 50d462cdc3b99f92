"""What is remembered between runs: a small JSON file, checked value by value.

JSON and not QSettings: reading any key of a QSettings INI file runs pickled
code that another key of the file may hide.
"""

import json
import os
import stat
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, QStandardPaths

from mnist_desktop.model.data import ALL, DIVISORS, OWN, SPLIT_SIZES
from mnist_desktop.model.marks import Marks
from mnist_desktop.model.whole_files import replacing
from mnist_desktop.ui.base.theme import SCALES

_MOST_RECENT = 100
_LARGEST_FILE = 10_000_000  # bytes; honest settings have under 1,000


@dataclass(frozen=True)
class Settings:
    """The remembered values, each with its default."""

    split: str = "test"
    index: int = 0
    zoom: int = 2
    labels: bool = False
    scale: float = 1.0
    theme: str = "system"
    stage: str = "image"
    network: str = ""
    width: int = 1280
    height: int = 720
    maximized: bool = False
    columns: tuple[int, ...] = ()
    rows: tuple[int, ...] = ()
    recent: tuple[tuple[str, str, int], ...] = ()


def _anything(_value: Any) -> bool:
    return True


def _are_sizes(values: list[Any]) -> bool:
    return all(type(size) is int and 0 <= size <= 20_000 for size in values)


def _are_recent(values: list[Any]) -> bool:
    return len(values) <= _MOST_RECENT and all(
        isinstance(value, list)
        and list(map(type, value)) == [str, str, int]
        and 0 < len(value[0]) < 10_000
        and value[1] in {"digits", "parameters"}
        and value[2] in DIVISORS
        for value in values
    )


_CHECKS: dict[str, Callable[[Any], bool]] = {
    "split": lambda value: value in {*SPLIT_SIZES, ALL, OWN},
    "index": lambda value: 0 <= value < 10**7,
    "zoom": lambda value: 1 <= value <= 6,
    "scale": lambda value: SCALES[0] <= value <= SCALES[-1],
    "theme": lambda value: value in {"system", "light", "dark"},
    "stage": lambda value: len(value) < 100,
    "network": lambda value: len(value) < 10_000,
    "width": lambda value: 200 <= value <= 20_000,
    "height": lambda value: 200 <= value <= 20_000,
    "columns": _are_sizes,
    "rows": _are_sizes,
    "recent": _are_recent,
}


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


def read_settings(path: Path) -> tuple[Settings, str]:
    """Read settings; what is missing or makes no sense keeps its default.

    Returns
    -------
    settings : Settings
        Always usable.
    problem : str
        Empty, or a sentence on what was wrong. A file that is no JSON object is
        set aside under another name.
    """
    values, problem = _read_object(path)
    good = {
        item.name: _frozen(values[item.name]) for item in fields(Settings) if _fits(item, values)
    }
    return Settings(**good), problem


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def read_marks(path: Path) -> tuple[Marks, str]:
    """Read the starred images; see :func:`read_settings` for what comes back."""
    values, problem = _read_object(path)
    if not values:
        return Marks(), problem
    try:
        return Marks.from_json(values), problem
    except ValueError:
        return Marks(), _set_aside(path)


def _read_object(path: Path) -> tuple[dict[str, Any], str]:
    """Return the object that a JSON file holds, or an empty one and what is wrong."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST_FILE:
            raise ValueError("no file of settings")
        values = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(values, dict):
            raise ValueError("no object")
    except FileNotFoundError:
        return {}, ""
    except (OSError, ValueError, RecursionError):
        return {}, _set_aside(path)
    return values, ""


def _fits(item: Any, values: dict[str, Any]) -> bool:
    if item.name not in values:
        return False
    value, kind = values[item.name], type(item.default)
    if kind is tuple:
        right = isinstance(value, list)
    elif kind is float:
        right = type(value) in (int, float)
    else:
        right = type(value) is kind
    return right and bool(_CHECKS.get(item.name, _anything)(value))


def _set_aside(path: Path) -> str:
    aside = path.with_suffix(".damaged.json")
    try:
        path.replace(aside)
    except OSError:
        return f"{path.name} could not be read; the window starts with its defaults."
    return (
        f"{path.name} could not be read and was set aside as {aside.name}; "
        "the window starts with its defaults."
    )


def write_settings(path: Path, settings: Settings) -> str:
    """Write settings whole or not at all; return a sentence on what went wrong, or nothing."""
    return _write_object(path, asdict(settings))


def write_marks(path: Path, marks: Marks) -> str:
    """Write the starred images; see :func:`write_settings`."""
    return _write_object(path, marks.to_json())


def _write_object(path: Path, values: dict[str, Any]) -> str:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as file:
            file.write(json.dumps(values, indent=2).encode())
    except OSError as error:
        return f"{path.name} could not be written: {error.strerror}."
    return ""
